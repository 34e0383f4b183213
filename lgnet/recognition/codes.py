# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Codes that stand on certificates, and names as two people type them alike."""

import re
import secrets
import unicodedata

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: nothing that is read as something else
_READ_AS = str.maketrans("OILU", "011V")
PREFIX = "LG"
GROUPS, GROUP = 3, 4


def new_code() -> str:
    """A code that nobody guesses, "LG-7K2M-4QXN-9D0T": 60 random bits."""
    letters = "".join(secrets.choice(_LETTERS) for _ in range(GROUPS * GROUP))
    return "-".join([PREFIX, *(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))])


def as_printed(typed: str) -> str:
    """What somebody typed from paper, as it is printed; "" where it cannot be a code."""
    plain = re.sub(r"[^0-9A-Z]", "", typed[:60].upper())
    if not plain.startswith(PREFIX) or len(plain) != len(PREFIX) + GROUPS * GROUP:
        return ""
    letters = plain[len(PREFIX) :].translate(_READ_AS)
    return "-".join([PREFIX, *(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))])


def name_key(name: str) -> str:
    """A name without case, accents, order and punctuation: "D'Angelò Maria" is "Maria D’Angelo"."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name[:400]) if not unicodedata.combining(c))
    return " ".join(sorted(re.findall(r"\w+", plain.casefold())))[:120]
