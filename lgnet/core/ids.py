# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Public identifiers: UUIDv7, so that they sort by creation and reveal no sequence."""

import secrets
import uuid

import uuid_utils.compat


def new_id() -> uuid.UUID:
    """A new UUID version 7 (RFC 9562): time-ordered, 74 random bits."""
    return uuid_utils.compat.uuid7()


_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def readable_code(prefix: str, bits: int | None = None) -> str:
    """A code that can be read over the telephone, "GE-7K2M-4QXN": 40 bits, random if none are given; no I, L, O, U."""
    bits = secrets.randbits(40) if bits is None else bits
    letters = "".join(_CROCKFORD[(bits >> shift) & 31] for shift in range(35, -1, -5))
    return f"{prefix}-{letters[:4]}-{letters[4:]}"


def code_as_typed(typed: str, prefix: str) -> str:
    """The `readable_code` that somebody means: whatever stands between its letters, O for nought, I and L for one."""
    letters = "".join(letter for letter in typed.upper() if letter.isalnum())
    letters = letters.removeprefix(prefix) if len(letters) > 8 else letters
    letters = letters.translate(str.maketrans("OIL", "011"))
    return f"{prefix}-{letters[:4]}-{letters[4:]}"
