# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every code list has the entries the rules name, each once, with a label in both languages."""

import re
from collections.abc import Callable, Sequence

import pytest

from lgnet.cases import code_lists as case_lists
from lgnet.catalogue import shipped as catalogue
from lgnet.core.shipped_csv import Labelled
from lgnet.direction import code_lists as direction_lists
from lgnet.people import code_lists as people_lists

LISTS: dict[Callable[[], Sequence[Labelled]], int] = {
    people_lists.countries: 224,
    people_lists.residence_statuses: 37,
    catalogue.intervention_types: 28,
    catalogue.need_areas: 10,
    case_lists.ethos: 25,
    case_lists.outcome_domains: 9,
    case_lists.outcome_levels: 62,
    case_lists.vulnerability_categories: 25,
    case_lists.refusal_reasons: 17,
    direction_lists.amif_indicators: 21,
    direction_lists.amif_intervention_types: 33,
}
# A code list that a page shows as options; a code may be an ETHOS or an AMIF number, or a CEFR level.
CODE = re.compile(r"[A-Za-z0-9_.+-]+")


@pytest.mark.parametrize("read", LISTS, ids=lambda read: read.__name__)
def test_a_list_has_all_its_entries_each_once_with_both_labels(
    read: Callable[[], Sequence[Labelled]],
) -> None:
    rows = read()
    assert len(rows) == LISTS[read]
    keys = [
        (getattr(row, "domain", ""), getattr(row, "dimension", ""), getattr(row, "code", "")) for row in rows
    ]
    assert len(keys) == len(set(keys))
    for row, key in zip(rows, keys, strict=True):
        assert CODE.fullmatch(key[-1]), key
        assert row.label("it-it") == row.label_it, key
        assert row.label("en") == row.label_en, key
        assert row.label_it.strip() and row.label_en.strip(), key
        assert getattr(row, "source", ""), key


def test_countries_can_be_found_by_the_code_in_a_tax_code() -> None:
    assert people_lists.country_by_belfiore()["Z317"].iso2 == "GM"
    assert people_lists.country_by_code()["UA"].label_it == "Ucraina"


def test_former_states_and_territories_are_places_of_birth_only() -> None:
    by_code = people_lists.country_by_code()
    assert not by_code["Z135"].is_citizenship and not by_code["MQ"].is_citizenship
    assert all(
        row.iso2 or row.code == "XXA" or row.group is people_lists.CountryGroup.HISTORICAL
        for row in by_code.values()
    )
    assert by_code["XXA"].is_citizenship


def test_the_european_union_has_twenty_seven_states() -> None:
    members = [
        row
        for row in people_lists.countries()
        if row.group is people_lists.CountryGroup.EU and row.is_citizenship
    ]
    assert len(members) == 27
    others = {
        row.code for row in people_lists.countries() if row.group is people_lists.CountryGroup.EEA_SWITZERLAND
    }
    assert others == {"CH", "IS", "LI", "NO"}


def test_an_unrecorded_status_is_never_eligible_by_default() -> None:
    statuses = people_lists.residence_status_by_code()
    assert statuses["NDR"].so2_default is people_lists.So2Default.CHECK
    assert statuses["IRR"].so2_default is people_lists.So2Default.NOT_ELIGIBLE
    assert statuses["RIC"].so2_default is people_lists.So2Default.CHECK


def test_statuses_that_name_violence_or_trafficking_are_marked() -> None:
    marked = {
        row.code
        for row in people_lists.residence_statuses()
        if row.sensitivity is people_lists.Sensitivity.SAFETY
    }
    assert marked == {"CS18", "CS18B", "CS18T"}


def test_interventions_point_to_needs_and_indicators_that_exist() -> None:
    needs = {row.code for row in catalogue.need_areas()}
    indicators = {row.code for row in direction_lists.amif_indicators()}
    for row in catalogue.intervention_types():
        assert row.need_area in needs | {""}, row.code
        assert set(row.indicators) <= indicators, row.code
        assert row.is_contact_only == (not row.indicators), row.code


def test_the_outcome_domains_are_those_of_the_assessment_and_the_answer_of_the_person() -> None:
    codes = [domain.code for domain in case_lists.outcome_domains()]
    assessed = ["housing", "language", "work", "income", "legal", "health_access", "network", "autonomy"]
    assert codes == [*assessed, "helpfulness"]


def test_every_outcome_domain_has_levels_and_a_highest_one() -> None:
    for domain in case_lists.outcome_domains():
        ranks = [level.rank for level in case_lists.levels_of(domain.code) if level.rank is not None]
        assert len(ranks) > 1 and max(ranks) > min(ranks), domain.code
    assert {level.domain for level in case_lists.outcome_levels()} == {
        domain.code for domain in case_lists.outcome_domains()
    }


def test_the_gravest_vulnerabilities_are_restricted_and_ages_are_computed() -> None:
    categories = {row.code: row for row in case_lists.vulnerability_categories()}
    assert {code for code, row in categories.items() if row.is_restricted} == {
        "TRA",
        "TOR",
        "STU",
        "VDG",
        "OSI",
        "MGF",
        "MAT",
    }
    assert {code for code, row in categories.items() if row.is_computed} == {"MIN", "NEU", "ANZ"}
    assert {code for code, row in categories.items() if not row.on_by_default} == {"GIU"}


def test_a_part_of_an_indicator_names_an_indicator_of_the_same_objective() -> None:
    by_code = {row.code: row for row in direction_lists.amif_indicators()}
    for row in by_code.values():
        if row.parent:
            assert by_code[row.parent].objective == row.objective
    assert [code for code, row in by_code.items() if not row.is_reported] == ["O.1.1.2"]


def test_no_label_calls_the_one_stop_shop_by_its_initials() -> None:
    for read in LISTS:
        for row in read():
            assert not re.search(r"\bOSS\b", row.label_it + " " + row.label_en)
