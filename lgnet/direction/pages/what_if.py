# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What if: the forecast beside another one, in which somebody goes faster, adds a unit or stops for a while.

Nothing is stored: the question is in the address, so that it can be sent to somebody who may see the figures.
"""

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.forms import Form
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from lgnet.core.clock import today
from lgnet.counting.models import NETWORK
from lgnet.direction import planned, queries
from lgnet.direction.forecast import AS_IT_GOES, Forecast, Scenario, back_test, forecast
from lgnet.direction.indicators import HEADLINE, INDICATORS, TAKEN_IN_CHARGE, Indicator
from lgnet.direction.pages.filters import Choice
from lgnet.direction.pages.standing import Standing, standing_of
from lgnet.network import editions
from lgnet.network.models import Edition, Organisation

WEEKS_IN_A_MONTH = 365.25 / 12 / 7
TRIED, AHEAD = 12, 2  # back-test: a year of forecasts, each two months far


@dataclass(frozen=True)
class WhatIfPage:
    """Two forecasts: as it goes, and as it would go."""

    partner: Organisation | None
    edition: Edition
    as_of: dt.datetime
    form: Form
    plain: Standing
    changed: Standing
    words: str
    tried: str
    url: str
    back: str
    indicators: tuple[Choice, ...]

    @property
    def indicator(self) -> Indicator:
        return self.plain.indicator

    @property
    def difference(self) -> int:
        """How many more (or fewer) in the middle of the forecast."""
        if self.plain.forecast is None or self.changed.forecast is None:
            return 0
        return self.changed.forecast.expected - self.plain.forecast.expected


def what_if_page(*, partner: Organisation | None, indicator: str, form: Form) -> WhatIfPage:
    """Build the page with four queries; a form that is not valid changes nothing."""
    chosen = INDICATORS.get(indicator, TAKEN_IN_CHARGE)
    edition = editions.current()
    seen, scope = _months(partner, chosen)
    target = queries.targets(edition).get((scope, chosen.code))
    milestones = planned.milestones_of([target] if target else [])
    plain = standing_of(
        chosen, seen.get(scope, {}), target, edition, milestones=milestones.get(target.pk) if target else None
    )
    scenario, where = _asked(form)
    made = _changed(seen, scope, where, scenario, edition)
    return WhatIfPage(
        partner=partner,
        edition=edition,
        as_of=seen.as_of,
        form=form,
        plain=plain,
        changed=replace(plain, forecast=made),
        words=_words(scenario, where),
        tried=_tried(seen.get(scope, {}), edition),
        url=reverse("direction:what_if", args=[partner.code if partner else "network"]),
        back=reverse("direction:partner", args=[partner.code]) if partner else reverse("direction:nation"),
        indicators=tuple(
            Choice(str(each.name), f"?indicator={code}", each is chosen)
            for code, each in INDICATORS.items()
            if code in HEADLINE or each is chosen
        ),
    )


class _Seen(dict[uuid.UUID, Mapping[dt.date, int]]):
    """New units by month of each scope that was read, and when."""

    as_of: dt.datetime


def _months(partner: Organisation | None, chosen: Indicator) -> tuple[_Seen, uuid.UUID]:
    seen = _Seen()
    if partner is not None:
        figures = queries.figures(partner.pk, [chosen])[chosen.code]
        seen[partner.pk], seen.as_of = figures.by_month(), figures.as_of
        return seen, partner.pk
    overview = queries.overview(chosen)
    seen.as_of = overview.as_of
    seen.update(
        {scope: months for (scope, kind), months in overview.months.items() if kind == chosen.fact_kind}
    )
    return seen, NETWORK


def _asked(form: Form) -> tuple[Scenario, Organisation | None]:
    if not form.is_valid():
        return AS_IT_GOES, None
    given = form.cleaned_data
    stopped = (given["stop"] or 0) / WEEKS_IN_A_MONTH
    return Scenario(given["pace"] or 0, given["extra"] or 0, stopped), given.get("where")


def _changed(
    seen: _Seen, scope: uuid.UUID, where: Organisation | None, scenario: Scenario, edition: Edition
) -> Forecast | None:
    """The other forecast. Of the network with one partner's change: moved by what changes at that partner."""

    def made(of: uuid.UUID, how: Scenario) -> Forecast | None:
        return forecast(
            seen.get(of, {}), day=today(), starts_on=edition.starts_on, ends_on=edition.ends_on, scenario=how
        )

    if where is None:
        return made(scope, scenario)
    whole, before, after = made(scope, AS_IT_GOES), made(where.pk, AS_IT_GOES), made(where.pk, scenario)
    if whole is None or before is None or after is None:
        return whole
    moved = after.expected - before.expected
    return replace(
        whole,
        low=max(whole.value, whole.low + moved),
        high=max(whole.value, whole.high + moved),
        expected=max(whole.value, whole.expected + moved),
    )


def _words(scenario: Scenario, where: Organisation | None) -> str:
    """What is asked, in words: it heads the result and is read out when it changes."""
    said = []
    if scenario.pace_percent:
        said.append(gettext("pace %(percent)+d %%") % {"percent": scenario.pace_percent})
    if scenario.extra:
        said.append(gettext("%(n)+d a month") % {"n": scenario.extra})
    if scenario.months_stopped:
        weeks = round(scenario.months_stopped * WEEKS_IN_A_MONTH)
        said.append(ngettext("a stop of %(n)s week", "a stop of %(n)s weeks", weeks) % {"n": weeks})
    if not said:
        return gettext("Nothing changed")
    place = f"{where.short_name}: " if where else ""
    return place + ", ".join(said)


def _tried(by_month: Mapping[dt.date, int], edition: Edition) -> str:
    """How often forecasts of this kind held in the last year."""
    trials = back_test(by_month, day=today(), starts_on=edition.starts_on, ahead=AHEAD, most=TRIED)
    if not trials:
        return ""
    held = sum(trial.held for trial in trials)
    return ngettext(
        "Tried on the past: of %(n)s forecast made like this, two months ahead, %(held)s held.",
        "Tried on the past: of %(n)s forecasts made like this, two months ahead, %(held)s held.",
        len(trials),
    ) % {"n": len(trials), "held": held}
