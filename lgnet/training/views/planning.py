# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The national direction plans, publishes, moves and calls off."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from lgnet.core.authz import Refused, requires
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.training import actions, policies
from lgnet.training.forms.planning import ModuleForm, ProgrammeForm, ReasonForm, SessionForm
from lgnet.training.models import Module, Programme, Session
from lgnet.training.views.read import module_or_404, shown
from lgnet.training.views.register import session_or_404, session_shown
from lgnet.ui.rendering import render_page

MANAGE = requires(Permission.TRAINING_MANAGE)
FORM = require_http_methods(["GET", "HEAD", "POST"])


@dataclass(frozen=True, slots=True)
class EditPage:
    """A form, what it belongs to, and where the way back leads."""

    form: Form
    what: str
    programme: Programme | None = None
    module: Module | None = None
    session: Session | None = None


def _drawn(request: StaffRequest, page: EditPage) -> HttpResponse:
    status = 422 if page.form.is_bound else 200
    return render_page(request, "training/edit.html", page, status=status)


def _done(form: Form, action: Callable[[], Any]) -> Any:
    """What an action gives back; None where the form or the action refuses, and then the form says why."""
    if not form.is_valid():
        return None
    try:
        return action()
    except Refused as refused:
        form.add_error(None, str(refused.reason))
        return None


@MANAGE
@FORM
def new_programme(request: StaffRequest) -> HttpResponse:
    """Begin a programme."""
    form = ProgrammeForm(request.POST or None)
    made = _done(
        form,
        lambda: actions.plan_programme(
            by=request.worker, title=form.cleaned_data["title"], aims=form.cleaned_data["aims"],
            programme_id=form.cleaned_data["new_id"],
        ),
    )  # fmt: skip
    if made is not None:
        return redirect("training:new_module", made.pk)
    return _drawn(request, EditPage(form, "programme"))


@MANAGE
@FORM
def new_module(request: StaffRequest, programme_id: uuid.UUID) -> HttpResponse:
    """Begin a module; it stays a draft until it is published."""
    programme = get_object_or_404(Programme, pk=programme_id)
    form = ModuleForm(request.POST or None, programme=programme)
    made = _done(
        form,
        lambda: actions.plan_module(
            by=request.worker, programme=programme, draft=form.draft(), module_id=form.cleaned_data["new_id"]
        ),
    )
    if made is not None:
        messages.success(request, _("The module is saved as a draft. Plan its sessions, then publish it."))
        return redirect("training:module", made.pk)
    return _drawn(request, EditPage(form, "module", programme=programme))


@MANAGE
@FORM
def edit_module(request: StaffRequest, module_id: uuid.UUID) -> HttpResponse:
    """Change a module."""
    found = module_or_404(module_id)
    policies.edit(request.worker, found).enforce()
    form = ModuleForm(request.POST or None, programme=found.programme, module=found)
    changed = _done(form, lambda: actions.edit_module(by=request.worker, module=found, draft=form.draft()))
    if changed is not None:
        messages.success(request, _("The module is saved."))
        return redirect("training:module", module_id)
    return _drawn(request, EditPage(form, "module", programme=found.programme, module=found))


@MANAGE
@FORM
def new_session(request: StaffRequest, module_id: uuid.UUID) -> HttpResponse:
    """Add a session to a module."""
    found = module_or_404(module_id)
    policies.edit(request.worker, found).enforce()
    form = SessionForm(request.POST or None)
    made = _done(
        form,
        lambda: actions.plan_session(
            by=request.worker, module=found, draft=form.draft(), session_id=form.cleaned_data["new_id"]
        ),
    )
    if made is not None:
        messages.success(request, _("The session is planned."))
        return redirect("training:module", module_id)
    return _drawn(request, EditPage(form, "session", module=found))


@MANAGE
@FORM
def edit_session(request: StaffRequest, session_id: uuid.UUID) -> HttpResponse:
    """Move a session, or change what is said of it."""
    found = session_or_404(session_id)
    policies.change_session(request.worker, found).enforce()
    form = SessionForm(request.POST or None, session=found)
    changed = _done(
        form, lambda: actions.change_session(by=request.worker, session=found, draft=form.draft())
    )
    if changed is not None:
        messages.success(
            request, _("The session is saved. If its day or place changed, who takes part is written to.")
        )
        return redirect("training:module", found.module_id)
    return _drawn(request, EditPage(form, "session", module=found.module, session=found))


@MANAGE
@require_POST
def publish(request: StaffRequest, module_id: uuid.UUID) -> HttpResponse:
    """Let everybody see it and enrol."""
    try:
        actions.publish(by=request.worker, module=module_or_404(module_id))
    except Refused as refused:
        messages.error(request, str(refused.reason))
    else:
        messages.success(request, _("The module is published: everybody can enrol."))
    return redirect("training:module", module_id)


@MANAGE
@require_POST
def throw_away(request: StaffRequest, module_id: uuid.UUID) -> HttpResponse:
    """Forget a draft."""
    actions.throw_away(by=request.worker, module=module_or_404(module_id))
    messages.success(request, _("The draft was thrown away."))
    return redirect("training:list")


@MANAGE
@require_POST
def call_off(request: StaffRequest, module_id: uuid.UUID) -> HttpResponse:
    """The module does not take place."""
    found, form = module_or_404(module_id), ReasonForm(request.POST)
    done = _done(
        form,
        lambda: actions.call_off(by=request.worker, module=found, reason=form.cleaned_data["reason"]),
    )
    if done is None:
        return shown(request, found, call_off=form)
    messages.success(request, _("The module is called off: who takes part is written to."))
    return redirect("training:module", module_id)


@MANAGE
@require_POST
def call_off_session(request: StaffRequest, session_id: uuid.UUID) -> HttpResponse:
    """The session does not take place."""
    found, form = session_or_404(session_id), ReasonForm(request.POST)
    done = _done(
        form,
        lambda: actions.call_off_session(
            by=request.worker, session=found, reason=form.cleaned_data["reason"]
        ),
    )
    if done is None:
        return session_shown(request, found, call_off=form)
    messages.success(request, _("The session is called off: who takes part is written to."))
    return redirect("training:module", found.module_id)
