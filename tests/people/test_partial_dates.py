# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A birth date may be known in part: what is not known is never invented, what cannot be is said."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgnet.people.models import Precision
from lgnet.people.partial_date import ImpossibleDate, PartialDate, age_in_words, in_words, is_minor, read

TODAY = dt.date(2026, 11, 23)
DATES = st.dates(dt.date(1900, 1, 1), TODAY)


@given(DATES, st.sampled_from([Precision.DAY, Precision.MONTH, Precision.YEAR, Precision.ESTIMATED]))
def test_a_date_drawn_in_the_boxes_is_read_back_as_it_was(date: dt.date, precision: Precision) -> None:
    known = {
        Precision.DAY: date,
        Precision.MONTH: date.replace(day=1),
        Precision.YEAR: date.replace(day=1, month=1),
        Precision.ESTIMATED: date.replace(day=1, month=1),
    }[precision]
    written = PartialDate(known, precision.value)

    assert read(*written.boxes(), today=TODAY) == written


@given(
    st.text(max_size=12),
    st.text(max_size=12),
    st.text(max_size=12),
    st.sampled_from(["", "estimated", "unknown"]),
)
def test_whatever_is_typed_is_a_date_or_a_sentence(day: str, month: str, year: str, sure: str) -> None:
    try:
        found = read(day, month, year, sure, today=TODAY)
    except ImpossibleDate:
        return
    assert (found.date is None) == (found.precision == Precision.UNKNOWN)
    assert found.date is None or dt.date(1900, 1, 1) <= found.date <= TODAY


@given(st.integers(0, 99), st.integers(0, 99), st.integers(1900, 2026))
def test_a_full_date_is_read_exactly_or_refused(day: int, month: int, year: int) -> None:
    try:
        expected = dt.date(year, month, day)
    except ValueError:
        expected = None
    if expected is None or expected > TODAY:
        with pytest.raises(ImpossibleDate):
            read(str(day), str(month), str(year), "", today=TODAY)
    else:
        assert read(str(day), str(month), str(year), "", today=TODAY) == PartialDate(expected, "day")


def test_digits_of_other_scripts_and_blanks_are_read() -> None:
    assert read(" ١٢ ", "۵", "１９９４\u200e", "", today=TODAY) == PartialDate(dt.date(1994, 5, 12), "day")


@pytest.mark.parametrize(
    ("precision", "words", "age"),
    [("day", "12 maggio 1994", "32 anni"), ("month", "maggio 1994", "32 anni"), ("year", "1994", "circa 32 anni"),
     ("estimated", "circa 1994", "circa 32 anni"), ("unknown", "non si sa", "età non nota")],
)  # fmt: skip
def test_only_what_is_known_is_said(precision: str, words: str, age: str) -> None:
    date = dt.date(1994, 5, 12)

    assert in_words(date, precision).lower() == words
    assert age_in_words(date, precision, TODAY) == age


def test_in_doubt_about_the_birthday_somebody_is_a_minor() -> None:
    assert is_minor(dt.date(2008, 1, 1), "year", TODAY)
    assert not is_minor(dt.date(2008, 1, 1), "day", TODAY)
    assert not is_minor(dt.date(2007, 1, 1), "estimated", TODAY)
    assert not is_minor(None, "unknown", TODAY)
