# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Correcting who somebody is. The slower of two colleagues sees both versions and loses nothing."""

import uuid
from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lgnet.core.authz import Stale, requires
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.people import actions, policies
from lgnet.people.forms import CorrectionForm
from lgnet.people.forms.identity import as_typed
from lgnet.people.identity import Identity
from lgnet.people.models import Person
from lgnet.people.pages.addresses import file_url
from lgnet.people.pages.editing import differences, form_page
from lgnet.people.queries import disagreements
from lgnet.people.views.subject import person_or_404
from lgnet.ui.rendering import render_page


@requires(Permission.PERSON_SEE)
@require_http_methods(["GET", "POST"])
def edit(request: StaffRequest, person_id: uuid.UUID) -> HttpResponse:
    """The identity of a person, to be corrected."""
    person = person_or_404(person_id)
    policies.correct_identity(request.worker, person).enforce()
    first = as_typed(Identity.of(person)) | {"version": person.version}
    if request.method == "POST":
        return _save(request, person, CorrectionForm(request.POST, initial=first))
    actions.see(by=request.worker, person=person, what="identity")
    page = form_page(person, CorrectionForm(initial=first), _("Correct who this person is"))
    return render_page(request, "people/form.html", page)


def _save(request: StaffRequest, person: Person, form: CorrectionForm) -> HttpResponse:
    page = form_page(person, form, _("Correct who this person is"))
    if not form.is_valid():
        return render_page(request, "people/form.html", page, status=422)
    mine, version = form.identity(), form.cleaned_data["version"]
    try:
        changed = actions.correct_identity(by=request.worker, person=person, identity=mine, version=version)
    except Stale as stale:
        theirs = person_or_404(person.pk)
        again = CorrectionForm({**request.POST.dict(), "version": str(theirs.version)}, initial=form.initial)
        both = differences(mine, Identity.of(theirs))
        page = replace(page, form=again, conflict=stale.reason, differences=both)
        return render_page(request, "people/form.html", page, status=409)
    messages.success(request, _("Saved."))
    for hint in disagreements(changed):
        messages.warning(request, hint)
    return HttpResponseRedirect(file_url(person.pk))
