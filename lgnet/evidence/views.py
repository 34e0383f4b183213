# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of evidence. A partner that is not yours is not found, though its name is public."""

import datetime as dt
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lgnet.core.authz import requires
from lgnet.counting.models import FactKind
from lgnet.evidence import actions, policies, queries
from lgnet.evidence.forms import FindingsForm, SampleForm
from lgnet.evidence.models import Sample
from lgnet.evidence.pages import nation, partner, samples, trail
from lgnet.evidence.paper import render_pack
from lgnet.evidence.rules import rules_of
from lgnet.network.middleware import StaffRequest
from lgnet.network.models import Organisation
from lgnet.network.permissions import Permission
from lgnet.ui.rendering import render_page

SEES = (Permission.EVIDENCE_SEE, Permission.FIGURES_NATION)


@requires(*SEES)
@require_safe
def overview(request: StaffRequest) -> HttpResponse:
    """The partners for the nation; one's own for a partner."""
    if partner.is_national(request.worker):
        return render_page(request, "evidence/nation.html", nation.nation_page(by=request.worker))
    return redirect("evidence:partner", request.worker.organisation.code)


@requires(*SEES)
@require_safe
def of_partner(request: StaffRequest, code: str) -> HttpResponse:
    """The months of one indicator at a partner."""
    page = partner.partner_page(_partner(request, code), by=request.worker, asked=request.GET)
    return render_page(request, "evidence/partner.html", page)


@requires(*SEES)
@require_safe
def month(request: StaffRequest, code: str, kind: str, month: str) -> HttpResponse:
    """Who counts from a month on."""
    page = partner.month_page(
        _partner(request, code), _kind(kind), _month(month), by=request.worker, asked=request.GET
    )
    return render_page(request, "evidence/month.html", page)


@requires(Permission.EVIDENCE_SEE)
@require_POST
def freeze(request: StaffRequest, code: str, kind: str, month: str) -> HttpResponse:
    """Freeze the evidence of a month."""
    _partner(request, code)
    n = actions.freeze(by=request.worker, kind=_kind(kind), month=_month(month))
    words = ngettext("%(n)s item was frozen.", "%(n)s items were frozen.", n)
    messages.success(request, words % {"n": n})
    return redirect("evidence:month", code, kind, month)


@requires(*SEES)
@require_safe
def fact(request: StaffRequest, fact_id: UUID) -> HttpResponse:
    """What proves that somebody counts."""
    found = queries.fact_for(fact_id)
    if found is None:
        raise Http404
    actions.see_fact(by=request.worker, fact=found)
    return render_page(request, "evidence/fact.html", partner.fact_page(found, by=request.worker))


@requires(*SEES)
@require_http_methods(["GET", "HEAD", "POST"])
def order(request: StaffRequest, code: str) -> HttpResponse:
    """Draw a sample of a partner."""
    whose, by = _partner(request, code), request.worker
    policies.order_sample(by).enforce()
    form = SampleForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        sample = actions.order_sample(by=by, partner=whose, **form.cleaned_data)
        messages.success(request, _("The sample is drawn."))
        return redirect("evidence:sample", sample.pk)
    status = 422 if form.is_bound else 200
    return render_page(request, "evidence/order.html", samples.order_page(whose, form), status=status)


@requires(*SEES)
@require_safe
def sample(request: StaffRequest, pk: UUID) -> HttpResponse:
    """A sample with its result."""
    return render_page(request, "evidence/sample.html", samples.sample_page(_sample(pk), by=request.worker))


@requires(Permission.EVIDENCE_SEE)
@require_POST
def pack(request: StaffRequest, pk: UUID) -> HttpResponse:
    """The sample on paper, with names: for the partner alone."""
    found = _sample(pk)
    actions.open_pack(by=request.worker, sample=found)
    headers = {"Content-Disposition": f'inline; filename="campione-{found.until}.pdf"'}
    return HttpResponse(render_pack(samples.pack(found)), content_type="application/pdf", headers=headers)


@requires(Permission.EVIDENCE_SEE)
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: StaffRequest, pk: UUID, sampled: UUID) -> HttpResponse:
    """The papers of one person drawn."""
    found, by = _sample(pk), request.worker
    policies.record_findings(by, found).enforce()
    row = next((row for row in queries.drawn(found) if row.pk == sampled), None)
    if row is None:
        raise Http404
    known = queries.findings_of(found).get(row.pk)
    form = FindingsForm(request.POST or None, rules=rules_of(found.kind), found=known)
    if request.method == "POST" and form.is_valid():
        actions.record_findings(by=by, sample=found, sampled=row.pk, outcomes=form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("evidence:sample", found.pk)
    status = 422 if form.is_bound else 200
    return render_page(request, "evidence/check.html", samples.check_page(found, row, form), status=status)


@requires(Permission.EVIDENCE_SEE)
@require_POST
def close(request: StaffRequest, pk: UUID) -> HttpResponse:
    """End a check."""
    actions.close_sample(by=request.worker, sample=_sample(pk))
    messages.success(request, _("The check is closed."))
    return redirect("evidence:sample", pk)


@requires(*SEES)
@require_safe
def audit_trail(request: StaffRequest) -> HttpResponse:
    """The elements of Annex XIII and where each is held."""
    return render_page(request, "evidence/trail.html", trail.trail_page())


def _partner(request: StaffRequest, code: str) -> Organisation:
    return get_object_or_404(queries.partners_for(request.worker), code=code)


def _sample(pk: UUID) -> Sample:
    found = queries.sample_for(pk)
    if found is None:
        raise Http404
    return found


def _kind(code: str) -> FactKind:
    if code not in FactKind.values:
        raise Http404
    return FactKind(code)


def _month(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(f"{text}-01")
    except ValueError as error:
        raise Http404 from error
