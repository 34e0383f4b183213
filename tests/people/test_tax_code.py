# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tax codes as people type them. All codes are synthetic."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgnet.people.tax_code import (
    Kind,
    Problem,
    TaxCode,
    disagreements,
    encode,
    encode_provisional,
    normalise,
    parse,
)

VECTORS = list(
    csv.DictReader(
        (Path(__file__).parent / "data" / "tax_codes.csv").read_text(encoding="utf-8").splitlines()
    )
)
TODAY = date(2026, 6, 1)


def vectors(kind: str) -> list[tuple[str, str]]:
    return [(row["input"], row["expected"]) for row in VECTORS if row["kind"] == kind]


def read(text: str) -> TaxCode:
    parsed = parse(text, today=TODAY)
    assert isinstance(parsed, TaxCode)
    return parsed


@pytest.mark.parametrize(("person", "code"), vectors("encode"))
def test_a_code_is_computed_and_read_back(person: str, code: str) -> None:
    family, given_name, sex, born, place = person.split("|")
    assert sex in ("M", "F")
    made = encode(
        family_name=family,
        given_name=given_name,
        sex="M" if sex == "M" else "F",
        birth_date=date.fromisoformat(born),
        birth_place=place,
    )
    assert made == code
    found = read(code)
    assert (found.kind, found.sex, found.birth_date, found.birth_place) == (
        Kind.ALPHANUMERIC,
        sex,
        date.fromisoformat(born),
        place,
    )
    assert not found.is_omocode


@pytest.mark.parametrize(("root", "omocode"), vectors("omocode_of"))
def test_an_omocode_has_the_root_of_the_code_it_replaces(root: str, omocode: str) -> None:
    found = read(omocode)
    assert (found.value, found.root, found.is_omocode) == (omocode, root, True)


@pytest.mark.parametrize(("digits", "valid"), vectors("numeric11_ok"))
def test_a_provisional_code_is_checked(digits: str, valid: str) -> None:
    found = parse(digits)
    if valid == "true":
        assert isinstance(found, TaxCode)
        assert found.kind is Kind.PROVISIONAL
    else:
        assert isinstance(found, Problem)
        assert found.code == "check"


@pytest.mark.parametrize(
    "typed",
    [
        "prv mda 94e12 z317j",
        "PRV-MDA-94E12-Z317J",
        "\u200ePRVMDA94E12Z317J\u00a0",
        "ＰＲＶＭＤＡ９４Ｅ１２Ｚ３１７Ｊ",
        "РRVМDА94Е12Z317J",
        "PRVMDA94EI2Z3I7J",
    ],
)
def test_what_fingers_do_to_a_code_is_forgiven(typed: str) -> None:
    assert read(typed).value == "PRVMDA94E12Z317J"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("PRVMDA94E12Z317", "length"),
        ("9100001123", "length"),
        ("PRVMDA94E12Z317K", "check"),
        ("PRVMDA94Y12Z317J", "characters"),
        (encode(family_name="A", given_name="B", sex="M", birth_date=date(2000, 1, 1), birth_place="Z317")[:9]
         + "31Z317", "length"),
    ],
)  # fmt: skip
def test_a_wrong_code_is_named_by_its_problem(typed: str, code: str) -> None:
    found = parse(typed)
    assert isinstance(found, Problem)
    assert found.code == code


def test_a_day_that_does_not_exist_is_refused() -> None:
    from codicefiscale.codicefiscale import encode_cin

    body = "PRVMDA94B30Z317"
    found = parse(body + encode_cin(body))
    assert isinstance(found, Problem)
    assert found.code == "date"


def test_the_country_of_birth_is_a_hint() -> None:
    found = read("PRVMDA94E12Z317J")
    assert found.born_abroad
    assert found.birth_country == "Gambia"
    assert read("91000011238").born_abroad is None


def test_agreeing_data_gives_no_warning_and_missing_data_is_not_compared() -> None:
    found = read("PRVMDA94E12Z317J")
    same = disagreements(
        found, given_name="Amadou", family_name="Prova", sex="M", birth_date=date(1994, 5, 12)
    )
    assert same == []
    assert disagreements(found) == []
    assert disagreements(found, given_name="أمادو") == []


def test_each_difference_is_one_warning() -> None:
    found = read("PRVMDA94E12Z317J")
    different = disagreements(
        found, given_name="Blessing", family_name="Esempio", sex="F", birth_date=date(1994, 5, 13)
    )
    assert len(different) == 4


def test_a_provisional_code_says_nothing_about_the_person() -> None:
    assert disagreements(read("91000011238"), given_name="Amadou", sex="F") == []


@given(st.text(max_size=40))
def test_any_text_gets_an_answer(text: str) -> None:
    assert isinstance(parse(text), (TaxCode, Problem))
    assert normalise(normalise(text)) == normalise(text)


@given(st.text("0123456789", min_size=10, max_size=10))
def test_a_completed_provisional_code_is_valid_and_one_wrong_digit_is_seen(ten: str) -> None:
    whole = encode_provisional(ten)
    assert read(whole).value == whole
    wrong = str((int(whole[3]) + 1) % 10)
    assert isinstance(parse(whole[:3] + wrong + whole[4:]), Problem)


@given(
    st.dates(date(1927, 1, 1), TODAY),
    st.sampled_from(("M", "F")),
    st.text("ABCDEFGHILMNOPQRSTUVZ", min_size=1, max_size=9),
)
def test_every_encoded_person_is_read_back(born: date, sex: str, name: str) -> None:
    code = encode(
        family_name=name,
        given_name=name,
        sex="F" if sex == "F" else "M",
        birth_date=born,
        birth_place="Z336",
    )
    found = read(code)
    assert (found.sex, found.birth_date, found.root) == (sex, born, code)
