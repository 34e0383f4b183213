# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The direction sets what modules give, issues certificates, revokes one."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lgnet.core.authz import Refused, requires
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.recognition import actions
from lgnet.recognition.codes import as_printed
from lgnet.recognition.forms import AwardForm, RevokeForm
from lgnet.recognition.models import Award
from lgnet.recognition.pages.issuing import certificate_page, issue_page, issued_page, module_page
from lgnet.recognition.views.mine import certificate_or_404
from lgnet.training.models import Module
from lgnet.ui.rendering import render_page


def module_or_404(module_id: uuid.UUID) -> Module:
    """A module that was published."""
    rows = Module.objects.exclude(state=Module.State.DRAFT).select_related("programme")
    return get_object_or_404(rows, pk=module_id)


@requires(Permission.CERTIFICATE_ISSUE)
@require_safe
def modules(request: StaffRequest) -> HttpResponse:
    """The modules for which certificates may be issued."""
    return render_page(request, "recognition/issue.html", issue_page(request.worker))


@requires(Permission.CERTIFICATE_ISSUE)
@require_http_methods(["GET", "HEAD", "POST"])
def module(request: StaffRequest, module_id: uuid.UUID) -> HttpResponse:
    """A module: what it gives, and who completed it."""
    found = module_or_404(module_id)
    award = Award.objects.filter(module=found).select_related("exam", "scheme").first()
    form = AwardForm(request.POST or None, award=award)
    if form.is_valid():
        try:
            actions.set_award(by=request.worker, module=found, terms=form.terms())
        except Refused as refused:
            form.add_error(None, str(refused.reason))
        else:
            messages.success(request, _("What the module gives is set."))
            return redirect("recognition:module", module_id)
    page = module_page(request.worker, found, award, form)
    return render_page(request, "recognition/module.html", page, status=422 if form.is_bound else 200)


@requires(Permission.CERTIFICATE_ISSUE)
@require_POST
def admit(request: StaffRequest, module_id: uuid.UUID) -> HttpResponse:
    """Let the class sit the test."""
    try:
        n = actions.admit_class(by=request.worker, module=module_or_404(module_id))
    except Refused as refused:
        messages.error(request, str(refused.reason))
    else:
        text = ngettext("%(n)s more may sit the test.", "%(n)s more may sit the test.", n)
        messages.success(request, text % {"n": n})
    return redirect("recognition:module", module_id)


@requires(Permission.CERTIFICATE_ISSUE)
@require_POST
def issue(request: StaffRequest, module_id: uuid.UUID) -> HttpResponse:
    """Issue what can be issued."""
    try:
        n = actions.issue(by=request.worker, module=module_or_404(module_id))
    except Refused as refused:
        messages.error(request, str(refused.reason))
    else:
        text = ngettext("%(n)s certificate was issued.", "%(n)s certificates were issued.", n)
        messages.success(request, text % {"n": n})
    return redirect("recognition:module", module_id)


@requires(Permission.CERTIFICATE_ISSUE)
@require_safe
def issued(request: StaffRequest) -> HttpResponse:
    """Everything that was issued."""
    typed = request.GET.get("code", "").strip()[:40]
    page = issued_page(
        request.worker, code=as_printed(typed), typed=typed, after=request.GET.get("after", "")
    )
    return render_page(request, "recognition/issued.html#earlier", page)


@requires(Permission.CERTIFICATE_ISSUE)
@require_safe
def certificate(request: StaffRequest, certificate_id: uuid.UUID) -> HttpResponse:
    """One certificate."""
    page = certificate_page(request.worker, certificate_or_404(certificate_id), RevokeForm())
    return render_page(request, "recognition/certificate.html", page)


@requires(Permission.CERTIFICATE_ISSUE)
@require_POST
def revoke(request: StaffRequest, certificate_id: uuid.UUID) -> HttpResponse:
    """Say that it stands no more."""
    found, form = certificate_or_404(certificate_id), RevokeForm(request.POST)
    if form.is_valid():
        try:
            actions.revoke(by=request.worker, certificate=found, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused.reason))
        else:
            messages.success(request, _("The certificate is revoked: whoever checks its code reads so."))
            return redirect("recognition:certificate", certificate_id)
    page = certificate_page(request.worker, found, form)
    return render_page(request, "recognition/certificate.html", page, status=422)


@requires(Permission.CERTIFICATE_ISSUE)
@require_POST
def reissue(request: StaffRequest, certificate_id: uuid.UUID) -> HttpResponse:
    """Issue it anew."""
    try:
        made = actions.reissue(by=request.worker, certificate=certificate_or_404(certificate_id))
    except Refused as refused:
        messages.error(request, str(refused.reason))
        return redirect("recognition:certificate", certificate_id)
    messages.success(request, _("It is issued anew, with a code of its own."))
    return redirect("recognition:certificate", made.pk)


@requires(Permission.CERTIFICATE_ISSUE)
@require_POST
def replace_key(request: StaffRequest) -> HttpResponse:
    """Retire the key that signs badges and make another."""
    actions.replace_key(by=request.worker)
    messages.success(request, _("Badges are signed with a new key; those signed before stay valid."))
    return redirect("recognition:modules")
