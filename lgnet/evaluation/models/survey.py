# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A survey of a module, and who was asked to answer it."""

import datetime as dt

from django.db import models
from django.db.models import F, Q

from lgnet.core.ids import new_id
from lgnet.evaluation.models.questionnaire import Questionnaire, SurveyKind
from lgnet.network.models import Colleague, Organisation
from lgnet.training.models import Enrolment, Module

REMINDERS = 2


class Survey(models.Model):
    """What is asked of those who attended a module, between two days. Results exist once it is closed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    module = models.ForeignKey(Module, on_delete=models.PROTECT, related_name="surveys", db_index=False)
    kind = models.CharField(max_length=10, choices=SurveyKind)
    questionnaire = models.ForeignKey(Questionnaire, on_delete=models.PROTECT, related_name="surveys")
    opens_on = models.DateField()
    closes_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)

    class Protection:
        owner = "evaluation"
        rows = "open: that a module is evaluated is no secret"
        retention = "evidence"
        operational = {"id", "module", "kind", "questionnaire", "opens_on", "closes_on", "closed_on"}

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_survey_per_kind", fields=["module", "kind"]),
            models.CheckConstraint(
                name="survey_closes_after_opening", condition=Q(closes_on__gte=F("opens_on"))
            ),
        ]

    def is_open(self, on: dt.date) -> bool:
        """Whether answers are taken on a day."""
        return self.closed_on is None and self.opens_on <= on <= self.closes_on


class Invitation(models.Model):
    """Somebody was asked. It says whether they answered; neither when nor what."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="invitations", db_index=False)
    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="+")
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", db_index=False)
    colleague = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    invited_on = models.DateField()
    reminders = models.PositiveSmallIntegerField(default=0)
    reminded_on = models.DateField(null=True, blank=True)
    answered = models.BooleanField(default=False)

    class Protection:
        owner = "evaluation"
        rows = "one's own; for the job that writes the letters, the partner's; everybody else numbers only"
        retention = "staff"
        operational = {"id", "survey", "partner", "invited_on", "reminders", "reminded_on"}
        staff = {"enrolment", "colleague", "answered"}

    class Meta:
        indexes = [models.Index(fields=["partner", "survey"], name="invitation_of_partner")]
        constraints = [
            models.UniqueConstraint(name="asked_once_in_a_survey", fields=["survey", "colleague"]),
            models.CheckConstraint(
                name="invitation_reminded_at_most_twice",
                condition=Q(reminders=0, reminded_on=None)
                | Q(reminders__gte=1, reminders__lte=REMINDERS, reminded_on__isnull=False),
            ),
        ]
