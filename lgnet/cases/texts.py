# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What people write at length: notes, goals, summaries. Lines stay, what nobody can see goes."""

from django.utils.translation import gettext as _

from lgnet.core.authz import Refused
from lgnet.people.names.cleaning import clean

NOTE, SUMMARY, GOAL, STEP = 10_000, 5_000, 600, 300  # characters


def tidy(text: str) -> str:
    """The text line by line without invisible and bidirectional signs; at most one empty line in a row."""
    lines = [clean(line, max_length=len(line)) for line in text.splitlines()]
    kept = [line for number, line in enumerate(lines) if line or (number and lines[number - 1])]
    return "\n".join(kept).strip("\n")


def written(text: str, limit: int) -> str:
    """The tidied text. Refused where it is longer than `limit` characters: nothing is cut silently."""
    tidied = tidy(text)
    if len(tidied) > limit:
        raise Refused(
            _("This text is too long: %(length)s characters, at most %(limit)s.")
            % {"length": len(tidied), "limit": limit}
        )
    return tidied
