# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a form stores of a typed name: the person's own spelling, minus what nobody can see.

Zero-width joiners are invisible too, but Persian, Urdu and Indic spelling needs them: there they stay.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

MAX_LENGTH: Final = 150
JOINERS: Final = "\u200c\u200d"
# Scripts where a joiner changes the reading: Arabic to Thaana, Indic to Sinhala, Khmer, Mongolian.
NEEDS_JOINERS: Final = "\u0600-\u07bf\u0860-\u0dff\u1780-\u18af"
STRAY_JOINER: Final = re.compile(
    f"(?<![{NEEDS_JOINERS}])[{JOINERS}]+|[{JOINERS}]+(?![{NEEDS_JOINERS}{JOINERS}])|(?<=[{JOINERS}])[{JOINERS}]+"
)
UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def clean(text: str, *, max_length: int = MAX_LENGTH) -> str:
    """NFC, single spaces, no control, bidirectional or other invisible characters. Idempotent.

    Longer text is cut as a last guard of the database: forms refuse it first, so that nothing typed is lost.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())[:max_length].rstrip()
    visible = "".join(_visible(c) for c in text)
    composed = unicodedata.normalize("NFC", STRAY_JOINER.sub("", visible))
    return " ".join(composed.split())[:max_length].rstrip(" " + JOINERS)


def _visible(char: str) -> str:
    if char.isspace():
        return " "
    if char in JOINERS or unicodedata.category(char) not in UNSEEN:
        return char
    return ""
