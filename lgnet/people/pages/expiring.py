# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What expires soon: permits and documents within 30, 60 and 90 days, and what has expired."""

import datetime as dt
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lgnet.core.clock import today
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker
from lgnet.people.models import Person, StayStatus
from lgnet.people.pages.addresses import file_url
from lgnet.people.queries import expiring, expiring_papers

HORIZON = 90
BANDS: tuple[tuple[int, str | Promise], ...] = (
    (-1, _("Already expired")),
    (30, _("Within 30 days")),
    (60, _("Within 60 days")),
    (HORIZON, _("Within 90 days")),
)


@dataclass(frozen=True)
class ExpiryLine:
    """A document of somebody and the day it stops being valid."""

    name: str
    url: str
    what: str
    expires_on: dt.date
    renewal_requested_on: dt.date | None = None


@dataclass(frozen=True)
class Band:
    """Documents that expire within the same time."""

    label: str | Promise
    lines: list[ExpiryLine]


@dataclass(frozen=True)
class ExpiringPanel:
    """The warning list; empty bands are left out. `is_cut`: there are more than it shows."""

    bands: list[Band]
    is_cut: bool


def expiring_panel(by: Worker, *, limit: int = 50) -> ExpiringPanel:
    """The warning list of the worker's partner, the soonest first. Two queries.

    Draw it by including `people/panels/expiring.html` with `expiring`.
    """
    stays = expiring(within_days=HORIZON, limit=limit)
    papers = expiring_papers(within_days=HORIZON, limit=limit)
    sees_all = by.may(Permission.SPECIAL_SEE)
    lines = [_stay_line(stay, sees_all=sees_all) for stay in stays]
    lines += [_line(paper.person, paper.get_kind_display(), paper.valid_until) for paper in papers]
    lines.sort(key=lambda line: line.expires_on)
    return ExpiringPanel(_bands(lines, today()), is_cut=limit in (len(stays), len(papers)))


def _stay_line(stay: StayStatus, *, sees_all: bool) -> ExpiryLine:
    document = stay.get_document_display()
    what = document if stay.status.is_sensitive and not sees_all else f"{document}: {stay.status}"
    return _line(stay.person, what, stay.expires_on, stay.renewal_requested_on)


def _line(
    person: Person, what: str, expires_on: dt.date | None, renewal: dt.date | None = None
) -> ExpiryLine:
    day = expires_on or dt.date.max  # the query returns no row without a day
    return ExpiryLine(person.full_name, file_url(person.pk), what, day, renewal)


def _bands(lines: list[ExpiryLine], day: dt.date) -> list[Band]:
    bands: list[Band] = []
    former = -10_000_000
    for days, label in BANDS:
        inside = [line for line in lines if former < (line.expires_on - day).days <= days]
        if inside:
            bands.append(Band(label, inside))
        former = days
    return bands
