# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""After a meeting: the report, decisions and tasks."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lgnet.core.authz import Refused, requires
from lgnet.meetings import actions, policies, queries
from lgnet.meetings.forms import DecisionForm, ReportForm, TaskForm
from lgnet.meetings.models import Decision, Task
from lgnet.meetings.pages.meeting import EditPage, group_named, list_page, tasks_page
from lgnet.meetings.views.meetings import ASKED, PART, meeting_or_404, shown
from lgnet.network.middleware import StaffRequest
from lgnet.people.guard import Warned
from lgnet.ui import notices
from lgnet.ui.rendering import render_page


@requires(PART)
@require_http_methods(ASKED)
def report(request: StaffRequest, meeting_id: uuid.UUID) -> HttpResponse:
    """Tell what came of it."""
    by, found = request.worker, meeting_or_404(meeting_id)
    policies.write_report(by, found).enforce()
    form = ReportForm(request.POST or None, meeting=found, rows=queries.attendances(found))
    if request.method == "POST" and form.is_valid():
        present = [uuid.UUID(pk) for pk in form.cleaned_data.get("present") or ()]
        try:
            text, reason = form.cleaned_data["text"], form.reason()
            actions.write_report(by=by, meeting=found, text=text, present=present, reason=reason)
        except Warned as warned:
            form.warn(warned)
        else:
            messages.success(request, _("The report is saved. Write down below what was decided."))
            return redirect("meetings:meeting", meeting_id)
    page = EditPage(form, found, reverse("meetings:meeting", args=[meeting_id]))
    return render_page(request, "meetings/report.html", page, status=422 if form.is_bound else 200)


@requires(PART)
@require_POST
def decide(request: StaffRequest, meeting_id: uuid.UUID) -> HttpResponse:
    """Write down what was decided."""
    found, form = meeting_or_404(meeting_id), DecisionForm(request.POST)
    policies.write_report(request.worker, found).enforce()
    if form.is_valid():
        try:
            text, reason = form.cleaned_data["text"], form.reason()
            actions.decide(by=request.worker, meeting=found, text=text, reason=reason)
        except Warned as warned:
            form.warn(warned)
        else:
            return redirect(f"{reverse('meetings:meeting', args=[meeting_id])}#decisions")
    return shown(request, found, status=422, decision=form)


@requires(PART)
@require_POST
def drop_decision(request: StaffRequest, decision_id: uuid.UUID) -> HttpResponse:
    """Take a decision away that nothing follows from."""
    found = get_object_or_404(Decision.objects.select_related("meeting"), pk=decision_id)
    actions.drop_decision(by=request.worker, decision=found)
    messages.success(request, _("The decision is taken away."))
    return redirect("meetings:meeting", found.meeting_id)


@requires(PART)
@require_POST
def give_task(request: StaffRequest, decision_id: uuid.UUID) -> HttpResponse:
    """Let somebody take on what follows from a decision."""
    found = get_object_or_404(
        Decision.objects.select_related("meeting__group", "meeting__host"), pk=decision_id
    )
    policies.write_report(request.worker, found.meeting).enforce()
    form = TaskForm(request.POST, auto_id=f"id_{found.pk}_%s")
    if _gave(request, form, decision=found):
        return redirect(f"{reverse('meetings:meeting', args=[found.meeting_id])}#decisions")
    return shown(request, meeting_or_404(found.meeting_id), status=422, **{str(found.pk): form})


@requires(PART)
@require_POST
def give_group_task(request: StaffRequest, group_id: uuid.UUID) -> HttpResponse:
    """Let somebody take on what a group agreed on."""
    group = group_named(request.worker, str(group_id))
    if group is None:
        raise Http404
    form = TaskForm(request.POST)
    if _gave(request, form, group=group):
        return redirect(f"{reverse('meetings:list')}?group={group_id}")
    page = list_page(request.worker, group, "", form)
    return render_page(request, "meetings/list.html", page, status=422)


def _gave(request: StaffRequest, form: TaskForm, **place: object) -> bool:
    if not form.is_valid():
        return False
    given = form.cleaned_data
    try:
        actions.give_task(
            by=request.worker, text=given["text"], owner=given["owner"], due_on=given["due_on"],
            reason=form.reason(), task_id=given["new_id"], **place,  # type: ignore[arg-type]
        )  # fmt: skip
    except Warned as warned:
        form.warn(warned)
        return False
    except Refused as refused:
        form.add_error("owner", str(refused.reason))
        return False
    messages.success(request, _("The task is given; it is on the first page of who does it."))
    return True


@requires(PART)
@require_safe
def tasks(request: StaffRequest) -> HttpResponse:
    """What one has taken on."""
    return render_page(request, "meetings/tasks.html", tasks_page(request.worker))


def _task(task_id: uuid.UUID) -> Task:
    return get_object_or_404(Task.objects.select_related("decision__meeting", "group"), pk=task_id)


@requires(PART)
@require_POST
def finish(request: StaffRequest, task_id: uuid.UUID) -> HttpResponse:
    """Say that it is done."""
    actions.finish(by=request.worker, task=_task(task_id))
    undo = reverse("meetings:take_up_again", args=[task_id])
    notices.offer_undo(request, _("Done. Thank you."), url=undo)
    return redirect("meetings:tasks")


@requires(PART)
@require_POST
def take_up_again(request: StaffRequest, task_id: uuid.UUID) -> HttpResponse:
    """Say that it is not done after all."""
    actions.take_up_again(by=request.worker, task=_task(task_id))
    messages.success(request, _("The task is open again."))
    return redirect("meetings:tasks")


@requires(PART)
@require_POST
def drop_task(request: StaffRequest, task_id: uuid.UUID) -> HttpResponse:
    """Take a task back that one gave."""
    found = _task(task_id)
    decision, group = found.decision, found.group_id
    actions.drop_task(by=request.worker, task=found)
    messages.success(request, _("The task is taken back."))
    if decision is not None:
        return redirect("meetings:meeting", decision.meeting_id)
    return redirect(f"{reverse('meetings:list')}?group={group}")
