# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The questions, in versions: a survey keeps those that it was opened with."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lgnet.core.ids import new_id
from lgnet.core.shipped_csv import Labelled
from lgnet.network.models import Colleague


class SurveyKind(models.TextChoices):
    """When somebody is asked, and what about (after Kirkpatrick: reaction, behaviour)."""

    USEFULNESS = "usefulness", _("Usefulness, at the end")
    USE = "use", _("Use of what was learnt, after three months")


class Questionnaire(models.Model):
    """A version of the questions of a kind of survey; without an author it is the one that is shipped."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=10, choices=SurveyKind)
    number = models.PositiveSmallIntegerField()
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(
        Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Protection:
        owner = "evaluation"
        rows = "open: what is asked is no secret"
        retention = "evidence"
        operational = {"id", "kind", "number", "written_at"}
        staff = {"written_by"}

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_questionnaire_per_number", fields=["kind", "number"])
        ]


class Question(Labelled, models.Model):
    """A sentence that one agrees with from 1 to 5, or the one question that is answered in words."""

    class Answered(models.TextChoices):
        SCALE = "scale", _("From 1 to 5")
        WORDS = "words", _("In words")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    questionnaire = models.ForeignKey(
        Questionnaire, on_delete=models.PROTECT, related_name="questions", db_index=False
    )
    position = models.PositiveSmallIntegerField()
    answered = models.CharField(max_length=5, choices=Answered, default=Answered.SCALE)
    label_it = models.CharField(max_length=200)
    label_en = models.CharField(max_length=200)

    class Protection:
        owner = "evaluation"
        rows = "open: what is asked is no secret"
        retention = "evidence"
        operational = {"id", "questionnaire", "position", "answered", "label_it", "label_en"}

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(name="one_question_per_position", fields=["questionnaire", "position"]),
            models.UniqueConstraint(
                name="one_question_in_words", fields=["questionnaire"], condition=Q(answered="words")
            ),
        ]
