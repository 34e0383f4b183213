# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The code of a room: shown on the wall, new every minute, signed by the platform, kept nowhere.

What is typed lives two minutes at most; what the QR code holds five, so that there is time to log in.
"""

import datetime as dt
import uuid
from hashlib import sha256

from django.utils.crypto import constant_time_compare, salted_hmac

WINDOW = 60  # seconds
TYPED_WINDOWS, QR_WINDOWS = 2, 5
TYPED_LENGTH, QR_LENGTH = 6, 16
_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # 32, none of which is taken for another one


def typed(session: uuid.UUID, at: dt.datetime) -> str:
    """The code to type at this moment."""
    return _code("typed", session, _window(at), TYPED_LENGTH)


def scanned(session: uuid.UUID, at: dt.datetime) -> str:
    """The code inside the QR code at this moment."""
    return _code("qr", session, _window(at), QR_LENGTH)


def is_typed(given: str, session: uuid.UUID, at: dt.datetime) -> bool:
    """Whether this was the code to type in the last two minutes; spaces and the case of letters do not matter."""
    return _is_one_of(given, "typed", session, at, TYPED_WINDOWS, TYPED_LENGTH)


def is_scanned(given: str, session: uuid.UUID, at: dt.datetime) -> bool:
    """Whether this was in the QR code in the last five minutes."""
    return _is_one_of(given, "qr", session, at, QR_WINDOWS, QR_LENGTH)


def _is_one_of(given: str, kind: str, session: uuid.UUID, at: dt.datetime, windows: int, length: int) -> bool:
    plain = "".join(given.split()).replace("-", "").upper()
    valid = [_code(kind, session, _window(at) - back, length) for back in range(windows)]
    return any(constant_time_compare(plain, one) for one in valid)


def _window(at: dt.datetime) -> int:
    return int(at.timestamp()) // WINDOW


def _code(kind: str, session: uuid.UUID, window: int, length: int) -> str:
    digest = salted_hmac(f"lgnet.training.{kind}", f"{session}:{window}", algorithm=sha256().name).digest()
    return "".join(_LETTERS[byte % 32] for byte in digest[:length])
