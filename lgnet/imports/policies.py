# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may bring in and take out many people at once, and when. Names are those of the actions."""

from django.utils.translation import gettext_lazy as _

from lgnet.core.authz import Verdict, no, yes
from lgnet.imports.models import ImportRun
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker

State = ImportRun.State


def write_people(by: Worker) -> Verdict:
    """Write many people at once."""
    if not by.may(Permission.PERSON_IMPORT):
        return no(_("Your role does not import people: the coordinator does."))
    return yes


receive = write_people


def map_columns(by: Worker, run: ImportRun) -> Verdict:
    """Say which column is what, and have the file checked."""
    if run.is_running:
        return no(_("This import is at work: wait until it is done."))
    if run.state not in {State.UPLOADED, State.CHECKED}:
        return no(_("This import is over. Send the file again."))
    return write_people(by)


def start_writing(by: Worker, run: ImportRun) -> Verdict:
    """Write a checked file."""
    if run.is_running:
        return no(_("This import is at work: wait until it is done."))
    if run.state != State.CHECKED:
        return no(_("The file has not been checked, or is written already."))
    if run.problem_count and run.lines_refused >= (run.rows_total or 0):
        return no(_("No row of the file can be imported. Correct the file and send it again."))
    return write_people(by)


def give_up(by: Worker, run: ImportRun) -> Verdict:
    """Throw the file away without writing anything."""
    if run.is_running:
        return no(_("This import is at work: wait until it is done."))
    if run.state not in {State.UPLOADED, State.CHECKED}:
        return no(_("This import is over."))
    return write_people(by)


def undo(by: Worker, run: ImportRun) -> Verdict:
    """Take a whole import back."""
    if run.state != State.DONE:
        return no(_("Only an import that was written can be undone."))
    return write_people(by)


def export_people(by: Worker) -> Verdict:
    """Take the list of people out as a file."""
    if not by.may(Permission.PERSON_EXPORT):
        return no(_("Your role does not export people: the coordinator does."))
    return yes
