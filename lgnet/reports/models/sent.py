# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What was sent, frozen, and what the nation remarked on it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from lgnet.core.ids import new_id
from lgnet.network.models import Colleague, Organisation
from lgnet.reports.models.report import Report
from lgnet.reports.questions import Question


class Sending(models.Model):
    """The report as it was sent the n-th time: figures, texts, rows. Never edited; `digest` is of `content`."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="sendings", db_index=False)
    number = models.PositiveSmallIntegerField()
    content = models.JSONField()
    digest = models.CharField(max_length=64)
    sent_at = models.DateTimeField()
    sent_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")

    class Protection:
        owner = "reports"
        rows = "partner; the nation reads all: professional text and sums, no names"
        retention = "evidence"
        operational = {"id", "partner", "report", "number", "content", "digest", "sent_at"}
        staff = {"sent_by"}

    class Meta:
        constraints = [models.UniqueConstraint(name="one_sending_per_number", fields=["report", "number"])]


class Remark(models.Model):
    """What the nation asks to correct in a sending, about one question, the figures or the whole."""

    FIGURES, WHOLE = "figures", "whole"
    ABOUT = [*Question.choices, (FIGURES, _("Figures")), (WHOLE, _("The whole report"))]

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    sending = models.ForeignKey(Sending, on_delete=models.PROTECT, related_name="remarks", db_index=False)
    about = models.CharField(max_length=12, choices=ABOUT)
    text = models.TextField()
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")

    class Protection:
        owner = "reports"
        rows = "partner reads; the nation writes"
        retention = "evidence"
        operational = {"id", "partner", "sending", "about", "text", "written_at"}
        staff = {"written_by"}

    class Meta:
        constraints = [models.UniqueConstraint(name="one_remark_per_question", fields=["sending", "about"])]
