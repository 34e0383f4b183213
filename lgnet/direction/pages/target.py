# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages on which the direction decides a target, and takes an act back."""

from dataclasses import dataclass

from django.forms import Form
from django.urls import reverse

from lgnet.counting.models import NETWORK
from lgnet.direction import planned, queries
from lgnet.direction.indicators import Indicator
from lgnet.direction.models import Decision, Target
from lgnet.network import editions
from lgnet.network.models import Organisation


@dataclass(frozen=True)
class TargetPage:
    """The form, and what was decided before."""

    partner: Organisation | None
    indicator: Indicator
    form: Form
    reached: int
    history: tuple[Target, ...]
    back: str


@dataclass(frozen=True)
class TakeBackPage:
    """An act, its targets, and the form that asks why."""

    decision: Decision
    targets: tuple[Target, ...]
    form: Form


def take_back_page(*, decision: Decision, form: Form) -> TakeBackPage:
    """Build the page without a query more."""
    return TakeBackPage(decision, tuple(decision.targets.all()), form)


def target_page(*, partner: Organisation | None, indicator: Indicator, form: Form) -> TargetPage:
    """Build the page with three queries."""
    history = tuple(queries.target_history(editions.current(), partner, indicator))
    scope = partner.pk if partner else NETWORK
    reached = planned.reached([scope], [indicator]).get((scope, indicator.code), 0)
    back = reverse("direction:partner", args=[partner.code]) if partner else reverse("direction:targets")
    return TargetPage(partner, indicator, form, reached, history, back)
