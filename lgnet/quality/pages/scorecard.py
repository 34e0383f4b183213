# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""How good a partner's data are: by dimension, by field, and by colleague where a coordinator helps."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from lgnet.network.models import Organisation
from lgnet.network.worker import Worker
from lgnet.quality import policies, queries
from lgnet.quality.checks import CHECKS, SEVERITY_WORDS, Dimension
from lgnet.quality.pages.mending import tabs
from lgnet.quality.pages.scores import Reading, reading, summed
from lgnet.quality.queries import Score
from lgnet.ui.looks import Link


@dataclass(frozen=True, slots=True)
class DimensionCard:
    """One dimension of the partner."""

    label: str | Promise
    reading: Reading


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One check, with the list of its misses where somebody may see it."""

    name: str | Promise
    sentence: str | Promise
    dimension: str | Promise
    field: str
    severity: str | Promise
    reading: Reading
    url: str


@dataclass(frozen=True, slots=True)
class ColleagueRow:
    """What a colleague follows: how much of it asks for a hand, and with what."""

    name: str
    url: str
    reading: Reading
    helped_by: str | Promise


@dataclass(frozen=True, slots=True)
class ScorecardPage:
    """The partner's data."""

    partner: Organisation
    measured_on: dt.date | None
    cards: Sequence[DimensionCard]
    checks: Sequence[CheckRow]
    colleagues: Sequence[ColleagueRow]
    mine: Reading | None
    tabs: Sequence[Link]
    back: str = ""


def scorecard_page(*, by: Worker) -> ScorecardPage:
    """One's own partner: at most four queries."""
    everybody = policies.see_everybodys(by).allowed
    series = queries.by_check(by.partner_id)
    own = queries.of_worker(by.user.pk, by.partner_id)
    return ScorecardPage(
        partner=by.organisation,
        measured_on=_last(series),
        cards=_cards(series),
        checks=_checks(series, with_lists=everybody),
        colleagues=_colleagues(by) if everybody else [],
        mine=reading(own) if own else None,
        tabs=tabs(by, "quality:scorecard"),
    )


def partner_page(partner: Organisation) -> ScorecardPage:
    """Another partner as the nation sees it: numbers of rows, nobody's name. One query."""
    series = queries.by_check(partner.pk)
    return ScorecardPage(
        partner=partner,
        measured_on=_last(series),
        cards=_cards(series),
        checks=_checks(series, with_lists=False),
        colleagues=[],
        mine=None,
        tabs=[],
        back=reverse("quality:overview"),
    )


Series = dict[str, dict[dt.date, Score]]


def _last(series: Series) -> dt.date | None:
    return max((week for weeks in series.values() for week in weeks), default=None)


def _cards(series: Series) -> list[DimensionCard]:
    def of(dimension: Dimension) -> Reading:
        return reading(
            summed([weeks for code, weeks in series.items() if CHECKS[code].dimension == dimension])
        )

    return [DimensionCard(dimension.label, of(dimension)) for dimension in Dimension]


def _checks(series: Series, *, with_lists: bool) -> list[CheckRow]:
    rows = [
        CheckRow(
            name=check.name,
            sentence=check.sentence,
            dimension=check.dimension.label,
            field=check.field,
            severity=SEVERITY_WORDS[check.severity],
            reading=reading(series.get(check.code, {})),
            url=reverse("quality:check", args=[check.code]) if with_lists else "",
        )
        for check in CHECKS.values()
    ]
    return sorted(rows, key=lambda row: 1.0 if row.reading.share is None else row.reading.share)


def _colleagues(by: Worker) -> list[ColleagueRow]:
    """By name, never by result: this is for helping, not for comparing."""
    rows = []
    for colleague, scores in queries.by_worker(by.partner_id).items():
        whole = sum(scores.values(), Score())
        worst = max(scores, key=lambda code: scores[code].failed)
        helped = CHECKS[worst].name if scores[worst].failed else _("Everything is in order.")
        url = reverse("quality:worker", args=[colleague.pk])
        rows.append(ColleagueRow(colleague.name, url, reading({queries.since(1): whole}), helped))
    return rows
