# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Areas of need as the screening asks them, and those that not everybody reads back."""

from collections.abc import Iterable

from django.utils.translation import get_language

from lgnet.catalogue.shipped import need_areas

# Whoever screens may write it down; only who may see special data reads it again.
RESTRICTED = frozenset({"violence_trafficking"})


def need_choices() -> list[tuple[str, str]]:
    """Code and name of every area, in the order of the form and the language of the interface."""
    language = get_language() or "it"
    return [(area.code, area.label(language)) for area in need_areas()]


def readable(needs: Iterable[str], *, special: bool) -> list[str]:
    """The needs that somebody may read; `special`: they may see special data."""
    return [need for need in needs if special or need not in RESTRICTED]


def merged(before: Iterable[str], typed: Iterable[str], *, special: bool) -> list[str]:
    """What is stored after a form: what its reader could not see stays as it was."""
    hidden = set() if special else set(before) & RESTRICTED
    return sorted(hidden | set(typed))
