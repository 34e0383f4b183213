# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The writing of a report. Answers are saved while they are typed; without scripts, by their button."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from lgnet.core.authz import requires
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.reports import actions, pages, policies, queries
from lgnet.reports.forms import AnswerForm, AttachmentForm, DeviationForm, SendForm, SubjectForm
from lgnet.reports.models import Deviation, Report
from lgnet.reports.pages.writing import ATTACHMENTS, Forms
from lgnet.reports.questions import Question
from lgnet.reports.views import finding
from lgnet.ui.notices import offer_undo
from lgnet.ui.rendering import render_page, wants_fragment


@requires(Permission.REPORT_WRITE)
@require_safe
def write(request: StaffRequest, report_id: uuid.UUID, step: str) -> HttpResponse:
    """One step of the writing."""
    report = finding.report_of(report_id)
    if step not in pages.STEPS:
        raise Http404
    policies.write(request.worker, report).enforce()
    page = pages.write_page(request.worker, report, step, _forms(request, report, step))
    return render_page(request, "reports/write.html", page)


def _forms(request: StaffRequest, report: Report, step: str) -> Forms:
    if step == ATTACHMENTS:
        return Forms(attachment=AttachmentForm())
    if step == pages.SEND:
        return Forms(send=SendForm(initial={"seen": queries.draft(report).seen}))
    if step not in Question.values:
        return Forms()
    answer = queries.answers(report).get(step)
    read = {"text": answer.text, "version": answer.version} if answer else {"text": "", "version": 0}
    return Forms(
        answer=AnswerForm(initial=read),
        row=_row_form(request, Question(step)),
        edited=request.GET.get("row", ""),
    )


def _row_form(request: StaffRequest, question: Question) -> DeviationForm | SubjectForm | None:
    """The form of a new line, or of the one that the address names."""
    asked = request.GET.get("row", "")
    if question.rows == "subject":
        row = finding.row_of(question, _id(asked)) if asked else None
        return SubjectForm() if row is None or isinstance(row, Deviation) else SubjectForm.of(row)
    if question.rows == "deviation":
        row = finding.row_of(question, _id(asked)) if asked else None
        return DeviationForm.of(row) if isinstance(row, Deviation) else DeviationForm()
    return None


def _id(text: str) -> uuid.UUID:
    try:
        return uuid.UUID(text)
    except ValueError:
        raise Http404 from None


@requires(Permission.REPORT_WRITE)
@require_POST
def save_answer(request: StaffRequest, report_id: uuid.UUID, step: str) -> HttpResponse:
    """The text under a question: saved, or told that somebody else wrote meanwhile (409)."""
    report, question = finding.report_of(report_id), finding.question_of(step)
    form = AnswerForm(request.POST)
    conflict = None
    if form.is_valid():
        try:
            actions.save_answer(by=request.worker, report=report, question=question, **form.cleaned_data)
        except actions.Conflict as found:
            conflict = found
        else:
            if not wants_fragment(request):
                return _onwards(request, report, step)
    forms = Forms(answer=form, row=_row_form(request, question), conflict=conflict)
    page = pages.write_page(request.worker, report, step, forms)
    status = 409 if conflict else 422 if form.errors else 200
    return render_page(request, "reports/write.html#saved", page, status=status)


def _onwards(request: StaffRequest, report: Report, step: str) -> HttpResponse:
    """After the button: to the next step where it says so."""
    messages.success(request, _("The answer is saved."))
    at = pages.STEPS.index(step) + (request.POST.get("then") == "next")
    return redirect("reports:write", report.pk, pages.STEPS[at])


@requires(Permission.REPORT_WRITE)
@require_POST
def save_row(request: StaffRequest, report_id: uuid.UUID, step: str) -> HttpResponse:
    """A line under a question, new or changed."""
    report, question = finding.report_of(report_id), finding.question_of(step)
    if not question.rows:
        raise Http404
    form = (SubjectForm if question.rows == "subject" else DeviationForm)(request.POST)
    if not form.is_valid():
        policies.write(request.worker, report).enforce()
        answer = _forms(request, report, step).answer
        page = pages.write_page(request.worker, report, step, Forms(answer=answer, row=form))
        return render_page(request, "reports/write.html", page, status=422)
    if isinstance(form, SubjectForm):
        actions.save_subject(by=request.worker, report=report, **form.cleaned_data)
    else:
        actions.save_deviation(by=request.worker, report=report, kind=step, **form.cleaned_data)
    messages.success(request, _("The line is saved."))
    return redirect(reverse("reports:write", args=[report.pk, step]) + "#rows")


@requires(Permission.REPORT_WRITE)
@require_POST
def remove_row(request: StaffRequest, step: str, row_id: uuid.UUID) -> HttpResponse:
    """Take a line out, with the way back."""
    row = finding.row_of(step, row_id)
    actions.remove_row(by=request.worker, row=row)
    offer_undo(request, _("The line is taken out."), url=reverse("reports:put_back_row", args=[step, row.pk]))
    return redirect(reverse("reports:write", args=[row.report_id, step]) + "#rows")


@requires(Permission.REPORT_WRITE)
@require_POST
def put_back_row(request: StaffRequest, step: str, row_id: uuid.UUID) -> HttpResponse:
    """Put a line back."""
    row = finding.row_of(step, row_id)
    actions.put_back_row(by=request.worker, row=row)
    messages.success(request, _("The line is back."))
    return redirect(reverse("reports:write", args=[row.report_id, step]) + "#rows")


@requires(Permission.REPORT_WRITE)
@require_POST
def submit(request: StaffRequest, report_id: uuid.UUID) -> HttpResponse:
    """Send the report to the nation."""
    report = finding.report_of(report_id)
    form = SendForm(request.POST)
    if not form.is_valid():
        page = pages.write_page(request.worker, report, pages.SEND, Forms(send=form))
        return render_page(request, "reports/write.html", page, status=422)
    actions.submit(by=request.worker, report=report, **form.cleaned_data)
    messages.success(request, _("The report is sent. The national monitoring reads it now."))
    return redirect("reports:report", report.pk)
