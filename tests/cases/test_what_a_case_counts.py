# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a case makes true is counted at once, and taken back with its cause (CNT-3 to CNT-9)."""

import datetime as dt

import pytest

from lgnet.cases.actions.case import close, undo_close
from lgnet.cases.actions.work import withdraw_intervention
from lgnet.cases.models import Case
from lgnet.cases.outcomes import Answer
from lgnet.core.clock import now, today
from lgnet.core.rowsecurity import acting_as
from lgnet.counting.models import CountingFact, FactKind
from lgnet.network.worker import Worker
from tests.factories.cases import a_case, an_intake, screened
from tests.factories.casework import assessed, done
from tests.factories.outreach import a_contact
from tests.world import World

WORK = [FactKind.ASSISTED, FactKind.SUPPORTED]


def standing(*, but: tuple[str, ...] = ("registered", "taken_in_charge", "contact")) -> dict[str, dt.date]:
    """The facts that stand, by kind; each kind once."""
    facts = CountingFact.objects.filter(weight=1).exclude(corrections__weight=-1).exclude(kind__in=but)
    rows = list(facts.values_list("kind", "occurred_on"))
    assert len(rows) == len(dict(rows)), "each kind once"
    return dict(rows)


def closed(by: Worker, case: Case, helpfulness: int | None = None) -> Case:
    version = Case.objects.get(pk=case.pk).version
    return close(
        by=by,
        case=case,
        reason="achieved",
        note="",
        goal_outcomes={},
        helpfulness=helpfulness,
        version=version,
    )


@pytest.mark.parametrize(
    ("code", "kinds"),
    [
        ("PIC01", []),
        ("FOR01", [FactKind.LANGUAGE_COURSE]),
        ("FOR02", [FactKind.CIVIC_ORIENTATION]),
        ("LAV01", [FactKind.GUIDANCE]),
    ],
)
def test_a_service_counts_for_what_its_type_says(world: World, code: str, kinds: list[FactKind]) -> None:
    with acting_as(world.anna.actor()):
        done(world.anna, a_case(world.anna, world.person("mamadou")), code)

        assert standing() == dict.fromkeys([*WORK, *kinds], today())


@pytest.mark.parametrize(("code", "kind"), [("LAV03", FactKind.RECOGNITION), ("LEG03", FactKind.LONG_TERM)])
def test_an_application_counts_only_with_a_support_and_never_before_it(
    world: World, code: str, kind: FactKind
) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna, world.person("mamadou"))
        Case.objects.filter(pk=case.pk).update(opened_at=now() - dt.timedelta(days=9))
        done(world.anna, case, code, delivered_on=today() - dt.timedelta(days=5))
        assert standing().keys() == {FactKind.ASSISTED}

        support = done(world.anna, case, "PIC01", delivered_on=today() - dt.timedelta(days=2))
        assert standing()[kind] == standing()[FactKind.SUPPORTED] == today() - dt.timedelta(days=2)

        done(world.anna, case, "PIC01", delivered_on=today() - dt.timedelta(days=7))
        assert standing()[kind] == today() - dt.timedelta(days=5)
        assert standing()[FactKind.SUPPORTED] == today() - dt.timedelta(days=7)
        withdraw_intervention(by=world.anna, intervention=support)
        assert standing()[FactKind.SUPPORTED] == today() - dt.timedelta(days=7)


def test_help_with_family_reunification_is_no_support(world: World) -> None:
    with acting_as(world.anna.actor()):
        done(world.anna, a_case(world.anna, world.person("mamadou")), "LEG02")

        assert standing().keys() == {FactKind.ASSISTED, FactKind.REUNIFICATION}


def test_without_papers_somebody_is_assisted_and_counts_for_nothing_of_the_fund(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna, world.person("yusuf"))
        for code in ("PIC01", "FOR01", "LEG02", "LEG03"):
            done(world.anna, case, code)

        assert standing().keys() == {FactKind.ASSISTED}


