# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The queue, the screening and the taking in charge."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lgnet.cases import policies, queries
from lgnet.cases.actions import case as case_actions
from lgnet.cases.actions import intake as actions
from lgnet.cases.forms.intake import QueueFilterForm, ScreenForm, TakeForm
from lgnet.cases.models import Intake, Urgency
from lgnet.cases.pages import intake as pages
from lgnet.cases.pages.differences import differences, with_version
from lgnet.core.authz import Refused, Stale, requires
from lgnet.core.clock import now, today
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.people.models import Person
from lgnet.ui.rendering import render_page


@requires(Permission.QUEUE_SEE)
@require_safe
def queue(request: StaffRequest) -> HttpResponse:
    """Who waits for what, the least time left first."""
    form = QueueFilterForm(request.GET)
    page = pages.queue_page(request.worker, form, form.wanted(), request.GET)
    return render_page(request, "cases/queue.html#rows", page)


def _uuid_or_404(text: str | None) -> UUID:
    try:
        return UUID(text or "")
    except ValueError:
        raise Http404 from None


@requires(Permission.PERSON_REGISTER)
@require_POST
def start(request: StaffRequest) -> HttpResponse:
    """A registered person came in: open the intake and go on with what it waits for."""
    person = get_object_or_404(Person, pk=_uuid_or_404(request.POST.get("person")))
    given = request.POST.get("source", "")
    source = given if given in Intake.Source.values else Intake.Source.WALK_IN.value
    intake = actions.open_intake(by=request.worker, person=person, source=source, first_contact_at=now())
    if policies.screen(request.worker, intake):
        return redirect("cases:screen", intake.pk)
    in_charge = queries.open_case_of(person.pk)
    if in_charge is not None and request.worker.may(Permission.CASE_SEE):
        return redirect("cases:case", in_charge.pk)
    messages.success(request, _("The person is in the queue: a colleague does the screening."))
    return redirect("cases:queue")


@requires(Permission.QUEUE_SEE)
@require_http_methods(["GET", "HEAD", "POST"])
def screen(request: StaffRequest, pk: UUID) -> HttpResponse:
    """The screening of a person who came or was met."""
    by, intake = request.worker, get_object_or_404(queries.intakes_with_people(), pk=pk)
    policies.screen(by, intake).enforce()
    hint = queries.eligibility_hint(intake.person)
    stored = ScreenForm.values_of(intake, special=by.may(Permission.SPECIAL_SEE))
    form = ScreenForm(request.POST or None, initial=stored, suggested=hint.eligibility)
    status = 200
    if request.method == "POST":
        if form.is_valid():
            try:
                return _after_screening(request, actions.screen(by=by, intake=intake, **form.cleaned_data))
            except Stale as stale:
                against = differences(form, stored)
                form = ScreenForm(with_version(request.POST, intake.version), suggested=hint.eligibility)
                page = pages.screen_page(intake, form, hint, stale=str(stale), differences=against)
                return render_page(request, "cases/screen.html", page, status=409)
        status = 422
    actions.see(by=by, intake=intake)
    return render_page(request, "cases/screen.html", pages.screen_page(intake, form, hint), status=status)


def _after_screening(request: StaffRequest, intake: Intake) -> HttpResponse:
    messages.success(request, _("The screening is saved."))
    if intake.urgency == Urgency.IMMEDIATE:
        messages.warning(
            request, _("At once: make sure now that somebody is with this person. Emergency number: 112.")
        )
    if policies.take_in_charge(request.worker, intake):
        return redirect("cases:take", intake.pk)
    return redirect("cases:queue")


@requires(Permission.QUEUE_SEE)
@require_http_methods(["GET", "HEAD", "POST"])
def take(request: StaffRequest, pk: UUID) -> HttpResponse:
    """The presa in carico of a screened person."""
    by, intake = request.worker, get_object_or_404(queries.intakes_with_people(), pk=pk)
    form = take_form(request)
    made = queries.case_made_by(intake.pk, form.data.get("case_id", ""))
    if made is not None:  # the same form, sent twice
        return redirect("cases:case", made.pk)
    policies.take_in_charge(by, intake).enforce()
    status, refused = 200, ""
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                return _taken(request, intake, form)
            except Refused as reason:
                status, refused = 409, str(reason)
    page = pages.take_page(intake, form, refused=refused)
    return render_page(request, "cases/take.html", page, status=status)


def take_form(request: StaffRequest) -> TakeForm:
    """The form with this partner's colleagues and action lines."""
    by = request.worker
    partnership = queries.partnership_of(by.partner_id, on=today())
    lines = partnership.lines if partnership else []
    colleagues = queries.colleagues_on_cases(by.partner_id)
    return TakeForm(request.POST or None, colleagues=colleagues, lines=lines, me=by.user.pk)


def _taken(request: StaffRequest, intake: Intake, form: TakeForm) -> HttpResponse:
    case = case_actions.take_in_charge(
        by=request.worker,
        intake=intake,
        manager=form.manager_chosen(),
        lines=form.cleaned_data["lines"],
        team=form.team(),
        case_id=form.cleaned_data["case_id"],
    )
    messages.success(request, _("The person is in charge. Case %(code)s is open.") % {"code": case.code})
    return redirect("cases:case", case.pk)
