# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A report as it is read: by its partner while it is written, by both once it was sent, with the remarks beside."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.forms import BoundField, Form
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from lgnet.core.authz import Verdict
from lgnet.core.rowsecurity import DbRole
from lgnet.network.worker import Worker
from lgnet.reports import changes, figures, policies, queries
from lgnet.reports.changes import Change
from lgnet.reports.document import DeviationLine, Document, digest_of, frozen
from lgnet.reports.models import Remark, Report, ReportStep, Sending
from lgnet.reports.pages.figures import LineShown, WaitsShown, shown_lines, shown_waits
from lgnet.reports.pages.listing import Shown, shown
from lgnet.reports.questions import Question


@dataclass(frozen=True)
class Section:
    """A question with what stands under it, and what the nation remarked."""

    question: Question
    text: str
    deviations: Sequence[DeviationLine]
    remarks: Sequence[Remark]
    field: BoundField | None
    write_url: str

    @property
    def has_beside(self) -> bool:
        """Whether something stands beside the text."""
        return bool(self.remarks or self.field)


@dataclass(frozen=True)
class Move:
    """A step of the report's story."""

    step: ReportStep
    title: str | Promise
    tone: str
    symbol: str


@dataclass(frozen=True)
class Marked:
    """What may be done with the report."""

    write: Verdict
    submit: Verdict
    send_back: Verdict
    validate: Verdict
    reopen: Verdict


@dataclass(frozen=True)
class ReadPage:
    """Everything the page shows. `sending` is None while nothing was sent: then the partner reads its draft."""

    report: Report
    state: Shown
    document: Document
    sending: Sending | None
    is_intact: bool
    is_nation: bool
    lines: tuple[LineShown, ...]
    waits: WaitsShown | None
    changes: tuple[Change, ...]
    sections: Sequence[Section]
    figures_remarks: Sequence[Remark]
    whole_remarks: Sequence[Remark]
    remarks_form: Form | None
    reopen_form: Form | None
    story: Sequence[Move]
    may: Marked
    files: Sequence[tuple[str, str]]

    @property
    def missing(self) -> int:
        return len(self.document.missing)


def read_page(
    by: Worker, report: Report, *, remarks_form: Form | None = None, reopen_form: Form | None = None
) -> ReadPage:
    """What was sent last, or for the partner what it is writing. Twelve queries at most."""
    nation = by.role.db_role == DbRole.NATIONAL
    sending = queries.latest_sending(report)
    shows_draft = not nation and report.is_open
    document = queries.draft(report) if shows_draft or sending is None else frozen(sending.content)
    remarks = list(Remark.objects.filter(sending=sending).order_by("written_at")) if sending else []
    may = Marked(
        policies.write(by, report), policies.submit(by, report), policies.send_back(by, report),
        policies.validate(by, report), policies.reopen(by, report),
    )  # fmt: skip
    form = remarks_form if nation and may.send_back else None
    return ReadPage(
        report=report,
        state=shown(report),
        document=document,
        sending=sending,
        is_intact=sending is None or digest_of(sending.content) == sending.digest,
        is_nation=nation,
        lines=shown_lines(document.figures),
        waits=shown_waits(document.figures),
        changes=_changes(report, sending),
        sections=[_section(by, report, document, question, remarks, form) for question in Question],
        figures_remarks=[remark for remark in remarks if remark.about == Remark.FIGURES],
        whole_remarks=[remark for remark in remarks if remark.about == Remark.WHOLE],
        remarks_form=form,
        reopen_form=reopen_form if nation and may.reopen else None,
        story=_story(report),
        may=may,
        files=_files(report, by),
    )


def _changes(report: Report, sending: Sending | None) -> tuple[Change, ...]:
    if sending is None:
        return ()
    sent = frozen(sending.content).figures
    current = figures.derive(report.partner_id, report.period)
    return changes.changes(sent, current, report.partner_id, report.period.quarter.last_day)


def _section(
    by: Worker,
    report: Report,
    document: Document,
    question: Question,
    remarks: Sequence[Remark],
    form: Form | None,
) -> Section:
    return Section(
        question=question,
        text=document.answers.get(question.value, ""),
        deviations=document.deviations_of(question.value),
        remarks=[remark for remark in remarks if remark.about == question.value],
        field=form[question.value] if form else None,
        write_url=_write_url(by, report, question.value),
    )


def _write_url(by: Worker, report: Report, step: str) -> str:
    return reverse("reports:write", args=[report.pk, step]) if policies.write(by, report) else ""


_LOOKS = {
    Report.State.SUBMITTED: ("info", "upload"),
    Report.State.SENT_BACK: ("warn", "restore"),
    Report.State.VALIDATED: ("good", "check-circle"),
    Report.State.REOPENED: ("info", "unlocked"),
}


def _story(report: Report) -> list[Move]:
    steps = ReportStep.objects.filter(report=report).select_related("taken_by").order_by("-taken_at")
    titles = {
        Report.State.SUBMITTED: _("Report sent"),
        Report.State.SENT_BACK: _("Sent back with remarks"),
        Report.State.VALIDATED: _("Report validated"),
        Report.State.REOPENED: _("Report re-opened"),
    }
    return [
        Move(step, titles[Report.State(step.to_state)], *_LOOKS[Report.State(step.to_state)])
        for step in steps
    ]


def _files(report: Report, by: Worker) -> list[tuple[str, str]]:
    if not policies.see(by):
        return []
    names = (("pdf", "PDF"), ("figures.xlsx", _("Figures, XLSX")), ("texts.xlsx", _("Texts, XLSX")))
    return [(reverse("reports:file", args=[report.pk, kind]), label) for kind, label in names]
