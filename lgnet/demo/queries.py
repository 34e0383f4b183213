# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reads of the demo."""

from django.conf import settings

from lgnet.core.clock import today
from lgnet.demo.models import DemoMark
from lgnet.network.models import Membership


def is_demo() -> bool:
    """Whether roles may be entered by a click: this installation is a demo and so is its database."""
    return bool(settings.DEMO) and DemoMark.objects.exists()


def open_memberships(emails: set[str]) -> dict[tuple[str, str], Membership]:
    """Today's memberships of these colleagues, by address and role."""
    found = Membership.objects.valid_on(today()).filter(user__email__in=emails)
    return {(m.user.email, m.role): m for m in found.select_related("user", "organisation")}
