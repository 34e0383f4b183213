# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Dates as people write them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgnet.interop.sheets import CellValue, PartialDate, Problem, parse_date


@pytest.mark.parametrize(
    ("value", "date", "precision"),
    [
        ("31/01/1990", (1990, 1, 31), "day"),
        ("31.1.1990", (1990, 1, 31), "day"),
        ("31-01-1990", (1990, 1, 31), "day"),
        ("31/01/1990 00:00:00", (1990, 1, 31), "day"),
        (" 31/01/1990\u200b", (1990, 1, 31), "day"),
        ("1990-01-31", (1990, 1, 31), "day"),
        ("1990-01-31T10:00:00Z", (1990, 1, 31), "day"),
        ("19900131", (1990, 1, 31), "day"),
        ("3 marzo 1990", (1990, 3, 3), "day"),
        ("1° Gen 1990", (1990, 1, 1), "day"),
        ("marzo 1990", (1990, 3, 1), "month"),
        ("٣١/٠١/١٩٩٠", (1990, 1, 31), "day"),
        ("03/1990", (1990, 3, 1), "month"),
        ("1990-03", (1990, 3, 1), "month"),
        ("00/03/1990", (1990, 3, 1), "month"),
        ("00/00/1990", (1990, 1, 1), "year"),
        ("1990", (1990, 1, 1), "year"),
        (1990.0, (1990, 1, 1), "year"),
        (32904.0, (1990, 1, 31), "day"),
        (59.0, (1900, 2, 28), "day"),
        (61.0, (1900, 3, 1), "day"),
        (dt.date(1990, 1, 31), (1990, 1, 31), "day"),
        (dt.datetime(1990, 1, 31, 12), (1990, 1, 31), "day"),  # noqa: DTZ001 - spreadsheets know no zone
    ],
)
def test_a_date_is_read_with_the_precision_it_has(
    value: CellValue, date: tuple[int, int, int], precision: str
) -> None:
    found = parse_date(value)

    assert isinstance(found, PartialDate)
    assert (found.date, found.precision) == (dt.date(*date), precision)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("31/02/1990", "date_impossible"),
        ("29/02/1990", "date_impossible"),
        ("12/00/1990", "date_impossible"),
        (60.0, "date_impossible"),
        ("02/31/1990", "date_month_first"),
        ("31/01/90", "date_short_year"),
        ("31/01/1090", "date_out_of_range"),
        ("9999-12-31", "date_out_of_range"),
        ("45000", "date_is_number"),
        ("13/1990", "date_impossible"),
        ("non so", "date_unreadable"),
        ("3 brumaio 1990", "date_unreadable"),
        (True, "date_unreadable"),
        (-5.0, "date_unreadable"),
    ],
)
def test_a_date_that_cannot_be_is_a_problem_at_its_cell(value: CellValue, code: str) -> None:
    problem = parse_date(value, line=7, column="C")

    assert isinstance(problem, Problem)
    assert (problem.code, problem.line, problem.column) == (code, 7, "C")
    assert str(problem).startswith("Row 7, column C: ")


@pytest.mark.parametrize("value", ["", "  ", "\u200b"])
def test_an_empty_cell_is_no_date_and_no_problem(value: CellValue) -> None:
    assert parse_date(value) is None


@given(st.dates(dt.date(1850, 1, 1), dt.date(2150, 12, 31)))
def test_every_day_is_read_back_from_every_way_of_writing_it(day: dt.date) -> None:
    for form in ("%d/%m/%Y", "%d.%m.%Y", "%Y-%m-%d", "%Y%m%d"):
        assert parse_date(day.strftime(form)) == PartialDate(day, "day")


@given(st.one_of(st.text(max_size=30), st.floats(), st.integers()))
def test_nothing_makes_it_fail(value: CellValue) -> None:
    assert isinstance(parse_date(value), PartialDate | Problem | None)
