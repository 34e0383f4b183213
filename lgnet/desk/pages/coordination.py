# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The coordinator's first page: the queue by time left, who carries how much, and what needs mending."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from lgnet.cases import queries as cases
from lgnet.cases.models import Intake
from lgnet.core.clock import today
from lgnet.desk import queries
from lgnet.desk.addresses import address
from lgnet.desk.pages.circulars import circulars_tile
from lgnet.desk.pages.colleagues import colleagues_tile
from lgnet.desk.pages.day import greeting
from lgnet.desk.pages.exchanging import practices_tiles
from lgnet.desk.pages.learning import proposed_tile, requests_tile
from lgnet.desk.pages.mending import mending_tile
from lgnet.desk.pages.publicity import public_tiles, site_tiles
from lgnet.desk.pages.reporting import report_tile
from lgnet.desk.pages.serving import services_tiles
from lgnet.desk.pages.tiles import Tile, case_line, file_of, how_many, tile
from lgnet.direction.pages.headline import Headline, headline
from lgnet.network.worker import Worker

QUEUE_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Waiting:
    """A line of the queue."""

    intake: Intake
    url: str


@dataclass(frozen=True, slots=True)
class CoordinationPage:
    """What the coordinator looks at first. `fullest` is the largest load: the whole length of a bar."""

    greeting: str
    day: dt.date
    queue: Sequence[Waiting]
    queue_count: str
    queue_url: str
    loads: Sequence[cases.Load]
    fullest: int
    tiles: Sequence[Tile]
    figures: Headline
    figures_url: str
    new_person_url: str


def coordination_page(worker: Worker) -> CoordinationPage:
    """At most forty-six queries, however long the queue is."""
    waiting = queries.cut(queries.queue(), QUEUE_SHOWN)
    loads = cases.loads(worker.partner_id)
    return CoordinationPage(
        greeting=greeting(worker),
        day=today(),
        queue=[Waiting(intake, file_of(intake.person)) for intake in waiting.rows],
        queue_count=how_many(waiting),
        queue_url=address("cases:queue"),
        loads=loads,
        fullest=max((load.open_cases for load in loads), default=0),
        tiles=[
            _orphans(worker),
            mending_tile(worker),
            report_tile(worker),
            circulars_tile(worker),
            colleagues_tile(worker),
            requests_tile(worker),
            proposed_tile(worker),
            *practices_tiles(worker),
            *services_tiles(worker),
            *public_tiles(worker),
            *site_tiles(worker),
            _without_stay(),
            _without_notice(),
        ],
        figures=headline(worker.partner_id),
        figures_url=address("direction:partner", worker.organisation.code),
        new_person_url=address("people:new"),
    )


def _orphans(worker: Worker) -> Tile:
    rows = cases.orphans(worker.partner_id).select_related("person__key", "intake")
    return tile(
        _("Cases nobody answers for"), "user", rows, case_line, tone="bad",
        url=address("cases:list", unassigned="1"), nothing=_("Every open case has its case manager."),
    )  # fmt: skip


def _without_stay() -> Tile:
    rows = queries.without_stay_status().select_related("intake")
    return tile(
        _("Status of stay missing"), "help-circle", rows, case_line, url=address("desk:work", "no-stay"),
        nothing=_("Every person in charge has a status of stay."),
    )  # fmt: skip


def _without_notice() -> Tile:
    rows = queries.without_notice().select_related("intake")
    return tile(
        _("Privacy notice not given"), "file-signed", rows, case_line, url=address("desk:work", "no-notice"),
        nothing=_("Every person in charge was given the privacy notice."),
    )  # fmt: skip
