# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Small registers as offices send them, and a run of an import from one."""

from lgnet.core.rowsecurity import acting_as
from lgnet.imports import actions
from lgnet.imports.models import ImportRun
from lgnet.network.worker import Worker

GOOD = (
    "Nome;Cognome;Data di nascita;Sesso;Cittadinanza;Codice fiscale;Telefono\n"
    "Awa;Ndoye;12/03/1994;F;Senegal;;3471112223\n"
    "Idrissa;Kéita;1990;M;MLI;PRVMDA94E12Z317J;\n"
    "أحمد;حسن;;uomo;Siria;;\n"
)


def received(by: Worker, text: str = GOOD, name: str = "registro.csv") -> ImportRun:
    """A file that has come in."""
    with acting_as(by.actor()):
        return actions.receive(by=by, file_name=name, blocks=[text.encode()])


def checked(by: Worker, text: str = GOOD, *, with_cases: bool = False) -> ImportRun:
    """A file that was checked, its columns guessed."""
    run = received(by, text)
    with acting_as(by.actor()):
        actions.map_columns(by=by, run=run, columns=run.columns, with_cases=with_cases)
    return actions.check_file(by=by, run_id=run.pk)


def written(
    by: Worker, text: str = GOOD, *, with_cases: bool = False, skip_bad_lines: bool = False
) -> ImportRun:
    """A file that was written."""
    run = checked(by, text, with_cases=with_cases)
    with acting_as(by.actor()):
        actions.start_writing(by=by, run=run, skip_bad_lines=skip_bad_lines)
    return actions.write_file(by=by, run_id=run.pk)


def undone(by: Worker, run: ImportRun) -> ImportRun:
    """The run after its undo was asked for and its job has run."""
    with acting_as(by.actor()):
        actions.start_undo(by=by, run=run)
    return actions.undo_file(by=by, run_id=run.pk)


def codes(run: ImportRun) -> list[tuple[int, str, str]]:
    """Row, column and code of what was found."""
    return [(line, column, code) for line, column, code, _params, _warns in run.problems]
