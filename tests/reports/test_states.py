# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A report goes to the nation and comes back; what is not in the table of transitions cannot happen."""

from collections.abc import Callable, Mapping

import pytest
import time_machine
from django.core import mail
from django.db import DatabaseError, transaction

from lgnet.core.authz import Refused, Stale
from lgnet.core.models import AuditEntry
from lgnet.core.rowsecurity import acting_as
from lgnet.network.worker import Worker
from lgnet.reports import policies, queries
from lgnet.reports.actions import reopen, save_answer, send_back, submit, validate
from lgnet.reports.document import digest_of, frozen
from lgnet.reports.jobs import tell_decision
from lgnet.reports.models import Answer, Remark, Report, ReportStep, Sending
from lgnet.reports.questions import Question
from tests.factories.counting import facts
from tests.factories.reports import a_report, a_sending, answered
from tests.world import World

State = Report.State


def back(world: World, report: Report, **remarks: str) -> Report:
    with acting_as(world.nadia.actor()):
        return send_back(by=world.nadia, report=report, remarks=remarks or {"activities": "Quanti incontri?"})


def again(world: World, report: Report) -> Report:
    with acting_as(world.nadia.actor()):
        return reopen(by=world.nadia, report=report, reason="Errore nei numeri")


def in_state(world: World, state: str) -> Report:
    """A report of Genova brought to a state by the people who bring it there."""
    report = answered(world.dario, a_report(world.dario))
    if state == State.DRAFT:
        return report
    a_sending(world.dario, report)
    if state == State.SENT_BACK:
        return back(world, report)
    if state in {State.VALIDATED, State.REOPENED}:
        with acting_as(world.nadia.actor()):
            report = validate(by=world.nadia, report=report)
        return again(world, report) if state == State.REOPENED else report
    return report


ACTIONS: Mapping[str, tuple[str, Callable[[World, Report], object]]] = {
    State.SUBMITTED: (
        "dario",
        lambda world, report: submit(by=world.dario, report=report, warnings_read=True),
    ),
    State.SENT_BACK: (
        "nadia",
        lambda world, report: send_back(by=world.nadia, report=report, remarks={"whole": "No"}),
    ),
    State.VALIDATED: ("nadia", lambda world, report: validate(by=world.nadia, report=report)),
    State.REOPENED: ("nadia", lambda world, report: reopen(by=world.nadia, report=report, reason="Errore")),
}


@pytest.mark.parametrize("to", [state for state in State if state != State.DRAFT])
@pytest.mark.parametrize("before", State)
def test_each_state_goes_where_the_table_says_and_nowhere_else(
    world: World, before: State, to: State
) -> None:
    report = in_state(world, before)
    who, act = ACTIONS[to]

    with acting_as(getattr(world, who).actor()):
        if to in Report.NEXT[before]:
            act(world, report)
            now = Report.objects.get(pk=report.pk)
            assert now.state == to
            step = ReportStep.objects.filter(report=report).latest("taken_at", "id")
            assert (step.from_state, step.to_state) == (before, to)
        elif before == State.DRAFT:
            with pytest.raises(Report.DoesNotExist):  # for the nation there is nothing to decide on
                act(world, report)
        else:
            with pytest.raises(Refused) as refused:
                act(world, report)
            assert str(refused.value).endswith(".")


@pytest.mark.parametrize("state", State)
def test_every_refusal_has_its_sentence(world: World, state: State) -> None:
    report = Report(partner=world.genova, state=state)
    answers = [
        policies.write(world.dario, report),
        policies.submit(world.dario, report),
        policies.send_back(world.nadia, report),
        policies.validate(world.nadia, report),
        policies.reopen(world.nadia, report),
    ]

    assert all(verdict.allowed or str(verdict.reason).endswith(".") for verdict in answers)
    assert any(verdict.allowed for verdict in answers), "somebody can always go on"


def test_every_state_is_in_the_table() -> None:
    assert set(Report.NEXT) == set(State)
    assert set().union(*Report.NEXT.values()) == set(State) - {State.DRAFT}


def test_what_is_sent_is_frozen_with_its_hash(world: World) -> None:
    facts(world.anna, 1, 2)
    report = answered(world.dario, a_report(world.dario))
    sending = a_sending(world.dario, report)
    facts(world.anna, 3)

    with acting_as(world.dario.actor()):
        kept = Sending.objects.get(pk=sending.pk)
        assert kept.digest == digest_of(kept.content)
        line = frozen(kept.content).figures.line("O.2.3")
        assert line is not None and line.total == 2
        entry = AuditEntry.objects.get(event="report.submitted")
        assert kept.digest in entry.detail
        with pytest.raises(DatabaseError), transaction.atomic():
            Sending.objects.filter(pk=kept.pk).update(digest="0" * 64)


