# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""The invented paths: every stage and every trouble, dates that can be, codes that exist, humane words."""

import csv
import re
from collections import Counter
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import islice

from hypothesis import given, settings
from hypothesis import strategies as st

from lgnet.demo.people import SyntheticPath, SyntheticPerson, anonymous_contacts, generate, path, texts
from lgnet.demo.people.population import PROJECT_START
from lgnet.demo.people.story import Case

TODAY = date(2026, 11, 23)
SEED = 993
COUNT = 3_000


@cache
def told() -> tuple[tuple[SyntheticPerson, SyntheticPath], ...]:
    return tuple((person, path(person, SEED, TODAY)) for person in generate(SEED, COUNT, TODAY))


def cases() -> list[Case]:
    return [way.case for _, way in told() if way.case is not None]


def listed(package: str, name: str, column: str = "code") -> set[str]:
    with files(package).joinpath("data", name).open(encoding="utf-8") as rows:
        return {row[column] for row in csv.DictReader(rows)}


def test_the_same_seed_person_and_day_give_the_same_path() -> None:
    for person, way in told()[:100]:
        assert path(person, SEED, TODAY) == way


def test_about_three_in_ten_are_only_contacts_some_without_a_name() -> None:
    only = [way for _, way in told() if way.registered_on is None]
    assert 0.22 < len(only) / COUNT < 0.38
    assert 0.3 < sum(way.contacts[0].anonymous for way in only) / len(only) < 0.6
    assert all(not contact.anonymous for _, way in told() if way.registered_on for contact in way.contacts)


def test_every_stage_of_a_case_is_there() -> None:
    stages = Counter(case.stage for case in cases())
    assert set(stages) == {"taken", "assessed", "planned", "running", "closed"}
    assert stages["running"] > 150
    assert stages["closed"] > 150


def test_every_way_an_intake_can_end_is_there_and_some_are_still_waiting() -> None:
    outcomes = Counter(way.decision.outcome for _, way in told() if way.decision)
    assert set(outcomes) == {"take_in_charge", "oriented", "not_eligible", "declined", "lost"}
    assert any(way.screening and not way.decision for _, way in told())
    assert any(way.registered_on and not way.screening and not way.within_family for _, way in told())


def test_every_trouble_is_there_and_most_have_none() -> None:
    troubles = Counter(trouble for _, way in told() for trouble in way.troubles)
    assert set(troubles) == {
        "permit_expired", "screening_overdue", "waiting_too_long", "service_overdue", "no_manager", "lost_contact",
        "services_refused", "review_overdue",
    }  # fmt: skip
    assert sum(not way.troubles for _, way in told()) > COUNT * 0.6


def test_the_urgent_are_fewer_and_a_minor_alone_is_never_ordinary() -> None:
    urgency = Counter(way.screening.urgency for _, way in told() if way.screening)
    assert set(urgency) == {0, 1, 2, 3}
    assert urgency[3] < urgency[0]
    assert all(way.screening.urgency >= 2 for person, way in told() if person.minor_alone and way.screening)


def test_families_move_together() -> None:
    stages: dict[str, set[bool]] = {}
    for person, way in told():
        if person.household:
            stages.setdefault(person.household.code, set()).add(way.registered_on is not None)
    assert sum(len(seen) == 1 for seen in stages.values()) > len(stages) * 0.9
    assert any(way.within_family for _, way in told())


def test_people_get_on_but_not_all_of_them() -> None:
    gains = []
    for case in cases():
        moments = {row.moment: dict(row.scores) for row in case.assessments}
        if "exit" in moments and moments["exit"]["autonomy"] and moments["entry"]["autonomy"]:
            gains.append(int(moments["exit"]["autonomy"]) - int(moments["entry"]["autonomy"]))
    assert len(gains) > 100
    assert 0.2 < sum(gain > 0 for gain in gains) / len(gains) < 0.95
    assert min(gains) >= 0


