# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The languages that one may work in, by their names in the reader's own."""

from babel import Locale
from django.utils.translation import get_language

# Spoken by those whom the network meets and by those who meet them.
SPOKEN = (
    "it en fr de es pt ar uk ru sq ro bn ur pa hi si ta tl zh vi tr ku fa ps am ti so sw wo ff bm ha yo ig ka"
)


def language_name(code: str) -> str:
    """A language by its name in the reader's own."""
    return str(Locale.parse(get_language() or "it", sep="-").languages.get(code, code))


def languages() -> list[tuple[str, str]]:
    """Every language one may speak, by name."""
    return sorted(
        ((code, language_name(code)) for code in SPOKEN.split()), key=lambda pair: pair[1].casefold()
    )
