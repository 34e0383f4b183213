# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reading directives: the list, one of them, its files, on paper; the partner takes note and answers."""

import uuid
from io import BytesIO

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from lgnet.core.authz import Refused, requires
from lgnet.core.vault import CannotOpen
from lgnet.directives import actions, policies, queries
from lgnet.directives.forms.directive import AnswerForm, WithdrawForm
from lgnet.directives.models import Directive, DirectiveFile
from lgnet.directives.pages.directive import Mine, directive_page, given, list_page
from lgnet.directives.pages.files import answers_csv, on_paper
from lgnet.interop import attachments
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.ui.rendering import render_page


def directive_or_404(directive_id: uuid.UUID) -> Directive:
    """A directive that exists for who asks."""
    rows = Directive.objects.select_related("issued_by", "ended_by", "written_by", "corrects", "catalogue")
    return get_object_or_404(rows, pk=directive_id)


@requires(Permission.DIRECTIVE_READ)
@require_safe
def list_(request: StaffRequest) -> HttpResponse:
    """What waits, what was received; for the nation drafts and what was issued."""
    page = list_page(request.worker, request.GET.get("after", ""))
    return render_page(request, "directives/list.html#earlier", page)


@requires(Permission.DIRECTIVE_READ)
@require_safe
def directive(request: StaffRequest, directive_id: uuid.UUID) -> HttpResponse:
    """One directive; a partner's reader leaves a reading."""
    return shown(request, directive_or_404(directive_id))


def shown(
    request: StaffRequest,
    found: Directive,
    *,
    answer_form: AnswerForm | None = None,
    withdraw_form: WithdrawForm | None = None,
) -> HttpResponse:
    """The page of a directive, with a form that came back."""
    by, mine = request.worker, None
    addressee = None if policies.is_nation(by) else queries.addressee_of(found, by)
    if addressee is not None:
        reading = actions.open_directive(by=by, directive=found)
        mine = Mine(addressee, reading, answer_form or AnswerForm(found, initial=given(addressee)))
    page = directive_page(by, found, mine=mine, withdraw_form=withdraw_form or WithdrawForm())
    status = 422 if answer_form or withdraw_form else 200
    return render_page(request, "directives/directive.html", page, status=status)


@requires(Permission.DIRECTIVE_READ)
@require_POST
def note(request: StaffRequest, directive_id: uuid.UUID) -> HttpResponse:
    """Say that one took note."""
    actions.note(by=request.worker, directive=directive_or_404(directive_id))
    messages.success(request, _("Thank you: it is written down that you took note."))
    return redirect("directives:directive", directive_id)


@requires(Permission.DIRECTIVE_ANSWER)
@require_POST
def answer(request: StaffRequest, directive_id: uuid.UUID) -> HttpResponse:
    """Answer for the partner."""
    found = directive_or_404(directive_id)
    policies.answer(request.worker, queries.addressee_of(found, request.worker), found).enforce()
    form = AnswerForm(found, request.POST)
    if not form.is_valid():
        return shown(request, found, answer_form=form)
    try:
        actions.answer(by=request.worker, directive=found, **form.cleaned_data)
    except Refused as refused:
        form.add_error(None, str(refused.reason))
        return shown(request, found, answer_form=form)
    messages.success(request, _("The answer was sent. Until the circular is closed you can give it anew."))
    return redirect("directives:directive", directive_id)


@requires(Permission.DIRECTIVE_READ)
@require_safe
def file(request: StaffRequest, file_id: uuid.UUID) -> HttpResponseBase:
    """A file as a download."""
    found = get_object_or_404(DirectiveFile, pk=file_id)
    try:
        content = attachments.read(
            found.stored_as, key_id=found.key_id, wrapped=bytes(found.wrapped), subject=found.sealed_for
        )
    except CannotOpen:
        raise Http404 from None
    headers = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox"}
    return FileResponse(
        BytesIO(content),
        as_attachment=True,
        filename=found.name,
        content_type=found.content_type,
        headers=headers,
    )


@requires(Permission.DIRECTIVE_READ)
@require_safe
def paper(request: StaffRequest, directive_id: uuid.UUID) -> HttpResponse:
    """The circular as PDF."""
    found = directive_or_404(directive_id)
    names = [file.name for file in found.files.all()]
    pdf = on_paper(found, names, language=(get_language() or "it")[:2])
    name = f"circolare-{found.number or 'bozza'}-{found.year or ''}.pdf".replace("-.pdf", ".pdf")
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)


@requires(Permission.DIRECTIVE_READ)
@require_safe
def answers(request: StaffRequest, directive_id: uuid.UUID) -> HttpResponse:
    """Who has read and what was answered, as CSV: for the nation."""
    found = directive_or_404(directive_id)
    policies.see_answers(request.worker).enforce()
    page = directive_page(request.worker, found, mine=None, withdraw_form=WithdrawForm())
    if page.nation is None:
        raise Http404
    actions.export_answers(by=request.worker, directive=found, rows=len(page.nation.rows))
    headers = {"Content-Disposition": f'attachment; filename="circolare-{found.number}-{found.year}.csv"'}
    content = answers_csv(found, page.nation)
    return HttpResponse(content, content_type="text/csv; charset=utf-8", headers=headers)
