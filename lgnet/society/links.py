# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Links in letters to people without an account: signed, each for one purpose and one thing, most for a time."""

import datetime as dt
import uuid
from collections.abc import Mapping
from enum import StrEnum

from django.core.signing import BadSignature, TimestampSigner


class Purpose(StrEnum):
    """What a link is for. A link for one purpose is none for another."""

    CONFIRM = "confirm"  # a registration
    MINE = "mine"  # to see and to cancel it
    DOOR = "door"  # to show it at the door, and nothing else
    SAY = "say"  # what one thinks of the event, afterwards
    SUBSCRIBE = "subscribe"  # confirm a newsletter
    LEAVE = "leave"  # end it: for ever, as RFC 8058 wants it


HOLDS: Mapping[Purpose, dt.timedelta | None] = {
    Purpose.CONFIRM: dt.timedelta(days=3),
    Purpose.MINE: dt.timedelta(days=400),
    Purpose.DOOR: dt.timedelta(days=400),
    Purpose.SAY: dt.timedelta(days=60),
    Purpose.SUBSCRIBE: dt.timedelta(days=7),
    Purpose.LEAVE: None,
}


def token(purpose: Purpose, thing: uuid.UUID) -> str:
    """What goes into the address."""
    return _signer(purpose).sign(thing.hex)


def thing_of(purpose: Purpose, token: str) -> uuid.UUID | None:
    """What a link is about; None where it is none of ours, for something else, or over."""
    try:
        return uuid.UUID(_signer(purpose).unsign(token, max_age=HOLDS[purpose]))
    except (BadSignature, ValueError):
        return None


def _signer(purpose: Purpose) -> TimestampSigner:
    return TimestampSigner(salt=f"lgnet.society.{purpose}", sep="~")
