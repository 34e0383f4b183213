# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A worker's own tests."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from lgnet.core.authz import Refused, requires
from lgnet.core.clock import now
from lgnet.examinations import actions
from lgnet.examinations.forms import given_in
from lgnet.examinations.models import Attempt, Exam
from lgnet.examinations.pages.taking import attempt_page, clock, exam_page, list_page
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.ui.rendering import render_page


def exam_or_404(exam_id: uuid.UUID) -> Exam:
    """A test that exists for who asks."""
    return get_object_or_404(Exam, pk=exam_id)


def attempt_or_404(attempt_id: uuid.UUID) -> Attempt:
    """An attempt that exists for who asks: their own, or any for a trainer."""
    rows = Attempt.objects.select_related("exam", "colleague", "partner", "admission")
    return get_object_or_404(rows, pk=attempt_id)


@requires(Permission.EXAM_TAKE)
@require_safe
def list_(request: StaffRequest) -> HttpResponse:
    """The tests one may sit, and for trainers those they keep."""
    return render_page(request, "examinations/list.html", list_page(request.worker))


@requires(Permission.EXAM_TAKE)
@require_safe
def exam(request: StaffRequest, exam_id: uuid.UUID) -> HttpResponse:
    """One test: its rules and one's attempts."""
    found = exam_or_404(exam_id)
    actions.end_mine(by=request.worker, exam=found)
    return render_page(request, "examinations/exam.html", exam_page(request.worker, found))


@requires(Permission.EXAM_TAKE)
@require_POST
def begin(request: StaffRequest, exam_id: uuid.UUID) -> HttpResponse:
    """Begin an attempt, or go on with the one under way."""
    try:
        made = actions.begin(by=request.worker, exam=exam_or_404(exam_id))
    except Refused as refused:
        messages.error(request, str(refused.reason))
        return redirect("examinations:exam", exam_id)
    return redirect("examinations:attempt", made.pk)


@requires(Permission.EXAM_TAKE)
@require_safe
def attempt(request: StaffRequest, attempt_id: uuid.UUID) -> HttpResponse:
    """An attempt: to answer, or its result."""
    found = attempt_or_404(attempt_id)
    if found.is_over(now()):
        actions.end_mine(by=request.worker, exam=found.exam)
        found = attempt_or_404(attempt_id)
    page = attempt_page(request.worker, found)
    is_open = page.is_mine and found.state == Attempt.State.OPEN
    return render_page(request, f"examinations/{'sit' if is_open else 'result'}.html", page)


@requires(Permission.EXAM_TAKE)
@require_POST
def save(request: StaffRequest, attempt_id: uuid.UUID, position: int) -> HttpResponse:
    """Keep one answer while somebody goes on; after the time, leads to the result."""
    found = attempt_or_404(attempt_id)
    answer = get_object_or_404(found.answers.select_related("asked"), position=position)
    given = given_in(request.POST, [answer]).get(position, actions.Given())
    found = actions.save_answer(by=request.worker, attempt=found, position=position, given=given)
    if found.state != Attempt.State.OPEN:
        return _to_the_result(found)
    return render(request, "examinations/_saved.html", {"at": now(), "position": position})


@requires(Permission.EXAM_TAKE)
@require_POST
def hand_in(request: StaffRequest, attempt_id: uuid.UUID) -> HttpResponse:
    """Hand in, once."""
    found = attempt_or_404(attempt_id)
    given = given_in(request.POST, found.answers.select_related("asked"))
    found = actions.hand_in(by=request.worker, attempt=found, answers=given)
    if found.handed == Attempt.Handed.BY_TIME:
        messages.warning(request, _("Time is over: what you had answered was handed in."))
    else:
        messages.success(request, _("Your test is handed in."))
    return redirect("examinations:attempt", attempt_id)


@requires(Permission.EXAM_TAKE)
@require_safe
def time(request: StaffRequest, attempt_id: uuid.UUID) -> HttpResponse:
    """How much time is left, by the server's clock; leads to the result when it is over."""
    found = attempt_or_404(attempt_id)
    if found.state == Attempt.State.OPEN and found.is_over(now()):
        actions.end_mine(by=request.worker, exam=found.exam)
        found = attempt_or_404(attempt_id)
    if found.state != Attempt.State.OPEN:
        return _to_the_result(found)
    return render(request, "examinations/_clock.html", {"clock": clock(found)})


def _to_the_result(found: Attempt) -> HttpResponse:
    return HttpResponse(headers={"HX-Redirect": reverse("examinations:attempt", args=[found.pk])})
