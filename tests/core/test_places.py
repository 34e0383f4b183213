# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A place in a long list is read as it was written, and what nobody wrote is the beginning."""

import datetime as dt
import uuid
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgnet.core import places


@given(st.datetimes(timezones=st.timezones()), st.uuids())
def test_a_moment_is_read_as_it_was_written(at: dt.datetime, row: uuid.UUID) -> None:
    try:
        text = places.written(at, row)
    except OverflowError:  # the first and last hours of all years have no name elsewhere
        return

    assert places.moment(text) == (at.astimezone(dt.UTC), row)
    assert quote(text, safe=":~") == text


@given(st.dates(), st.integers(0, 9999), st.uuids())
def test_days_and_ranks_are_read_as_they_were_written(on: dt.date, rank: int, row: uuid.UUID) -> None:
    assert places.day(places.written(on, row)) == (on, row)
    assert places.rank(places.written(rank, row)) == (rank, row)


@pytest.mark.parametrize(
    "text",
    [
        "", "x", "~", "~~", "2026-01-01~", "2026-01-01T00:00:00~" + "0" * 32, "\x00~1", "1_2", "nan~" + "0" * 32,
        "1e400~" + "f" * 32, "-1~" + "0" * 32, "²~" + "0" * 32, "9" * 400 + "~" + "0" * 32,
    ],
)  # fmt: skip
def test_what_nobody_wrote_is_the_beginning(text: str) -> None:
    assert (places.moment(text), places.day(text), places.rank(text)) == (None, None, None)


@given(st.text())
def test_whatever_an_address_says_is_answered(text: str) -> None:
    for read in (places.moment, places.day, places.rank):
        assert read(text) is None or "~" in text
