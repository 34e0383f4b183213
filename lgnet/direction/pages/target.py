# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The page on which the direction decides a target."""

from dataclasses import dataclass

from django.forms import Form
from django.urls import reverse

from lgnet.direction import queries
from lgnet.direction.indicators import Indicator
from lgnet.direction.models import Target
from lgnet.network.models import Organisation


@dataclass(frozen=True)
class TargetPage:
    """The form, and what was decided before."""

    partner: Organisation | None
    indicator: Indicator
    form: Form
    history: tuple[Target, ...]
    back: str


def target_page(*, partner: Organisation | None, indicator: Indicator, form: Form) -> TargetPage:
    """Build the page with two queries."""
    history = tuple(queries.target_history(queries.edition(), partner, indicator))
    back = reverse("direction:partner", args=[partner.code]) if partner else reverse("direction:nation")
    return TargetPage(partner, indicator, form, history, back)
