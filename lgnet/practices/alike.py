# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Partners like mine: how alike two partners are for a practice, with the reason in words. No database.

Uses only what whoever asks may see: size in three bands, action lines, region, the needs a card speaks of, and the
needs that are frequent among one's own partner's people (`queries.frequent_needs`, at or above a threshold).
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

SIZES: Mapping[str, Promise] = {
    "small": gettext_lazy("fewer than 100 people taken in charge"),
    "medium": gettext_lazy("100 to 499 people taken in charge"),
    "large": gettext_lazy("500 people taken in charge or more"),
}
LEAST = 3  # below this it is not worth saying that somebody is alike


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of a partner by everybody in the network."""

    size: str
    lines: Set[str]
    region: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike, and why; reasons are whole phrases."""

    points: int
    reasons: tuple[str, ...]


def likeness(
    mine: Profile,
    theirs: Profile,
    *,
    my_needs: Set[str],
    needs: Sequence[str],
    words: Mapping[str, str],
    lines: Mapping[str, str],
) -> Likeness:
    """Two points for the size, one for each line in common (two at most), the region, and each need (two at most).

    `words` and `lines` name needs and action lines in the reader's language.
    """
    points, reasons = 0, list[str]()
    if mine.size and mine.size == theirs.size:
        points += 2
        reasons.append(_("as large as you (%(size)s)") % {"size": SIZES[mine.size]})
    shared = [code for code in lines if code in mine.lines & theirs.lines]
    if shared:
        points += min(2, len(shared))
        named = ", ".join(lines[code] for code in shared)
        reasons.append(_("the same action lines: %(lines)s") % {"lines": named})
    if mine.region and mine.region == theirs.region:
        points += 1
        reasons.append(_("in your region, %(region)s") % {"region": mine.region})
    wanted = [code for code in needs if code in my_needs]
    if wanted:
        points += min(2, len(wanted))
        named = ", ".join(words.get(code, code) for code in wanted)
        reasons.append(_("it answers what many people ask you for: %(needs)s") % {"needs": named})
    return Likeness(points, tuple(reasons))
