# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A report is written by several people, saved while they type, and nothing of anybody is lost."""

import datetime as dt
from collections.abc import Callable

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lgnet.core.authz import Refused
from lgnet.core.ids import new_id
from lgnet.core.models import AuditEntry
from lgnet.core.rowsecurity import acting_as
from lgnet.network.worker import Worker
from lgnet.reports import queries
from lgnet.reports.actions import Conflict, put_back_row, remove_row, save_answer, save_deviation
from lgnet.reports.models import Answer, Deviation, Report
from lgnet.reports.questions import Origin, Question
from tests.factories.reports import a_deviation, a_report, a_sending, a_subject, answered
from tests.world import World

Browser = Callable[[Worker], Client]
HTMX = {"HX-Request": "true"}


def url(report: Report, step: str = "activities", what: str = "answer") -> str:
    return f"/reports/{report.pk}/{what}/{step}/"


def test_an_answer_is_saved_while_it_is_typed(world: World, english: Browser) -> None:
    report = a_report(world.dario)
    anna = english(world.anna)

    first = anna.post(url(report), {"text": "Due inc", "version": "0"}, headers=HTMX)
    second = anna.post(url(report), {"text": "Due incontri", "version": "1"}, headers=HTMX)

    assert (first.status_code, second.status_code) == (200, 200)
    assert 'name="version" value="2"' in second.content.decode()
    assert "Saved, Anna Parodi" in second.content.decode()
    assert "<html" not in second.content.decode()
    with acting_as(world.dario.actor()):
        assert Answer.objects.get().text == "Due incontri"
        assert AuditEntry.objects.filter(event="report.answer_written").count() == 1, "one sitting, one trace"


def test_the_second_of_two_is_told_and_neither_text_is_lost(world: World, english: Browser) -> None:
    report = a_report(world.dario)
    anna, dario = english(world.anna), english(world.dario)
    anna.post(url(report), {"text": "Di Anna", "version": "0"}, headers=HTMX)

    told = dario.post(url(report), {"text": "Di Dario", "version": "0"}, headers=HTMX)
    still = dario.post(url(report), {"text": "Di Dario, ancora", "version": "0"}, headers=HTMX)
    page = dario.post(url(report), {"text": "Di Dario", "version": "0"})

    for answer in (told, still, page):
        assert answer.status_code == 409
        assert "Anna Parodi has changed this answer meanwhile." in answer.content.decode()
        assert "Di Anna" in answer.content.decode()
        assert 'name="version" value="0"' in answer.content.decode(), "typing on does not overwrite"
    assert "Di Dario" in page.content.decode()
    with acting_as(world.dario.actor()):
        assert Answer.objects.get().text == "Di Anna"

    kept = dario.post(
        url(report), {"text": "Di Dario", "version": ["0", "1"]}
    )  # the button's value comes last

    assert kept.status_code == 302
    with acting_as(world.dario.actor()):
        assert Answer.objects.get().text == "Di Dario"


def test_the_same_text_twice_is_no_conflict_and_no_change(world: World) -> None:
    report = a_report(world.dario)
    with acting_as(world.dario.actor()):
        save_answer(by=world.dario, report=report, question=Question.STRENGTHS, text="Uguale", version=0)
        again = save_answer(
            by=world.dario, report=report, question=Question.STRENGTHS, text="Uguale ", version=0
        )
        assert again.version == 1
        with pytest.raises(Conflict):
            save_answer(by=world.dario, report=report, question=Question.STRENGTHS, text="Altro", version=0)


def test_the_button_saves_and_goes_on_to_the_next_question(world: World, english: Browser) -> None:
    report = a_report(world.dario)

    went = english(world.anna).post(url(report), {"text": "Fatto", "version": "0", "then": "next"})

    assert went["Location"] == url(report, "strengths", "write")


def test_last_quarters_text_stands_beside(world: World, english: Browser) -> None:
    with time_machine.travel("2026-07-05T10:00:00Z", tick=False):
        before = answered(world.dario, a_report(world.dario), words="Nel secondo trimestre:")
        a_deviation(world.dario, before)
        a_sending(world.dario, before)
    report = a_report(world.dario)

    anna = english(world.anna)
    assert "Nel secondo trimestre: strengths" in anna.get(url(report, "strengths", "write")).content.decode()
    page = anna.get(url(report, "deviations", "write")).content.decode()
    assert "Avvio dei laboratori rinviato" in page
    assert report.period.quarter.code == "2026-q3"


