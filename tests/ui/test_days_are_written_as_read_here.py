# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A day is written as its readers write it: never the month first, never a nought before the day."""

import datetime as dt

import pytest
from django import forms
from django.utils import translation
from django.utils.formats import date_format

DAY = dt.date(2026, 11, 2)


@pytest.mark.parametrize(
    ("language", "long", "short"),
    [
        ("it", "2 novembre 2026", "02/11/2026"),
        ("en", "2 November 2026", "02/11/2026"),
        ("ur", "2 نومبر، 2026", "02/11/2026"),
    ],
)
def test_the_day_comes_before_the_month(language: str, long: str, short: str) -> None:
    with translation.override(language):
        assert date_format(DAY, "DATE_FORMAT") == long
        assert date_format(DAY, "SHORT_DATE_FORMAT") == short


@pytest.mark.parametrize("language", ["it", "en"])
def test_a_day_typed_with_strokes_is_the_day_that_was_meant(language: str) -> None:
    with translation.override(language):
        assert forms.DateField().clean("02/11/2026") == DAY
        assert forms.DateField().clean("2026-11-02") == DAY
        with pytest.raises(forms.ValidationError):
            forms.DateField().clean("11/31/2026")
