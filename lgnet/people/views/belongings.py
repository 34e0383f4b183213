# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Adding and withdrawing what belongs to a person. A slip is taken back by "undo"."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from lgnet.core.authz import requires
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.people import actions, policies
from lgnet.people.forms import ChannelForm, NoticeForm, NumberForm, StayForm
from lgnet.people.models import ContactChannel, Identifier, Person
from lgnet.people.pages.addresses import file_url
from lgnet.people.pages.panels import NumberShown
from lgnet.people.queries import disagreements
from lgnet.people.views.subject import add
from lgnet.ui.notices import offer_undo
from lgnet.ui.rendering import render_page


@requires(Permission.PERSON_SEE)
@require_http_methods(["GET", "POST"])
def add_number(request: StaffRequest, person_id: uuid.UUID) -> HttpResponse:
    """A number by which somebody else knows the person."""

    def save(person: Person, form: Any) -> None:
        actions.add_identifier(by=request.worker, person=person, **form.cleaned_data)
        for hint in (*form.hints(), *disagreements(person)):
            messages.warning(request, hint)

    intro = _("Tax code, permit, passport, receipt: only what is needed for the work.")
    return add(
        request, person_id, policies.add_identifier, NumberForm, _("Add a number or document"), intro, save
    )


@requires(Permission.PERSON_SEE)
@require_http_methods(["GET", "POST"])
def add_channel(request: StaffRequest, person_id: uuid.UUID) -> HttpResponse:
    """How to reach the person."""

    def save(person: Person, form: Any) -> None:
        given = dict(form.cleaned_data)
        actions.add_channel(by=request.worker, person=person, row_id=given.pop("new_id"), **given)

    intro = _("Ask whether others may answer or read: an unsafe call can put somebody in danger.")
    return add(
        request, person_id, policies.add_channel, ChannelForm, _("Add a way to reach them"), intro, save
    )


@requires(Permission.PERSON_SEE)
@require_http_methods(["GET", "POST"])
def add_stay(request: StaffRequest, person_id: uuid.UUID) -> HttpResponse:
    """The status of stay from a day on."""

    def save(person: Person, form: Any) -> None:
        row_id = form.cleaned_data["new_id"]
        actions.record_stay(by=request.worker, person=person, row_id=row_id, **vars(form.stay()))

    intro = _("What was recorded before stays in the history.")
    return add(
        request, person_id, policies.record_stay, StayForm, _("Record the status of stay"), intro, save
    )


@requires(Permission.PERSON_SEE)
@require_http_methods(["GET", "POST"])
def add_notice(request: StaffRequest, person_id: uuid.UUID) -> HttpResponse:
    """The privacy notice was given."""

    def save(person: Person, form: Any) -> None:
        given = dict(form.cleaned_data)
        actions.deliver_notice(by=request.worker, person=person, row_id=given.pop("new_id"), **given)

    intro = _("In a language the person understands, explained where needed (articles 13 and 14 GDPR).")
    return add(
        request, person_id, policies.deliver_notice, NoticeForm, _("Record the privacy notice"), intro, save
    )


@requires(Permission.PERSON_SEE)
@require_POST
def withdraw_number(request: StaffRequest, number_id: uuid.UUID) -> HttpResponse:
    """Take a wrong number off a person."""
    number = get_object_or_404(Identifier.objects.select_related("person__key"), pk=number_id)
    actions.withdraw_identifier(by=request.worker, identifier=number)
    offer_undo(request, _("The number was removed."), url=reverse("people:restore_number", args=[number_id]))
    return HttpResponseRedirect(file_url(number.person_id))


@requires(Permission.PERSON_SEE)
@require_POST
def restore_number(request: StaffRequest, number_id: uuid.UUID) -> HttpResponse:
    """Take back the removal of a number."""
    number = get_object_or_404(Identifier.objects.select_related("person__key"), pk=number_id)
    actions.restore_identifier(by=request.worker, identifier=number)
    messages.success(request, _("The number is back."))
    return HttpResponseRedirect(file_url(number.person_id))


@requires(Permission.PERSON_SEE)
@require_POST
def show_number(request: StaffRequest, number_id: uuid.UUID) -> HttpResponse:
    """A masked number in full; that it was looked at is recorded."""
    number = get_object_or_404(Identifier.objects.select_related("person__key"), pk=number_id)
    actions.see(by=request.worker, person=number.person, what=f"number:{number.kind}")
    page = NumberShown(
        number.person.full_name, number.get_kind_display(), number.value, file_url(number.person_id)
    )
    return render_page(request, "people/number.html#value", page)


@requires(Permission.PERSON_SEE)
@require_POST
def withdraw_channel(request: StaffRequest, channel_id: uuid.UUID) -> HttpResponse:
    """Stop using a way to reach the person."""
    channel = get_object_or_404(ContactChannel.objects.select_related("person__key"), pk=channel_id)
    actions.withdraw_channel(by=request.worker, channel=channel)
    offer_undo(
        request, _("The contact was removed."), url=reverse("people:restore_channel", args=[channel_id])
    )
    return HttpResponseRedirect(file_url(channel.person_id))


@requires(Permission.PERSON_SEE)
@require_POST
def restore_channel(request: StaffRequest, channel_id: uuid.UUID) -> HttpResponse:
    """Take back the removal of a contact."""
    channel = get_object_or_404(ContactChannel.objects.select_related("person__key"), pk=channel_id)
    actions.restore_channel(by=request.worker, channel=channel)
    messages.success(request, _("The contact is back."))
    return HttpResponseRedirect(file_url(channel.person_id))
