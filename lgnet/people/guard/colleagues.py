# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Colleagues are named freely: their full names and work addresses are no secret of anybody served."""

from collections.abc import Collection

from django.db.models import Q
from django.db.models.functions import Lower

from lgnet.network.models import Colleague


def known_colleagues(words: Collection[str]) -> frozenset[str]:
    """Which of these names and addresses are those of colleagues, in small letters. One query."""
    low = {each.lower() for each in words}
    if not low:
        return frozenset()
    rows = Colleague.objects.annotate(low_name=Lower("name"), low_email=Lower("email"))
    found = rows.filter(Q(low_name__in=low) | Q(low_email__in=low)).values_list("low_name", "low_email")
    return frozenset(each for pair in found for each in pair)
