# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The hours of a day as people write them: "9-13, 14:30-18"."""

import datetime as dt
import re

from django.utils.translation import gettext as _

from lgnet.directory.opening import Slot, clashes

_TIME = re.compile(r"([01]?[0-9]|2[0-4])(?:[:.]([0-5][0-9]))?")
LAST_MINUTE = dt.time(23, 59)


class UnreadableHours(ValueError):
    """Hours that are not understood, with the sentence for whoever wrote them."""


def read_hours(text: str, weekday: int) -> list[Slot]:
    """The openings of a day: "9-13, 14:30-18". Raises UnreadableHours. Midnight as an end is its last minute."""
    slots = []
    for part in (piece for piece in re.split(r"[,;/]", text.replace("–", "-")) if piece.strip()):
        ends = [_time(piece.strip()) for piece in part.split("-")]
        if len(ends) != 2 or None in ends:
            raise UnreadableHours(
                _('"%(part)s" is not understood: write 9:00-13:00.') % {"part": part.strip()[:40]}
            )
        opens, closes = ends
        assert opens is not None and closes is not None  # noqa: S101 - asked for just above
        if closes == dt.time(0):
            closes = LAST_MINUTE
        if closes <= opens:
            raise UnreadableHours(_("It closes before it opens: %(part)s.") % {"part": part.strip()[:40]})
        slots.append(Slot(weekday, opens, closes))
    clash = next(iter(clashes(slots)), None)
    if clash is not None:
        raise UnreadableHours(_("Two openings of this day overlap: write one, or change their hours."))
    return slots


def _time(text: str) -> dt.time | None:
    found = _TIME.fullmatch(text)
    if found is None or (found[1] == "24" and found[2] not in {None, "00"}):
        return None
    return dt.time(int(found[1]) % 24, int(found[2] or 0))


def write_hours(slots: list[Slot]) -> str:
    """As read_hours reads it."""
    return ", ".join(f"{slot.opens:%H:%M}-{slot.closes:%H:%M}" for slot in slots)
