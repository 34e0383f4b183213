# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Banks, tests and attempts of the tests, made by the actions themselves; Nadia keeps them."""

from typing import Any

from lgnet.core.rowsecurity import acting_as
from lgnet.examinations import actions
from lgnet.examinations.actions import Draft, Given, Mark, Wording
from lgnet.examinations.models import Attempt, Bank, Exam, QuestionVersion
from lgnet.network.worker import Worker

SINGLE = Wording(
    "single",
    "Chi prende in carico?",
    (("Il Comune", True), ("Nessuno", False), ("Il caso", False)),
    "Sempre.",
)
MULTIPLE = Wording(
    "multiple", "Quali sono linee di azione?", (("Alloggio", True), ("Presa in carico", True), ("Caccia", False)),
    points=2,
)  # fmt: skip
TRUE_FALSE = Wording("true_false", "Il contatto conta come persona?", (("true", False), ("false", True)))
OPEN = Wording("text", "Racconta un caso.", points=4)


def a_bank(by: Worker, *wordings: Wording, title: str = "Presa in carico") -> Bank:
    """A bank with these questions, made by who acts now."""
    bank = actions.make_bank(by=by, title=title)
    for wording in wordings:
        actions.write_question(by=by, bank=bank, wording=wording)
    return bank


def numbered(n: int) -> list[Wording]:
    """So many questions, each its own, whose first answer is right."""
    return [Wording("single", f"Domanda {k}?", (("Giusta", True), ("Sbagliata", False))) for k in range(n)]


def an_exam(
    keeper: Worker, *wordings: Wording, draw: int | None = None, code: str = "t1", **more: Any
) -> Exam:
    """A test for everybody that is open and draws all of these questions, or so many of them."""
    asked = wordings or (SINGLE, MULTIPLE, TRUE_FALSE)
    with acting_as(keeper.actor()):
        bank = a_bank(keeper, *asked, title=f"Banca {code}")
        rules = {"for_everybody": True, **more}
        draft = Draft(code, f"Test {code}", draws={bank.pk: draw or len(asked)}, **rules)
        return actions.open_exam(by=keeper, exam=actions.make_exam(by=keeper, draft=draft))


def begun(by: Worker, exam: Exam) -> Attempt:
    """An attempt of somebody, under way."""
    with acting_as(by.actor()):
        return actions.begin(by=by, exam=exam)


def all_right(attempt: Attempt) -> dict[int, Given]:
    """The right answer to each question of an attempt; read as who acts now."""
    return {
        one.position: Given(one.asked.right, "" if one.asked.options else "Ho ascoltato.")
        for one in attempt.answers.select_related("asked")
    }


def all_wrong(attempt: Attempt) -> dict[int, Given]:
    """A wrong answer to each."""
    found = {}
    for one in attempt.answers.select_related("asked"):
        wrong = set(range(len(one.asked.options))) - one.asked.right
        found[one.position] = Given(frozenset(list(wrong)[:1]))
    return found


def sat(by: Worker, exam: Exam, *, right: bool = True) -> Attempt:
    """An attempt that somebody handed in."""
    attempt = begun(by, exam)
    with acting_as(by.actor()):
        answers = all_right(attempt) if right else all_wrong(attempt)
        return actions.hand_in(by=by, attempt=attempt, answers=answers)


def marked(by: Worker, attempt: Attempt, points: int) -> Attempt:
    """Each open answer of an attempt marked with so many points."""
    with acting_as(by.actor()):
        open_ones = attempt.answers.filter(asked__kind=QuestionVersion.Kind.TEXT)
        marks = {one.position: Mark(points, "Bene.") for one in open_ones}
        return actions.mark(by=by, attempt=attempt, marks=marks)
