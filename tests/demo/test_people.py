# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""The invented people: the same at every run, varied enough, coherent, and nobody's real data."""

import csv
from collections import Counter
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import Literal

import pytest
from codicefiscale import codicefiscale
from hypothesis import given, settings
from hypothesis import strategies as st

from lgnet.demo.people import SyntheticPerson, generate, tables
from lgnet.people.identifiers import IdentifierKind

TODAY = date(2026, 11, 23)
SEED = 993


@cache
def crowd() -> tuple[SyntheticPerson, ...]:
    return tuple(generate(SEED, 9_400, TODAY))


def codes_of(package: str, name: str) -> set[str]:
    with files(package).joinpath("data", name).open(encoding="utf-8") as rows:
        return {row["code"] for row in csv.DictReader(rows)}


def age(person: SyntheticPerson) -> float:
    assert person.birth.on is not None
    return (TODAY - person.birth.on).days / 365.25


def test_the_same_seed_and_day_give_the_same_people() -> None:
    assert tuple(generate(SEED, 9_400, TODAY)) == crowd()


def test_another_seed_gives_other_people() -> None:
    assert tuple(generate(SEED + 1, 50, TODAY)) != crowd()[:50]


def test_people_stream_one_at_a_time_however_many_are_asked_for() -> None:
    assert len(list(islice(generate(SEED, 10**9, TODAY), 5))) == 5


@pytest.mark.parametrize("count", [0, 1, 2, 7, 1000])
def test_exactly_as_many_come_as_were_asked_for(count: int) -> None:
    people = list(generate(SEED, count, TODAY))
    assert [person.number for person in people] == list(range(count))


def test_a_demo_before_the_project_began_is_refused() -> None:
    with pytest.raises(ValueError, match="two months"):
        next(generate(SEED, 1, date(2024, 2, 1)))


def test_they_come_from_more_than_sixty_countries_to_all_twenty_two_partners() -> None:
    assert len({code for person in crowd() for code in person.citizenships}) >= 60
    sizes = Counter(person.partner for person in crowd())
    assert len(sizes) == 22
    assert min(sizes.values()) > 50
    assert sizes["roma"] > sizes["aosta"] * 4


def test_names_are_kept_in_many_scripts_each_in_its_own_letters() -> None:
    scripts = Counter(person.name.script for person in crowd())
    assert {
        "Arab",
        "Beng",
        "Cyrl",
        "Ethi",
        "Geor",
        "Hans",
        "Taml",
        "Sinh",
        "Deva",
        "Armn",
        "Guru",
    } <= set(scripts)
    blocks = {
        "Arab": (0x600, 0x6FF), "Beng": (0x980, 0x9FF), "Cyrl": (0x400, 0x4FF), "Ethi": (0x1200, 0x137F),
        "Geor": (0x10A0, 0x10FF), "Hans": (0x4E00, 0x9FFF), "Taml": (0xB80, 0xBFF), "Armn": (0x530, 0x58F),
        "Deva": (0x900, 0x97F), "Guru": (0xA00, 0xA7F),
    }  # fmt: skip
    for person in crowd():
        if person.name.script in blocks:
            low, high = blocks[person.name.script]
            letters = [c for c in person.name.native if c not in " \u200c"]
            assert letters, person
            assert all(low <= ord(c) <= high for c in letters), person.name


def test_there_are_people_with_a_single_name_and_people_with_two_family_names() -> None:
    assert any(not person.name.family for person in crowd())
    assert any(" " in person.name.family for person in crowd() if person.citizenships == ("PE",))


def test_minors_families_and_minors_alone_are_there_in_plausible_shares() -> None:
    minors = [person for person in crowd() if person.birth.on and age(person) < 18]
    alone = [person for person in crowd() if person.minor_alone]
    assert 0.12 < len(minors) / len(crowd()) < 0.35
    assert 100 < len(alone) < len(minors) / 2
    assert 0.5 < sum(person.guardian is not None for person in alone) / len(alone) < 0.95
    homes = Counter(person.household.code for person in crowd() if person.household)
    assert len(homes) > 500
    assert max(homes.values()) <= 6


def test_papers_are_missing_expired_and_pending_for_some_and_in_order_for_most() -> None:
    expired = sum(person.stay.expires_on is not None and person.stay.expires_on < TODAY for person in crowd())
    pending = sum(person.stay.code in ("RIC", "RSC") for person in crowd())
    none = sum(not person.identifiers for person in crowd())
    assert 200 < expired < 2000
    assert 500 < pending < 2500
    assert 200 < none < 2000


