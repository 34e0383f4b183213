# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""From beginning to the result: answers are kept as one goes, handed in once, judged at once."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lgnet.core.authz import Refused
from lgnet.core.clock import now
from lgnet.core.rowsecurity import acting_as
from lgnet.examinations import actions, jobs, queries
from lgnet.examinations.actions import Given
from lgnet.examinations.drawing import drawn
from lgnet.examinations.models import Admission, Answer, Attempt
from lgnet.network.worker import Worker
from tests.factories.examinations import (
    MULTIPLE,
    OPEN,
    SINGLE,
    all_right,
    all_wrong,
    an_exam,
    begun,
    marked,
    numbered,
    sat,
)
from tests.world import World

Browser = Callable[[Worker], Client]


def page_of(attempt: Attempt, verb: str = "") -> str:
    return f"/tests/attempts/{attempt.pk}/{verb}"


def test_whoever_answers_rightly_passes_at_once(world: World) -> None:
    exam = an_exam(world.nadia)

    good, bad = sat(world.anna, exam), sat(world.bruno, exam, right=False)

    assert (good.state, good.passed, good.points, good.most_points, good.percent) == ("done", True, 4, 4, 100)
    assert (bad.state, bad.passed, bad.points, bad.percent) == ("done", False, 0, 0)


def test_the_paper_is_the_one_its_seed_draws(world: World) -> None:
    exam = an_exam(world.nadia, *numbered(12), draw=5)
    papers = []
    for who in (world.anna, world.bruno):
        attempt = begun(who, exam)
        with acting_as(who.actor()):
            asked = [one.asked.question_id for one in attempt.answers.select_related("asked")]
            ids = {bank: [one.question_id for one in ones] for bank, ones in queries.pool(exam).items()}
            assert asked == drawn(attempt.seed, ids, dict(exam.draws.values_list("bank_id", "questions")))
            papers.append(asked)

    assert papers[0] != papers[1]


def test_what_is_answered_is_kept_as_one_goes_and_found_again(world: World, browser: Browser) -> None:
    attempt = begun(world.anna, an_exam(world.nadia, OPEN, SINGLE))
    anna = browser(world.anna)
    with acting_as(world.anna.actor()):
        text = next(one for one in attempt.answers.select_related("asked") if not one.asked.options)

    saved = anna.post(
        page_of(attempt, f"answers/{text.position}/"), {f"q{text.position}": "Ho ascoltato أهلا"}
    )
    again = anna.get(page_of(attempt)).content.decode()

    assert saved.status_code == 200 and "Salvata alle" in saved.content.decode()
    assert "Ho ascoltato أهلا" in again


def test_an_answer_that_does_not_exist_is_not_kept(world: World) -> None:
    attempt = begun(world.anna, an_exam(world.nadia, SINGLE, MULTIPLE))
    with acting_as(world.anna.actor()):
        for one in attempt.answers.all():
            wild = Given(frozenset({0, 1, 99}), "x" * 9_000)
            actions.save_answer(by=world.anna, attempt=attempt, position=one.position, given=wild)
        kept = {one.asked.kind: (one.chosen, one.text) for one in attempt.answers.select_related("asked")}

    assert kept == {"single": ([0], ""), "multiple": ([0, 1], "")}


def test_two_clicks_begin_one_attempt_and_attempts_are_limited(world: World) -> None:
    exam = an_exam(world.nadia, attempts=2)
    first = begun(world.anna, exam)
    assert begun(world.anna, exam).pk == first.pk
    with acting_as(world.anna.actor()):
        actions.hand_in(by=world.anna, attempt=first, answers=all_wrong(first))
    second = sat(world.anna, exam, right=False)

    assert second.number == 2
    with acting_as(world.anna.actor()), pytest.raises(Refused, match=r"tentativi|attempts"):
        actions.begin(by=world.anna, exam=exam)


def test_whoever_has_passed_sits_no_more(world: World) -> None:
    exam = an_exam(world.nadia)
    sat(world.anna, exam)

    with acting_as(world.anna.actor()), pytest.raises(Refused, match=r"superato|passed"):
        actions.begin(by=world.anna, exam=exam)


