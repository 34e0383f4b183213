# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The clock: which step waits and until when, also over the nights when clocks change."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lgnet.cases import clock
from lgnet.cases.actions.standards import NETWORK_HOURS
from lgnet.cases.clock import Moments
from lgnet.cases.models import Intake, NextStep, Urgency
from lgnet.core.clock import ROME

NETWORK = {
    (str(step), urgency): hours[urgency] for step, hours in NETWORK_HOURS.items() for urgency in range(4)
}
HOUR = dt.timedelta(hours=1)

instants = st.builds(
    lambda minutes: dt.datetime(2024, 1, 1, tzinfo=dt.UTC) + dt.timedelta(minutes=minutes),
    st.integers(0, 4 * 365 * 1440),
)
near_changes = st.builds(
    lambda night, minutes: night + dt.timedelta(minutes=minutes),
    st.sampled_from([dt.datetime(2026, 3, 29, tzinfo=dt.UTC), dt.datetime(2026, 10, 25, tzinfo=dt.UTC)]),
    st.integers(-20 * 1440, 2880),
)
standards = st.fixed_dictionaries({key: st.integers(1, 20 * 24) for key in NETWORK})


def rome(*parts: int) -> dt.datetime:
    return dt.datetime(*parts, tzinfo=ROME)  # type: ignore[misc, arg-type]  # year to minute


