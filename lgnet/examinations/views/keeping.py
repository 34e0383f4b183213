# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Trainers keep banks and tests."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from lgnet.core.authz import Refused, requires
from lgnet.examinations import actions, policies, queries
from lgnet.examinations.forms import BankForm, ExamForm, QuestionForm
from lgnet.examinations.models import Bank, Exam, Question
from lgnet.examinations.pages.keeping import BanksPage, EditPage, QuestionPage, bank_page
from lgnet.examinations.views.taking import exam_or_404
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.ui import notices
from lgnet.ui.rendering import render_page

FORM = ["GET", "HEAD", "POST"]


@requires(Permission.EXAM_KEEP)
@require_http_methods(FORM)
def banks(request: StaffRequest) -> HttpResponse:
    """Every bank; begin one."""
    form = BankForm(request.POST or None)
    if form.is_valid():
        made = actions.make_bank(by=request.worker, title=form.cleaned_data["title"])
        return redirect("examinations:bank", made.pk)
    page = BanksPage(queries.pool_sizes(), form)
    return render_page(request, "examinations/banks.html", page, status=422 if form.is_bound else 200)


@requires(Permission.EXAM_KEEP)
@require_http_methods(["GET", "HEAD"])
def bank(request: StaffRequest, bank_id: uuid.UUID) -> HttpResponse:
    """One bank with its questions."""
    page = bank_page(request.worker, get_object_or_404(Bank, pk=bank_id))
    return render_page(request, "examinations/bank.html", page)


@requires(Permission.EXAM_KEEP)
@require_http_methods(FORM)
def new_question(request: StaffRequest, bank_id: uuid.UUID) -> HttpResponse:
    """Write a question."""
    return _written(request, get_object_or_404(Bank, pk=bank_id), None)


@requires(Permission.EXAM_KEEP)
@require_http_methods(FORM)
def question(request: StaffRequest, question_id: uuid.UUID) -> HttpResponse:
    """Write the next version of a question."""
    found = get_object_or_404(Question.objects.select_related("bank"), pk=question_id)
    return _written(request, found.bank, found)


def _written(request: StaffRequest, bank: Bank, question: Question | None) -> HttpResponse:
    version = question.versions.latest("number") if question else None
    form = QuestionForm(request.POST or None, version=version)
    if form.is_valid():
        try:
            actions.write_question(
                by=request.worker, bank=bank, wording=form.wording(), question=question,
                question_id=form.cleaned_data["new_id"],
            )  # fmt: skip
        except Refused as refused:
            form.add_error(None, str(refused.reason))
        else:
            messages.success(request, _("The question is saved."))
            return redirect("examinations:bank", bank.pk)
    page = QuestionPage(bank, form, version)
    return render_page(request, "examinations/question.html", page, status=422 if form.is_bound else 200)


@requires(Permission.EXAM_KEEP)
@require_POST
def retire(request: StaffRequest, question_id: uuid.UUID) -> HttpResponse:
    """Draw a question no more."""
    found = get_object_or_404(Question, pk=question_id)
    try:
        actions.retire_question(by=request.worker, question=found)
    except Refused as refused:
        messages.error(request, str(refused.reason))
    else:
        undo = reverse("examinations:restore", args=[question_id])
        notices.offer_undo(request, _("The question is drawn no more."), url=undo)
    return redirect("examinations:bank", found.bank_id)


@requires(Permission.EXAM_KEEP)
@require_POST
def restore(request: StaffRequest, question_id: uuid.UUID) -> HttpResponse:
    """Draw a question again."""
    found = get_object_or_404(Question, pk=question_id)
    actions.restore_question(by=request.worker, question=found)
    messages.success(request, _("The question is drawn again."))
    return redirect("examinations:bank", found.bank_id)


@requires(Permission.EXAM_KEEP)
@require_http_methods(FORM)
def new(request: StaffRequest) -> HttpResponse:
    """Begin a test; it stays a draft until it is opened."""
    return _edited(request, None)


@requires(Permission.EXAM_KEEP)
@require_http_methods(FORM)
def edit(request: StaffRequest, exam_id: uuid.UUID) -> HttpResponse:
    """Change a draft."""
    found = exam_or_404(exam_id)
    policies.edit(request.worker, found).enforce()
    return _edited(request, found)


def _edited(request: StaffRequest, exam: Exam | None) -> HttpResponse:
    form = ExamForm(request.POST or None, exam=exam)
    if form.is_valid():
        try:
            if exam is None:
                new_id = form.cleaned_data["new_id"]
                made = actions.make_exam(by=request.worker, draft=form.draft(), exam_id=new_id)
            else:
                made = actions.edit_exam(by=request.worker, exam=exam, draft=form.draft())
        except Refused as refused:
            form.add_error("code", str(refused.reason))
        else:
            messages.success(request, _("The draft is saved: look at it, then open it."))
            return redirect("examinations:exam", made.pk)
    status = 422 if form.is_bound else 200
    return render_page(request, "examinations/edit.html", EditPage(form, exam), status=status)


@requires(Permission.EXAM_KEEP)
@require_POST
def open_(request: StaffRequest, exam_id: uuid.UUID) -> HttpResponse:
    """Let people sit it."""
    try:
        actions.open_exam(by=request.worker, exam=exam_or_404(exam_id))
    except Refused as refused:
        messages.error(request, str(refused.reason))
    else:
        messages.success(request, _("The test is open."))
    return redirect("examinations:exam", exam_id)


@requires(Permission.EXAM_KEEP)
@require_POST
def close(request: StaffRequest, exam_id: uuid.UUID) -> HttpResponse:
    """Let nobody begin any more."""
    actions.close_exam(by=request.worker, exam=exam_or_404(exam_id))
    undo = reverse("examinations:open", args=[exam_id])
    notices.offer_undo(request, _("The test is closed: whoever has begun may end."), url=undo)
    return redirect("examinations:exam", exam_id)