def test_handed_in_twice_it_counts_once(world: World) -> None:
    attempt = begun(world.anna, an_exam(world.nadia))
    with acting_as(world.anna.actor()):
        right, wrong = all_right(attempt), all_wrong(attempt)
        first = actions.hand_in(by=world.anna, attempt=attempt, answers=right)
        again = actions.hand_in(by=world.anna, attempt=attempt, answers=wrong)

        assert (again.points, again.handed_at) == (first.points, first.handed_at)
        with pytest.raises(Refused):
            actions.save_answer(by=world.anna, attempt=attempt, position=1, given=Given(frozenset({1})))


def test_the_time_is_kept_by_the_server_and_hands_in_what_is_there(world: World, browser: Browser) -> None:
    attempt = begun(world.anna, an_exam(world.nadia, SINGLE, minutes=30))
    with acting_as(world.anna.actor()):
        given = all_right(attempt)[1]
        actions.save_answer(by=world.anna, attempt=attempt, position=1, given=given)
        wrong = all_wrong(attempt)
    begun_at = attempt.begun_at

    with time_machine.travel(begun_at + dt.timedelta(minutes=31), tick=False):
        response = browser(world.anna).post(page_of(attempt, "hand-in/"), {"q1": sorted(wrong[1].chosen)})
        page = browser(world.anna).get(page_of(attempt)).context["page"]

    assert response.status_code == 302
    assert page.attempt.handed == "time" and page.attempt.handed_at == begun_at + dt.timedelta(minutes=30)
    assert page.attempt.passed, "what was saved in time counts, what came late does not"


def test_a_browser_that_was_closed_is_handed_in_by_the_job(world: World) -> None:
    exam = an_exam(world.nadia, SINGLE, minutes=30)
    mine, hers = begun(world.anna, exam), begun(world.carla, exam)
    with acting_as(world.bruno.actor()):
        still = actions.begin(by=world.bruno, exam=exam)

    with time_machine.travel(mine.begun_at + dt.timedelta(minutes=29), tick=False):
        assert jobs.end_everywhere() == 0
    with time_machine.travel(mine.begun_at + dt.timedelta(minutes=31), tick=False):
        assert jobs.end_everywhere() == 3
        assert jobs.end_everywhere() == 0

    with acting_as(world.nadia.actor()):
        kept = set(
            Attempt.objects.filter(pk__in=[mine.pk, hers.pk, still.pk]).values_list(
                "state", "handed", "passed"
            )
        )
    assert kept == {("done", "time", False)}


def test_the_clock_says_what_is_left_and_leads_away_when_it_is_over(world: World, browser: Browser) -> None:
    attempt = begun(world.anna, an_exam(world.nadia, SINGLE, minutes=30))
    at = attempt.begun_at
    with time_machine.travel(at + dt.timedelta(minutes=26), tick=False):
        told = browser(world.anna).get(page_of(attempt, "time/")).content.decode()
    with time_machine.travel(at + dt.timedelta(minutes=40), tick=False):
        over = browser(world.anna).get(page_of(attempt, "time/"))

    assert "4 minuti" in told and 'aria-live="polite"' in told
    assert over.headers["HX-Redirect"] == page_of(attempt)


def test_whoever_needs_more_time_gets_it_and_nobody_gives_it_to_themselves(
    world: World, browser: Browser
) -> None:
    exam = an_exam(world.nadia, SINGLE, minutes=30, for_everybody=False, attempts=1)
    sent = {"email": "anna@example.org", "extra_percent": "50", "extra_attempts": "1"}
    assert browser(world.nadia).post(f"/tests/{exam.pk}/admit/", sent).status_code == 302

    attempt = begun(world.anna, exam)

    assert attempt.ends_at == attempt.begun_at + dt.timedelta(minutes=45)
    with acting_as(world.anna.actor()):
        assert queries.standing(world.anna, exam).allowed == 2
        with pytest.raises(Exception, match="row-level security"), transaction.atomic():
            Admission.objects.create(
                exam=exam,
                colleague_id=world.bruno.user.pk,
                admitted_at=now(),
                admitted_by_id=world.anna.user.pk,
            )
    with acting_as(world.bruno.actor()), pytest.raises(Refused):
        actions.begin(by=world.bruno, exam=exam)
    assert (
        browser(world.nadia).post(f"/tests/{exam.pk}/admit/", {**sent, "email": "x@example.org"}).status_code
        == 422
    )


