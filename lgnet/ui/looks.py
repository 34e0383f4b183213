# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""The one map from a state to its icon, colour and word.

A colour never stands alone: whoever does not see hues reads the icon and the word. Domains map their own statuses
to one of these keys and may pass their own word; they never choose a colour.
"""

from dataclasses import dataclass
from typing import Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Tone = Literal["neutral", "info", "good", "warn", "bad"]


@dataclass(frozen=True, slots=True)
class Look:
    """How a state is drawn everywhere: tone of colour, icon of the sprite, word."""

    tone: Tone
    icon: str
    label: str | Promise


LOOKS: dict[str, Look] = {
    "new": Look("info", "star-outline", _("New")),
    "draft": Look("neutral", "pencil", _("Draft")),
    "open": Look("info", "folder", _("Open")),
    "active": Look("good", "arrow-right-circle", _("Under way")),
    "planned": Look("neutral", "calendar", _("Planned")),
    "waiting": Look("warn", "clock", _("Waiting")),
    "submitted": Look("info", "upload", _("Sent")),
    "approved": Look("good", "check-circle", _("Approved")),
    "sent_back": Look("warn", "restore", _("Sent back")),
    "done": Look("good", "check-circle", _("Done")),
    "accepted": Look("good", "check", _("Accepted")),
    "refused": Look("bad", "close-circle", _("Refused")),
    "no_show": Look("warn", "user", _("Did not come")),
    "withdrawn": Look("neutral", "arrow-left", _("Withdrawn")),
    "blocked": Look("bad", "ban", _("Blocked")),
    "suspended": Look("neutral", "minus-circle", _("Suspended")),
    "closed": Look("neutral", "lock", _("Closed")),
    "ended": Look("neutral", "lock", _("Ended")),
    "overdue": Look("bad", "warning-circle", _("Late")),
    "soon": Look("warn", "clock", _("Soon due")),
    "on_time": Look("good", "check", _("On time")),
    "expired": Look("bad", "calendar", _("Expired")),
    "missing": Look("warn", "help-circle", _("Missing")),
    "restricted": Look("neutral", "locked", _("Restricted")),
    "urgent": Look("bad", "flag", _("Urgent")),
    "high": Look("warn", "flag", _("High")),
    "medium": Look("info", "flag", _("Medium")),
    "low": Look("neutral", "flag", _("Low")),
}


@dataclass(frozen=True, slots=True)
class Link:
    """An entry of the main navigation, in the order in which it is given to the page as `navigation`."""

    url: str
    label: str | Promise
    icon: str = ""
    current: bool = False
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """A step of a path (contact, screening, taking in charge...), for the stepper."""

    label: str | Promise
    state: Literal["done", "current", "todo"]
    note: str = ""


def look_for(code: str, label: str | Promise = "") -> Look:
    """The look of a state; an unknown one is drawn neutral as long as the caller has a word for it."""
    known = LOOKS.get(code)
    if known is None:
        if not label:
            raise KeyError(f"no look for {code!r}: add it to LOOKS or pass its label")
        return Look("neutral", "info-circle", label)
    return Look(known.tone, known.icon, label) if label else known
