# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The page of a case, and the note that is always at hand on it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from lgnet.cases import policies
from lgnet.cases.actions import work as actions
from lgnet.cases.forms.caseload import HandOutForm
from lgnet.cases.forms.work import NoteForm
from lgnet.cases.models import Case, Note
from lgnet.cases.pages.case import case_page
from lgnet.cases.queries.colleagues import colleagues_on_cases
from lgnet.core import places
from lgnet.core.authz import Refused, requires
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker
from lgnet.ui import notices
from lgnet.ui.rendering import render_page, wants_fragment

TEMPLATE = "cases/case.html"


def case_or_404(pk: UUID) -> Case:
    """A case of the acting partner, with person, key, intake and manager."""
    return get_object_or_404(Case.objects.select_related("person__key", "intake", "manager"), pk=pk)


@requires(Permission.CASE_SEE)
@require_safe
def case(request: StaffRequest, pk: UUID) -> HttpResponse:
    """The case; `?before=` goes on in its timeline."""
    by, found = request.worker, case_or_404(pk)
    place = places.moment(request.GET.get("before", ""))
    if place is None:
        actions.see_case(by=by, case=found)
    note_form = NoteForm(in_circle=bool(policies.read_restricted(by, found)))
    part = "#timeline" if place else "#diary"
    page = case_page(by, found, note_form, hand_out=_hand_out_form(by, found), before=place)
    return render_page(request, TEMPLATE + part, page)


def _hand_out_form(by: Worker, case: Case) -> HandOutForm | None:
    if not policies.assign(by, case):
        return None
    return HandOutForm(colleagues=colleagues_on_cases(case.partner_id), label=_("Give this case to"))


@requires(Permission.CASE_SEE)
@require_POST
def note(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Write a note; what was typed stays in the form whatever goes wrong."""
    by, found = request.worker, case_or_404(pk)
    policies.write_note(by, found).enforce()
    form = NoteForm(request.POST, in_circle=bool(policies.read_restricted(by, found)))
    if form.is_valid():
        try:
            written = actions.write_note(by=by, case=found, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused.reason))
        else:
            notices.offer_undo(
                request, _("The note is written."), url=reverse("cases:undo_note", args=[written.pk])
            )
            if not wants_fragment(request):
                return redirect("cases:case", pk)
            fresh = NoteForm(in_circle=bool(policies.read_restricted(by, found)))
            return render_page(request, f"{TEMPLATE}#diary", case_page(by, found, fresh))
    return render_page(request, f"{TEMPLATE}#diary", case_page(by, found, form), status=422)


@requires(Permission.CASE_SEE)
@require_POST
def undo_note(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Take a note back on the day it was written."""
    found = get_object_or_404(Note, pk=pk)
    actions.withdraw_note(by=request.worker, note=found)
    messages.success(request, _("The note was taken back."))
    return redirect("cases:case", found.case_id)
