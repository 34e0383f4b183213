# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The person a page is about, and the one way in which something is added to her."""

import uuid
from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from lgnet.core.authz import Verdict
from lgnet.core.ids import new_id
from lgnet.network.middleware import StaffRequest
from lgnet.network.worker import Worker
from lgnet.people.models import Person
from lgnet.people.pages.addresses import file_url
from lgnet.people.pages.editing import Text, form_page
from lgnet.ui.rendering import render_page

May = Callable[[Worker, Person], Verdict]
Save = Callable[[Person, Any], object]


def person_or_404(person_id: uuid.UUID) -> Person:
    """A person of the acting partner, her key with her; anybody else's does not exist."""
    return get_object_or_404(Person.objects.select_related("key"), pk=person_id)


def add(
    request: StaffRequest,
    person_id: uuid.UUID,
    may: May,
    form_class: type[forms.Form],
    title: Text,
    intro: Text,
    save: Save,
) -> HttpResponse:
    """Find the person, ask whether it may be, draw a form or save what it says, go back to the person's file."""
    person = person_or_404(person_id)
    may(request.worker, person).enforce()
    if request.method != "POST":
        form = form_class(initial={"new_id": new_id()})
        return render_page(request, "people/form.html", form_page(person, form, title, intro))
    form = form_class(request.POST)
    if not form.is_valid():
        return render_page(request, "people/form.html", form_page(person, form, title, intro), status=422)
    save(person, form)
    messages.success(request, _("Saved."))
    return HttpResponseRedirect(file_url(person.pk))
