# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Quarters divide time: every day lies in exactly one, and they follow each other without a gap."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from lgnet.reports.quarters import Quarter

DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2040, 12, 31))


@given(DAYS)
def test_every_day_lies_in_its_quarter_and_in_no_other(day: dt.date) -> None:
    quarter = Quarter.of(day)

    assert quarter.first_day <= day <= quarter.last_day
    assert quarter.next.first_day == quarter.last_day + dt.timedelta(days=1)
    assert quarter.next.previous == quarter == quarter.previous.next
    assert day.replace(day=1) in quarter.months()
    assert Quarter.parse(quarter.code) == quarter


@given(st.text(max_size=12))
def test_an_address_that_names_no_quarter_is_none(code: str) -> None:
    found = Quarter.parse(code)

    assert found is None or found.code == code
