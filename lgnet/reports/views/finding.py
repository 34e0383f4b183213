# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""How views find what an address names. Row security decides what there is."""

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from lgnet.network.permissions import Permission
from lgnet.reports import queries
from lgnet.reports.models import Attachment, Deviation, NetworkSubject, Period, Report
from lgnet.reports.pages.files import ReportFile
from lgnet.reports.quarters import Quarter
from lgnet.reports.questions import Question

READ = (Permission.FIGURES_PARTNER, Permission.REPORT_VALIDATE)


def report_of(report_id: uuid.UUID | str) -> Report:
    """The report, or 404."""
    try:
        wanted = uuid.UUID(str(report_id))
    except ValueError:
        raise Http404 from None
    return get_object_or_404(queries.reports(), pk=wanted)


def row_of(step: str, row_id: uuid.UUID) -> Deviation | NetworkSubject:
    """A line under a question, or 404."""
    if step == Question.NETWORKS:
        return get_object_or_404(NetworkSubject, pk=row_id)
    return get_object_or_404(Deviation, pk=row_id, kind=step)


def attachment_of(attachment_id: uuid.UUID) -> Attachment:
    """A file, or 404."""
    return get_object_or_404(Attachment, pk=attachment_id)


def question_of(step: str) -> Question:
    """The question that an address names, or 404."""
    if step not in Question.values:
        raise Http404
    return Question(step)


def period_of(quarter: str) -> Period:
    """The quarter that an address names, or 404."""
    named = Quarter.parse(quarter)
    period = queries.period_of(named) if named else None
    if period is None:
        raise Http404
    return period


def sent(made: ReportFile) -> HttpResponse:
    """A file as an answer."""
    headers = {"Content-Disposition": f'attachment; filename="{made.name}"'}
    return HttpResponse(made.content, content_type=made.content_type, headers=headers)
