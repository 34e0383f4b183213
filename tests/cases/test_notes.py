# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Notes: for everybody who works on cases here, or for the team alone; taken back on the same day."""

import datetime as dt

import pytest
import time_machine
from django.db import ProgrammingError

from lgnet.cases.actions.team import join_team, leave_team
from lgnet.cases.actions.work import withdraw_note, write_note
from lgnet.cases.models import Case, Note
from lgnet.core.authz import Refused
from lgnet.core.clock import now
from lgnet.core.ids import new_id
from lgnet.core.models import AuditEntry, RowHistory
from lgnet.core.rowsecurity import acting_as
from tests.factories.cases import a_case
from tests.world import World


def test_a_restricted_note_exists_for_the_team_alone(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna)
        write_note(by=world.anna, case=case, text="Tells of violence.", level="circle")
        write_note(by=world.anna, case=case, text="Came to the desk.")
    for outsider in (world.dario, world.paola, world.fabio):
        with acting_as(outsider.actor()):
            assert [note.level for note in Note.objects.all()] == ["partner"]
    with acting_as(world.anna.actor()):
        join_team(by=world.anna, case=case, colleague=world.paola.user, part="psychologist")
    with acting_as(world.paola.actor()):
        texts = {note.text for note in Note.objects.select_related("case__person__key")}
        assert texts == {"Tells of violence.", "Came to the desk."}
    with acting_as(world.anna.actor()):
        leave_team(by=world.anna, case=case, colleague=world.paola.user)
    with acting_as(world.paola.actor()):
        assert Note.objects.count() == 1


def test_who_is_outside_the_team_writes_no_restricted_note_by_any_route(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna)
    with acting_as(world.dario.actor()), pytest.raises(Refused, match="Only the team"):
        write_note(by=world.dario, case=case, text="x", level="circle")
    with pytest.raises(ProgrammingError, match="row-level security"), acting_as(world.dario.actor()):
        Note.objects.create(
            partner_id=case.partner_id, case=case, level="circle", written_at=now(),
            written_by_id=world.dario.user.pk,
        )  # fmt: skip


def test_a_note_is_taken_back_on_the_same_day_and_its_row_stays(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna)
        note = write_note(by=world.anna, case=case, text="In the wrong case.")
        with (
            time_machine.travel(now() + dt.timedelta(days=1)),
            pytest.raises(Refused, match="end of the day"),
        ):
            withdraw_note(by=world.anna, note=note)
        withdraw_note(by=world.anna, note=note)
        with pytest.raises(Refused, match="already"):
            withdraw_note(by=world.anna, note=note)

        assert Note.objects.get(pk=note.pk).withdrawn_at is not None
        assert not RowHistory.objects.filter(row_id=note.pk).exists()  # the circle's history is nobody's here
        assert AuditEntry.objects.filter(event="case.note_withdrawn").exists()
        note = write_note(by=world.anna, case=case, text="In the right case.")
    with acting_as(world.dario.actor()), pytest.raises(Refused, match="Only who wrote"):
        withdraw_note(by=world.dario, note=note)


@pytest.mark.parametrize("text", ["", " \n ", "\u200b\u202e\u2066", "x" * 10_001])
def test_notes_without_words_or_without_end_are_refused(world: World, text: str) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna)
        with pytest.raises(Refused):
            write_note(by=world.anna, case=case, text=text)


def test_scripts_and_lines_stay_and_invisible_signs_go(world: World) -> None:
    with acting_as(world.anna.actor()):
        text = "أهلا وسهلا\u202e\r\n\r\n\r\nЯ тут\u200b\x00 - می\u200cخواهم"
        write_note(by=world.anna, case=a_case(world.anna), text=text)

        note = Note.objects.select_related("case__person__key").get()
        assert note.text == "أهلا وسهلا\n\nЯ тут - می\u200cخواهم"


def test_a_note_sent_twice_is_one_note(world: World) -> None:
    with acting_as(world.anna.actor()):
        case, form_id = a_case(world.anna), new_id()
        for _ in range(2):
            write_note(by=world.anna, case=case, text="Once.", note_id=form_id)

        assert Note.objects.count() == 1


def test_the_desk_that_only_reads_is_told_so_and_the_stranger_finds_no_case(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna)
    with acting_as(world.fabio.actor()), pytest.raises(Refused, match="tell the case manager"):
        write_note(by=world.fabio, case=case, text="x")
    with acting_as(world.carla.actor()), pytest.raises(Case.DoesNotExist):
        write_note(by=world.carla, case=case, text="x")
