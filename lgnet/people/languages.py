# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Languages that people speak, by name, in the language of the interface (names: Unicode CLDR).

Stored are ISO 639 codes. The list is short on purpose: one finds one's language in it.
"""

from functools import lru_cache

from babel import Locale
from django.utils.translation import gettext_lazy as _

from lgnet.people.countries import Choices, by_name, interface_locale


def _codes(text: str) -> tuple[str, ...]:
    return tuple(text.split())


SPOKEN = _codes(
    """
    af ak am ar ary az be bg bm bn bs ca ckb cs da de dyu ee efi el en es et ewo fa ff fi fon fr gaa gu
    ha he hi hr hu hy ig it ja ka kk ki kmb ku ky lg ln lo lt lv mk ml mn mos ne nl no ny om pa pcm pl
    ps pt rn ro rom ru rw si sk sl sn so sq sr srr su sus sv sw ta te tg th ti tk tl tr uk ur uz vi wo
    xh yo zh zu
    """
)
# Not named by the Unicode list.
OTHERS = {
    "bci": _("Baoulé"),
    "ber": _("Berber"),
    "edo": _("Edo"),
    "kbp": _("Kabiyè"),
    "kri": _("Krio"),
    "ktu": _("Kituba"),
    "mnk": _("Mandinka"),
    "prs": _("Dari"),
    "sgn": _("Sign language"),
}


def language_name(code: str) -> str:
    """The name of a language; the code itself where it has none."""
    name = interface_locale().languages.get(code) or OTHERS.get(code) or code
    return str(name)


def language_choices() -> Choices:
    """The languages to choose from, by name."""
    return _choices(str(interface_locale()))


@lru_cache(maxsize=8)
def _choices(locale: str) -> Choices:
    names = Locale.parse(locale).languages
    codes = {*SPOKEN, *OTHERS}
    named = ((code, str(names.get(code) or OTHERS.get(code, code))) for code in codes)
    return tuple(sorted(named, key=by_name))
