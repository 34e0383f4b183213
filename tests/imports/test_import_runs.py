# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A file is checked whole, written whole and taken back whole."""

import datetime as dt
from typing import Any

import pytest
from django.db.models import Sum

from lgnet.cases.models import Case, Intake
from lgnet.core.authz import Refused
from lgnet.core.clock import now
from lgnet.core.models import AuditEntry, DataKey
from lgnet.core.rowsecurity import acting_as
from lgnet.counting.models import Total
from lgnet.imports import actions, files, jobs, progress
from lgnet.imports.models import ColumnMapping, ImportRun
from lgnet.people import actions as people
from lgnet.people.models import Identifier, Person
from tests.imports.registers import GOOD, checked, codes, received, undone, written
from tests.world import World


@pytest.fixture(autouse=True)
def own_files(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


def total(world: World, kind: str) -> int:
    return Total.objects.filter(scope=world.genova.pk, kind=kind).aggregate(n=Sum("n"))["n"] or 0


def test_columns_are_recognised_in_three_languages(world: World) -> None:
    italian = received(world.dario)
    french = received(world.dario, "Prénom,Nom,Date de naissance,Nationalité\nA,B,1990,ML\n")
    english = received(world.dario, "given_name,family_name,DOB,Notes\nA,B,1990,x\n")

    assert set(italian.columns.values()) == {
        "given_name", "family_name", "birth_date", "sex", "citizenship", "tax_code", "phone",
    }  # fmt: skip
    assert french.columns["Prénom"] == "given_name" and french.columns["Nom"] == "family_name"
    assert english.columns == {"given_name": "given_name", "family_name": "family_name", "DOB": "birth_date"}


def test_columns_named_by_hand_are_remembered_for_the_partner(world: World) -> None:
    text = "Chi,Boh\nAwa,Ndoye\n"
    run = received(world.dario, text)
    assert run.columns == {}
    with acting_as(world.dario.actor()):
        actions.map_columns(by=world.dario, run=run, columns={"Chi": "given_name"}, with_cases=False)

    assert received(world.dario, text).columns == {"Chi": "given_name"}
    with acting_as(world.carla.actor()):
        assert not ColumnMapping.objects.exists()


def test_a_check_writes_nobody_and_says_what_it_read(world: World) -> None:
    run = checked(world.dario)

    assert run.state == ImportRun.State.CHECKED
    assert (run.rows_total, run.problem_count, run.lines_refused) == (3, 0, 0)
    with acting_as(world.dario.actor()):
        assert not Person.objects.filter(import_run__isnull=False).exists()


def test_what_was_checked_is_written(world: World) -> None:
    run = written(world.dario, with_cases=True)

    assert run.state == ImportRun.State.DONE and (run.people_written, run.cases_written) == (3, 3)
    with acting_as(world.dario.actor()):
        found = {p.given_name: p for p in Person.objects.filter(import_run=run.pk).select_related("key")}
        assert found["Awa"].birth_date == dt.date(1994, 3, 12) and found["Awa"].citizenships == ["SN"]
        assert found["Idrissa"].birth_precision == "year" and not found["Idrissa"].pseudonym_is_weak
        assert found["أحمد"].sex == "M" and found["أحمد"].birth_precision == "unknown"
        assert Case.objects.filter(import_run=run.pk, manager=world.dario.user.pk).count() == 3


def test_errors_are_told_by_row_and_column_and_stop_the_import(world: World) -> None:
    bad = GOOD + "Fatou;Diop;31/02/1990;F;Atlantide;;12\n;;;;;;\nOK;Diallo;;;;;\n"
    run = checked(world.dario, bad)

    assert codes(run)[:3] == [
        (5, "C", "date_impossible"),
        (5, "E", "country_unknown"),
        (5, "G", "phone_unknown"),
    ]
    assert run.lines_refused == 1 and run.rows_total == 5
    with acting_as(world.dario.actor()), pytest.raises(Refused):
        actions.start_writing(by=world.dario, run=run)

    with acting_as(world.dario.actor()):
        actions.start_writing(by=world.dario, run=run, skip_bad_lines=True)
    assert actions.write_file(by=world.dario, run_id=run.pk).people_written == 4


def test_a_mistyped_tax_code_is_a_warning_and_the_number_is_kept(world: World) -> None:
    run = written(world.dario, "Nome;Cognome;CF\nAwa;Ndoye;PRVMDA94E12Z317K\nBa;Sow;91000011238\n")

    assert (2, "C", "number_wrong") in codes(run)
    with acting_as(world.dario.actor()):
        kinds = Identifier.objects.filter(person__import_run=run.pk).values_list("kind", flat=True)
        assert sorted(kinds) == ["other", "provisional_tax_code"]


def test_people_who_are_there_already_are_pointed_out(world: World) -> None:
    written(world.dario)
    text = GOOD + "Ndoye;Awa;12/03/1994;F;Senegal;;\n"
    run = checked(world.dario, text)

    assert run.problem_count == 0
    assert (5, "", "twice_in_file") in codes(run)
    assert {(2, "", "in_register"), (3, "F", "in_register")} <= set(codes(run))


def test_an_import_is_taken_back_whole_and_so_is_its_count(world: World) -> None:
    with acting_as(world.dario.actor()):
        before = [total(world, kind) for kind in ("registered", "taken_in_charge")]
        keys = DataKey.objects.count()
    run = written(world.dario, with_cases=True)
    with acting_as(world.dario.actor()):
        assert total(world, "registered") == before[0] + 3

    run = undone(world.dario, run)

    with acting_as(world.dario.actor()):
        assert run.state == ImportRun.State.UNDONE
        assert not Person.objects.filter(import_run=run.pk).exists() and not Intake.objects.exists()
        assert [total(world, kind) for kind in ("registered", "taken_in_charge")] == before
        assert DataKey.objects.count() == keys


def test_an_import_somebody_worked_on_is_not_taken_back(world: World) -> None:
    run = written(world.dario)
    with acting_as(world.anna.actor()):
        person = Person.objects.filter(import_run=run.pk).first()
        assert person is not None
        people.add_channel(by=world.anna, person=person, kind="phone", value="3471234567")
    run = undone(world.dario, run)
    assert run.state == ImportRun.State.DONE and "1" in run.failure
    with acting_as(world.dario.actor()):
        assert Person.objects.filter(import_run=run.pk).count() == 3


def test_another_partner_cannot_take_it_back(world: World) -> None:
    run = written(world.dario)
    with acting_as(world.carla.actor()), pytest.raises(ImportRun.DoesNotExist):
        actions.start_undo(by=world.dario, run=run)


def test_the_undo_is_followed_step_by_step_and_a_second_one_is_refused(world: World) -> None:
    run = written(world.dario)
    with acting_as(world.dario.actor()):
        run = actions.start_undo(by=world.dario, run=run)
        assert run.is_running and progress.undo_steps(run.pk) == 0
        with pytest.raises(Refused):
            actions.start_undo(by=world.dario, run=run)

    jobs.undo(str(run.pk), str(world.dario.membership.pk))

    assert progress.undo_steps(run.pk) == progress.UNDO_STEPS  # until the transaction of the test ends
    with acting_as(world.dario.actor()):
        assert ImportRun.objects.get(pk=run.pk).state == ImportRun.State.UNDONE
        told = AuditEntry.objects.filter(subject_id=run.pk, event__startswith="import.und").order_by("at")
        assert list(told.values_list("event", flat=True)) == ["import.undo_started", "import.undone"]


def test_an_undo_whose_worker_was_killed_leaves_the_import_as_it_was(world: World) -> None:
    run = written(world.dario)
    with acting_as(world.dario.actor()):
        actions.start_undo(by=world.dario, run=run)
        ImportRun.objects.filter(pk=run.pk).update(beat_at=now() - dt.timedelta(minutes=1))
        run = actions.fail_if_abandoned(by=world.dario, run=ImportRun.objects.get(pk=run.pk))

        assert run.state == ImportRun.State.DONE and run.failure
        assert Person.objects.filter(import_run=run.pk).count() == 3


def test_a_run_whose_worker_was_killed_is_told_as_failed(world: World) -> None:
    run = received(world.dario)
    with acting_as(world.dario.actor()):
        run = actions.map_columns(by=world.dario, run=run, columns=run.columns, with_cases=False)
        assert actions.fail_if_abandoned(by=world.dario, run=run).state == "checking"  # it waits for its job
        ImportRun.objects.filter(pk=run.pk).update(beat_at=now() - dt.timedelta(minutes=1))
        run.refresh_from_db()
        run = actions.fail_if_abandoned(by=world.dario, run=run)
        assert run.state == "failed" and run.failure


def test_the_file_goes_when_the_run_ends(world: World, django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        run = written(world.dario)
    assert run.stored_as == "" and not list(files.folder().iterdir())
    with django_capture_on_commit_callbacks(execute=True):
        kept = received(world.dario)
        path = files.folder() / kept.stored_as
        assert path.stat().st_mode & 0o777 == 0o600
        with acting_as(world.dario.actor()):
            actions.give_up(by=world.dario, run=kept)
    assert not path.exists()


def test_what_cells_held_is_forgotten_when_the_run_ends(world: World) -> None:
    run = written(world.dario, GOOD + "X;Y;31/02/1990;F;;;\n", skip_bad_lines=True)
    assert all(params == {} for _line, _column, _code, params, _warns in run.problems)


def test_a_job_of_somebody_who_has_left_does_nothing(world: World) -> None:
    run = received(world.dario)
    with acting_as(world.dario.actor()):
        actions.map_columns(by=world.dario, run=run, columns=run.columns, with_cases=False)
    with acting_as(world.amelia.actor()):
        from lgnet.network.models import Membership

        Membership.objects.filter(pk=world.dario.membership.pk).update(valid_until="2024-12-31")
    jobs.check(str(run.pk), str(world.dario.membership.pk))
    with acting_as(world.dario.actor()):
        assert ImportRun.objects.get(pk=run.pk).state == "checking"


def test_a_job_checks_and_writes(world: World) -> None:
    run = received(world.dario)
    with acting_as(world.dario.actor()):
        actions.map_columns(by=world.dario, run=run, columns=run.columns, with_cases=False)
    jobs.check(str(run.pk), str(world.dario.membership.pk))
    with acting_as(world.dario.actor()):
        actions.start_writing(by=world.dario, run=run)
    jobs.write(str(run.pk), str(world.dario.membership.pk))
    with acting_as(world.dario.actor()):
        assert ImportRun.objects.get(pk=run.pk).people_written == 3
