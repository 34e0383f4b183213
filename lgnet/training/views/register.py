# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The register of a session: the code on the wall, the list, the log of a webinar, what was made up for."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lgnet.core.authz import Refused, requires
from lgnet.network.middleware import StaffRequest
from lgnet.training import actions, policies, weblog
from lgnet.training.forms.planning import ReasonForm
from lgnet.training.forms.register import CodeForm, ListForm, LogForm, MakeUpForm
from lgnet.training.models import Attendance, Session
from lgnet.training.pages import session as pages
from lgnet.training.queries.completion import Completion
from lgnet.training.queries.enrolment import standing_of
from lgnet.training.queries.programme import trainers_of
from lgnet.training.views.read import SEEN_BY
from lgnet.ui.rendering import render_page


def session_or_404(session_id: uuid.UUID) -> Session:
    """A session that exists for who asks."""
    return get_object_or_404(Session.objects.select_related("module__programme"), pk=session_id)


@requires(*SEEN_BY)
@require_safe
def session(request: StaffRequest, session_id: uuid.UUID) -> HttpResponse:
    """One session."""
    return session_shown(request, session_or_404(session_id))


def session_shown(
    request: StaffRequest, found: Session, *, attendance: ListForm | None = None, log: LogForm | None = None,
    make_up: MakeUpForm | None = None, call_off: ReasonForm | None = None,
) -> HttpResponse:  # fmt: skip
    """The page of a session, with a form that came back."""
    people = pages.class_of(found)
    if attendance is None and policies.keep_register(request.worker, found, _trainers(found)):
        attendance_form: ListForm | None = _list_form(found, people)
    else:
        attendance_form = attendance
    forms = pages.SessionForms(
        attendance=attendance_form,
        log=log or LogForm(),
        make_up=make_up or MakeUpForm(session=found, missing=pages.missing(found, people)),
        call_off=call_off or ReasonForm(),
    )
    page = pages.session_page(request.worker, found, people, forms)
    status = 422 if attendance or log or make_up or call_off else 200
    return render_page(request, "training/session.html", page, status=status)


def _list_form(found: Session, people: list[Completion], data: object = None) -> ListForm:
    return ListForm(data, session=found, rows=pages.known_minutes(found, people))


def _trainers(found: Session) -> list[uuid.UUID]:
    return [one.pk for one in trainers_of(found)]


@requires(*SEEN_BY)
@require_safe
def code(request: StaffRequest, session_id: uuid.UUID) -> HttpResponse:
    """The code on the wall; htmx asks for the next one."""
    found = session_or_404(session_id)
    policies.show_code(request.worker, found, _trainers(found)).enforce()
    address = request.build_absolute_uri(reverse("training:here", args=[found.pk]))
    return render_page(request, "training/code.html#code", pages.code_page(found, address))


@requires(*SEEN_BY)
@require_http_methods(["GET", "HEAD", "POST"])
def here(request: StaffRequest, session_id: uuid.UUID) -> HttpResponse:
    """Say that one is there, or leaves. The address inside the QR code fills the form."""
    found = session_or_404(session_id)
    form = CodeForm(request.POST or None, initial={"code": request.GET.get("code", "")[:40]})
    if request.method == "POST" and form.is_valid():
        try:
            row = actions.check_in(by=request.worker, session=found, code=form.cleaned_data["code"])
        except Refused as refused:
            form.add_error("code", str(refused.reason))
        else:
            messages.success(request, _said(row))
            return redirect("training:session", session_id)
    own = standing_of(request.worker.user.pk, found.module)
    mine = Attendance.objects.filter(session=found, enrolment=own).first() if own else None
    page = pages.HerePage(found, form, mine, policies.check_in(request.worker, found, own))
    return render_page(request, "training/here.html", page, status=422 if form.is_bound else 200)


def _said(row: Attendance) -> str:
    if row.left_at is not None:
        return _("It is written down that you leave. Thank you for coming.")
    return _("It is written down that you are here. Give the code again when you leave early.")


@requires(*SEEN_BY)
@require_POST
def keep_list(request: StaffRequest, session_id: uuid.UUID) -> HttpResponse:
    """Write the trainer's list."""
    found = session_or_404(session_id)
    policies.keep_register(request.worker, found, _trainers(found)).enforce()
    form = _list_form(found, pages.class_of(found), request.POST)
    if not form.is_valid():
        return session_shown(request, found, attendance=form)
    actions.keep_list(by=request.worker, session=found, marks=form.marks())
    messages.success(request, _("The list is saved."))
    return redirect("training:session", session_id)


@requires(*SEEN_BY)
@require_POST
def read_log(request: StaffRequest, session_id: uuid.UUID) -> HttpResponse:
    """Read in the log of a webinar."""
    found = session_or_404(session_id)
    policies.keep_register(request.worker, found, _trainers(found)).enforce()
    form = LogForm(request.POST, request.FILES)
    if form.is_valid():
        sent = form.cleaned_data["file"]
        try:
            _take_log(request, found, sent.name, sent.read())
        except (Refused, weblog.LogRefused) as refused:
            form.add_error("file", str(refused))
        else:
            return redirect("training:session", session_id)
    return session_shown(request, found, log=form)


def _take_log(request: StaffRequest, found: Session, name: str, content: bytes) -> None:
    people = {one.colleague.email.casefold(): one.enrolment.pk for one in pages.class_of(found)}
    read = weblog.read(content, name=name, session=found, people=people)
    actions.read_log(
        by=request.worker, session=found, name=name, content=content, stays=read.stays, lines=read.lines,
        taken=read.taken, errors=read.errors,
    )  # fmt: skip
    said = _("%(taken)s of %(lines)s lines were taken.") % {"taken": read.taken, "lines": read.lines}
    (messages.warning if read.errors else messages.success)(request, said)


@requires(*SEEN_BY)
@require_POST
def make_up(request: StaffRequest, session_id: uuid.UUID) -> HttpResponse:
    """Write down how somebody made up for the session."""
    found = session_or_404(session_id)
    policies.make_up(request.worker, found, _trainers(found)).enforce()
    missing = pages.missing(found, pages.class_of(found))
    form = MakeUpForm(request.POST, session=found, missing=missing)
    if form.is_valid():
        given = form.cleaned_data
        chosen = next(one for one in missing if str(one.enrolment.pk) == given["enrolment"])
        try:
            actions.make_up(
                by=request.worker, session=found, enrolment=chosen.enrolment, length=given["minutes"],
                note=given["note"],
            )  # fmt: skip
        except Refused as refused:
            form.add_error(None, str(refused.reason))
        else:
            messages.success(request, _("It is written down what was made up for."))
            return redirect("training:session", session_id)
    return session_shown(request, found, make_up=form)
