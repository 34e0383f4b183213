# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""How the direction reads a number that a person typed, in a form or in a sheet."""

import re

from django import forms

LARGEST = 10_000_000


_GROUPED = re.compile(r"\d{1,3}(?:[. \u00a0\u202f’']\d{3})+")


class CountField(forms.IntegerField):
    """A whole number as people type it: 1250, 1.250 or 1 250."""

    def to_python(self, value: object) -> int | None:
        text = str(value or "").strip()
        plain = re.sub(r"\D", "", text) if _GROUPED.fullmatch(text) else value
        return super().to_python(plain)
