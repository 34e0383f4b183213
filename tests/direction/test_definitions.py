# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A published definition is never edited: each version is locked, addressable, and right for its own period."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from django.test import Client

from lgnet.direction.indicators import (
    DEFINITIONS,
    INDICATORS,
    MEASURED,
    NOT_YET_MEASURED,
    O_2_3,
    VERSIONS,
    Wording,
    find,
    valid_until,
    version_on,
)
from lgnet.direction.indicators.lock import digest, published
from lgnet.direction.indicators.register import versions_by_code
from lgnet.network.worker import Worker
from tests.world import World

SECOND = replace(
    O_2_3, version=2, valid_from=dt.date(2026, 7, 1), changed=Wording("Altro criterio", "Another rule")
)


@pytest.mark.parametrize("definition", DEFINITIONS, ids=lambda one: one.edition_label)
def test_a_published_definition_is_never_edited(definition: object) -> None:
    """Where this fails, put the words, numbers and SQL back and add a next version (see `indicators.lock`)."""
    one = next(each for each in DEFINITIONS if each is definition)

    assert published().get(one.edition_label) == digest(one)


def test_nothing_that_was_published_has_gone() -> None:
    assert published().keys() == {each.edition_label for each in DEFINITIONS}


def test_a_single_word_changes_the_digest() -> None:
    assert digest(replace(O_2_3, rule=Wording(O_2_3.rule.it, O_2_3.rule.en + "."))) != digest(O_2_3)


def test_a_rule_that_changes_in_the_middle_of_an_edition_leaves_both_versions() -> None:
    versions = versions_by_code([O_2_3, SECOND])["O.2.3"]

    assert version_on("O.2.3", dt.date(2026, 6, 30), versions) is O_2_3
    assert version_on("O.2.3", dt.date(2026, 7, 1), versions) is SECOND
    assert version_on("O.2.3", dt.date(2020, 1, 1), versions) is O_2_3
    assert valid_until(O_2_3, versions) == dt.date(2026, 6, 30)
    assert valid_until(SECOND, versions) is None


@pytest.mark.parametrize(
    "wrong",
    [
        replace(SECOND, version=3),
        replace(SECOND, valid_from=dt.date(2026, 7, 2)),
        replace(SECOND, valid_from=O_2_3.valid_from),
        replace(SECOND, changed=None),
    ],
)
def test_versions_follow_each_other_and_say_what_changed(wrong: object) -> None:
    with pytest.raises(ValueError, match=r"O\.2\.3"):
        versions_by_code([O_2_3, wrong])  # type: ignore[list-item]


def test_every_part_and_bound_is_an_indicator_that_is_measured() -> None:
    for one in MEASURED.values():
        assert {one.parent, one.bounded_by} - {""} <= INDICATORS.keys()


def test_each_indicator_of_the_fund_is_measured_or_declared_and_none_is_both() -> None:
    fund = {f"O.2.{n}" for n in range(1, 8)} | {"O.2.3.1", "O.2.3.2", "O.2.3.3"}
    fund |= {f"R.2.{n}" for n in range(8, 12)}

    assert fund <= MEASURED.keys() | NOT_YET_MEASURED.keys()
    assert not MEASURED.keys() & NOT_YET_MEASURED.keys()
    assert {"REFERRALS_ANSWERED", "TRAINING"} <= NOT_YET_MEASURED.keys()


def test_an_old_version_stays_addressable(world: World, browser: Callable[[Worker], Client]) -> None:
    dario = browser(world.dario)

    assert find("O.2.3", 1) is VERSIONS["O.2.3"][0]
    assert dario.get("/direction/indicators/O.2.3/?version=1").status_code == 200
    assert dario.get("/direction/indicators/O.2.3/?version=9").status_code == 404
    assert dario.get("/direction/indicators/O.2.3/?version=one").status_code == 200


def test_the_page_says_what_is_above_and_below_and_who_is_missing_by_partner(
    world: World, browser: Callable[[Worker], Client]
) -> None:
    nation = browser(world.nadia).get("/direction/indicators/O.2.3/").content.decode()
    partner = browser(world.dario).get("/direction/indicators/O.2.3.1/").content.decode()

    assert "O.2.3.1 v1" in nation and "R.2.9 v1" in nation
    assert "Partner per partner" in nation and "Partner per partner" not in partner
    assert "Non supera mai" in partner and "/direction/indicators/O.2.3/" in partner