def test_birth_dates_are_uncertain_for_some_and_first_of_january_for_many() -> None:
    precisions = Counter(person.birth.precision for person in crowd())
    assert set(precisions) == {"day", "month", "year", "estimated", "unknown"}
    assert precisions["day"] > len(crowd()) * 0.85
    first = sum(b.precision == "day" and b.on is not None and (b.on.month, b.on.day) == (1, 1)
                for b in (person.birth for person in crowd()))  # fmt: skip
    assert first > len(crowd()) * 0.02


def test_somebody_is_registered_twice_by_two_partners_under_another_spelling() -> None:
    twice = [person for person in crowd() if person.same_person_as is not None]
    assert len(twice) > 10
    for person in twice:
        assert person.same_person_as is not None
        first = crowd()[person.same_person_as]
        assert first.partner != person.partner
        assert first.birth == person.birth
    assert any(crowd()[person.same_person_as or 0].name != person.name for person in twice)


def test_codes_are_those_of_the_code_lists() -> None:
    assert {row.code for person in crowd() for row in person.stays} <= codes_of(
        "lgnet.people", "residence_statuses.csv"
    )
    assert {v.code for person in crowd() for v in person.vulnerabilities} <= codes_of(
        "lgnet.cases", "vulnerability_categories.csv"
    ) - {"MIN", "NEU", "ANZ"}
    assert {i.kind for person in crowd() for i in person.identifiers} <= set(IdentifierKind)
    assert {row.expiry_missing for person in crowd() for row in person.stays} - {""} <= {
        "not_asked", "not_known", "not_shown", "refused", "being_issued", "lost", "not_foreseen"
    }  # fmt: skip


def test_tax_codes_are_valid_and_say_what_the_person_says() -> None:
    seen: set[str] = set()
    for person in crowd():
        for paper in person.identifiers:
            if paper.kind != "tax_code" or person.same_person_as is not None:
                continue
            assert paper.value not in seen
            seen.add(paper.value)
    assert len(seen) > 4000
    for value in sorted(seen)[::12]:
        assert codicefiscale.is_valid(value), value


def test_our_encoder_of_tax_codes_agrees_with_the_library() -> None:
    places = {country.iso2: country.belfiore for country in tables.countries()}
    checked = 0
    for person in crowd()[:1500]:
        codes = [paper.value for paper in person.identifiers if paper.kind == "tax_code"]
        if not codes or person.birth.on is None or person.birth.country not in places:
            continue
        sex: Literal["M", "F"] = "F" if person.sex == "F" else "M"  # nobody else has a tax code here
        names = person.name.family, person.name.given
        expected = codicefiscale.encode(*names, sex, str(person.birth.on), places[person.birth.country])
        assert codicefiscale.decode(codes[0])["omocodes"][0] == expected
        checked += 1
    assert checked > 500


def test_every_place_of_birth_is_a_country_of_the_list() -> None:
    with files("lgnet.people").joinpath("data", "countries.csv").open(encoding="utf-8") as rows:
        listed = {row["iso2"]: row["belfiore"] for row in csv.DictReader(rows)}
    for country in tables.countries():
        assert listed[country.iso2] == country.belfiore


def test_no_number_can_be_called_and_no_name_of_a_guardian_is_a_real_family_name() -> None:
    phones = {person.phone for person in crowd()} - {""}
    assert all(phone.startswith("+39 300 ") for phone in phones)
    assert len(phones) == sum(bool(person.phone) for person in crowd())
    invented = {spelled[0][0] for spelled in tables.culture("italian").family["M"]}
    assert {person.guardian.family for person in crowd() if person.guardian} <= invented


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**32), today=st.dates(date(2024, 4, 1), date(2028, 12, 31)))
def test_whatever_the_seed_and_the_day_every_date_is_possible(seed: int, today: date) -> None:
    for person in generate(seed, 60, today):
        assert_possible(person, today)


def assert_possible(person: SyntheticPerson, today: date) -> None:
    born, arrived = person.birth.on, person.arrived_on
    assert (born is None) == (person.birth.precision == "unknown")
    if born is not None:
        assert date(1900, 1, 1) < born <= today
    if arrived is not None:
        assert arrived <= today
        assert born is None or born <= arrived
    if person.minor_alone and born is not None:
        assert (today - born).days < 18 * 365.25 + 1
    assert person.stays
    starts = [row.valid_from for row in person.stays]
    assert starts == sorted(starts)
    for row in person.stays:
        assert row.valid_from <= today
        assert (row.expires_on is None) == bool(row.expiry_missing)
        assert row.expires_on is None or row.expires_on >= row.valid_from
        assert row.renewal_requested_on is None or row.valid_from <= row.renewal_requested_on <= today
    for paper in person.identifiers:
        assert paper.issued_on is None or paper.issued_on <= today
        assert not (paper.issued_on and paper.expires_on) or paper.issued_on <= paper.expires_on
    assert person.guardian is None or person.guardian.appointed_on <= today
