# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Meetings: the list, one of them, its announcement, who comes, the calendar."""

import uuid

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lgnet.core.authz import Refused, requires
from lgnet.exchange import queries as exchange
from lgnet.interop.calendars import CONTENT_TYPE, calendar_file
from lgnet.meetings import actions, policies, queries
from lgnet.meetings.forms import (
    AppointForm,
    CancelForm,
    DecisionForm,
    InviteForm,
    MeetingForm,
    PartnersForm,
    TaskForm,
)
from lgnet.meetings.models import Meeting
from lgnet.meetings.pages.meeting import (
    EditPage,
    Forms,
    appointments,
    group_named,
    list_page,
    meeting_page,
)
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.people.guard import Warned
from lgnet.ui import notices
from lgnet.ui.rendering import render_page

PART = Permission.EXCHANGE_PART
ASKED = ["GET", "HEAD", "POST"]


def meeting_or_404(meeting_id: uuid.UUID) -> Meeting:
    """A meeting that exists for who asks."""
    return get_object_or_404(Meeting.objects.select_related("host", "group", "organiser"), pk=meeting_id)


def shown(request: StaffRequest, found: Meeting, *, status: int = 200, **forms: Form) -> HttpResponse:
    """The page of a meeting, with a form that came back."""
    drawn = Forms(
        invite=forms.get("invite") or InviteForm(),
        cancel=forms.get("cancel") or CancelForm(),
        decision=forms.get("decision") or DecisionForm(),
        partners=forms.get("partners") or PartnersForm(partners=queries.partners_to_invite(found)),
        appoint=forms.get("appoint")
        or AppointForm(colleagues=queries.colleagues_to_appoint(request.worker, found)),
        task_of=lambda pk: forms.get(str(pk)) or TaskForm(auto_id=f"id_{pk}_%s"),
    )
    page = meeting_page(request.worker, found, drawn)
    return render_page(request, "meetings/meeting.html", page, status=status)


@requires(PART)
@require_safe
def list_(request: StaffRequest) -> HttpResponse:
    """What is to come and what is over; of a group also its tasks."""
    by = request.worker
    group = group_named(by, request.GET.get("group", ""))
    form = TaskForm() if group is not None and group.closed_at is None else None
    page = list_page(by, group, request.GET.get("after", ""), form)
    return render_page(request, "meetings/list.html#past", page)


@requires(PART)
@require_safe
def meeting(request: StaffRequest, meeting_id: uuid.UUID) -> HttpResponse:
    """One meeting."""
    return shown(request, meeting_or_404(meeting_id))


@requires(PART)
@require_http_methods(ASKED)
def new(request: StaffRequest) -> HttpResponse:
    """Call a meeting or offer a visit."""
    by = request.worker
    begin = {"group": group_named(by, request.GET.get("group", "")), "host": by.organisation}
    form = MeetingForm(request.POST or None, groups=exchange.groups_of(by.user.pk), initial=begin)
    if request.method == "POST" and form.is_valid():
        new_id = form.cleaned_data["new_id"]
        try:
            made = actions.call(by=by, plan=form.plan(), reason=form.reason(), meeting_id=new_id)
        except Warned as warned:
            form.warn(warned)
        else:
            messages.success(request, _("It is announced. Invite those whom you would like to come."))
            return redirect("meetings:meeting", made.pk)
    page = EditPage(form, None, reverse("meetings:list"))
    return render_page(request, "meetings/edit.html", page, status=422 if form.is_bound else 200)


@requires(PART)
@require_http_methods(ASKED)
def edit(request: StaffRequest, meeting_id: uuid.UUID) -> HttpResponse:
    """Change what was announced."""
    by, found = request.worker, meeting_or_404(meeting_id)
    policies.edit(by, found).enforce()
    form = MeetingForm(request.POST or None, groups=exchange.groups_of(by.user.pk), meeting=found)
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit(by=by, meeting=found, plan=form.plan(), reason=form.reason())
        except Warned as warned:
            form.warn(warned)
        else:
            messages.success(request, _("It is changed."))
            return redirect("meetings:meeting", meeting_id)
    page = EditPage(form, found, reverse("meetings:meeting", args=[meeting_id]))
    return render_page(request, "meetings/edit.html", page, status=422 if form.is_bound else 200)


@requires(PART)
@require_POST
def cancel(request: StaffRequest, meeting_id: uuid.UUID) -> HttpResponse:
    """Call it off."""
    found, form = meeting_or_404(meeting_id), CancelForm(request.POST)
    policies.cancel(request.worker, found).enforce()
    if form.is_valid():
        try:
            actions.cancel(by=request.worker, meeting=found, reason=form.cleaned_data["reason"])
        except Refused as refused:
            form.add_error("reason", str(refused.reason))
        else:
            messages.success(request, _("It is called off: those who come are told."))
            return redirect("meetings:meeting", meeting_id)
    return shown(request, found, status=422, cancel=form)


@requires(PART)
@require_POST
def invite(request: StaffRequest, meeting_id: uuid.UUID) -> HttpResponse:
    """Ask a colleague to come."""
    found, form = meeting_or_404(meeting_id), InviteForm(request.POST)
    policies.invite(request.worker, found).enforce()
    if form.is_valid():
        who = form.cleaned_data["colleague"]
        try:
            actions.invite(by=request.worker, meeting=found, who=who)
        except Refused as refused:
            form.add_error("colleague", str(refused.reason))
        else:
            messages.success(request, _("%(name)s is invited.") % {"name": who.name})
            return redirect("meetings:meeting", meeting_id)
    return shown(request, found, status=422, invite=form)


@requires(PART)
@require_POST
def enrol(request: StaffRequest, meeting_id: uuid.UUID) -> HttpResponse:
    """Say that one comes."""
    actions.enrol(by=request.worker, meeting=meeting_or_404(meeting_id))
    undo = reverse("meetings:withdraw", args=[meeting_id])
    notices.offer_undo(request, _("You are enrolled."), url=undo)
    return redirect("meetings:meeting", meeting_id)


@requires(PART)
@require_POST
def withdraw(request: StaffRequest, meeting_id: uuid.UUID) -> HttpResponse:
    """Say that one does not come after all."""
    actions.withdraw(by=request.worker, meeting=meeting_or_404(meeting_id))
    messages.success(request, _("You are no longer enrolled; whoever waited has the place."))
    return redirect("meetings:meeting", meeting_id)


@requires(PART)
@require_POST
def decline(request: StaffRequest, meeting_id: uuid.UUID) -> HttpResponse:
    """Say no to an invitation."""
    actions.decline(by=request.worker, meeting=meeting_or_404(meeting_id))
    undo = reverse("meetings:enrol", args=[meeting_id])
    notices.offer_undo(request, _("Thank you: who organises it knows that you do not come."), url=undo)
    return redirect("meetings:list")


@requires(PART)
@require_safe
def calendar(request: StaffRequest, meeting_id: uuid.UUID) -> HttpResponse:
    """A meeting as a file for a calendar."""
    return _calendar([meeting_or_404(meeting_id)], "incontro.ics")


@requires(PART)
@require_safe
def my_calendar(request: StaffRequest) -> HttpResponse:
    """The meetings one goes to or organises, as a file for a calendar."""
    return _calendar(queries.mine_to_come(request.worker), "incontri.ics")


def _calendar(meetings: list[Meeting], name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(calendar_file(appointments(meetings)), content_type=CONTENT_TYPE, headers=headers)
