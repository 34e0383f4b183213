# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The partners, for everybody at work; the national direction edits what it keeps about them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from lgnet.core.authz import requires, signed_in
from lgnet.network import actions, editions, policies
from lgnet.network.forms import AgreementForm, PartnershipForm
from lgnet.network.middleware import StaffRequest
from lgnet.network.models import Organisation, Partnership
from lgnet.network.pages import partners as pages
from lgnet.network.permissions import Permission
from lgnet.ui.rendering import render_page


@signed_in
@require_GET
def partners(request: StaffRequest) -> HttpResponse:
    """Who takes part in an edition."""
    return render_page(request, "network/partners.html", pages.partners_page(request.GET.get("edition", "")))


def _present(organisation: Organisation) -> Partnership | None:
    rows = organisation.partnerships.select_related("edition")
    return rows.filter(edition__code=editions.CURRENT).first()


@signed_in
@require_GET
def partner(request: StaffRequest, code: str) -> HttpResponse:
    """One organisation; whoever directs the network finds the forms here."""
    organisation = get_object_or_404(Organisation, code=code)
    form, agreement_form = None, None
    if policies.edit_partnership(request.worker):
        present = _present(organisation)
        form = PartnershipForm.of(present) if present else None
        agreement_form = AgreementForm()
    page = pages.partner_page(request.worker, organisation, form=form, agreement_form=agreement_form)
    return render_page(request, "network/partner.html", page)


@requires(Permission.NETWORK_MANAGE)
@require_POST
def edit(request: StaffRequest, code: str) -> HttpResponse:
    """Change the action lines and the date of the agreement."""
    organisation = get_object_or_404(Organisation, code=code)
    partnership = get_object_or_404(Partnership, organisation=organisation, edition__code=editions.CURRENT)
    form = PartnershipForm(request.POST)
    if not form.is_valid():
        page = pages.partner_page(request.worker, organisation, form=form, agreement_form=AgreementForm())
        return render_page(request, "network/partner.html", page, status=422)
    actions.edit_partnership(by=request.worker, partnership=partnership, **form.cleaned_data)
    messages.success(request, _("Saved for %(name)s.") % {"name": organisation.short_name})
    return redirect("network:partner", code)


@requires(Permission.NETWORK_MANAGE)
@require_POST
def agree(request: StaffRequest, code: str) -> HttpResponse:
    """Register a data-processing agreement."""
    organisation = get_object_or_404(Organisation, code=code)
    form = AgreementForm(request.POST)
    if not form.is_valid():
        present = _present(organisation)
        shown = PartnershipForm.of(present) if present else None
        page = pages.partner_page(request.worker, organisation, form=shown, agreement_form=form)
        return render_page(request, "network/partner.html", page, status=422)
    actions.register_agreement(by=request.worker, organisation=organisation, **form.cleaned_data)
    messages.success(
        request, _("The agreement of %(name)s is registered.") % {"name": organisation.short_name}
    )
    return redirect("network:partner", code)
