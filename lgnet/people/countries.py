# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Countries and citizenships by name, in the language of the interface (names: Unicode CLDR).

Stored are ISO 3166 alpha-2 codes; a stateless person is a mark of its own, not a country.
"""

import unicodedata
from functools import lru_cache

from babel import Locale
from django.utils.translation import get_language

from lgnet.people.code_lists import countries

Choices = tuple[tuple[str, str], ...]


def interface_locale() -> Locale:
    """The locale of the interface language; Italian where none is active."""
    return Locale.parse((get_language() or "it").partition("-")[0])


def by_name(choice: tuple[str, str]) -> str:
    """The key that sorts names without regard to accents and capitals."""
    return "".join(
        c for c in unicodedata.normalize("NFKD", choice[1].casefold()) if not unicodedata.combining(c)
    )


def country_name(code: str) -> str:
    """The name of a country; the code itself where it has none."""
    return str(interface_locale().territories.get(code, code))


def citizenship_choices() -> Choices:
    """What can be chosen as a citizenship or as country of birth, by name."""
    return _choices(str(interface_locale()))


@lru_cache(maxsize=8)
def _choices(locale: str) -> Choices:
    names = Locale.parse(locale).territories
    codes = {row.iso2 for row in countries() if row.is_citizenship and len(row.iso2) == 2}
    return tuple(sorted(((code, str(names.get(code, code))) for code in codes), key=by_name))
