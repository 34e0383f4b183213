# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Banks of questions. A question that was asked is never edited: its next version is asked from then on."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lgnet.core.ids import new_id
from lgnet.network.models import Colleague


class Bank(models.Model):
    """Questions about one subject, from which tests draw."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    title = models.CharField(max_length=120, unique=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")

    class Protection:
        owner = "examinations"
        rows = "open: the same questions for everybody who works in the network"
        retention = "reference"
        operational = {"id", "title", "made_at"}
        staff = {"made_by"}

    class Meta:
        ordering = ["title"]


class Question(models.Model):
    """A question of a bank, through all its versions. Retired, it is drawn no more."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    bank = models.ForeignKey(Bank, on_delete=models.PROTECT, related_name="questions")
    retired_at = models.DateTimeField(null=True, blank=True)
    retired_by = models.ForeignKey(
        Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Protection:
        owner = "examinations"
        rows = "open: the same questions for everybody who works in the network"
        retention = "reference"
        operational = {"id", "bank", "retired_at"}
        staff = {"retired_by"}

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="question_retired_at_and_by",
                condition=Q(retired_at=None, retired_by=None)
                | Q(retired_at__isnull=False, retired_by__isnull=False),
            ),
        ]


class QuestionVersion(models.Model):
    """The words of a question as they were from one moment on. Written once, never changed (migration 0002).

    `options` is a list of {"text": str, "right": bool}; `points` is what a right answer is worth.
    """

    class Kind(models.TextChoices):
        SINGLE = "single", _("One right answer")
        MULTIPLE = "multiple", _("Several right answers")
        TRUE_FALSE = "true_false", _("True or false")
        TEXT = "text", _("Open answer, marked by the trainer")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="versions", db_index=False)
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=Kind)
    text = models.TextField()
    options = models.JSONField(default=list)
    feedback = models.TextField(blank=True)
    points = models.PositiveSmallIntegerField(default=1)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")

    class Protection:
        owner = "examinations"
        rows = "open: the same questions for everybody who works in the network"
        retention = "evidence"
        operational = {
            "id", "question", "number", "kind", "text", "options", "feedback", "points", "written_at",
        }  # fmt: skip
        staff = {"written_by"}

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_question_version_per_number", fields=["question", "number"]),
            models.CheckConstraint(name="question_is_worth_something", condition=Q(points__gte=1)),
            models.CheckConstraint(
                name="question_open_without_options", condition=~Q(kind="text") | Q(options=[])
            ),
        ]

    @property
    def right(self) -> frozenset[int]:
        """The positions of the right options, from 0, as they stand in the bank."""
        return frozenset(place for place, option in enumerate(self.options) if option["right"])