def test_open_answers_wait_for_the_trainer_who_tells_the_author(
    world: World, mailoutbox: list[Any], django_capture_on_commit_callbacks: Any
) -> None:
    attempt = sat(world.anna, an_exam(world.nadia, OPEN, SINGLE, pass_percent=80))
    assert (attempt.state, attempt.passed, attempt.points) == ("marking", None, 1)

    with django_capture_on_commit_callbacks(execute=True):
        judged = marked(world.nadia, attempt, 3)

    assert (judged.state, judged.passed, judged.percent) == ("done", True, 80)
    assert [letter.to for letter in mailoutbox] == [["anna@example.org"]]
    assert "80%" not in mailoutbox[0].body and str(attempt.pk) in mailoutbox[0].body


def test_marks_are_within_what_the_question_is_worth_and_come_back_with_what_was_written(
    world: World, browser: Browser
) -> None:
    attempt = sat(world.anna, an_exam(world.nadia, OPEN))
    nadia = browser(world.nadia)
    wrong = nadia.post(page_of(attempt, "mark/"), {"points1": "5", "remark1": "Bello"})
    right = nadia.post(page_of(attempt, "mark/"), {"points1": "4", "remark1": "Bello"})

    assert wrong.status_code == 422 and "Bello" in wrong.content.decode()
    assert right.status_code == 302
    assert "Bello" in browser(world.anna).get(page_of(attempt)).content.decode()
    with acting_as(world.nadia.actor()), pytest.raises(Refused):
        marked(world.nadia, attempt, 1)


def test_the_right_answers_are_shown_only_when_nothing_is_gained_by_them(
    world: World, browser: Browser
) -> None:
    exam = an_exam(world.nadia, SINGLE, attempts=2)
    first = sat(world.anna, exam, right=False)
    anna = browser(world.anna)
    before = anna.get(page_of(first)).content.decode()
    sat(world.anna, exam, right=False)
    after = anna.get(page_of(first)).content.decode()

    assert "Il Comune" not in before and "Sempre." in before, "the feedback, not the answer"
    assert "Il Comune" in after


def test_the_outcome_of_a_test_is_the_best_of_the_attempts(world: World) -> None:
    exam = an_exam(world.nadia, SINGLE, attempts=3)
    sat(world.anna, exam, right=False)
    sat(world.anna, exam)
    sat(world.bruno, exam, right=False)

    with acting_as(world.nadia.actor()):
        found = queries.outcomes([exam.pk], [world.anna.user.pk, world.bruno.user.pk, world.carla.user.pk])

    told = {colleague: (one.passed, one.percent) for (_exam, colleague), one in found.items()}
    assert told == {world.anna.user.pk: (True, 100), world.bruno.user.pk: (False, 0)}


def test_lists_cost_the_same_however_long(world: World, browser: Browser) -> None:
    for n in range(2):
        sat(world.anna, an_exam(world.nadia, SINGLE, code=f"t{n}"))
    clients = {browser(world.anna): "/tests/", browser(world.nadia): "/tests/"}

    def cost() -> list[int]:
        found = []
        for client, address in clients.items():
            with CaptureQueriesContext(connection) as made:
                assert client.get(address).status_code == 200
            found.append(len(made))
        return found

    few = cost()
    for n in range(2, 6):
        sat(world.anna, an_exam(world.nadia, SINGLE, code=f"t{n}"))

    assert cost() == few


def test_a_stranger_finds_no_attempt_and_a_colleague_reads_why_not(world: World, browser: Browser) -> None:
    exam = an_exam(world.nadia, for_everybody=False)
    with acting_as(world.nadia.actor()):
        actions.admit(by=world.nadia, exam=exam, colleagues=[world.anna.user.pk])
    attempt = begun(world.anna, exam)

    for stranger in (world.carla, world.bruno, world.dario):
        assert browser(stranger).get(page_of(attempt)).status_code == 404
        assert browser(stranger).post(page_of(attempt, "hand-in/")).status_code == 404
    with acting_as(world.dario.actor()):
        assert not Answer.objects.exists()
    refused = browser(world.bruno).post(f"/tests/{exam.pk}/begin/", follow=True).content.decode()
    assert "non sei iscritt" in refused.lower()
    assert browser(world.anna).get(f"/tests/{exam.pk}/results/").status_code == 403
