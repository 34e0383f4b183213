# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Trainers read results, mark open answers, and admit people with more time."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lgnet.core.authz import requires
from lgnet.examinations import actions, policies, queries
from lgnet.examinations.forms import AdmissionForm, marks_in
from lgnet.examinations.models import QuestionVersion
from lgnet.examinations.pages.keeping import MarkingPage, mark_page, results_csv, results_page
from lgnet.examinations.views.taking import attempt_or_404, exam_or_404
from lgnet.network.middleware import StaffRequest
from lgnet.network.models import Colleague
from lgnet.network.permissions import Permission
from lgnet.ui.rendering import render_page


@requires(Permission.EXAM_KEEP)
@require_safe
def results(request: StaffRequest, exam_id: uuid.UUID) -> HttpResponse:
    """Who sat a test, and how."""
    page = results_page(exam_or_404(exam_id), AdmissionForm(), request.GET.get("after", ""))
    return render_page(request, "examinations/results.html#earlier", page)


@requires(Permission.EXAM_KEEP)
@require_POST
def admit(request: StaffRequest, exam_id: uuid.UUID) -> HttpResponse:
    """Let somebody sit a test, with more time where they need it."""
    exam, form = exam_or_404(exam_id), AdmissionForm(request.POST)
    if form.is_valid():
        found = Colleague.objects.filter(email__iexact=form.cleaned_data["email"]).first()
        if found is not None:
            actions.admit(
                by=request.worker, exam=exam, colleagues=[found.pk],
                extra_percent=form.cleaned_data["extra_percent"],
                extra_attempts=form.cleaned_data["extra_attempts"],
            )  # fmt: skip
            messages.success(request, _("They may sit the test, with the time you gave."))
            return redirect("examinations:results", exam_id)
        form.add_error("email", _("Nobody in the network has this address."))
    page = results_page(exam, form, "")
    return render_page(request, "examinations/results.html", page, status=422)


@requires(Permission.EXAM_KEEP)
@require_safe
def table(request: StaffRequest, exam_id: uuid.UUID) -> HttpResponse:
    """The results as CSV."""
    exam = exam_or_404(exam_id)
    rows = queries.all_results(exam)
    actions.export_results(by=request.worker, exam=exam, rows=len(rows))
    headers = {"Content-Disposition": f'attachment; filename="test-{exam.code}.csv"'}
    return HttpResponse(results_csv(rows), content_type="text/csv; charset=utf-8", headers=headers)


@requires(Permission.EXAM_KEEP, Permission.EXAM_TAKE)
@require_safe
def marking(request: StaffRequest) -> HttpResponse:
    """Attempts that wait for marks: all of them, or those of what one teaches."""
    page = MarkingPage(list(queries.waiting_for_marks(request.worker)[:100]))
    policies.see_marking(request.worker, waiting=len(page.attempts)).enforce()
    return render_page(request, "examinations/marking.html", page)


@requires(Permission.EXAM_KEEP, Permission.EXAM_TAKE)
@require_http_methods(["GET", "HEAD", "POST"])
def mark(request: StaffRequest, attempt_id: uuid.UUID) -> HttpResponse:
    """Mark the open answers of one attempt."""
    found = attempt_or_404(attempt_id)
    policies.read_to_mark(request.worker, found).enforce()
    if request.method != "POST":
        return render_page(request, "examinations/mark.html", mark_page(request.worker, found))
    answers = found.answers.select_related("asked").filter(asked__kind=QuestionVersion.Kind.TEXT)
    marks, wrong = marks_in(request.POST, answers)
    if wrong or not marks:
        page = mark_page(request.worker, found, typed=request.POST.dict(), wrong=wrong)
        return render_page(request, "examinations/mark.html", page, status=422)
    actions.mark(by=request.worker, attempt=found, marks=marks)
    text = ngettext("%(n)s answer is marked.", "%(n)s answers are marked.", len(marks)) % {"n": len(marks)}
    messages.success(request, text)
    is_more = policies.keep(request.worker) or queries.waiting_for_marks(request.worker).exists()
    return redirect("examinations:marking" if is_more else "examinations:list")
