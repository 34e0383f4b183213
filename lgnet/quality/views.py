# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of data quality: lists of what to mend for who works here, numbers for the nation."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lgnet.core.authz import requires
from lgnet.network import editions
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.people import actions as people
from lgnet.people.models import Person
from lgnet.quality import actions, policies, queries
from lgnet.quality.checks import CHECKS, Check
from lgnet.quality.forms import DismissForm
from lgnet.quality.models import Dismissal
from lgnet.quality.pages import mending, nation, reportable, scorecard, twins
from lgnet.ui.notices import offer_undo
from lgnet.ui.rendering import render_page

SEES = (Permission.QUALITY_SEE, Permission.FIGURES_NATION)


@requires(*SEES)
@require_safe
def overview(request: StaffRequest) -> HttpResponse:
    """One's own list; the nation sees the partners' numbers."""
    by = request.worker
    if not by.may(Permission.QUALITY_SEE):
        return render_page(request, "quality/nation.html", nation.nation_page())
    page = mending.mending_page(by=by, of=None, asked=request.GET, path=request.get_full_path())
    return render_page(request, "quality/mending.html", page)


@requires(Permission.QUALITY_SEE)
@require_safe
def worker(request: StaffRequest, worker_id: UUID) -> HttpResponse:
    """A colleague's list, for the coordinator who helps."""
    policies.see_everybodys(request.worker).enforce()
    colleague = get_object_or_404(queries.colleagues_of(request.worker.partner_id), pk=worker_id)
    path = request.get_full_path()
    page = mending.mending_page(by=request.worker, of=colleague, asked=request.GET, path=path)
    return render_page(request, "quality/mending.html", page)


@requires(Permission.QUALITY_SEE)
@require_safe
def check(request: StaffRequest, code: str) -> HttpResponse:
    """All misses of one check at the partner."""
    policies.see_everybodys(request.worker).enforce()
    page = mending.check_page(
        _check(code), by=request.worker, asked=request.GET, path=request.get_full_path()
    )
    return render_page(request, "quality/check.html", page)


@requires(Permission.QUALITY_SEE)
@require_safe
def scorecard_of_partner(request: StaffRequest) -> HttpResponse:
    """How good the data of one's own partner are."""
    return render_page(request, "quality/scorecard.html", scorecard.scorecard_page(by=request.worker))


@requires(Permission.FIGURES_NATION)
@require_safe
def partner(request: StaffRequest, code: str) -> HttpResponse:
    """One partner's numbers for the nation."""
    found = get_object_or_404(editions.local_partners(), code=code)
    return render_page(request, "quality/scorecard.html", scorecard.partner_page(found))


@requires(Permission.QUALITY_SEE)
@require_safe
def reportability(request: StaffRequest) -> HttpResponse:
    """Who is counted and cannot be reported."""
    policies.see_people(request.worker).enforce()
    page = reportable.reportable_page(by=request.worker, asked=request.GET, path=request.get_full_path())
    return render_page(request, "quality/reportable.html", page)


@requires(Permission.QUALITY_SEE)
@require_safe
def twins_of(request: StaffRequest, person_id: UUID) -> HttpResponse:
    """Files that may be of one person, side by side."""
    policies.see_people(request.worker).enforce()
    person = _person(person_id)
    return render_page(request, "quality/twins.html", twins.twins_page(person, by=request.worker))


@requires(Permission.QUALITY_SEE)
@require_POST
def count_once(request: StaffRequest, person_id: UUID, other_id: UUID) -> HttpResponse:
    """Two files are of one person: the network counts one."""
    person, other = _person(person_id), _person(other_id)
    lone = people.count_once(by=request.worker, person=person, other=other)
    undo = reverse("quality:count_apart", args=[lone.pk])
    offer_undo(request, _("Both files count as one person from now on."), url=undo)
    return redirect("quality:twins", person_id)


@requires(Permission.QUALITY_SEE)
@require_POST
def count_apart(request: StaffRequest, person_id: UUID) -> HttpResponse:
    """They are two people after all."""
    person = people.count_apart(by=request.worker, person=_person(person_id))
    messages.success(request, _("The files count as two people again."))
    return redirect("quality:twins", person.pk)


@requires(Permission.QUALITY_SEE)
@require_http_methods(["GET", "HEAD", "POST"])
def dismiss(request: StaffRequest, code: str, subject_id: UUID) -> HttpResponse:
    """Say why a miss stays."""
    by, failed = request.worker, _check(code)
    policies.dismiss(by, failed).enforce()
    miss = queries.stands(failed, partner_id=by.partner_id, subject_id=subject_id)
    if miss is None:
        raise Http404
    form = DismissForm(request.POST or None, check=failed)
    if request.method == "POST" and form.is_valid():
        row = actions.dismiss(by=by, check=failed, subject_id=subject_id, **form.cleaned_data)
        if row is not None:
            offer_undo(request, mending.said(row), url=reverse("quality:take_back", args=[row.pk]))
        return redirect("quality:overview")
    page = mending.dismiss_page(miss, form)
    return render_page(request, "quality/dismiss.html", page, status=422 if form.is_bound else 200)


@requires(Permission.QUALITY_SEE)
@require_POST
def take_back(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Put a dismissed miss back on the lists."""
    row = get_object_or_404(Dismissal, pk=pk)
    actions.take_back(by=request.worker, dismissal=row)
    messages.success(request, _("It is on the list again."))
    return redirect("quality:overview")


def _person(person_id: UUID) -> Person:
    return get_object_or_404(Person.objects.select_related("key"), pk=person_id)


def _check(code: str) -> Check:
    if code not in CHECKS:
        raise Http404
    return CHECKS[code]
