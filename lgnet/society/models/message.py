# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the public offers, reports, praises or complains about; and the associations and volunteers who agreed."""

import datetime as dt
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lgnet.core.fields import EncryptedTextField
from lgnet.core.ids import new_id
from lgnet.core.models import DataKey
from lgnet.network.models import Colleague, Organisation


class Friend(models.Model):
    """An association, a volunteer, a school or the owner of a home who agreed to be kept in mind. Never a recipient.

    Withdrawing destroys the key: only that there was somebody, and until when, stays.
    """

    class Kind(models.TextChoices):
        ASSOCIATION = "association", _("Association")
        VOLUNTEER = "volunteer", _("Volunteer")
        OWNER = "owner", _("Owner of a home")
        SCHOOL = "school", _("School")
        EMPLOYER = "employer", _("Employer")

    class Skill(models.TextChoices):
        LANGUAGES = "languages", _("Interpreting and languages")
        TEACHING = "teaching", _("Teaching Italian")
        LAW = "law", _("Legal help")
        HEALTH = "health", _("Health")
        HOMES = "homes", _("Homes and repairs")
        WORK = "work", _("Finding work")
        COMPANY = "company", _("Company and accompanying")
        CHILDREN = "children", _("Children and young people")
        GOODS = "goods", _("Food, clothes and things")

    class When(models.TextChoices):
        MORNING = "morning", _("Mornings")
        AFTERNOON = "afternoon", _("Afternoons")
        EVENING = "evening", _("Evenings")
        WEEKEND = "weekend", _("Weekends")

    class Purpose(models.TextChoices):
        CALL = "call", _("To be called when there is something to do")
        EVENTS = "events", _("To be invited to events")
        HOMES = "homes", _("To be called about the home")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=12, choices=Kind)
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    name = EncryptedTextField()
    email = EncryptedTextField()
    phone = EncryptedTextField()
    note = EncryptedTextField()
    skills = ArrayField(models.CharField(max_length=12, choices=Skill), default=list, blank=True)
    when = ArrayField(models.CharField(max_length=12, choices=When), default=list, blank=True)
    languages = ArrayField(models.CharField(max_length=2), default=list, blank=True)
    purposes = ArrayField(models.CharField(max_length=12, choices=Purpose), default=list)
    consent_on = models.DateField()
    consent_how = models.CharField(max_length=120)
    entered_at = models.DateTimeField()
    entered_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Protection:
        owner = "society"
        rows = "partner"
        retention = "consent"
        identifying = {"name", "note"}
        contact = {"email", "phone"}
        operational = {
            "id", "partner", "kind", "key", "skills", "when", "languages", "purposes", "consent_on", "consent_how",
            "entered_at", "withdrawn_at",
        }  # fmt: skip
        staff = {"entered_by", "withdrawn_by"}

    class Meta:
        indexes = [models.Index(fields=["partner", "kind"], name="friend_of_partner")]
        constraints = [
            models.CheckConstraint(
                name="friend_withdrawn_at_and_by",
                condition=Q(withdrawn_at=None, withdrawn_by=None)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
            ),
            models.CheckConstraint(name="friend_agreed_to_something", condition=~Q(purposes=[])),
        ]


class Message(models.Model):
    """Something written by a visitor to a partner, with a number, a secret code and a day by which it is answered."""

    class Kind(models.TextChoices):
        HOME = "home", _("I have a home")
        HELP = "help", _("I want to help")
        REPORT = "report", _("I report a situation")
        FEEDBACK = "feedback", _("I want to say something")
        COMPLAINT = "complaint", _("I complain")

    class State(models.TextChoices):
        NEW = "new", _("New")
        TAKEN = "taken", _("Taken up")
        ANSWERED = "answered", _("Answered")
        CLOSED = "closed", _("Closed without an answer")

    OFFERS: ClassVar[tuple[str, ...]] = ("home", "help", "report")
    # Working days within which it is answered; a complaint as the transparency rules of public bodies have it.
    WORKING_DAYS: ClassVar[dict[str, int]] = {
        "home": 5, "help": 5, "report": 3, "feedback": 15, "complaint": 20,
    }  # fmt: skip

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.CharField(max_length=12, unique=True)
    secret = models.BinaryField()
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=10, choices=Kind)
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    name = EncryptedTextField()
    email = EncryptedTextField()
    phone = EncryptedTextField()
    words = EncryptedTextField()
    answer = EncryptedTextField()
    language = models.CharField(max_length=2)
    state = models.CharField(max_length=10, choices=State, default=State.NEW)
    received_at = models.DateTimeField()
    due_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True, blank=True)
    escalated_at = models.DateTimeField(null=True, blank=True)
    taken_at = models.DateTimeField(null=True, blank=True)
    taken_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    end_reason = models.CharField(max_length=200, blank=True)
    friend = models.ForeignKey(
        Friend, on_delete=models.PROTECT, null=True, blank=True, related_name="messages"
    )

    class Protection:
        owner = "society"
        rows = "partner"
        retention = "message"
        identifying = {"name", "words", "answer"}
        contact = {"email", "phone"}
        operational = {
            "id", "number", "secret", "partner", "kind", "key", "language", "state", "received_at", "due_at",
            "told_at", "escalated_at", "taken_at", "ended_at", "end_reason", "friend",
        }  # fmt: skip
        staff = {"taken_by", "ended_by"}

    class Meta:
        indexes = [
            models.Index(fields=["partner", "-received_at"], name="message_latest"),
            models.Index(
                fields=["partner", "due_at"], name="message_due", condition=Q(state__in=["new", "taken"])
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="message_taken_at_and_by",
                condition=Q(taken_at=None, taken_by=None) | Q(taken_at__isnull=False, taken_by__isnull=False),
            ),
            models.CheckConstraint(
                name="message_ended_at_and_by",
                condition=Q(ended_at=None, ended_by=None, state__in=["new", "taken"])
                | Q(ended_at__isnull=False, ended_by__isnull=False, state__in=["answered", "closed"]),
            ),
            models.CheckConstraint(
                name="message_answered_or_closed_with_reason", condition=~Q(state="closed", end_reason="")
            ),
        ]

    def is_open(self) -> bool:
        """Whether somebody still waits for an answer."""
        return self.state in {self.State.NEW, self.State.TAKEN}

    def is_late(self, at: dt.datetime) -> bool:
        """Whether the day by which it should be answered is over."""
        return self.is_open() and self.due_at < at