def test_deviations_are_lines_with_origin_remedy_and_day(world: World, english: Browser) -> None:
    report = a_report(world.dario)
    anna = english(world.anna)
    row = str(new_id())
    typed = {
        "row_id": row,
        "text": "Bando deserto",
        "origin": "context",
        "indicator": "O.2.3",
        "remedy": "Nuovo bando",
    }

    wrong = anna.post(url(report, "deviations", "row"), typed | {"origin": "nobody"})
    right = anna.post(url(report, "deviations", "row"), typed | {"due_on": "2026-11-30"})
    anna.post(url(report, "deviations", "row"), typed | {"text": "Bando andato deserto"})

    assert wrong.status_code == 422 and "Bando deserto" in wrong.content.decode()
    assert right.status_code == 302
    page = anna.get(url(report, "deviations", "write") + f"?row={row}").content.decode()
    assert "Bando andato deserto" in page and "The context" in page and "Change this line" in page
    with acting_as(world.dario.actor()):
        assert Deviation.objects.get().due_on is None, "the second writing had no day"


def test_a_line_is_taken_out_and_put_back(world: World, english: Browser) -> None:
    report = a_report(world.dario)
    row = a_deviation(world.dario, report)
    anna = english(world.anna)

    anna.post(f"/reports/rows/deviations/{row.pk}/remove/")
    page = anna.get(url(report, "deviations", "write")).content.decode()
    assert "Avvio dei laboratori" not in page and f"/reports/rows/deviations/{row.pk}/put-back/" in page
    anna.post(f"/reports/rows/deviations/{row.pk}/put-back/")

    assert "Avvio dei laboratori" in anna.get(url(report, "deviations", "write")).content.decode()
    assert anna.post(f"/reports/rows/problems/{row.pk}/remove/").status_code == 404, "it is a deviation"


def test_a_line_answers_its_question_as_well_as_words_do(world: World) -> None:
    report = a_report(world.dario)
    with acting_as(world.dario.actor()):
        assert len(queries.draft(report).missing) == 6
    a_deviation(world.dario, report)
    a_deviation(world.dario, report, kind="problems")
    a_subject(world.dario, report)

    with acting_as(world.dario.actor()):
        draft = queries.draft(report)
        assert [question.value for question in draft.missing] == ["activities", "strengths", "work-group"]
        (waiting,) = queries.waiting(world.genova.pk)
        assert waiting.missing == 3, "the tile and the page agree"


def test_what_is_not_on_a_list_is_refused(world: World) -> None:
    report = a_report(world.dario)
    with acting_as(world.dario.actor()), pytest.raises(Refused, match="not on its list"):
        save_deviation(
            by=world.dario, report=report, row_id=new_id(), kind="deviations", text="x", origin=Origin.OTHERS,
            indicator="X.9", due_on=dt.date(2026, 12, 1),
        )  # fmt: skip
    with acting_as(world.dario.actor()), pytest.raises(Refused, match="too long"):
        save_answer(by=world.dario, report=report, question=Question.STRENGTHS, text="a" * 20_001, version=0)


def test_what_was_sent_is_not_written_any_more(world: World) -> None:
    report = answered(world.dario, a_report(world.dario))
    row = a_deviation(world.dario, report)
    a_sending(world.dario, report)

    with acting_as(world.dario.actor()):
        for act in (remove_row, put_back_row):
            with pytest.raises(Refused, match="was sent"):
                act(by=world.dario, row=row)
        with pytest.raises(Refused, match="was sent"):
            save_answer(by=world.dario, report=report, question=Question.STRENGTHS, text="Altro", version=1)


@pytest.mark.parametrize("step", ["figures", *Question.values, "attachments", "send"])
def test_every_step_opens_in_few_queries(world: World, english: Browser, step: str) -> None:
    report = answered(world.dario, a_report(world.dario))
    for _ in range(5):
        a_deviation(world.dario, report)
        a_deviation(world.dario, report, kind="problems")
        a_subject(world.dario, report)
    anna = english(world.anna)

    with CaptureQueriesContext(connection) as asked:
        assert anna.get(url(report, step, "write")).status_code == 200

    ours = [q["sql"] for q in asked.captured_queries if not q["sql"].startswith(("SAVEPOINT", "RELEASE"))]
    assert len([sql for sql in ours if "set_config" not in sql]) <= 30


def test_the_stranger_finds_nothing_and_the_colleague_is_refused(world: World, english: Browser) -> None:
    report = a_report(world.dario)
    row = a_deviation(world.dario, report)
    carla, bruno, amelia = english(world.carla), english(world.bruno), english(world.amelia)

    for what, step in (("write", "figures"), ("answer", "activities"), ("row", "deviations")):
        method = carla.get if what == "write" else carla.post
        assert method(url(report, step, what)).status_code == 404
    assert carla.post(f"/reports/rows/deviations/{row.pk}/remove/").status_code == 404
    assert carla.get(f"/reports/{report.pk}/").status_code == 404
    assert bruno.get(f"/reports/{report.pk}/").status_code == 403
    assert amelia.get(f"/reports/{report.pk}/").status_code == 200, "she reads the partner's figures"
    assert amelia.get(url(report, "figures", "write")).status_code == 403
    assert english(world.nadia).get(f"/reports/{report.pk}/").status_code == 404, "nothing was sent yet"
