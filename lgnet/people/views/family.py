# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Household and guardian of a person."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from lgnet.core.authz import requires
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.people import actions, policies
from lgnet.people.forms import GuardianForm, HouseholdForm
from lgnet.people.models import HouseholdMember, Person
from lgnet.people.names import clean
from lgnet.people.pages.addresses import file_url
from lgnet.people.pages.editing import household_page
from lgnet.people.pages.listing import MAX_QUERY
from lgnet.people.views.subject import add, person_or_404
from lgnet.ui.rendering import render_page


@requires(Permission.PERSON_SEE)
@require_http_methods(["GET", "POST"])
def household(request: StaffRequest, person_id: uuid.UUID) -> HttpResponse:
    """Look for a relative, then say what this person is in their household."""
    person = person_or_404(person_id)
    policies.join_household(request.worker, person).enforce()
    chosen = request.POST.get("relative") or request.GET.get("relative", "")
    relative = _relative(chosen, person)
    form = HouseholdForm(request.POST if request.method == "POST" else None, initial={"relative": chosen})
    if relative and form.is_bound and form.is_valid():
        role, since = form.cleaned_data["role"], form.cleaned_data["from_on"]
        actions.join_household(by=request.worker, person=person, role=role, relative=relative, from_on=since)
        messages.success(request, _("Saved."))
        return HttpResponseRedirect(file_url(person.pk))
    q = clean(request.GET.get("q", ""), max_length=MAX_QUERY)
    page = household_page(person, form, q=q, relative=relative)
    return render_page(request, "people/household.html#results", page, status=422 if form.errors else 200)


def _relative(chosen: str, person: Person) -> Person | None:
    try:
        found = Person.objects.select_related("key").filter(pk=uuid.UUID(chosen)).first()
    except ValueError:
        return None
    return found if found and found.pk != person.pk else None


@requires(Permission.PERSON_SEE)
@require_POST
def leave(request: StaffRequest, member_id: uuid.UUID) -> HttpResponse:
    """Somebody no longer lives in the household."""
    member = get_object_or_404(HouseholdMember.objects.select_related("person__key"), pk=member_id)
    actions.leave_household(by=request.worker, member=member)
    messages.success(request, _("Saved: the household's history keeps it."))
    return HttpResponseRedirect(file_url(member.person_id))


@requires(Permission.PERSON_SEE)
@require_http_methods(["GET", "POST"])
def add_guardian(request: StaffRequest, person_id: uuid.UUID) -> HttpResponse:
    """Who answers for a minor."""

    def save(person: Person, form: Any) -> None:
        given = dict(form.cleaned_data)
        actions.add_guardian(by=request.worker, person=person, row_id=given.pop("new_id"), **given)

    intro = _("The guardian named by the court, or the adult who has custody (Law 47/2017).")
    return add(request, person_id, policies.add_guardian, GuardianForm, _("Name the guardian"), intro, save)