def test_a_service_recorded_later_for_an_earlier_day_moves_the_count_to_that_day(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna, world.person("mamadou"))
        Case.objects.filter(pk=case.pk).update(opened_at=now() - dt.timedelta(days=9))
        done(world.anna, case)
        earlier = done(world.anna, case, delivered_on=today() - dt.timedelta(days=3))
        assert standing() == dict.fromkeys(WORK, today() - dt.timedelta(days=3))
        reasons = set(CountingFact.objects.filter(weight=-1).values_list("reason", flat=True))
        assert reasons == {"an earlier one was recorded later"}

        withdraw_intervention(by=world.anna, intervention=earlier)
        assert standing() == dict.fromkeys(WORK, today())


@pytest.mark.parametrize(("answer", "counts"), [(5, True), (4, True), (3, False), (None, False)])
def test_helpful_are_the_two_highest_answers(world: World, answer: int | None, counts: bool) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna, world.person("mamadou"))
        done(world.anna, case)
        closed(world.anna, case, answer)

        assert (FactKind.HELPFUL in standing()) is counts


def test_leaving_with_a_home_and_a_language_level_counts_until_the_closure_is_taken_back(
    world: World,
) -> None:
    results = {FactKind.HELPFUL, FactKind.HOUSED, FactKind.LEVEL_GAINED}
    with acting_as(world.anna.actor()):
        case = a_case(world.anna, world.person("mamadou"))
        assessed(world.anna, case)
        done(world.anna, case, "FOR01")
        assessed(world.anna, case, moment="exit", housing=Answer("0"), language=Answer("A2"))
        assert not standing().keys() & results

        closed(world.anna, case, 5)
        assert results <= standing().keys()

        undo_close(by=world.anna, case=case)
        assert not standing().keys() & results
        taken_back = CountingFact.objects.filter(weight=-1)
        assert {fact.reason for fact in taken_back} == {"the closure was taken back"}

        closed(world.anna, case, 5)
        assert results <= standing().keys()


@pytest.mark.parametrize(
    ("course", "housing", "language", "expected"),
    [
        ("PIC01", "0", "B1", {FactKind.HOUSED}),  # no course: the level is not a result of it
        ("FOR01", "3.1", "A1", set[FactKind]()),
        ("FOR01", "3.1", "A0", set[FactKind]()),
        ("FOR01", "3.1", "B2", {FactKind.LEVEL_GAINED}),
    ],
)
def test_a_result_needs_its_output_and_a_step_up(
    world: World, course: str, housing: str, language: str, expected: set[FactKind]
) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna, world.person("mamadou"))
        assessed(world.anna, case)
        done(world.anna, case, course)
        assessed(world.anna, case, moment="exit", housing=Answer(housing), language=Answer(language))
        closed(world.anna, case)

        assert standing().keys() & {FactKind.HOUSED, FactKind.LEVEL_GAINED} == expected


def test_the_facts_of_a_case_say_its_lines_and_how_long_the_person_waited(world: World) -> None:
    with acting_as(world.anna.actor()):
        intake = screened(world.anna, an_intake(world.anna, world.person("mamadou"), hours_ago=24 * 6))
        assert intake.first_contact_at < now()
        done(world.anna, a_case(world.anna, world.person("mamadou")))

        taken = CountingFact.objects.get(kind=FactKind.TAKEN_IN_CHARGE, subject__subject_id=intake.person_id)
        assert taken.days == 6
        for fact in CountingFact.objects.filter(kind__in=WORK):
            assert fact.lines == ["taking_in_charge"]


@pytest.mark.parametrize("outcome", ["declined", "oriented", "lost", "take_in_charge"])
def test_who_is_not_taken_in_charge_counts_with_how_the_screening_ended(world: World, outcome: str) -> None:
    with acting_as(world.anna.actor()):
        screened(world.anna, an_intake(world.anna, world.person("mamadou")), outcome=outcome)

        facts = CountingFact.objects.filter(kind=FactKind.NOT_TAKEN)
        expected = [] if outcome == "take_in_charge" else [(outcome, "M")]
        assert list(facts.values_list("detail", "sex")) == expected


def test_help_declined_on_the_street_is_a_contact_and_a_refusal(world: World) -> None:
    with acting_as(world.anna.actor()):
        before = CountingFact.objects.filter(kind=FactKind.CONTACT).count()
        a_contact(world.anna, declined=True)
        a_contact(world.anna)

        assert CountingFact.objects.filter(kind=FactKind.CONTACT).count() == before + 2
        assert CountingFact.objects.filter(kind=FactKind.DECLINED).count() == 1
