# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The street: the form of a contact, tonight's list, and saying who it was."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lgnet.core.authz import requires
from lgnet.core.ids import new_id
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.outreach import actions, memory, policies, queries
from lgnet.outreach.forms import AreaForm, ContactForm
from lgnet.outreach.models import Contact
from lgnet.outreach.pages import AreaPage, FormPage, contact_page, list_page
from lgnet.people.models import Person
from lgnet.ui.notices import offer_undo
from lgnet.ui.rendering import render_page


@requires(Permission.CONTACT_RECORD)
@require_safe
def contacts(request: StaffRequest) -> HttpResponse:
    """Tonight's contacts, and the earlier ones."""
    page = list_page(request.worker, request.GET.get("after", ""))
    return render_page(request, "outreach/list.html#earlier", page)


@requires(Permission.CONTACT_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    """The form, begun with what tonight's last one said; sent, it writes the contact down."""
    given = request.POST if request.method == "POST" else request.GET
    person = _person(given.get("person", ""))
    if request.method == "POST":
        form = ContactForm(request.POST)
        if form.is_valid():
            return _written_down(request, form, person)
    else:
        begin = memory.remembered(request) | {"new_id": new_id(), "person": person.pk if person else None}
        form = ContactForm(initial=begin)
    page = FormPage(form=form, person=person, tonight=len(queries.tonight()))
    return render_page(request, "outreach/new.html", page, status=422 if form.errors else 200)


def _written_down(request: StaffRequest, form: ContactForm, person: Person | None) -> HttpResponse:
    contact = actions.record_contact(by=request.worker, person=person, **form.values())
    memory.remember(request, form.remembered())
    messages.success(request, _("Contact written down."))
    if request.POST.get("then") == "next":
        return redirect("outreach:new")
    return redirect("desk:person", person.pk) if person else redirect("outreach:contact", contact.pk)


@requires(Permission.CONTACT_RECORD)
@require_safe
def contact(request: StaffRequest, contact_id: uuid.UUID) -> HttpResponse:
    """Everything that was written down about a contact."""
    found = _contact(contact_id)
    actions.see_contact(by=request.worker, contact=found)
    return render_page(request, "outreach/contact.html", contact_page(request.worker, found))


@requires(Permission.CONTACT_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
def area(request: StaffRequest, contact_id: uuid.UUID) -> HttpResponse:
    """Where it was, said later or corrected."""
    found = _contact(contact_id)
    policies.correct_area(request.worker, found).enforce()
    form = AreaForm(request.POST or None, initial={"area": found.area})
    if request.method == "POST" and form.is_valid():
        actions.correct_area(by=request.worker, contact=found, area=form.cleaned_data["area"])
        messages.success(request, _("Saved."))
        return redirect("outreach:contact", contact_id)
    actions.see_contact(by=request.worker, contact=found)
    return render_page(
        request, "outreach/area.html", AreaPage(found, form), status=422 if form.is_bound else 200
    )


@requires(Permission.CONTACT_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
def tie(request: StaffRequest, contact_id: uuid.UUID) -> HttpResponse:
    """Asks whether it is this person, and on sending says so. The person was found or just registered."""
    found = _contact(contact_id)
    given = request.POST if request.method == "POST" else request.GET
    person = _person(given.get("person", ""))
    if person is None:
        return redirect("outreach:contact", contact_id)
    if request.method != "POST":
        actions.see_contact(by=request.worker, contact=found)
        return render_page(request, "outreach/contact.html", contact_page(request.worker, found, person))
    actions.tie_contact(by=request.worker, contact=found, person=person)
    undo = reverse("outreach:untie", args=[contact_id])
    offer_undo(request, _("The contact belongs to %(name)s now.") % {"name": person.full_name}, url=undo)
    return redirect("desk:person", person.pk)


@requires(Permission.CONTACT_RECORD)
@require_POST
def untie(request: StaffRequest, contact_id: uuid.UUID) -> HttpResponse:
    """Takes a tie back."""
    actions.untie_contact(by=request.worker, contact=_contact(contact_id))
    text = _("The contact is without a name again. If its intake was a slip too, end it at the screening.")
    messages.success(request, text)
    return redirect("outreach:contact", contact_id)


def _contact(contact_id: uuid.UUID) -> Contact:
    rows = Contact.objects.select_related("key", "person__key", "met_by", "site", "tied_by")
    return get_object_or_404(rows, pk=contact_id)


def _person(text: str) -> Person | None:
    """Whom the address or the form names; nobody where it names nobody, 404 where the person is not ours."""
    if not text:
        return None
    try:
        person_id = uuid.UUID(text)
    except ValueError:
        raise Http404 from None
    return get_object_or_404(Person.objects.select_related("key"), pk=person_id)
