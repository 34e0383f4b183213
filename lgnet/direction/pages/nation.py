# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The page of the nation: the network's totals, and one indicator for each partner on a map and in a table."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lgnet.core.authz import Verdict
from lgnet.core.clock import today
from lgnet.counting.models import NETWORK
from lgnet.direction import policies, queries
from lgnet.direction.indicators import HEADLINE, INDICATORS, O_2_3, Indicator
from lgnet.direction.map.italy import MapOfItaly, map_of_italy
from lgnet.direction.pages.drawing import Breakdown, Dot, Place, breakdown, places
from lgnet.direction.pages.standing import STATE_WORDS, Standing
from lgnet.direction.progress import State, progress
from lgnet.network.models import Edition, Organisation
from lgnet.network.worker import Worker


@dataclass(frozen=True)
class PartnerRow:
    """A partner in the table."""

    partner: Organisation
    standing: Standing
    url: str


@dataclass(frozen=True)
class Choice:
    """A link that shows the page in another way."""

    label: str | Promise
    url: str
    current: bool


@dataclass(frozen=True)
class NationPage:
    """Everything the page shows; the file of the figures holds the same rows."""

    edition: Edition
    indicator: Indicator
    as_of: dt.datetime
    totals: tuple[Standing, ...]
    whole: Standing
    rows: tuple[PartnerRow, ...]
    sum_of_partners: int
    places: tuple[Place, ...]
    map: MapOfItaly
    legend: tuple[tuple[State, Promise], ...]
    breakdown: Breakdown
    indicators: tuple[Choice, ...]
    sorts: tuple[Choice, ...]
    files: tuple[Choice, ...]
    may_set_target: Verdict

    @property
    def sum_words(self) -> str:
        return number_format(self.sum_of_partners, force_grouping=True)

    @property
    def twice(self) -> int:
        """How often a person of the network is counted by a further partner."""
        return self.sum_of_partners - self.whole.progress.value


_Key = Callable[[PartnerRow], tuple[float, str]]
SORTS: dict[str, tuple[Promise, _Key]] = {
    "name": (_("Name"), lambda row: (0, row.partner.short_name)),
    "value": (_("Reached so far"), lambda row: (-row.standing.progress.value, row.partner.short_name)),
    "share": (
        _("Share of the target"),
        lambda row: (_or_last(row.standing.progress.share), row.partner.short_name),
    ),
    "missing": (_("Still missing"), lambda row: (-row.standing.progress.missing, row.partner.short_name)),
}


def nation_page(*, by: Worker, indicator: str = "", sort: str = "") -> NationPage:
    """Build the page with five queries, however many partners and people there are."""
    chosen = INDICATORS.get(indicator, O_2_3)
    order = sort if sort in SORTS else "name"
    edition, partners = queries.edition(), list(queries.local_partners())
    seen, targets = queries.overview(chosen), queries.targets(edition)

    def standing(scope: Organisation | None, of: Indicator) -> Standing:
        key = scope.pk if scope else NETWORK
        target = targets.get((key, of.code))
        by_month = seen.by_month(key, of)
        here = progress(
            sum(by_month.values()), target.value if target else None, by_month,
            day=today(), starts_on=edition.starts_on, ends_on=edition.ends_on,
        )  # fmt: skip
        return Standing(of, here, target, _address(of.code, order))

    rows = [PartnerRow(each, standing(each, chosen), _partner_url(each, chosen)) for each in partners]
    detail = queries.figures(NETWORK, [chosen])[chosen.code]
    return NationPage(
        edition=edition,
        indicator=chosen,
        as_of=seen.as_of,
        totals=tuple(standing(None, each) for each in HEADLINE.values()),
        whole=standing(None, chosen),
        rows=tuple(sorted(rows, key=SORTS[order][1])),
        sum_of_partners=sum(row.standing.progress.value for row in rows),
        places=places(_dots(rows)),
        map=map_of_italy(),
        legend=_legend(rows),
        breakdown=breakdown(detail.by_sex_and_age()),
        may_set_target=policies.set_target(by, edition),
        **_choices(chosen, order),
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


def _choices(chosen: Indicator, order: str) -> dict[str, tuple[Choice, ...]]:
    files = [(name, reverse("direction:nation_file", args=[name])) for name in ("xlsx", "csv")]
    return {
        "indicators": tuple(
            Choice(str(each.name), _address(code, order), each is chosen) for code, each in INDICATORS.items()
        ),
        "sorts": tuple(
            Choice(label, _address(chosen.code, key), key == order) for key, (label, _by) in SORTS.items()
        ),
        "files": tuple(Choice(name.upper(), f"{url}?indicator={chosen.code}", False) for name, url in files),
    }


def _address(indicator: str, order: str) -> str:
    return f"?indicator={indicator}&sort={order}"


def _partner_url(partner: Organisation, indicator: Indicator) -> str:
    return f"{reverse('direction:partner', args=[partner.code])}?indicator={indicator.code}"
