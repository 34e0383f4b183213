# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The page of a partner's figures: each indicator against its target, one of them in detail, and the others' spread."""

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from lgnet.core.authz import Verdict
from lgnet.core.clock import today
from lgnet.core.rowsecurity import DbRole
from lgnet.direction import planned, policies, queries
from lgnet.direction.indicators import HEADLINE, INDICATORS, TAKEN_IN_CHARGE, Indicator
from lgnet.direction.models import Target
from lgnet.direction.pages.drawing import Breakdown, MonthChart, breakdown, month_chart
from lgnet.direction.pages.filters import Choice
from lgnet.direction.pages.planned_cells import PlannedCells, planned_cells
from lgnet.direction.pages.standing import Standing, standing_of
from lgnet.direction.pages.way import way_chart
from lgnet.network import editions
from lgnet.network.models import Edition, Organisation
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker
from lgnet.ui.charts import Chart


@dataclass(frozen=True)
class Told:
    """A target of the partner that the direction decided lately."""

    indicator: Indicator
    target: Target


@dataclass(frozen=True)
class PartnerPage:
    """Everything the page shows."""

    partner: Organisation
    edition: Edition
    as_of: dt.datetime
    standings: tuple[Standing, ...]
    chosen: Standing
    chart: MonthChart
    way: Chart | None
    breakdown: Breakdown
    plan: PlannedCells | None
    spread: planned.Spread | None
    told: tuple[Told, ...]
    indicators: tuple[Choice, ...]
    elsewhere: tuple[queries.PublishedElsewhere, ...]
    files: tuple[Choice, ...]
    may_set_target: Verdict
    target_url: str
    what_if_url: str
    nation_url: str

    @property
    def indicator(self) -> Indicator:
        return self.chosen.indicator


def partner_page(*, by: Worker, partner: Organisation, indicator: str = "") -> PartnerPage:
    """Build the page with six queries."""
    chosen = INDICATORS.get(indicator, TAKEN_IN_CHARGE)
    edition = editions.current()
    found = queries.figures(partner.pk)
    targets = queries.targets(edition, {partner.pk})
    milestones = planned.milestones_of(targets.values())
    standings = _standings(
        found, {code: held for (_scope, code), held in targets.items()}, milestones, edition, chosen
    )
    held = standings[chosen.code].target
    reached = found[chosen.code].by_sex_and_age()
    parts = planned.parts_of([held] if held else [])
    return PartnerPage(
        partner=partner,
        edition=edition,
        as_of=found[chosen.code].as_of,
        standings=tuple(standings.values()),
        chosen=standings[chosen.code],
        chart=month_chart(found[chosen.code].by_month(), today()),
        way=way_chart(
            standings[chosen.code],
            found[chosen.code].by_month(),
            milestones.get(held.pk, {}) if held else {},
            edition,
            found[chosen.code].as_of,
        ),
        breakdown=breakdown(reached),
        plan=planned_cells(parts[held.pk].cells, reached) if held and held.pk in parts else None,
        spread=_spread(by, partner, edition, chosen),
        told=_told(partner, edition),
        indicators=tuple(
            Choice(str(each.name), f"?indicator={code}", each is chosen) for code, each in INDICATORS.items()
        ),
        elsewhere=queries.published_elsewhere(partner),
        may_set_target=policies.set_target(by, edition),
        **_addresses(by, partner, chosen),
    )


def _standings(
    found: Mapping[str, queries.Figures],
    targets: Mapping[str, Target],
    milestones: Mapping[uuid.UUID, Mapping[dt.date, int]],
    edition: Edition,
    chosen: Indicator,
) -> dict[str, Standing]:
    """The headline indicators, those with a target and the chosen one, in the order of the path."""
    shown = [each for code, each in INDICATORS.items() if code in {*HEADLINE, *targets, chosen.code}]
    standings = {}
    for each in shown:
        target = targets.get(each.code)
        standings[each.code] = standing_of(
            each, found[each.code].by_month(), target, edition,
            milestones=milestones.get(target.pk) if target else None, url=f"?indicator={each.code}",
        )  # fmt: skip
    return standings


def _addresses(by: Worker, partner: Organisation, chosen: Indicator) -> dict[str, Any]:
    return {
        "files": tuple(
            Choice(name.upper(), reverse("direction:partner_file", args=[partner.code, name]), False)
            for name in ("xlsx", "csv")
        ),
        "target_url": reverse("direction:target", args=[partner.code, chosen.code]),
        "what_if_url": f"{reverse('direction:what_if', args=[partner.code])}?indicator={chosen.code}",
        "nation_url": reverse("direction:nation") if by.may(Permission.FIGURES_NATION) else "",
    }


def _spread(by: Worker, partner: Organisation, edition: Edition, chosen: Indicator) -> planned.Spread | None:
    """The others without names; the nation, which sees them all by name, has no need of it."""
    if by.role.db_role == DbRole.NATIONAL:
        return None
    return planned.spread_of_others(edition, [chosen]).get(chosen.code)


def _told(partner: Organisation, edition: Edition) -> tuple[Told, ...]:
    rows = planned.told_lately(partner, edition)
    return tuple(Told(INDICATORS[row.indicator], row) for row in rows if row.indicator in INDICATORS)
