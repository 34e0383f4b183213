# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The list behind a tile: the same rows, more of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from lgnet.desk import queries
from lgnet.desk.pages.tiles import Line, Text, case_line, permit_line
from lgnet.network.worker import Worker

SHOWN = 200


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of work: its title, its rows for a worker, and how a row is told."""

    title: Text
    rows: Callable[[Worker], QuerySet[Any]]
    line: Callable[[Any], Line]
    nothing: Text


@dataclass(frozen=True, slots=True)
class WorkPage:
    """The rows; beyond the limit it says so."""

    title: Text
    lines: Sequence[Line]
    is_more: bool
    limit: int
    nothing: Text


KINDS: Mapping[str, Kind] = {
    "new": Kind(_("New this week"), queries.new_cases, case_line, _("No new case in the last seven days.")),
    "permits": Kind(
        _("Permits that expire within 90 days"),
        queries.expiring_permits,
        permit_line,
        _("No permit of the people you follow expires within 90 days."),
    ),
    "no-stay": Kind(
        _("Status of stay missing"),
        lambda _worker: queries.without_stay_status().select_related("intake"),
        case_line,
        _("Every person in charge has a status of stay."),
    ),
    "no-notice": Kind(
        _("Privacy notice not given"),
        lambda _worker: queries.without_notice().select_related("intake"),
        case_line,
        _("Every person in charge was given the privacy notice."),
    ),
}


def work_page(worker: Worker, kind: str) -> WorkPage:
    """One query."""
    wanted = KINDS[kind]
    rows = list(wanted.rows(worker)[: SHOWN + 1])
    return WorkPage(
        title=wanted.title,
        lines=[wanted.line(row) for row in rows[:SHOWN]],
        is_more=len(rows) > SHOWN,
        limit=SHOWN,
        nothing=wanted.nothing,
    )
