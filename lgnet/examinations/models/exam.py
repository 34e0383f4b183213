# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Tests: what is drawn from which bank, how long it lasts, how often it may be tried, what passes."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lgnet.core.ids import new_id
from lgnet.examinations.models.bank import Bank
from lgnet.network.models import Colleague


class Exam(models.Model):
    """A test. While it is a draft its rules change; once opened they hold for everybody alike."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        OPEN = "open", pgettext_lazy("exam", "Open")
        CLOSED = "closed", pgettext_lazy("exam", "Closed")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.SlugField(max_length=40, unique=True)
    title = models.CharField(max_length=160)
    instructions = models.TextField(blank=True)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=2)
    pass_percent = models.PositiveSmallIntegerField(default=60)
    for_everybody = models.BooleanField(default=False)
    state = models.CharField(max_length=8, choices=State, default=State.DRAFT)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")

    class Protection:
        owner = "examinations"
        rows = "open once it is no draft; drafts are the nation's"
        retention = "evidence"
        operational = {
            "id", "code", "title", "instructions", "minutes", "attempts", "pass_percent", "for_everybody",
            "state", "made_at",
        }  # fmt: skip
        staff = {"made_by"}

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="test_pass_mark_is_a_percentage", condition=Q(pass_percent__gte=1, pass_percent__lte=100)
            ),
            models.CheckConstraint(name="test_can_be_tried", condition=Q(attempts__gte=1, attempts__lte=20)),
            models.CheckConstraint(
                name="test_lasts_a_while", condition=Q(minutes=None) | Q(minutes__gte=1, minutes__lte=480)
            ),
        ]

    NEXT: ClassVar[dict[State, set[State]]] = {
        State.DRAFT: {State.OPEN},
        State.OPEN: {State.CLOSED},
        State.CLOSED: {State.OPEN},
    }


class Draw(models.Model):
    """How many questions a test draws from a bank."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    exam = models.ForeignKey(Exam, on_delete=models.CASCADE, related_name="draws", db_index=False)
    bank = models.ForeignKey(Bank, on_delete=models.PROTECT, related_name="draws")
    questions = models.PositiveSmallIntegerField()

    class Protection:
        owner = "examinations"
        rows = "with the test"
        retention = "evidence"
        operational = {"id", "exam", "bank", "questions"}

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_draw_per_bank", fields=["exam", "bank"]),
            models.CheckConstraint(
                name="draw_takes_something", condition=Q(questions__gte=1, questions__lte=100)
            ),
        ]
