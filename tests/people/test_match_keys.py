# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A person registered once is proposed again however her data are typed the second time."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgnet.people.match_keys import (
    Hasher,
    MatchRecord,
    document_number,
    keys_for,
    phone_digits,
    query_keys,
    read_query,
    record_query,
)

HASHER = Hasher(b"a pepper for the tests only")
OLENA = MatchRecord(
    given_name="Olena",
    family_name="Kovalchuk",
    other_names=("Олена Ковальчук",),
    birth_date=date(1985, 1, 30),
    sex="F",
    nationality="UA",
    phones=("+39 345 123 4567",),
    documents=("FA123456",),
    tax_code="CLLKSN85A70Z138F",
)
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=40)
RECORDS = st.builds(
    MatchRecord,
    given_name=ANY_TEXT,
    family_name=ANY_TEXT,
    birth_date=st.none() | st.dates(),
    birth_date_is_placeholder=st.booleans(),
    sex=st.sampled_from(["", "M", "F"]),
    nationality=st.sampled_from(["", "UA", "GM"]),
    phones=st.lists(ANY_TEXT, max_size=2).map(tuple),
    documents=st.lists(ANY_TEXT, max_size=2).map(tuple),
    tax_code=ANY_TEXT,
)


def meets(text: str, record: MatchRecord = OLENA) -> bool:
    return not keys_for(record, HASHER).isdisjoint(key for key, _ in query_keys(text, HASHER))


@pytest.mark.parametrize(
    "typed",
    [
        "kov",
        "Ole",
        "олена",
        "Ковальчук Олена",
        "kovalchuk",
        "345 1234567",
        "+393451234567",
        "fa123456",
        "cllksn85a70z138f",
        "CLL KSN 85A70 Z138F",
        "CLLKSN85A70Z13UC",
        "30/01/1985",
        "1985-01-30",
        "30 01 1985",
        "٣٠/٠١/١٩٨٥",
    ],
)
def test_one_box_finds_a_person_by_anything_she_is_known_by(typed: str) -> None:
    assert meets(typed)


@pytest.mark.parametrize("typed", ["", "ko", "ahmed", "3459999999", "FA999999", "31/01/1985"])
def test_what_she_is_not_known_by_does_not_find_her(typed: str) -> None:
    assert not meets(typed)


def test_everything_typed_together_is_told_apart() -> None:
    typed = read_query("kovalchuk 30/01/1985 olena 345 123 4567 FA123456")
    assert typed.name == ("kovalchuk", "olena")
    assert typed.dates == (date(1985, 1, 30),)
    assert set(typed.numbers) == {"345 123 4567", "FA123456"}


def test_the_more_is_typed_the_heavier_the_match() -> None:
    stored = keys_for(OLENA, HASHER)

    def weight(text: str) -> float:
        return sum(w for key, w in query_keys(text, HASHER) if key in stored)

    steps = ["ole", "olen", "olena", "olena kov", "olena kovalchuk", "olena kovalchuk 30/01/1985"]
    weights = [weight(step) for step in steps]
    assert weights == sorted(set(weights))


@pytest.mark.parametrize(
    "second",
    [
        MatchRecord(given_name="Ковальчук", family_name="Елена"),
        MatchRecord(given_name="Olena", birth_date=date(1985, 1, 30)),
        MatchRecord(given_name="X", phones=("3451234567",)),
        MatchRecord(documents=("fa-123456",)),
        MatchRecord(tax_code="CLLKSN85A70Z13UC"),
        MatchRecord(given_name="Olena", family_name="K", birth_date=date(1986, 5, 5), nationality="UA"),
    ],
)
def test_a_second_registration_meets_the_first(second: MatchRecord) -> None:
    stored = keys_for(OLENA, HASHER)
    assert any(key in stored for key, _ in record_query(second, HASHER))


def test_swapped_day_and_month_are_looked_for() -> None:
    stored = keys_for(MatchRecord(family_name="Bah", birth_date=date(1990, 3, 4)), HASHER)
    looked_for = dict(record_query(MatchRecord(family_name="Bah", birth_date=date(1990, 4, 3)), HASHER))
    assert len(stored & looked_for.keys()) > 1


def test_words_written_together_or_apart_meet_in_one_bag() -> None:
    joined = keys_for(MatchRecord("Jianguo", "Li", birth_date=date(1990, 5, 6)), HASHER)
    apart = keys_for(MatchRecord("Jian Guo", "Li", birth_date=date(1990, 7, 8)), HASHER)
    assert joined & apart


def test_a_name_split_over_two_boxes_is_found_whole() -> None:
    assert meets("Abderrahmane", MatchRecord(given_name="Abdul", family_name="Rahman"))


def test_keys_mean_nothing_under_another_pepper() -> None:
    assert keys_for(OLENA, HASHER).isdisjoint(keys_for(OLENA, Hasher(b"another pepper for tests")))
    with pytest.raises(ValueError, match="pepper"):
        Hasher(b"short")


def test_numbers_are_compared_without_their_punctuation() -> None:
    assert phone_digits("+39 345-123.4567") == phone_digits("0039 3451234567") == "451234567"
    assert phone_digits("12345") == ""
    assert document_number("ya-12 34567") == "YA1234567"
    assert document_number("senza") == ""


@given(RECORDS)
def test_any_record_has_keys_that_fit_the_database(record: MatchRecord) -> None:
    keys = keys_for(record, HASHER)
    assert len(keys) <= 200
    assert all(-(2**63) <= key < 2**63 for key in keys)
    weights = [weight for _, weight in record_query(record, HASHER)]
    assert weights == sorted(weights, reverse=True)


@given(RECORDS)
def test_a_record_is_found_by_its_own_query(record: MatchRecord) -> None:
    looked_for = {key for key, _ in record_query(record, HASHER)}
    stored = keys_for(record, HASHER)
    assert looked_for & stored or not stored


@given(ANY_TEXT, ANY_TEXT)
def test_the_order_of_names_does_not_matter(given_name: str, family_name: str) -> None:
    one = MatchRecord(given_name=given_name, family_name=family_name)
    other = MatchRecord(given_name=family_name, family_name=given_name)
    forms = [*one.names, *other.names]
    if len(forms) == 2 and len(forms[0]) <= 2:  # neighbours joined depend on who is next to whom
        assert keys_for(one, HASHER) == keys_for(other, HASHER)


@given(ANY_TEXT)
def test_any_text_can_be_typed_in_the_box(text: str) -> None:
    assert query_keys(text, HASHER) == query_keys(text, HASHER)
