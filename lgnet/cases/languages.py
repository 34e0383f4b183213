# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The languages in which a plan can be printed beside the Italian, by name."""

from babel import Locale
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lgnet.cases.paper import label_languages


def print_languages(own: str = "") -> list[tuple[str, str]]:
    """Languages a plan can be printed in beside Italian, by name; the person's own first."""
    names = Locale.parse(get_language() or "it", sep="-").languages
    codes = sorted({*label_languages(), *([own] if own else [])} - {"it"}, key=lambda c: str(names.get(c, c)))
    ordered = [own] * (own in codes) + [code for code in codes if code != own]
    return [
        ("", str(_("Italian only"))),
        *((code, str(names.get(code, code)).capitalize()) for code in ordered),
    ]
