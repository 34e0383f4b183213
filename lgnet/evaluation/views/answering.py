# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Answering a survey."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lgnet.core.authz import Refused, requires
from lgnet.evaluation import actions
from lgnet.evaluation.forms import AnswerForm
from lgnet.evaluation.models import Invitation
from lgnet.evaluation.pages.answering import answer_page
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.people.guard import Warned
from lgnet.ui.rendering import render_page


def invitation_or_404(invitation_id: uuid.UUID) -> Invitation:
    """An invitation that exists for who asks: their own."""
    rows = Invitation.objects.select_related("survey__module", "survey__questionnaire")
    return get_object_or_404(rows, pk=invitation_id)


@requires(Permission.TRAINING_ATTEND)
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: StaffRequest, invitation_id: uuid.UUID) -> HttpResponse:
    """The questions; sent twice they count once."""
    found = invitation_or_404(invitation_id)
    questions = list(found.survey.questionnaire.questions.all())
    form = AnswerForm(request.POST or None, questions=questions)
    if form.is_valid() and _sent(request, found, form):
        return redirect("evaluation:list")
    page = answer_page(request.worker, found, form)
    return render_page(request, "evaluation/answer.html", page, status=422 if form.is_bound else 200)


def _sent(request: StaffRequest, found: Invitation, form: AnswerForm) -> bool:
    """Whether the answer is in, now or already; otherwise the form says why not."""
    text = form.cleaned_data["words"]
    try:
        is_new = actions.answer(
            by=request.worker, invitation=found, marks=form.marks(), text=text, is_sure=form.sure()
        )
    except Warned as warned:
        form.warn(warned)
        return False
    except Refused as refused:
        form.add_error(None, str(refused.reason))
        return False
    if is_new:
        messages.success(request, _("Thank you. Your answer is in, and nobody can tell which one it is."))
    else:
        messages.info(request, _("You had answered already: it counts once."))
    return True