def test_codes_are_those_of_the_code_lists() -> None:
    with files("lgnet.cases").joinpath("data", "outcome_levels.csv").open(encoding="utf-8") as rows:
        levels = {(row["domain"], row["code"]) for row in csv.DictReader(rows)}
    levels |= {("housing", code) for code in listed("lgnet.cases", "ethos.csv")} | {("housing", "0")}
    given_scores = {score for case in cases() for row in case.assessments for score in row.scores if score[1]}
    assert given_scores <= levels
    kinds = {row.code for case in cases() for row in case.interventions}
    assert kinds <= listed("lgnet.catalogue", "intervention_types.csv")
    needs = {need for _, way in told() for contact in way.contacts for need in contact.needs}
    needs |= {need for _, way in told() if way.screening for need in way.screening.needs}
    assert needs <= listed("lgnet.catalogue", "need_areas.csv")
    reasons = {way.decision.reason for _, way in told() if way.decision} - {""}
    assert reasons <= listed("lgnet.cases", "refusal_reasons.csv")


def test_there_are_enough_words_and_none_is_left_with_a_hole() -> None:
    assert sum(len(kinds) for part in texts._texts().values() for kinds in part.values()) >= 60
    assert sum(len(row.goals) for row in texts.goals().values()) >= 40
    written = set(words())
    assert len(written) > 150
    for text in written:
        assert not re.search(r"[{}@|]|  ", text), text
        assert text[0].isupper(), text
        assert len(text) < 400


def words() -> list[str]:
    found = [contact.note for _, way in told() for contact in way.contacts if contact.note]
    found += [way.screening.note for _, way in told() if way.screening]
    for case in cases():
        found += [note.text for note in case.notes]
        found += [row.note for row in case.interventions if row.note]
        found += [goal.text for goal in case.plan.goals] if case.plan else []
        found += [action.text for goal in case.plan.goals for action in goal.actions] if case.plan else []
    return found


def test_what_is_reserved_is_written_for_the_team_only() -> None:
    levels = Counter(note.level for case in cases() for note in case.notes)
    assert levels["partner"] > levels["circle"] > 0


def test_anonymous_contacts_have_no_name_and_come_as_many_as_asked() -> None:
    met = list(islice(anonymous_contacts(SEED, 200, TODAY), 200))
    assert len(met) == 200
    assert all(contact.anonymous and not contact.nickname for contact in met)
    assert all(PROJECT_START <= contact.on <= TODAY for contact in met)


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 2**32), today=st.dates(date(2024, 4, 1), date(2028, 12, 31)))
def test_whatever_the_seed_and_the_day_a_path_goes_forward_and_never_beyond_today(
    seed: int, today: date
) -> None:
    for person in generate(seed, 40, today):
        way = path(person, seed, today)
        assert_in_order(person, way, today)
        if way.case is not None:
            assert_case_possible(way.case, today)


def assert_in_order(person: SyntheticPerson, way: SyntheticPath, today: date) -> None:
    days = [contact.on for contact in way.contacts]
    assert days == sorted(days)
    if way.registered_on is not None:
        days.append(way.registered_on)
    if way.screening is not None:
        days.append(way.screening.on)
    if way.decision is not None:
        days.append(way.decision.on)
    if way.case is not None and way.case.first_service_on is not None:
        days.append(way.case.first_service_on)
    assert days == sorted(days)
    assert max(PROJECT_START, person.birth.on or PROJECT_START, person.arrived_on or PROJECT_START) <= days[0]
    assert days[-1] <= today
    assert way.decision is None or way.screening is not None
    assert (way.case is not None) == (way.decision is not None and way.decision.outcome == "take_in_charge")


def assert_case_possible(case: Case, today: date) -> None:
    last = case.closure.on if case.closure else today
    happened = [row.on for row in case.assessments] + [row.on for row in case.interventions]
    happened += [row.on for row in case.reviews] + [note.on for note in case.notes]
    happened += [row.on for row in case.referrals]
    if case.plan is not None:
        happened.append(case.plan.drafted_on)
        assert case.plan.agreed_on is None or case.plan.drafted_on <= case.plan.agreed_on <= last
        assert case.plan.review_on > case.plan.drafted_on
        happened += [a.done_on for goal in case.plan.goals for a in goal.actions if a.done_on]
        for i, goal in enumerate(case.plan.goals):
            assert goal.blocked_by is None or 0 <= goal.blocked_by < len(case.plan.goals)
            assert goal.blocked_by != i
            assert bool(goal.outcome) or case.closure is None
    assert all(case.opened_on <= day <= last for day in happened)
    moments = [row.on for row in case.assessments]
    assert moments == sorted(moments)
    for row in case.interventions:
        assert case.first_service_on is not None
        assert case.first_service_on <= row.on
    assert (case.stage == "closed") == (case.closure is not None)
