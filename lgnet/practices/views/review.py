# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Another partner reviews a card: takes it, asks, approves or sends back; the author answers."""

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lgnet.core.authz import Refused, requires
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.practices import actions
from lgnet.practices.forms import WordsForm, answer_form
from lgnet.practices.models import Question, Review
from lgnet.practices.views.read import card_or_404, decide_form, shown

WRITE, DECIDE = Permission.PRACTICE_WRITE, Permission.PRACTICE_DECIDE


@requires(DECIDE)
@require_POST
def take(request: StaffRequest, card_id: uuid.UUID) -> HttpResponse:
    """Take the review for one's partner."""
    actions.take(by=request.worker, card=card_or_404(card_id))
    messages.success(request, _("Your partner reviews this practice: ask what you do not understand."))
    return redirect("practices:card", card_id)


@requires(WRITE)
@require_POST
def ask(request: StaffRequest, review_id: uuid.UUID) -> HttpResponse:
    """Ask the author."""
    review = get_object_or_404(Review, pk=review_id)
    form = WordsForm(_("Your question"), request.POST, auto_id="id_question_%s")
    if not form.is_valid():
        return shown(request, card_or_404(review.card_id), question=form)
    actions.ask(by=request.worker, review=review, text=form.cleaned_data["text"])
    messages.success(request, _("The author was told of your question."))
    return redirect("practices:card", review.card_id)


@requires(WRITE)
@require_POST
def answer(request: StaffRequest, question_id: uuid.UUID) -> HttpResponse:
    """Answer for the author."""
    question = get_object_or_404(Question.objects.select_related("review"), pk=question_id)
    form = answer_form(question, request.POST)
    if not form.is_valid():
        return shown(request, card_or_404(question.review.card_id), answered=(question, form))
    actions.answer(by=request.worker, question=question, text=form.cleaned_data["text"])
    messages.success(request, _("The reviewing partner was told of your answer."))
    return redirect("practices:card", question.review.card_id)


@requires(DECIDE)
@require_POST
def approve(request: StaffRequest, review_id: uuid.UUID) -> HttpResponse:
    """Say that others can learn from it."""
    return _decide(request, review_id, actions.approve, _("You have approved it: its author publishes it."))


@requires(DECIDE)
@require_POST
def send_back(request: StaffRequest, review_id: uuid.UUID) -> HttpResponse:
    """Say what is missing."""
    return _decide(request, review_id, actions.send_back, _("The author reads your reasons and works on it."))


def _decide(
    request: StaffRequest, review_id: uuid.UUID, verb: Callable[..., Review], told: str | Promise
) -> HttpResponse:
    review, form = get_object_or_404(Review, pk=review_id), decide_form(request.POST)
    if form.is_valid():
        try:
            verb(by=request.worker, review=review, reasons=form.cleaned_data["text"])
        except Refused as refused:
            form.add_error("text", str(refused.reason))
        else:
            messages.success(request, str(told))
            return redirect("practices:card", review.card_id)
    return shown(request, card_or_404(review.card_id), decide=form)


@requires(DECIDE)
@require_POST
def give_up(request: StaffRequest, review_id: uuid.UUID) -> HttpResponse:
    """Leave it to somebody else."""
    review = actions.give_up(by=request.worker, review=get_object_or_404(Review, pk=review_id))
    messages.success(request, _("Another partner may take this review now."))
    return redirect("practices:card", review.card_id)
