# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A partner's report for a quarter: its state and how it came to it. What is written in it lies in other tables."""

from collections.abc import Mapping

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lgnet.core.clock import ROME, today
from lgnet.core.ids import new_id
from lgnet.network.models import Colleague, Organisation
from lgnet.reports.models.calendar import Period


class Report(models.Model):
    """One partner, one quarter. The nation sees the row from the first sending on, never before."""

    class State(models.TextChoices):
        DRAFT = "draft", _("In preparation")
        SUBMITTED = "submitted", _("Waiting for validation")
        SENT_BACK = "sent_back", _("To be corrected")
        VALIDATED = "validated", _("Validated")
        REOPENED = "reopened", _("Re-opened")

    # The whole table of transitions: what is not here cannot happen.
    NEXT: Mapping[str, frozenset[str]] = {
        State.DRAFT: frozenset({State.SUBMITTED}),
        State.SUBMITTED: frozenset({State.SENT_BACK, State.VALIDATED}),
        State.SENT_BACK: frozenset({State.SUBMITTED}),
        State.VALIDATED: frozenset({State.REOPENED}),
        State.REOPENED: frozenset({State.SUBMITTED}),
    }

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", db_index=False)
    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="reports")
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    sendings_count = models.PositiveSmallIntegerField(default=0)
    opened_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    sent_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Protection:
        owner = "reports"
        rows = "partner; the nation once it was sent"
        retention = "evidence"
        operational = {
            "id",
            "partner",
            "period",
            "state",
            "sendings_count",
            "opened_at",
            "sent_at",
            "decided_at",
        }
        staff = {"sent_by", "decided_by"}

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_report_per_quarter", fields=["partner", "period"]),
            models.CheckConstraint(
                name="report_sent_at_and_by",
                condition=Q(sent_at=None, sent_by=None, sendings_count=0, state="draft")
                | Q(sent_at__isnull=False, sent_by__isnull=False, sendings_count__gt=0) & ~Q(state="draft"),
            ),
            models.CheckConstraint(
                name="report_decided_at_and_by",
                condition=Q(decided_at=None, decided_by=None)
                | Q(decided_at__isnull=False, decided_by__isnull=False),
            ),
        ]

    @property
    def is_open(self) -> bool:
        """Whether the partner may write in it."""
        return self.state in {self.State.DRAFT, self.State.SENT_BACK, self.State.REOPENED}

    @property
    def is_late(self) -> bool:
        """Whether it was never sent and its deadline is over. What was sent back has no deadline of its own."""
        return self.state == self.State.DRAFT and today() > self.period.due_on

    @property
    def was_on_time(self) -> bool | None:
        """Whether it was last sent by the deadline; None where it was never sent."""
        return None if self.sent_at is None else self.sent_at.astimezone(ROME).date() <= self.period.due_on


class ReportStep(models.Model):
    """A change of state: from where to where, who, when and why."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="steps", db_index=False)
    from_state = models.CharField(max_length=10, choices=Report.State)
    to_state = models.CharField(max_length=10, choices=Report.State)
    reason = models.TextField(blank=True)
    taken_at = models.DateTimeField()
    taken_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")

    class Protection:
        owner = "reports"
        rows = "partner; the nation, whose steps most of them are"
        retention = "evidence"
        operational = {"id", "partner", "report", "from_state", "to_state", "reason", "taken_at"}
        staff = {"taken_by"}

    class Meta:
        indexes = [models.Index(fields=["report", "taken_at"], name="reportstep_in_order")]


class Reminder(models.Model):
    """A reminder that was sent, so that nobody gets it twice for one deadline."""

    class Kind(models.TextChoices):
        BEFORE = "before"
        ON_THE_DAY = "on_the_day"
        LATE = "late"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="reminders", db_index=False)
    kind = models.CharField(max_length=10, choices=Kind)
    due_on = models.DateField()
    people_told = models.PositiveSmallIntegerField()
    sent_at = models.DateTimeField()

    class Protection:
        owner = "reports"
        rows = "partner"
        retention = "evidence"
        operational = {"id", "partner", "report", "kind", "due_on", "people_told", "sent_at"}

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_reminder_per_deadline", fields=["report", "kind", "due_on"])
        ]
