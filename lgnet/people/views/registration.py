# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""From "who is it?" to a registered person; nobody is registered without a look at who resembles her."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lgnet.core.authz import requires
from lgnet.core.ids import new_id
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.people import actions, policies
from lgnet.people.forms import LookupForm, RegistrationForm
from lgnet.people.models import Person
from lgnet.people.pages.addresses import after, handed_on, known_of
from lgnet.people.pages.lines import PersonLine
from lgnet.people.pages.registration import RegistrationPage, certain_twins, lookup_page
from lgnet.people.queries import disagreements
from lgnet.ui.rendering import render_page, wants_fragment


@requires(Permission.PERSON_SEE)
@require_http_methods(["GET", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    """Who is it? While typing and on sending, those who resembles what is known so far are shown."""
    policies.register(request.worker).enforce()
    given = request.POST if request.method == "POST" else request.GET
    token = handed_on(given.get("next", ""))
    form = LookupForm(request.POST if request.method == "POST" else None)
    record = form.record() if form.is_bound and form.is_valid() else None
    page = lookup_page(form, token, record, form.typed())
    typing = wants_fragment(request)
    return render_page(
        request, "people/new.html#matches", page, status=422 if form.errors and not typing else 200
    )


@requires(Permission.PERSON_SEE)
@require_http_methods(["GET", "POST"])
def register(request: StaffRequest) -> HttpResponse:
    """The form for somebody new: begun with what was looked for, then sent."""
    policies.register(request.worker).enforce()
    if request.method == "POST" and "new_id" in request.POST:
        return _save(request)
    looked = LookupForm(request.POST)
    values = looked.first_values() if request.method == "POST" and looked.is_valid() else {}
    token = handed_on(request.POST.get("next", ""))
    form = RegistrationForm(initial={**known_of(token), **values, "new_id": new_id(), "next": token})
    record = looked.record() if values else None
    twins = certain_twins(record, token) if record else []
    return render_page(request, "people/register.html", RegistrationPage(form, token, twins))


def _save(request: StaffRequest) -> HttpResponse:
    form = RegistrationForm(request.POST)
    token = handed_on(request.POST.get("next", ""))
    twins = _twins(form, token) if form.who.is_valid() else []
    if form.is_valid():
        person_id = form.who.cleaned_data["new_id"]
        if Person.objects.filter(pk=person_id).exists():
            return HttpResponseRedirect(after(token, person_id))
        if not twins or form.who.cleaned_data["another_because"]:
            return _enrolled(request, form, twins, token)
        why = _("Look at who is registered already, then say why it is another person.")
        form.who.add_error("another_because", why)
    return render_page(request, "people/register.html", RegistrationPage(form, token, twins), status=422)


def _twins(form: RegistrationForm, token: str) -> list[PersonLine]:
    return certain_twins(form.record(), token)


def _enrolled(
    request: StaffRequest, form: RegistrationForm, twins: list[PersonLine], token: str
) -> HttpResponse:
    enrolment = form.enrolment(not_these=[line.id for line in twins])
    person_id = form.who.cleaned_data["new_id"]
    person = actions.enrol(by=request.worker, enrolment=enrolment, person_id=person_id)
    told = _("%(name)s is registered, code %(code)s.") % {"name": person.full_name, "code": person.code}
    messages.success(request, told)
    checked = disagreements(person) if enrolment.number else []
    for hint in (*form.hints(), *checked):
        messages.warning(request, hint)
    return HttpResponseRedirect(after(token, person.pk))
