# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reading practices: the list, one card, its files."""

import uuid
from io import BytesIO

from django.forms import Form
from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lgnet.core.authz import requires
from lgnet.core.vault import CannotOpen
from lgnet.interop import attachments
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.practices.forms import RetireForm, WordsForm, answer_form
from lgnet.practices.models import Card, CardFile, Question
from lgnet.practices.pages.card import Forms, card_page
from lgnet.practices.pages.listing import list_page
from lgnet.ui.rendering import render_page


def card_or_404(card_id: uuid.UUID) -> Card:
    """A card that exists for who asks."""
    rows = Card.objects.select_related("partner", "practice", "written_by", "published_by", "ended_by")
    return get_object_or_404(rows, pk=card_id)


@requires(Permission.PRACTICE_READ)
@require_safe
def list_(request: StaffRequest) -> HttpResponse:
    """What waits for the partner, what suits it, what was published."""
    page = list_page(request.worker, request.GET.dict())
    return render_page(request, "practices/list.html#published", page)


@requires(Permission.PRACTICE_READ)
@require_safe
def card(request: StaffRequest, card_id: uuid.UUID) -> HttpResponse:
    """One card with its reviews and who took it up."""
    return shown(request, card_or_404(card_id))


def shown(
    request: StaffRequest,
    found: Card,
    *,
    question: Form | None = None,
    decide: Form | None = None,
    retire: Form | None = None,
    answered: tuple[Question, Form] | None = None,
) -> HttpResponse:
    """The page of a card, with a form that came back."""
    forms = Forms(
        question=question or WordsForm(_("Your question"), auto_id="id_question_%s"),
        decide=decide or decide_form(),
        retire=retire or RetireForm(),
        answer=lambda question: (
            answered[1] if answered and answered[0].pk == question.pk else answer_form(question)
        ),
    )
    status = 422 if question or decide or retire or answered else 200
    return render_page(request, "practices/card.html", card_page(request.worker, found, forms), status=status)


def decide_form(data: object = None) -> WordsForm:
    """The reasons of a decision; needed where it is sent back."""
    return WordsForm(
        _("Your reasons"), data, required=False, auto_id="id_decide_%s",
        help_text=_("What convinced you, or what is missing: needed where you send it back."),
    )  # fmt: skip


@requires(Permission.PRACTICE_READ)
@require_safe
def file(request: StaffRequest, file_id: uuid.UUID) -> HttpResponseBase:
    """A file as a download."""
    found = get_object_or_404(CardFile, pk=file_id)
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
