# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The writing of a report: one step after another, last quarter's text beside, and what is still missing."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.forms import Form
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lgnet.core.authz import Verdict
from lgnet.network.worker import Worker
from lgnet.reports import checks, policies, queries
from lgnet.reports.actions.writing import Conflict
from lgnet.reports.checks import Finding
from lgnet.reports.document import DeviationLine, Document, SubjectLine
from lgnet.reports.models import Answer, Attachment, Deviation, NetworkSubject, Remark, Report
from lgnet.reports.pages.figures import LineShown, WaitsShown, shown_lines, shown_waits
from lgnet.reports.questions import Question

FIGURES, ATTACHMENTS, SEND = "figures", "attachments", "send"
STEPS: tuple[str, ...] = (FIGURES, *Question.values, ATTACHMENTS, SEND)
_WORDS: dict[str, Promise] = {
    FIGURES: _("Figures"),
    ATTACHMENTS: _("Attachments"),
    SEND: _("Check and send"),
    **{question.value: question.short for question in Question},
}


@dataclass(frozen=True)
class Stop:
    """A step of the path; `state` is done, todo or none where nothing is asked."""

    step: str
    label: str | Promise
    url: str
    is_current: bool
    state: str
    remarks: int


@dataclass(frozen=True)
class Former:
    """What stood under the same question a quarter ago."""

    text: str
    deviations: Sequence[DeviationLine]
    subjects: Sequence[SubjectLine]

    @property
    def is_empty(self) -> bool:
        return not (self.text or self.deviations or self.subjects)


@dataclass(frozen=True)
class WritePage:
    """One step of the writing."""

    report: Report
    step: str
    question: Question | None
    stops: Sequence[Stop]
    form: Form | None
    answer: Answer | None
    conflict: Conflict | None
    rows: Sequence[Deviation | NetworkSubject]
    row_form: Form | None
    edited: str
    former: Former | None
    remarks: Sequence[Remark]
    attachments: Sequence[Attachment]
    attachment_form: Form | None
    lines: tuple[LineShown, ...]
    waits: WaitsShown | None
    findings: Sequence[tuple[Finding, str]]
    send_form: Form | None
    may_submit: Verdict
    document: Document
    before_url: str
    next_url: str

    @property
    def version(self) -> int:
        """The version that was read; after a conflict still the old one, so that nothing is overwritten."""
        if self.form is not None and self.form.is_bound and (self.conflict or self.form.errors):
            return int(self.form["version"].value() or 0)
        return self.answer.version if self.answer else 0

    @property
    def missing(self) -> Sequence[Question]:
        return self.document.missing

    @property
    def blocking(self) -> Sequence[tuple[Finding, str]]:
        return [pair for pair in self.findings if pair[0].blocks]

    @property
    def warnings(self) -> Sequence[tuple[Finding, str]]:
        return [pair for pair in self.findings if not pair[0].blocks]


@dataclass(frozen=True)
class Forms:
    """The forms a step shows, given by its view: a page never makes one."""

    answer: Form | None = None
    row: Form | None = None
    attachment: Form | None = None
    send: Form | None = None
    edited: str = ""
    conflict: Conflict | None = None


def write_page(by: Worker, report: Report, step: str, forms: Forms) -> WritePage:
    """Fifteen queries at most."""
    question = Question(step) if step in Question.values else None
    document = queries.draft(report)
    remarks = _remarks(report)
    findings = checks.run(document, report.period, report.partner_id) if step == SEND else ()
    at = STEPS.index(step)
    return WritePage(
        report=report,
        step=step,
        question=question,
        stops=[_stop(report, each, step, document, remarks) for each in STEPS],
        form=forms.answer,
        answer=queries.answers(report).get(step) if question else None,
        conflict=forms.conflict,
        rows=_rows(report, question),
        row_form=forms.row,
        edited=forms.edited,
        former=_former(report, question),
        remarks=[remark for remark in remarks if remark.about in {step, Remark.WHOLE}],
        attachments=list(queries.attachments(report)) if step == ATTACHMENTS else [],
        attachment_form=forms.attachment,
        lines=shown_lines(document.figures) if step == FIGURES else (),
        waits=shown_waits(document.figures) if step == FIGURES else None,
        findings=[(finding, _mends(report, finding)) for finding in findings],
        send_form=forms.send,
        may_submit=policies.submit(by, report, findings),
        document=document,
        before_url=_url(report, STEPS[at - 1]) if at else "",
        next_url=_url(report, STEPS[at + 1]) if at + 1 < len(STEPS) else "",
    )


def _url(report: Report, step: str) -> str:
    return reverse("reports:write", args=[report.pk, step])


def _mends(report: Report, finding: Finding) -> str:
    return finding.url or (_url(report, finding.step) if finding.step else "")


def _stop(report: Report, step: str, current: str, document: Document, remarks: Sequence[Remark]) -> Stop:
    state = ""
    if step in Question.values:
        state = "done" if document.is_answered(Question(step)) else "todo"
    about = sum(remark.about == step for remark in remarks)
    return Stop(step, _WORDS[step], _url(report, step), step == current, state, about)


def _rows(report: Report, question: Question | None) -> list[Deviation | NetworkSubject]:
    if question is None or not question.rows:
        return []
    if question.rows == "subject":
        return list(queries.subjects(report))
    return list(queries.deviations(report).filter(kind=question.value))


def _former(report: Report, question: Question | None) -> Former | None:
    if question is None:
        return None
    before = queries.former_document(report)
    if before is None:
        return None
    subjects = before.subjects if question.rows == "subject" else ()
    return Former(before.answers.get(question.value, ""), before.deviations_of(question.value), subjects)


def _remarks(report: Report) -> list[Remark]:
    """What the nation asked to correct, while it is being corrected."""
    sending = queries.latest_sending(report) if report.state == Report.State.SENT_BACK else None
    return list(Remark.objects.filter(sending=sending).order_by("written_at")) if sending else []
