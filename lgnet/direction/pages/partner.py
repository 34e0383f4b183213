# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The page of a partner's figures: each indicator against its target, one of them by month, sex and age."""

import datetime as dt
from dataclasses import dataclass

from django.urls import reverse

from lgnet.core.authz import Verdict
from lgnet.core.clock import today
from lgnet.direction import policies, queries
from lgnet.direction.indicators import HEADLINE, INDICATORS, TAKEN_IN_CHARGE, Indicator
from lgnet.direction.pages.drawing import Breakdown, MonthChart, breakdown, month_chart
from lgnet.direction.pages.nation import Choice
from lgnet.direction.pages.standing import Standing
from lgnet.direction.progress import progress
from lgnet.network.models import Edition, Organisation
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker


@dataclass(frozen=True)
class PartnerPage:
    """Everything the page shows."""

    partner: Organisation
    edition: Edition
    as_of: dt.datetime
    standings: tuple[Standing, ...]
    chosen: Standing
    chart: MonthChart
    breakdown: Breakdown
    indicators: tuple[Choice, ...]
    elsewhere: tuple[queries.PublishedElsewhere, ...]
    files: tuple[Choice, ...]
    may_set_target: Verdict
    target_url: str
    nation_url: str

    @property
    def indicator(self) -> Indicator:
        return self.chosen.indicator


def partner_page(*, by: Worker, partner: Organisation, indicator: str = "") -> PartnerPage:
    """Build the page with three queries."""
    chosen = INDICATORS.get(indicator, TAKEN_IN_CHARGE)
    edition = queries.edition()
    found = queries.figures(partner.pk)
    targets = queries.targets(edition, {partner.pk})
    standings = {}
    for code, each in INDICATORS.items():
        if code not in HEADLINE and code != chosen.code and (partner.pk, code) not in targets:
            continue
        target, by_month = targets.get((partner.pk, code)), found[code].by_month()
        here = progress(
            found[code].value, target.value if target else None, by_month,
            day=today(), starts_on=edition.starts_on, ends_on=edition.ends_on,
        )  # fmt: skip
        standings[code] = Standing(each, here, target, f"?indicator={code}")
    return PartnerPage(
        partner=partner,
        edition=edition,
        as_of=found[chosen.code].as_of,
        standings=tuple(standings.values()),
        chosen=standings[chosen.code],
        chart=month_chart(found[chosen.code].by_month(), today()),
        breakdown=breakdown(found[chosen.code].by_sex_and_age()),
        indicators=tuple(
            Choice(str(each.name), f"?indicator={code}", each is chosen) for code, each in INDICATORS.items()
        ),
        elsewhere=queries.published_elsewhere(partner),
        files=tuple(
            Choice(name.upper(), reverse("direction:partner_file", args=[partner.code, name]), False)
            for name in ("xlsx", "csv")
        ),
        may_set_target=policies.set_target(by, edition),
        target_url=reverse("direction:target", args=[partner.code, chosen.code]),
        nation_url=reverse("direction:nation") if by.may(Permission.FIGURES_NATION) else "",
    )
