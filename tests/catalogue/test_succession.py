# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Old values are migrated along chains of codes, and none is lost on the way."""

import datetime as dt
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lgnet.catalogue.succession import Code, migrated, one_heir, predecessors

START = dt.date(2026, 1, 1)
A = "A"


def day(n: int) -> dt.date:
    return START + dt.timedelta(days=n)


def test_a_chain_is_followed_to_its_end() -> None:
    codes = {
        "A": Code("A", None, day(10), ("B",)),
        "B": Code("B", day(10), day(20), ("C",)),
        "C": Code("C", day(15)),
    }

    assert [one_heir("A", day(n), codes) for n in (0, 9, 10, 19, 20, 99)] == ["A", "A", "B", "B", "C", "C"]
    assert migrated("B", day(5), codes) == (), "not born yet"
    assert predecessors("C", codes) == {"A", "B", "C"}


def test_several_heirs_are_for_somebody_to_choose_and_none_is_an_end() -> None:
    codes = {
        "A": Code("A", None, day(10), ("B", "C")),
        "B": Code("B", None, day(20)),
        "C": Code("C"),
        "D": Code("D", None, day(10)),
    }

    assert migrated("A", day(10), codes) == ("B", "C") and one_heir("A", day(10), codes) is None
    assert one_heir("A", day(20), codes) == "C"
    assert migrated("D", day(10), codes) == () and migrated("?", day(0), codes) == ()


@st.composite
def histories(draw: st.DrawFn) -> dict[str, Code]:
    """A catalogue as pushes make it: day after day codes are born and retired in favour of valid ones."""
    codes = {letter: Code(letter) for letter in "ABC"}
    names = iter(f"N{n}" for n in range(50))
    for n in range(1, draw(st.integers(1, 8))):
        today = day(10 * n)
        for _ in range(draw(st.integers(0, 2))):
            name = next(names)
            codes[name] = Code(name, today)
        valid = sorted(code for code, found in codes.items() if found.is_valid_on(today))
        going = draw(st.lists(st.sampled_from(valid), max_size=2, unique=True)) if len(valid) > 1 else []
        for code in going:
            if codes[code].valid_from == today:
                continue
            staying = [other for other in valid if other not in going]
            heirs = draw(st.lists(st.sampled_from(staying), max_size=2, unique=True)) if staying else []
            codes[code] = replace(codes[code], retired_on=today, successors=tuple(heirs))
    return codes


def by_hand(code: str, when: dt.date, codes: dict[str, Code]) -> set[str]:
    """The slow twin: replace every retired code by its heirs until nothing changes."""
    held = {code} if code in codes else set()
    for _ in range(100):
        following: set[str] = set()
        for each in held:
            found = codes[each]
            gone = found.retired_on is not None and found.retired_on <= when
            following |= set(found.successors) if gone else {each}
        if following == held:
            break
        held = following
    return {each for each in held if codes[each].is_valid_on(when)}


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(codes=histories(), n=st.integers(0, 100))
def test_no_value_is_lost_and_every_heir_is_valid(codes: dict[str, Code], n: int) -> None:
    when = day(n)
    for code, found in codes.items():
        heirs = migrated(code, when, codes)
        assert len(heirs) == len(set(heirs))
        assert all(codes[heir].is_valid_on(when) for heir in heirs)
        assert set(heirs) == by_hand(code, when, codes)
        if found.is_valid_on(when):
            assert heirs == (code,)
        for heir in heirs:
            assert code in predecessors(heir, codes)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(codes=histories(), n=st.integers(0, 100), m=st.integers(0, 100))
def test_migrating_step_by_step_is_migrating_at_once(codes: dict[str, Code], n: int, m: int) -> None:
    early, late = day(min(n, m)), day(max(n, m))
    for code, found in codes.items():
        if found.valid_from is not None and found.valid_from > early:
            continue
        first = migrated(code, early, codes)
        twice = {heir for step in first for heir in migrated(step, late, codes)}

        assert twice == set(migrated(code, late, codes))