def slow_after(since: dt.datetime, hours: int) -> dt.datetime:
    """Count hours one by one; or look at a calendar and a wall clock in Rome."""
    if hours < 72 or hours % 24:
        moment = since
        for _ in range(hours):
            moment += HOUR
        return moment
    here = since.astimezone(ROME)
    day = here.date()
    for _ in range(hours // 24):
        day = dt.date.fromordinal(day.toordinal() + 1)
    for offset in (2, 1):  # summer time first: the first of two equal hours in October
        zone = dt.timezone(dt.timedelta(hours=offset))
        guess = dt.datetime.combine(day, here.time().replace(fold=0), tzinfo=zone)
        shown = guess.astimezone(ROME)
        if (shown.date(), shown.time().replace(fold=0)) == (day, here.time().replace(fold=0)):
            return guess
    # The hour that clocks skip in March: an hour later on the clock.
    return dt.datetime.combine(day, here.time().replace(fold=0), tzinfo=dt.timezone(HOUR))


@settings(max_examples=400, deadline=None)
@given(since=instants | near_changes, hours=st.integers(1, 24 * 21))
def test_the_quick_clock_agrees_with_the_slow_one(since: dt.datetime, hours: int) -> None:
    assert clock.after(since, hours) == slow_after(since, hours)


def test_hours_are_hours_that_pass_when_the_clocks_change() -> None:
    assert clock.after(rome(2026, 3, 28, 20, 0), 24) == rome(2026, 3, 29, 21, 0)
    assert clock.after(rome(2026, 10, 24, 20, 0), 24) == rome(2026, 10, 25, 19, 0)


def test_days_end_at_the_same_time_of_the_day_when_the_clocks_change() -> None:
    assert clock.after(rome(2026, 3, 27, 9, 30), 5 * 24) == rome(2026, 4, 1, 9, 30)
    assert clock.after(rome(2026, 10, 22, 9, 30), 5 * 24) == rome(2026, 10, 27, 9, 30)


def test_an_hour_that_does_not_exist_in_march_becomes_the_next_one() -> None:
    due = clock.after(rome(2026, 3, 24, 2, 30), 5 * 24)

    assert due == dt.datetime(2026, 3, 29, 1, 30, tzinfo=dt.UTC)
    assert due.astimezone(ROME).hour == 3


def test_of_the_two_equal_hours_in_october_the_first_is_meant() -> None:
    due = clock.after(rome(2026, 10, 20, 2, 30), 5 * 24)

    assert due == dt.datetime(2026, 10, 25, 0, 30, tzinfo=dt.UTC)


def slow_due(step: str, urgency: int, moments: Moments, hours: dict[tuple[str, int], int]) -> dt.datetime:
    """Write down every time that could hold, and take the first."""
    possible = []
    for level in (0, 1, 2, 3):
        if level > urgency:
            continue
        since = moments.first_contact_at
        if step == "take_in_charge" and level in (2, 3):
            assert moments.screened_at
            since = moments.screened_at
        if step == "first_service":
            assert moments.taken_at
            since = moments.taken_at
        possible.append(slow_after(since, hours[step, level]))
    return sorted(possible)[0]


@settings(max_examples=200, deadline=None)
@given(
    contact=instants | near_changes,
    waited=st.tuples(st.integers(0, 400), st.integers(0, 400)),
    urgency=st.sampled_from(Urgency.values),
    hours=standards,
    step=st.sampled_from(["screen", "take_in_charge", "first_service"]),
)
def test_every_due_time_agrees_with_the_slow_twin(
    contact: dt.datetime, waited: tuple[int, int], urgency: int, hours: dict[tuple[str, int], int], step: str
) -> None:
    screened_at = contact + waited[0] * HOUR
    moments = Moments(contact, screened_at, screened_at + waited[1] * HOUR)

    assert clock.due_at(step, urgency, moments, hours) == slow_due(step, urgency, moments, hours)


@settings(max_examples=100, deadline=None)
@given(
    contact=instants, waited=st.integers(0, 400), hours=standards, step=st.sampled_from(list(NETWORK_HOURS))
)
def test_who_is_more_urgent_never_waits_longer(
    contact: dt.datetime, waited: int, hours: dict[tuple[str, int], int], step: str
) -> None:
    moments = Moments(contact, contact + waited * HOUR, contact + waited * HOUR)
    dues = [clock.due_at(step, urgency, moments, hours) for urgency in Urgency.values]

    assert dues == sorted(dues, reverse=True)  # type: ignore[type-var]  # a step always has a due time


@settings(max_examples=100, deadline=None)
@given(own=st.dictionaries(st.sampled_from(list(NETWORK)), st.integers(1, 1000)))
def test_a_partner_can_only_be_stricter_than_the_network(own: dict[tuple[str, int], int]) -> None:
    held = clock.strictest(own, NETWORK)

    assert set(held) == set(NETWORK)
    assert all(held[key] == min(NETWORK[key], own.get(key, NETWORK[key])) for key in NETWORK)


CONTACT = dt.datetime(2026, 11, 2, 9, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("moments", "outcome", "step"),
    [
        (Moments(CONTACT), "", NextStep.SCREEN),
        (Moments(CONTACT, CONTACT), Intake.Outcome.TAKE_IN_CHARGE, NextStep.TAKE_IN_CHARGE),
        (Moments(CONTACT, CONTACT), Intake.Outcome.ORIENTED, NextStep.NOTHING),
        (Moments(CONTACT, CONTACT), Intake.Outcome.NOT_ELIGIBLE, NextStep.NOTHING),
        (Moments(CONTACT, CONTACT), Intake.Outcome.DECLINED, NextStep.NOTHING),
        (Moments(CONTACT, CONTACT), Intake.Outcome.LOST, NextStep.NOTHING),
        (Moments(CONTACT, CONTACT, CONTACT), Intake.Outcome.TAKE_IN_CHARGE, NextStep.FIRST_SERVICE),
        (Moments(CONTACT, CONTACT, CONTACT, CONTACT), Intake.Outcome.TAKE_IN_CHARGE, NextStep.NOTHING),
    ],
)
def test_the_next_step_follows_from_what_was_done(moments: Moments, outcome: str, step: NextStep) -> None:
    assert clock.next_step(moments, outcome) == step


def test_nothing_waits_for_nothing() -> None:
    assert clock.due_at(NextStep.NOTHING, 0, Moments(CONTACT), NETWORK) is None
