# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The direction writes the next version of the questions."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lgnet.core.authz import Refused, requires
from lgnet.evaluation import actions, policies
from lgnet.evaluation.forms import QuestionsForm
from lgnet.evaluation.models import Questionnaire, SurveyKind
from lgnet.evaluation.pages.answering import QuestionsPage
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.ui.rendering import render_page


@requires(Permission.TRAINING_MANAGE)
@require_http_methods(["GET", "HEAD", "POST"])
def questions(request: StaffRequest, kind: str) -> HttpResponse:
    """What is asked now, and the form of the next version."""
    last = Questionnaire.objects.filter(kind=kind).order_by("-number").first()
    if last is None:
        raise Http404
    known = list(last.questions.all())
    form = QuestionsForm(request.POST or None, questions=known)
    if form.is_valid():
        try:
            actions.write_questions(by=request.worker, kind=kind, wordings=form.wordings())
        except Refused as refused:
            form.add_error(None, str(refused.reason))
        else:
            messages.success(request, _("Surveys that open from now on ask these questions."))
            return redirect("evaluation:questions", kind)
    may = policies.write_questions(request.worker)
    page = QuestionsPage(kind, str(SurveyKind(kind).label), last.number, known, form, may)
    return render_page(request, "evaluation/questions.html", page, status=422 if form.is_bound else 200)
