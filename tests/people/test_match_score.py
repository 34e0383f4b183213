# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The judgement on two records says how strong it is and why, and never lets a shared phone decide."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgnet.people.match_keys import MatchRecord
from lgnet.people.match_score import Strength, one_slip, probability, score

AMADOU = MatchRecord(
    given_name="Amadou",
    family_name="Jallow",
    birth_date=date(1994, 5, 12),
    sex="M",
    nationality="GM",
    phones=("3451234567",),
    documents=("PC123456",),
    tax_code="PRVMDA94E12Z317J",
)
BARE = MatchRecord(given_name="Amadou", family_name="Jallow")
STRENGTHS = [Strength.NONE, Strength.POSSIBLE, Strength.PROBABLE, Strength.ALMOST_CERTAIN]
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=30)
RECORDS = st.builds(
    MatchRecord,
    given_name=ANY_TEXT,
    family_name=ANY_TEXT,
    birth_date=st.none() | st.dates(),
    sex=st.sampled_from(["", "M", "F"]),
    phones=st.lists(ANY_TEXT, max_size=2).map(tuple),
    tax_code=ANY_TEXT,
)


def test_the_same_person_is_almost_certain_and_each_field_says_why() -> None:
    match = score(AMADOU, AMADOU)
    assert match.strength is Strength.ALMOST_CERTAIN
    fields = {reason.field for reason in match.reasons if reason.bits > 0}
    assert fields == {"name", "birth_date", "sex", "nationality", "phone", "document", "tax_code"}


def test_another_spelling_and_order_with_the_same_date_is_at_least_probable() -> None:
    match = score(
        MatchRecord(given_name="Diallo", family_name="Ahmadou", birth_date=date(1994, 5, 12), sex="M"),
        AMADOU,
    )
    assert STRENGTHS.index(match.strength) >= STRENGTHS.index(Strength.POSSIBLE)
    arabic = MatchRecord(given_name="محمد", family_name="حسن", birth_date=date(1990, 3, 4))
    latin = MatchRecord(given_name="Hassan", family_name="Mohamed", birth_date=date(1990, 3, 4))
    assert score(arabic, latin).strength in (Strength.PROBABLE, Strength.ALMOST_CERTAIN)
    swapped = [reason for reason in score(arabic, latin).reasons if reason.bits == 0.0]
    assert len(swapped) == 1


@pytest.mark.parametrize(
    ("mine", "theirs", "positive"),
    [
        (date(1994, 5, 12), date(1994, 5, 12), True),
        (date(1994, 5, 12), date(1994, 12, 5), True),
        (date(1994, 1, 1), date(1994, 5, 12), True),
        (date(1994, 5, 12), date(1994, 5, 13), True),
        (date(1994, 5, 12), date(1981, 8, 2), False),
    ],
)
def test_dates_speak_for_or_against(mine: date, theirs: date, positive: bool) -> None:
    match = score(replace(BARE, birth_date=mine), replace(BARE, birth_date=theirs))
    (reason,) = (reason for reason in match.reasons if reason.field == "birth_date")
    assert (reason.bits > 0) is positive


def test_brothers_with_one_phone_are_not_called_almost_certain() -> None:
    brother = replace(AMADOU, given_name="Lamin", birth_date=date(1998, 2, 7), documents=(), tax_code="")
    assert score(AMADOU, brother).strength in (Strength.NONE, Strength.POSSIBLE)


def test_a_name_alone_is_never_more_than_possible() -> None:
    assert score(BARE, BARE).strength in (Strength.NONE, Strength.POSSIBLE)


def test_nothing_in_common_is_nothing() -> None:
    assert score(MatchRecord(), AMADOU).strength is Strength.NONE


@pytest.mark.parametrize(
    ("one", "other", "close"),
    [
        ("fatima", "fatma", True),
        ("karim", "karmi", True),
        ("karim", "karin", True),
        ("karim", "karim", True),
        ("karim", "samir", False),
        ("a", "", True),
        ("abc", "a", False),
    ],
)
def test_one_slip_is_one_letter_or_two_neighbours_swapped(one: str, other: str, close: bool) -> None:
    assert one_slip(one, other) is close
    assert one_slip(other, one) is close


@given(RECORDS, RECORDS)
def test_who_is_compared_with_whom_does_not_matter(one: MatchRecord, other: MatchRecord) -> None:
    there, back = score(one, other), score(other, one)
    assert there.bits == pytest.approx(back.bits, abs=3.0)
    assert 0 <= probability(there.bits) <= 1
