# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The individual plan in versions: goals, actions, who, by when, blocked by what; agreed by the person."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lgnet.cases.models.assessment import Domain
from lgnet.cases.models.case import Case
from lgnet.core.fields import EncryptedTextField
from lgnet.core.ids import new_id
from lgnet.network.models import Colleague, Organisation


class Plan(models.Model):
    """One version of the plan of a case. A draft is edited; an agreed plan is frozen and followed by a new version."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("Draft")
        AGREED = "agreed", _("Agreed with the person")
        SUPERSEDED = "superseded", _("Replaced by a later version")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="plans", db_index=False)
    version = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT)
    language = models.CharField(max_length=8, blank=True)
    drafted_at = models.DateTimeField()
    drafted_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    agreed_on = models.DateField(null=True, blank=True)
    review_on = models.DateField(null=True, blank=True)

    class Protection:
        owner = "cases"
        rows = "partner"
        retention = "person"
        personal = {"language"}
        operational = {
            "id", "partner", "case", "version", "status", "drafted_at", "agreed_on", "review_on",
        }  # fmt: skip
        staff = {"drafted_by"}

    class Meta:
        constraints = [
            models.UniqueConstraint(name="plan_version_per_case", fields=["case", "version"]),
            models.UniqueConstraint(name="one_draft_per_case", fields=["case"], condition=Q(status="draft")),
            models.UniqueConstraint(
                name="one_agreed_plan_per_case", fields=["case"], condition=Q(status="agreed")
            ),
            models.CheckConstraint(
                name="plan_agreed_on_a_day", condition=Q(status="draft", agreed_on=None) | ~Q(status="draft")
            ),
        ]


class Goal(models.Model):
    """What the person and the worker want to reach, in one domain, by a day; perhaps blocked by another goal."""

    class Outcome(models.TextChoices):
        OPEN = "", _("Open")
        REACHED = "reached", _("Reached")
        PARTLY = "partly", _("Partly reached")
        NOT_REACHED = "not_reached", _("Not reached")
        DROPPED = "dropped", _("No longer wanted")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="goals")
    domain = models.CharField(max_length=15, choices=Domain)
    text = EncryptedTextField(key="plan.case.person.key")
    text_for_person = EncryptedTextField(key="plan.case.person.key")
    due_on = models.DateField(null=True, blank=True)
    blocked_by = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="blocks"
    )
    outcome = models.CharField(max_length=12, choices=Outcome, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Protection:
        owner = "cases"
        rows = "partner"
        retention = "person"
        special = {"text", "text_for_person"}
        personal = {"domain", "outcome"}
        operational = {"id", "partner", "plan", "due_on", "blocked_by", "position"}

    class Meta:
        ordering = ["position", "id"]


class GoalAction(models.Model):
    """One step towards a goal: what, who does it, by when, done when."""

    class Who(models.TextChoices):
        PERSON = "person", _("The person")
        WORKER = "worker", _("The case manager")
        TEAM = "team", _("The team")
        OUTSIDE = "outside", _("Another service")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="actions")
    text = EncryptedTextField(key="goal.plan.case.person.key")
    who = models.CharField(max_length=10, choices=Who)
    due_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Protection:
        owner = "cases"
        rows = "partner"
        retention = "person"
        special = {"text"}
        operational = {"id", "partner", "goal", "who", "due_on", "done_on", "position"}

    class Meta:
        ordering = ["position", "id"]
