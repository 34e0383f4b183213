# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The rule of what a case makes countable, whatever happened in it: a result never without or before its output."""

import datetime as dt
import uuid

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lgnet.cases.countable import Course, Ending, Measured, Service, causes, days_waited
from lgnet.core.clock import ROME
from lgnet.counting.models import FactKind

BEGIN = dt.date(2026, 3, 1)
TYPES = ["O.2.3", "O.2.3.1 R.2.8", "O.2.3.2", "O.2.3.3", "O.2.5", "R.2.10", "R.2.11", ""]
BOUNDS = {
    FactKind.LANGUAGE_COURSE: FactKind.SUPPORTED,
    FactKind.CIVIC_ORIENTATION: FactKind.SUPPORTED,
    FactKind.GUIDANCE: FactKind.SUPPORTED,
    FactKind.RECOGNITION: FactKind.SUPPORTED,
    FactKind.LONG_TERM: FactKind.SUPPORTED,
    FactKind.HELPFUL: FactKind.SUPPORTED,
    FactKind.LEVEL_GAINED: FactKind.LANGUAGE_COURSE,
    FactKind.SUPPORTED: FactKind.ASSISTED,
    FactKind.REUNIFICATION: FactKind.ASSISTED,
}
LADDER = ["A0", "A1", "A2", "B1", "B2", "C1", "C2"]

days = st.integers(0, 60).map(lambda n: BEGIN + dt.timedelta(days=n))
services = st.lists(
    st.builds(
        Service,
        id=st.uuids(),
        on=days,
        counts_for=st.sampled_from(TYPES).map(lambda text: frozenset(text.split())),
    ),
    max_size=8,
)
assessments = st.lists(
    st.builds(
        Measured,
        id=st.uuids(),
        on=days,
        moment=st.sampled_from(["entry", "review", "exit"]),
        levels=st.fixed_dictionaries(
            {"language": st.sampled_from(["", *LADDER]), "housing": st.sampled_from(["", "0", "1.1", "8.1"])}
        ),
    ),
    max_size=5,
)
endings = st.none() | st.builds(
    Ending, case_id=st.uuids(), on=days, helpfulness=st.none() | st.integers(1, 5)
)


patient = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


@patient
@given(services, assessments, endings, st.sets(days, max_size=30))
def test_a_result_never_stands_without_its_output_nor_before_it(
    given_services: list[Service], measured: list[Measured], ending: Ending | None, regular: set[dt.date]
) -> None:
    course = Course(tuple(given_services), regular.__contains__, tuple(measured), ending)

    found = causes(course)

    for kind, bound in BOUNDS.items():
        if kind in found:
            assert found[bound][0].on <= found[kind][0].on
    for rows in found.values():
        assert list(rows) == sorted(rows)


@patient
@given(services, assessments, endings, st.sets(days, max_size=30))
def test_the_slow_and_obvious_count_finds_the_same_first_days(
    given_services: list[Service], measured: list[Measured], ending: Ending | None, regular: set[dt.date]
) -> None:
    found = causes(Course(tuple(given_services), regular.__contains__, tuple(measured), ending))

    assert {kind: rows[0].on for kind, rows in found.items()} == slowly(
        given_services, measured, ending, regular
    )


def slowly(  # noqa: C901 - one rule after the other, on purpose
    given_services: list[Service], measured: list[Measured], ending: Ending | None, regular: set[dt.date]
) -> dict[FactKind, dt.date]:
    """Since when the person counts for each kind, one rule after the other."""
    since: dict[FactKind, dt.date] = {}

    def first(kind: FactKind, on: dt.date) -> None:
        since[kind] = min(on, since.get(kind, on))

    for one in given_services:
        first(FactKind.ASSISTED, one.on)
        if one.on in regular:
            if one.counts_for & {"O.2.3", "O.2.3.1", "O.2.3.2", "O.2.3.3"}:
                first(FactKind.SUPPORTED, one.on)
            for code, kind in (
                ("O.2.3.1", FactKind.LANGUAGE_COURSE),
                ("O.2.3.2", FactKind.CIVIC_ORIENTATION),
                ("O.2.3.3", FactKind.GUIDANCE),
                ("O.2.5", FactKind.REUNIFICATION),
            ):
                if code in one.counts_for:
                    first(kind, one.on)
    supported = since.get(FactKind.SUPPORTED)
    for one in given_services:
        for code, kind in (("R.2.10", FactKind.RECOGNITION), ("R.2.11", FactKind.LONG_TERM)):
            if supported and one.on in regular and code in one.counts_for:
                first(kind, max(one.on, supported))
    if ending is None:
        return since
    if supported and ending.helpfulness in (4, 5):
        first(FactKind.HELPFUL, max(ending.on, supported))
    if said(measured, "entry", "housing") not in ("", "0") and said(measured, "exit", "housing") == "0":
        first(FactKind.HOUSED, ending.on)
    before, after = said(measured, "entry", "language"), said(measured, "exit", "language")
    course = since.get(FactKind.LANGUAGE_COURSE)
    if course and before and after and LADDER.index(after) > LADDER.index(before):
        first(FactKind.LEVEL_GAINED, max(ending.on, course))
    return since


def said(measured: list[Measured], moment: str, domain: str) -> str:
    """The first level at entry, the last at exit."""
    rows = sorted((one.on, one.id, one.levels[domain]) for one in measured if one.moment == moment)
    known = [level for _on, _id, level in rows if level]
    return "" if not known else known[0] if moment == "entry" else known[-1]


def test_what_another_case_counted_bounds_this_one() -> None:
    application = Service(uuid.uuid4(), BEGIN, frozenset({"R.2.11"}))
    course = Course((application,), lambda _day: True)
    later = BEGIN + dt.timedelta(days=4)

    assert FactKind.LONG_TERM not in causes(course)
    assert causes(course, {FactKind.SUPPORTED: later})[FactKind.LONG_TERM][0].on == later


def rome(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=ROME)


@pytest.mark.parametrize(
    ("met", "taken", "waited"),
    [
        ("2026-03-28T23:50", "2026-03-29T00:10", 1),  # twenty minutes over midnight are a day
        ("2026-03-28T12:00", "2026-03-29T12:00", 1),  # 23 hours
        ("2026-03-29T01:30", "2026-03-29T03:30", 0),
        ("2026-10-24T12:00", "2026-10-25T12:00", 1),  # 25 hours
        ("2026-10-25T00:10", "2026-10-25T23:50", 0),
        ("2026-10-24T23:30", "2026-11-08T00:30", 15),
        ("2026-10-24T23:30", "2026-10-24T23:00", 0),  # a telephone whose clock was ahead
    ],
)
def test_days_of_waiting_are_days_in_rome_also_when_clocks_change(met: str, taken: str, waited: int) -> None:
    for zone in (ROME, dt.UTC):
        assert days_waited(rome(met).astimezone(zone), rome(taken).astimezone(dt.UTC)) == waited


@given(st.integers(0, 3 * 365 * 24 * 60), st.integers(0, 60 * 24 * 40))
def test_each_midnight_of_rome_is_one_day_of_waiting(met: int, minutes: int) -> None:
    begin = dt.datetime(2024, 1, 1, tzinfo=dt.UTC) + dt.timedelta(minutes=met)
    end = begin + dt.timedelta(minutes=minutes)
    day, midnights = begin.astimezone(ROME).date(), 0
    while day < end.astimezone(ROME).date():
        day, midnights = day + dt.timedelta(days=1), midnights + 1

    assert days_waited(begin, end) == midnights