def test_a_report_with_an_empty_question_is_not_sent(world: World) -> None:
    report = a_report(world.dario)

    with (
        acting_as(world.dario.actor()),
        pytest.raises(Refused, match="Nothing is written under “Main activities"),
    ):
        submit(by=world.dario, report=report, warnings_read=True)


def test_a_quarter_that_is_not_over_is_not_sent(world: World) -> None:
    with time_machine.travel("2026-09-25T10:00:00Z", tick=False):
        report = answered(world.dario, a_report(world.dario))
        assert report.period.quarter.code == "2026-q3"
        with acting_as(world.dario.actor()), pytest.raises(Refused, match="not over yet"):
            submit(by=world.dario, report=report, warnings_read=True)


def test_warnings_are_read_before_the_report_is_sent(world: World) -> None:
    report = answered(world.dario, a_report(world.dario))

    with acting_as(world.dario.actor()), pytest.raises(Refused, match="read the warnings"):
        submit(by=world.dario, report=report)


def test_what_a_colleague_wrote_since_is_read_before_it_is_sent(world: World) -> None:
    report = answered(world.dario, a_report(world.dario))
    with acting_as(world.dario.actor()):
        seen = queries.draft(report).seen
    with acting_as(world.anna.actor()):
        save_answer(by=world.anna, report=report, question=Question.STRENGTHS, text="Altro", version=1)

    with acting_as(world.dario.actor()), pytest.raises(Stale, match="written on"):
        submit(by=world.dario, report=report, seen=seen, warnings_read=True)


def test_the_nation_reads_nothing_before_it_is_sent_and_never_what_is_being_written(world: World) -> None:
    report = answered(world.dario, a_report(world.dario))
    with acting_as(world.nadia.actor()):
        assert not Report.objects.exists()
        with pytest.raises(DatabaseError), transaction.atomic():
            Answer.objects.exists()
    a_sending(world.dario, report)
    back(world, report)
    with acting_as(world.dario.actor()):
        save_answer(by=world.dario, report=report, question=Question.STRENGTHS, text="Segreto", version=1)

    with acting_as(world.nadia.actor()):
        sending = queries.latest_sending(Report.objects.get())
        assert sending is not None and "Segreto" not in str(sending.content)
    with acting_as(world.carla.actor()):
        assert not Report.objects.filter(pk=report.pk).exists()
        assert not Sending.objects.exists()


def test_remarks_come_back_with_the_report_and_the_second_sending_is_another(world: World) -> None:
    report = answered(world.dario, a_report(world.dario))
    first = a_sending(world.dario, report)
    back(world, report, activities="Quanti incontri?", figures="Manca il sesso di due persone")
    with acting_as(world.dario.actor()):
        assert {remark.about for remark in Remark.objects.all()} == {"activities", "figures"}
        save_answer(
            by=world.dario, report=report, question=Question.ACTIVITIES, text="Dodici incontri.", version=1
        )
    second = a_sending(world.dario, report)

    assert (first.number, second.number) == (1, 2)
    assert first.digest != second.digest
    assert second.content["answers"]["activities"] == "Dodici incontri."


def test_a_report_is_not_sent_back_without_a_word(world: World) -> None:
    report = in_state(world, State.SUBMITTED)

    with acting_as(world.nadia.actor()), pytest.raises(Refused, match="at least one remark"):
        send_back(by=world.nadia, report=report, remarks={"activities": "  ", "nonsense": "x"})
    with acting_as(world.nadia.actor()):
        accepted = validate(by=world.nadia, report=report)
        with pytest.raises(Refused, match="Say why"):
            reopen(by=world.nadia, report=accepted, reason=" ")


@pytest.mark.parametrize("state", [State.SENT_BACK, State.VALIDATED, State.REOPENED])
def test_the_coordinator_is_told_what_the_nation_decided(world: World, state: State) -> None:
    report = in_state(world, state)

    tell_decision(str(report.pk), str(world.genova.pk), state)

    (letter,) = mail.outbox
    assert letter.to == ["dario@example.org"]
    assert "Quanti incontri" not in letter.body, "no text of a report travels by mail"


@pytest.mark.parametrize(
    ("who", "sentence"),
    [("anna", "Only the coordinator"), ("amelia", "Only the coordinator"), ("nadia", "Only the coordinator")],
)
def test_who_does_not_coordinate_does_not_send(world: World, who: str, sentence: str) -> None:
    report = answered(world.dario, a_report(world.dario))
    worker: Worker = getattr(world, who)

    with acting_as(world.dario.actor()), pytest.raises(Refused, match=sentence):
        submit(by=worker, report=report, warnings_read=True)


def test_a_partner_does_not_decide_on_its_own_report(world: World) -> None:
    report = in_state(world, State.SUBMITTED)

    with acting_as(world.dario.actor()):
        with pytest.raises(Refused, match="national monitoring decides"):
            validate(by=world.dario, report=report)
        with pytest.raises(Refused, match="national monitoring decides"):
            send_back(by=world.dario, report=report, remarks={"whole": "No"})
