# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The page of the nation: the network's totals, and one indicator for each partner on a map and in a table."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lgnet.core.authz import Verdict
from lgnet.counting.models import NETWORK
from lgnet.direction import planned, policies, queries
from lgnet.direction.indicators import HEADLINE, INDICATORS, O_2_3, Indicator
from lgnet.direction.map.italy import MapOfItaly, map_of_italy
from lgnet.direction.pages.drawing import Breakdown, Dot, Place, breakdown, places
from lgnet.direction.pages.filters import Choice, Filters, chosen_filters
from lgnet.direction.pages.standing import STATE_WORDS, Standing, standing_of
from lgnet.direction.progress import State
from lgnet.network import editions
from lgnet.network.models import Edition, Organisation
from lgnet.network.worker import Worker


@dataclass(frozen=True)
class PartnerRow:
    """A partner in the table."""

    partner: Organisation
    standing: Standing
    url: str


@dataclass(frozen=True)
class NationPage:
    """Everything the page shows; the file of the figures holds the same rows.

    `totals` are the headline figures, `glance` every indicator. `rows` are the partners that the filters leave.
    """

    edition: Edition
    indicator: Indicator
    as_of: dt.datetime
    totals: tuple[Standing, ...]
    glance: tuple[Standing, ...]
    whole: Standing
    rows: tuple[PartnerRow, ...]
    every: int
    sum_of_partners: int
    places: tuple[Place, ...]
    map: MapOfItaly
    legend: tuple[tuple[State, Promise], ...]
    breakdown: Breakdown
    indicators: tuple[Choice, ...]
    sorts: tuple[Choice, ...]
    files: tuple[Choice, ...]
    filters: Filters
    may_set_target: Verdict
    what_if_url: str

    @property
    def sum_words(self) -> str:
        return number_format(self.sum_of_partners, force_grouping=True)

    @property
    def twice(self) -> int:
        """How often a person of the network is counted by a further partner."""
        return self.sum_of_partners - self.whole.progress.value

    @property
    def of_national_bodies(self) -> int:
        """Of events: how many a national body organised, which count for no partner."""
        return self.whole.progress.value - self.sum_of_partners


_Key = Callable[[PartnerRow], tuple[float, str]]
SORTS: dict[str, tuple[Promise, _Key]] = {
    "name": (_("Name"), lambda row: (0, row.partner.short_name)),
    "value": (_("Reached so far"), lambda row: (-row.standing.progress.value, row.partner.short_name)),
    "share": (
        _("Share of the target"),
        lambda row: (_or_last(row.standing.progress.share), row.partner.short_name),
    ),
    "missing": (_("Still missing"), lambda row: (-row.standing.progress.missing, row.partner.short_name)),
    "plan": (_("Farthest behind the plan"), lambda row: (row.standing.behind_plan, row.partner.short_name)),
}


def nation_page(
    *, by: Worker, indicator: str = "", sort: str = "", region: str = "", line: str = ""
) -> NationPage:
    """Build the page with seven queries, however many partners and people there are."""
    chosen = INDICATORS.get(indicator, O_2_3)
    order = sort if sort in SORTS else "name"
    edition, partners = editions.current(), list(editions.local_partners())
    seen, targets = queries.overview(chosen), queries.targets(edition)
    milestones = planned.milestones_of(targets.values())
    filters = chosen_filters(partners, planned.lines_of(edition), region=region, line=line)
    asked = {"indicator": chosen.code, "sort": order, **filters.asked}

    def standing(scope: Organisation | None, of: Indicator) -> Standing:
        key = scope.pk if scope else NETWORK
        target = targets.get((key, of.code))
        return standing_of(
            of, seen.by_month(key, of), target, edition,
            milestones=milestones.get(target.pk) if target else None, url=_address(asked, indicator=of.code),
        )  # fmt: skip

    every = [PartnerRow(each, standing(each, chosen), _partner_url(each, chosen)) for each in partners]
    rows = [row for row in every if filters.keep(row.partner)]
    glance = {code: standing(None, each) for code, each in INDICATORS.items()}
    return NationPage(
        edition=edition,
        indicator=chosen,
        as_of=seen.as_of,
        totals=tuple(glance[code] for code in HEADLINE),
        glance=tuple(glance.values()),
        whole=glance[chosen.code],
        rows=tuple(sorted(rows, key=SORTS[order][1])),
        every=len(every),
        sum_of_partners=sum(row.standing.progress.value for row in every),
        places=places(_dots(rows)),
        map=map_of_italy(),
        legend=_legend(rows),
        breakdown=breakdown(queries.figures(NETWORK, [chosen])[chosen.code].by_sex_and_age()),
        filters=filters,
        may_set_target=policies.set_target(by, edition),
        **_choices(chosen, order, asked),
    )


def _or_last(share: int | None) -> float:
    return float("inf") if share is None else -share


def _dots(rows: Sequence[PartnerRow]) -> list[Dot]:
    return [
        Dot(
            row.partner.code,
            row.partner.short_name,
            row.standing.progress.value,
            row.url,
            _words(row),
            row.standing.progress.state,
        )
        for row in rows
    ]


def _words(row: PartnerRow) -> str:
    here = row.standing.progress
    values = {
        "partner": row.partner.short_name,
        "value": number_format(here.value, force_grouping=True),
        "unit": row.standing.indicator.unit,
        "state": row.standing.word,
    }
    return gettext("%(partner)s: %(value)s %(unit)s. %(state)s.") % values


def _legend(rows: Sequence[PartnerRow]) -> tuple[tuple[State, Promise], ...]:
    present = {row.standing.progress.state for row in rows}
    return tuple((state, STATE_WORDS[state]) for state in State if state in present)


def _choices(chosen: Indicator, order: str, asked: Mapping[str, str]) -> dict[str, Any]:
    files = [(name, reverse("direction:nation_file", args=[name])) for name in ("xlsx", "csv")]
    return {
        "what_if_url": f"{reverse('direction:what_if', args=['network'])}?indicator={chosen.code}",
        "indicators": tuple(
            Choice(str(each.name), _address(asked, indicator=code), each is chosen)
            for code, each in INDICATORS.items()
        ),
        "sorts": tuple(
            Choice(label, _address(asked, sort=key), key == order) for key, (label, _by) in SORTS.items()
        ),
        "files": tuple(Choice(name.upper(), f"{url}{_address(asked)}", False) for name, url in files),
    }


def _address(asked: Mapping[str, str], **changed: str) -> str:
    return "?" + urlencode({key: value for key, value in {**asked, **changed}.items() if value})


def _partner_url(partner: Organisation, indicator: Indicator) -> str:
    return f"{reverse('direction:partner', args=[partner.code])}?indicator={indicator.code}"
