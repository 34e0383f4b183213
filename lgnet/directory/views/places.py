# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A partner keeps where and when: desks with their hours, special days, stops, what changes for a night."""

import datetime as dt
import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from lgnet.core.authz import Refused, requires
from lgnet.directory import actions, policies
from lgnet.directory.forms import DeskForm, NightForm, SpecialForm, StopForm
from lgnet.directory.models import Desk, Service, SpecialDay, Stop, StopChange
from lgnet.directory.pages.keeping import FormPage
from lgnet.directory.views.keeping import service_or_404
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.ui import notices
from lgnet.ui.rendering import render_page

EDIT = Permission.DIRECTORY_EDIT
METHODS = ["GET", "HEAD", "POST"]


def _editable(request: StaffRequest, service_id: uuid.UUID) -> Service:
    found = service_or_404(service_id)
    policies.edit(request.worker, found).enforce()
    return found


def _page(request: StaffRequest, template: str, page: FormPage) -> HttpResponse:
    status = 422 if page.form.is_bound else 200
    return render_page(request, f"directory/{template}.html", page, status=status)


@requires(EDIT)
@require_http_methods(METHODS)
def new_desk(request: StaffRequest, service_id: uuid.UUID) -> HttpResponse:
    """Give a service in a place."""
    service = _editable(request, service_id)
    form = DeskForm(request.POST or None, partner_id=service.partner_id, city=service.partner.short_name)
    if request.method == "POST" and form.is_valid():
        given = {"address": form.as_address(), "week": form.week(), "note": form.cleaned_data["note"]}
        actions.open_desk(by=request.worker, service=service, **given)
        messages.success(request, _("The place is saved."))
        return redirect("directory:service", service_id)
    return _page(request, "desk", FormPage(form, service, _("A place and its hours")))


def desk_or_404(desk_id: uuid.UUID) -> Desk:
    """A desk that exists for who asks."""
    return get_object_or_404(Desk.objects.select_related("place__site", "service"), pk=desk_id)


@requires(EDIT)
@require_http_methods(METHODS)
def desk(request: StaffRequest, desk_id: uuid.UUID) -> HttpResponse:
    """Correct a place and its hours."""
    found = desk_or_404(desk_id)
    service = _editable(request, found.service_id)
    form = DeskForm(request.POST or None, partner_id=service.partner_id, desk=found)
    if request.method == "POST" and form.is_valid():
        given = {"address": form.as_address(), "week": form.week(), "note": form.cleaned_data["note"]}
        try:
            actions.change_desk(by=request.worker, desk=found, **given)
        except Refused as refused:
            form.add_error("name", str(refused.reason))
        else:
            messages.success(request, _("The place is saved."))
            return redirect("directory:service", service.pk)
    return _page(request, "desk", FormPage(form, service, _("A place and its hours")))


@requires(EDIT)
@require_POST
def close_desk(request: StaffRequest, desk_id: uuid.UUID) -> HttpResponse:
    """The service is no longer given there."""
    found = desk_or_404(desk_id)
    try:
        actions.close_desk(by=request.worker, desk=found)
    except Refused as refused:
        messages.error(request, str(refused.reason))
    else:
        messages.success(request, _("The place was removed."))
    return redirect("directory:service", found.service_id)


@requires(EDIT)
@require_http_methods(METHODS)
def special(request: StaffRequest, desk_id: uuid.UUID) -> HttpResponse:
    """Days on which a place differs."""
    found = desk_or_404(desk_id)
    service, form = _editable(request, found.service_id), SpecialForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = actions.set_special(by=request.worker, desk=found, **form.cleaned_data)
        undo = reverse("directory:drop_special", args=[made.pk])
        notices.offer_undo(request, _("Saved: it holds for every service in this place."), url=undo)
        return redirect("directory:service", service.pk)
    return _page(
        request, "form", FormPage(form, service, _("Closed, or open at other hours"), found.place.name)
    )


@requires(EDIT)
@require_POST
def drop_special(request: StaffRequest, day_id: uuid.UUID) -> HttpResponse:
    """The days are like the others again."""
    found = get_object_or_404(SpecialDay.objects.select_related("place"), pk=day_id)
    first = found.place.desks.first()
    actions.drop_special(by=request.worker, day=found)
    messages.success(request, _("These days are like the others again."))
    return redirect("directory:service", first.service_id) if first else redirect("directory:list")


@requires(EDIT)
@require_http_methods(METHODS)
def new_stop(request: StaffRequest, service_id: uuid.UUID) -> HttpResponse:
    """Plan a stop."""
    service, form = _editable(request, service_id), StopForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.plan(by=request.worker, service=service, planned=form.planned())
        messages.success(request, _("The stop is planned."))
        return redirect("directory:service", service_id)
    return _page(request, "form", FormPage(form, service, _("A stop of the unit")))


@requires(EDIT)
@require_http_methods(METHODS)
def stop(request: StaffRequest, stop_id: uuid.UUID) -> HttpResponse:
    """Change a stop for all the nights to come."""
    found = get_object_or_404(Stop, pk=stop_id)
    service, form = _editable(request, found.service_id), StopForm(request.POST or None, stop=found)
    if request.method == "POST" and form.is_valid():
        actions.replan(by=request.worker, stop=found, planned=form.planned())
        messages.success(request, _("The stop is planned."))
        return redirect("directory:service", service.pk)
    return _page(request, "form", FormPage(form, service, _("A stop of the unit")))


@requires(EDIT)
@require_POST
def drop_stop(request: StaffRequest, stop_id: uuid.UUID) -> HttpResponse:
    """The unit no longer stands there."""
    found = get_object_or_404(Stop, pk=stop_id)
    actions.drop(by=request.worker, stop=found)
    messages.success(request, _("The stop was removed."))
    return redirect("directory:service", found.service_id)


@requires(EDIT)
@require_http_methods(METHODS)
def night(request: StaffRequest, stop_id: uuid.UUID, day: str) -> HttpResponse:
    """Cancel a stop for one night, or move it."""
    found, when = get_object_or_404(Stop, pk=stop_id), _day_or_404(day)
    service, form = _editable(request, found.service_id), NightForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = actions.change_night(by=request.worker, stop=found, night=when, otherwise=form.otherwise())
        undo = reverse("directory:as_planned", args=[made.pk])
        notices.offer_undo(request, _("Everybody reads it on the public page now."), url=undo)
        return redirect("directory:service", service.pk)
    note = f"{found.place_name}, {date_format(when, 'l j F')}"
    return _page(request, "form", FormPage(form, service, _("Another plan for one night"), note))


def _day_or_404(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise Http404 from None


@requires(EDIT)
@require_POST
def as_planned(request: StaffRequest, change_id: uuid.UUID) -> HttpResponse:
    """Undo it: the stop stands as planned."""
    found = get_object_or_404(StopChange.objects.select_related("stop"), pk=change_id)
    actions.as_planned(by=request.worker, change=found)
    messages.success(request, _("The stop is as planned again."))
    return redirect("directory:service", found.stop.service_id)
