# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Writing a report: answers saved while they are typed, lines of deviations and of the territory's bodies."""

import datetime as dt
import uuid

from django.db import transaction
from django.utils.translation import gettext as _

from lgnet.core import audit
from lgnet.core.authz import Refused, Stale
from lgnet.core.clock import now
from lgnet.core.ids import new_id
from lgnet.direction.indicators import INDICATORS
from lgnet.network.worker import Worker
from lgnet.reports import policies
from lgnet.reports.models import Answer, Deviation, NetworkSubject, Report
from lgnet.reports.questions import Origin, Question

LONGEST = 20_000
# An answer is saved every few seconds: the trail notes who sits down to it, not every word.
ONE_SITTING = dt.timedelta(minutes=30)


class Conflict(Stale):
    """Somebody else has changed the answer since it was read. `theirs` is what stands there now."""

    def __init__(self, theirs: Answer) -> None:
        self.theirs = theirs
        super().__init__(_("%(name)s has changed this answer meanwhile.") % {"name": theirs.written_by.name})


@transaction.atomic
def save_answer(*, by: Worker, report: Report, question: Question, text: str, version: int) -> Answer:
    """Write the text under a question. `version` is the one that was read, 0 where there was none.

    Raises `Conflict` where somebody else wrote meanwhile; nothing is changed then.
    """
    report = locked(report.pk)
    policies.write(by, report).enforce()
    cleaned = text.replace("\r\n", "\n").strip()
    if len(cleaned) > LONGEST:
        raise Refused(_("This text is too long: %(n)s characters at most.") % {"n": LONGEST})
    answer = Answer.objects.select_related("written_by").filter(report=report, question=question).first()
    if answer is None:
        answer = Answer(partner_id=report.partner_id, report=report, question=question, version=0, text="")
    if answer.text == cleaned and (answer.version or not cleaned):
        return answer
    if answer.version != version and answer.version:
        raise Conflict(answer)
    sitting = (
        answer.version and answer.written_by_id == by.user.pk and now() - answer.written_at < ONE_SITTING
    )
    answer.text, answer.version = cleaned, answer.version + 1
    answer.written_at, answer.written_by_id = now(), by.user.pk
    answer.save(force_insert=answer.version == 1)
    if not sitting:
        audit.record("report.answer_written", on=report, question=question.value)
    return answer


@transaction.atomic
def save_deviation(
    *,
    by: Worker,
    report: Report,
    row_id: uuid.UUID,
    kind: str,
    text: str,
    origin: str,
    indicator: str = "",
    remedy: str = "",
    due_on: dt.date | None = None,
) -> Deviation:
    """Write a deviation or a problem as a line; with the id of a line that is there, change that one."""
    report = locked(report.pk)
    policies.write(by, report).enforce()
    if kind not in Deviation.Kind.values or origin not in Origin.values or indicator not in {"", *INDICATORS}:
        raise Refused(_("One of the values is not on its list: load the page again."))
    row = Deviation.objects.select_for_update(of=("self",)).filter(pk=row_id, report=report).first()
    row = row or Deviation(id=row_id or new_id(), partner_id=report.partner_id, report=report)
    row.kind, row.text, row.origin, row.indicator = kind, text.strip(), origin, indicator
    row.remedy, row.due_on = remedy.strip(), due_on
    _sign(row, by)
    audit.record("report.row_written", on=report, row=row.pk, kind=kind)
    return row


@transaction.atomic
def save_subject(
    *, by: Worker, report: Report, row_id: uuid.UUID, name: str, kind: str, role: str
) -> NetworkSubject:
    """Write a body of the territory and its role; with the id of a line that is there, change that one."""
    report = locked(report.pk)
    policies.write(by, report).enforce()
    if kind not in NetworkSubject.Kind.values:
        raise Refused(_("One of the values is not on its list: load the page again."))
    row = NetworkSubject.objects.select_for_update(of=("self",)).filter(pk=row_id, report=report).first()
    row = row or NetworkSubject(id=row_id or new_id(), partner_id=report.partner_id, report=report)
    row.name, row.kind, row.role = name.strip(), kind, role.strip()
    _sign(row, by)
    audit.record("report.row_written", on=report, row=row.pk, kind="networks")
    return row


@transaction.atomic
def remove_row(*, by: Worker, row: Deviation | NetworkSubject) -> None:
    """Take a line out of the report. It stays, and can be put back."""
    report = locked(row.report_id)
    policies.write(by, report).enforce()
    row.removed_at, row.removed_by_id = now(), by.user.pk
    row.save(update_fields=["removed_at", "removed_by"])
    audit.record("report.row_removed", on=report, row=row.pk)


@transaction.atomic
def put_back_row(*, by: Worker, row: Deviation | NetworkSubject) -> None:
    """Put a line back that was taken out."""
    report = locked(row.report_id)
    policies.write(by, report).enforce()
    row.removed_at, row.removed_by = None, None
    row.save(update_fields=["removed_at", "removed_by"])
    audit.record("report.row_put_back", on=report, row=row.pk)


def locked(report_id: uuid.UUID) -> Report:
    """The report as it is now, held until the transaction ends."""
    rows = Report.objects.select_for_update(of=("self",)).select_related("period__edition", "partner")
    return rows.get(pk=report_id)


def _sign(row: Deviation | NetworkSubject, by: Worker) -> None:
    row.written_at = row.written_at or now()  # the order of the lines is that of their first writing
    row.written_by_id = by.user.pk
    row.save()
