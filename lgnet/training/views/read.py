# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reading the training: the programme, a module, calendars, the register as a file."""

import uuid

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from lgnet.core import audit
from lgnet.core.authz import requires
from lgnet.interop.calendars import CONTENT_TYPE
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.training import calendars, policies
from lgnet.training.forms.planning import ReasonForm
from lgnet.training.forms.register import ColleaguesForm
from lgnet.training.models import Module
from lgnet.training.pages.files import register_csv
from lgnet.training.pages.module import Forms, module_page
from lgnet.training.pages.programme import programme_page
from lgnet.training.queries.completion import completions
from lgnet.training.queries.enrolment import my_sessions
from lgnet.training.queries.programme import modules, sessions_of, trainer_ids
from lgnet.ui.rendering import render_page

SEEN_BY = (Permission.TRAINING_ATTEND, Permission.TRAINING_FOLLOW)


def module_or_404(module_id: uuid.UUID) -> Module:
    """A module that exists for who asks."""
    return get_object_or_404(modules(), pk=module_id)


@requires(*SEEN_BY)
@require_safe
def programme(request: StaffRequest) -> HttpResponse:
    """What comes next for me, what waits for me, the modules."""
    return render_page(request, "training/list.html", programme_page(request.worker))


@requires(*SEEN_BY)
@require_safe
def module(request: StaffRequest, module_id: uuid.UUID) -> HttpResponse:
    """One module."""
    return shown(request, module_or_404(module_id))


def shown(
    request: StaffRequest,
    found: Module,
    *,
    colleagues: ColleaguesForm | None = None,
    call_off: ReasonForm | None = None,
) -> HttpResponse:
    """The page of a module, with a form that came back."""
    forms = Forms(
        colleagues=colleagues or ColleaguesForm(by=request.worker, module=found),
        call_off=call_off or ReasonForm(),
    )
    status = 422 if colleagues or call_off else 200
    page = module_page(request.worker, found, forms)
    return render_page(request, "training/module.html", page, status=status)


@requires(*SEEN_BY)
@require_safe
def my_calendar(request: StaffRequest) -> HttpResponse:
    """One's own sessions, for a calendar."""
    return _calendar(calendars.calendar(my_sessions(request.worker)), "formazione-lgnet")


@requires(*SEEN_BY)
@require_safe
def module_calendar(request: StaffRequest, module_id: uuid.UUID) -> HttpResponse:
    """The sessions of a module, for a calendar."""
    found = module_or_404(module_id)
    sessions = sessions_of(found).select_related("module")
    return _calendar(calendars.calendar(sessions), f"formazione-{found.code.casefold()}")


def _calendar(content: bytes, name: str) -> HttpResponse:
    safe = "".join(letter for letter in name if letter.isascii() and (letter.isalnum() or letter in "-_"))
    headers = {"Content-Disposition": f'attachment; filename="{safe}.ics"'}
    return HttpResponse(content, content_type=CONTENT_TYPE, headers=headers)


@requires(*SEEN_BY)
@require_safe
def register(request: StaffRequest, module_id: uuid.UUID) -> HttpResponse:
    """Who took part and for how long, as CSV: for trainers and the direction."""
    found = module_or_404(module_id)
    policies.see_class(request.worker, trainer_ids(found)).enforce()
    people = completions(module=found)
    audit.record("training.register_exported", on=found, rows=len(people))
    headers = {"Content-Disposition": f'attachment; filename="registro-{found.pk}.csv"'}
    content = register_csv(found, people)
    return HttpResponse(content, content_type="text/csv; charset=utf-8", headers=headers)
