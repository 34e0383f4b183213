# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Trainers keep banks and tests: versions of questions, rules that hold, results to take away."""

from collections.abc import Callable

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from lgnet.core.authz import Refused
from lgnet.core.rowsecurity import acting_as
from lgnet.examinations import actions, queries
from lgnet.examinations.actions import Draft, Wording
from lgnet.examinations.models import Exam, Question, QuestionVersion
from lgnet.network.worker import Worker
from tests.factories.examinations import SINGLE, TRUE_FALSE, a_bank, an_exam, begun, numbered, sat
from tests.world import World

Browser = Callable[[Worker], Client]


def test_a_question_written_anew_is_asked_from_then_on_and_who_was_asked_keeps_theirs(world: World) -> None:
    exam = an_exam(world.nadia, SINGLE)
    before = begun(world.anna, exam)
    with acting_as(world.nadia.actor()):
        question = Question.objects.get()
        again = Wording("single", "Chi decide?", (("Il Comune", True), ("Nessuno", False)))
        actions.write_question(by=world.nadia, bank=question.bank, wording=again, question=question)
    after = begun(world.bruno, exam)

    with acting_as(world.nadia.actor()):
        asked = [one.answers.get().asked for one in (before, after)]
    assert [(one.number, one.text) for one in asked] == [(1, "Chi prende in carico?"), (2, "Chi decide?")]
    assert asked[0].question_id == asked[1].question_id


def test_a_version_is_never_changed_even_by_sql(world: World) -> None:
    with acting_as(world.nadia.actor()):
        a_bank(world.nadia, SINGLE)
        with pytest.raises(DatabaseError), transaction.atomic():
            QuestionVersion.objects.update(text="Altro")


@pytest.mark.parametrize(
    "wrong",
    [
        Wording("single", "", (("a", True), ("b", False))),
        Wording("single", "Quale?", (("a", True),)),
        Wording("single", "Quale?", (("a", True), ("b", True))),
        Wording("multiple", "Quali?", (("a", False), ("b", False))),
        Wording("true_false", "Vero?", ()),
        Wording("text", "Racconta", (("a", True), ("b", False))),
        Wording("single", "Quale?", (("a", True), (" ", False))),
    ],
)
def test_a_question_that_cannot_be_answered_is_refused(world: World, wrong: Wording) -> None:
    with acting_as(world.nadia.actor()), pytest.raises(Refused):
        a_bank(world.nadia, wrong)


def test_a_question_comes_back_with_what_was_typed_and_is_made_once(world: World, browser: Browser) -> None:
    with acting_as(world.nadia.actor()):
        bank = a_bank(world.nadia)
    nadia, address = browser(world.nadia), f"/tests/banks/{bank.pk}/new/"
    new_id = nadia.get(address).context["page"].form["new_id"].value()
    sent = {
        "new_id": new_id,
        "text": "Quale أ?",
        "kind": "single",
        "points": "1",
        "option1": "Sì",
        "option2": "No",
    }

    wrong = nadia.post(address, sent)
    for _time in (1, 2):
        assert nadia.post(address, {**sent, "right1": "on"}).status_code == 302

    assert wrong.status_code == 422 and "Quale أ?" in wrong.content.decode()
    with acting_as(world.nadia.actor()):
        assert QuestionVersion.objects.get().right == {0}


def test_true_or_false_is_shown_in_the_readers_language_with_true_first(
    world: World, browser: Browser
) -> None:
    attempt = begun(world.anna, an_exam(world.nadia, TRUE_FALSE))
    page = browser(world.anna).get(f"/tests/attempts/{attempt.pk}/").context["page"]

    assert [option.text for option in page.items[0].options] == ["Vero", "Falso"]


def test_a_test_opens_only_if_its_banks_hold_what_it_draws(world: World) -> None:
    with acting_as(world.nadia.actor()):
        bank = a_bank(world.nadia, *numbered(3))
        empty = actions.make_exam(by=world.nadia, draft=Draft("vuoto", "Vuoto"))
        short = actions.make_exam(by=world.nadia, draft=Draft("corto", "Corto", draws={bank.pk: 4}))
        for exam in (empty, short):
            with pytest.raises(Refused):
                actions.open_exam(by=world.nadia, exam=exam)
        actions.edit_exam(by=world.nadia, exam=short, draft=Draft("corto", "Corto", draws={bank.pk: 3}))
        assert actions.open_exam(by=world.nadia, exam=short).state == "open"
        with pytest.raises(Refused, match="Corto"), transaction.atomic():
            actions.retire_question(by=world.nadia, question=Question.objects.all()[0])
        assert not Question.objects.exclude(retired_at=None).exists()
        with pytest.raises(Refused), transaction.atomic():
            actions.make_exam(by=world.nadia, draft=Draft("CORTO", "Altro"))


def test_once_opened_the_rules_hold_even_against_sql(world: World) -> None:
    exam = an_exam(world.nadia)
    with acting_as(world.nadia.actor()):
        with pytest.raises(Refused):
            actions.edit_exam(by=world.nadia, exam=exam, draft=Draft("t1", "Altro"))
        with pytest.raises(DatabaseError), transaction.atomic():
            Exam.objects.filter(pk=exam.pk).update(pass_percent=1)
        with pytest.raises(DatabaseError), transaction.atomic():
            exam.draws.all().delete()
        assert actions.close_exam(by=world.nadia, exam=exam).state == "closed"
        assert actions.open_exam(by=world.nadia, exam=exam).state == "open"


def test_results_reach_the_trainer_with_what_went_worst(world: World, browser: Browser) -> None:
    exam = an_exam(world.nadia, SINGLE, TRUE_FALSE)
    sat(world.anna, exam)
    sat(world.carla, exam, right=False)
    nadia = browser(world.nadia)

    page = nadia.get(f"/tests/{exam.pk}/results/").context["page"]
    table = nadia.get(f"/tests/{exam.pk}/results.csv").content.decode("utf-8-sig")

    assert {(row.attempt.colleague.name, row.attempt.points) for row in page.rows} == {
        ("Anna Parodi", 2), ("Carla Bianchi", 0),
    }  # fmt: skip
    assert [round(one.share, 2) for one in page.weak] == [0.5, 0.5]
    assert "Anna Parodi" in table and "Carla Bianchi" in table


def test_drafts_and_keeping_are_not_for_everybody(world: World, browser: Browser) -> None:
    with acting_as(world.nadia.actor()):
        bank = a_bank(world.nadia, SINGLE)
        draft = actions.make_exam(by=world.nadia, draft=Draft("bozza", "Bozza", for_everybody=True))
    anna = browser(world.anna)

    assert anna.get(f"/tests/{draft.pk}/").status_code == 404
    for address in ("banks/", f"banks/{bank.pk}/", "new/", "marking/"):
        assert anna.get(f"/tests/{address}").status_code == 403
    with acting_as(world.anna.actor()):
        assert not queries.offers(world.anna)
        with pytest.raises(Refused):
            a_bank(world.anna, SINGLE, title="Altra")
