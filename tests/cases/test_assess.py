# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Assessing the eight domains: levels or reasons, never rewritten, compared in words."""

import datetime as dt

import pytest

from lgnet.cases.actions.assessment import assess
from lgnet.cases.models import Assessment, Case, Score
from lgnet.cases.outcomes import Answer, Direction, direction, highest_rank, legal_answer, levels
from lgnet.core.authz import Refused
from lgnet.core.clock import today
from lgnet.core.ids import new_id
from lgnet.core.models import AuditEntry
from lgnet.core.rowsecurity import acting_as
from lgnet.people.models import StayStatus
from tests.factories.cases import a_case
from tests.factories.casework import ENTRY, assessed
from tests.world import World


def test_an_assessment_says_something_of_every_domain_and_moves_the_case_on(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna, world.person("mamadou"))
        made = assessed(world.anna, case)

        scores = {
            score.domain: (score.value, score.missing) for score in Score.objects.filter(assessment=made)
        }
        assert scores["housing"] == ("2.1", "")
        assert scores["network"] == ("", "not_asked")
        assert len(scores) == 8
        assert Case.objects.get().stage == Case.Stage.ASSESSED
        assert AuditEntry.objects.filter(event="case.assessed", subject_id=case.pk).exists()


def test_the_legal_domain_is_computed_from_the_status_of_stay(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna, world.person("mamadou"))
        assessed(world.anna, case, legal=Answer("stable"))

        assert Score.objects.get(domain="legal").value == "long"


@pytest.mark.parametrize(
    ("status", "document", "days", "renewed", "answer"),
    [
        ("SPE", "permit", 400, False, Answer("long")),
        ("SPE", "permit", 100, False, Answer("short")),
        ("SPE", "permit", -1, False, Answer("none")),
        ("SPE", "permit", -1, True, Answer("procedure")),
        ("SPE", "receipt_renewal", 100, False, Answer("procedure")),
        ("RIA", "certificate", 100, False, Answer("procedure")),
        ("SLP", "permit", 4000, False, Answer("stable")),
        ("IRR", "none", 1, False, Answer("none")),
        ("NDR", "none", 1, False, Answer(missing="not_asked")),
    ],
)
def test_levels_of_stay_follow_title_document_and_expiry(
    status: str, document: str, days: int, renewed: bool, answer: Answer
) -> None:
    day = dt.date(2026, 11, 23)
    stay = StayStatus(
        status_id=status, document=document, expires_on=day + dt.timedelta(days=days),
        renewal_requested_on=day if renewed else None,
    )  # fmt: skip

    assert legal_answer(stay, day) == answer


def test_a_domain_without_level_and_without_reason_is_refused(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna)
        for wrong in (
            {key: value for key, value in ENTRY.items() if key != "work"},
            ENTRY | {"work": Answer("C2")},
            ENTRY | {"work": Answer()},
            ENTRY | {"work": Answer("EMP", "not_asked")},
            ENTRY | {"shoe_size": Answer("43")},
        ):
            with pytest.raises(Refused):
                assess(by=world.anna, case=case, moment="entry", assessed_on=today(), answers=wrong)


def test_a_review_asks_fewer_domains_and_comes_after_an_entry(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna)
        with pytest.raises(Refused, match="at entry"):
            assessed(world.anna, case, moment="review")
        assessed(world.anna, case)
        some = {key: ENTRY[key] for key in ("housing", "work", "autonomy")}
        assess(by=world.anna, case=case, moment="review", assessed_on=today(), answers=some)

        assert Assessment.objects.filter(case=case).count() == 2


@pytest.mark.parametrize("days", [1, -1])
def test_a_day_to_come_or_before_the_case_is_refused(world: World, days: int) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna)
        day = today() + dt.timedelta(days=days)
        with pytest.raises(Refused, match="day"):
            assess(by=world.anna, case=case, moment="entry", assessed_on=day, answers=ENTRY)


def test_a_form_sent_twice_assesses_once(world: World) -> None:
    with acting_as(world.anna.actor()):
        case, form_id = a_case(world.anna), new_id()
        for _ in range(2):
            assess(
                by=world.anna, case=case, moment="entry", assessed_on=today(), answers=ENTRY,
                assessment_id=form_id,
            )  # fmt: skip

        assert Assessment.objects.count() == 1


def test_what_changed_is_said_within_a_domain_and_never_summed() -> None:
    assert direction("language", Answer("A1"), Answer("B1")) == Direction.BETTER
    assert direction("language", Answer("B1"), Answer("A2")) == Direction.WORSE
    assert direction("housing", Answer("2.1"), Answer("1.1")) == Direction.SAME
    assert direction("work", Answer("UNE"), Answer("INA")) == Direction.CHANGED
    assert direction("work", None, Answer("EMP")) == Direction.FIRST
    assert direction("work", Answer(missing="refused"), Answer("EMP")) == Direction.FIRST
    assert direction("work", Answer("EMP"), Answer(missing="refused")) == Direction.UNKNOWN
    assert highest_rank("language") == 6
    assert set(levels("network")) == {"0", "1-2", "3+"}


def test_who_only_reads_cases_is_told_so_and_the_stranger_finds_nothing(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna)
    with acting_as(world.fabio.actor()), pytest.raises(Refused, match="case manager"):
        assessed(world.fabio, case)
    with acting_as(world.carla.actor()), pytest.raises(Case.DoesNotExist):
        assessed(world.carla, case)
