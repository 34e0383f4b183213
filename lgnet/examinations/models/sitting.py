# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who sits a test, each of their attempts and what they answered. Data of staff, never of people cared for."""

import datetime as dt

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lgnet.core.ids import new_id
from lgnet.examinations.models.bank import QuestionVersion
from lgnet.examinations.models.exam import Exam
from lgnet.network.models import Colleague, Organisation


class Admission(models.Model):
    """Somebody may sit a test, with more time or more attempts where they need them.

    Why somebody needs more time is nobody's business here: there is no field for it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    exam = models.ForeignKey(Exam, on_delete=models.PROTECT, related_name="admissions", db_index=False)
    colleague = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="admissions")
    extra_percent = models.PositiveSmallIntegerField(default=0)
    extra_attempts = models.PositiveSmallIntegerField(default=0)
    admitted_at = models.DateTimeField()
    admitted_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")

    class Protection:
        owner = "examinations"
        rows = "their own; the nation's trainers see all; once handed in, who teaches the module of the test"
        retention = "evidence"
        operational = {"id", "exam", "admitted_at"}
        staff = {"colleague", "extra_percent", "extra_attempts", "admitted_by"}

    class Meta:
        constraints = [
            models.UniqueConstraint(name="admitted_once_to_a_test", fields=["exam", "colleague"]),
            models.CheckConstraint(
                name="admission_extra_time_at_most_thrice", condition=Q(extra_percent__lte=200)
            ),
            models.CheckConstraint(name="admission_extra_attempts", condition=Q(extra_attempts__lte=20)),
        ]


class Attempt(models.Model):
    """One attempt at a test: what was drawn for it by its seed, when it began, ends and was handed in."""

    class State(models.TextChoices):
        OPEN = "open", _("Under way")
        MARKING = "marking", _("Waiting for the trainer")
        DONE = "done", _("Marked")

    class Handed(models.TextChoices):
        NOT_YET = "", _("Not yet")
        BY_HAND = "hand", _("Handed in")
        BY_TIME = "time", _("Handed in when the time was over")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    admission = models.ForeignKey(
        Admission, on_delete=models.PROTECT, related_name="attempts", db_index=False
    )
    exam = models.ForeignKey(Exam, on_delete=models.PROTECT, related_name="attempts_made", db_index=False)
    colleague = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    seed = models.BigIntegerField()
    begun_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
    handed = models.CharField(max_length=4, choices=Handed, blank=True)
    handed_at = models.DateTimeField(null=True, blank=True)
    points = models.PositiveIntegerField(default=0)
    most_points = models.PositiveIntegerField(default=0)
    passed = models.BooleanField(null=True)
    marked_at = models.DateTimeField(null=True, blank=True)

    class Protection:
        owner = "examinations"
        rows = "their own; the nation's trainers see all; once handed in, who teaches the module of the test"
        retention = "evidence"
        operational = {"id", "admission", "exam", "partner", "number", "seed", "begun_at", "ends_at", "state"}
        staff = {"colleague", "handed", "handed_at", "points", "most_points", "passed", "marked_at"}

    class Meta:
        indexes = [
            models.Index(fields=["exam", "-begun_at", "-id"], name="attempts_of_a_test"),
            models.Index(fields=["ends_at"], name="attempts_running_out", condition=Q(state="open")),
        ]
        constraints = [
            models.UniqueConstraint(name="one_attempt_per_number", fields=["admission", "number"]),
            models.UniqueConstraint(name="one_open_attempt", fields=["admission"], condition=Q(state="open")),
            models.CheckConstraint(
                name="attempt_handed_in_once",
                condition=Q(state="open", handed="", handed_at=None)
                | (~Q(state="open") & ~Q(handed="") & Q(handed_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="attempt_judged_when_marked",
                condition=(Q(state="done") & Q(passed__isnull=False, marked_at__isnull=False))
                | (~Q(state="done") & Q(passed=None, marked_at=None)),
            ),
            models.CheckConstraint(name="attempt_points_within", condition=Q(points__lte=F("most_points"))),
            models.CheckConstraint(
                name="attempt_ends_after_it_began", condition=Q(ends_at=None) | Q(ends_at__gt=F("begun_at"))
            ),
        ]

    @property
    def percent(self) -> int:
        """The share of the points, rounded down: 59.9 does not pass at 60."""
        return self.points * 100 // self.most_points if self.most_points else 0

    def is_over(self, at: dt.datetime) -> bool:
        """Whether its time is over."""
        return self.ends_at is not None and at >= self.ends_at


class Answer(models.Model):
    """A question drawn for an attempt, and what was answered: saved as one goes, marked when it is handed in.

    `chosen` are positions in the options as they stand in the bank, whatever order they were shown in.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    attempt = models.ForeignKey(Attempt, on_delete=models.PROTECT, related_name="answers", db_index=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    colleague = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    asked = models.ForeignKey(QuestionVersion, on_delete=models.PROTECT, related_name="+")
    chosen = ArrayField(models.PositiveSmallIntegerField(), default=list, blank=True)
    text = models.TextField(blank=True)
    saved_at = models.DateTimeField(null=True, blank=True)
    points = models.PositiveSmallIntegerField(null=True, blank=True)
    remark = models.TextField(blank=True)
    marked_at = models.DateTimeField(null=True, blank=True)
    marked_by = models.ForeignKey(
        Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Protection:
        owner = "examinations"
        rows = "their own; the nation's trainers see all; once handed in, who teaches the module of the test"
        retention = "evidence"
        operational = {"id", "attempt", "partner", "position", "asked", "saved_at"}
        staff = {"colleague", "chosen", "text", "points", "remark", "marked_at", "marked_by"}

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(name="one_answer_per_position", fields=["attempt", "position"]),
            models.CheckConstraint(
                name="answer_marked_at_and_by",
                condition=Q(marked_at=None, marked_by=None)
                | Q(marked_at__isnull=False, marked_by__isnull=False, points__isnull=False),
            ),
        ]
