# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The newsletter of a partner or of the nation: who asked for it twice, what was sent. Nobody follows who reads."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lgnet.core.fields import EncryptedTextField
from lgnet.core.ids import new_id
from lgnet.core.models import DataKey
from lgnet.network.models import Colleague, Organisation


class Subscription(models.Model):
    """An address that asked for a newsletter and confirmed it by a link. Ending it takes the row and its key away."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", db_index=False)
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    email = EncryptedTextField()
    value_index = models.BinaryField()
    language = models.CharField(max_length=2)
    consent = models.CharField(max_length=20)
    asked_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True, blank=True)

    class Protection:
        owner = "society"
        rows = "partner"
        retention = "consent"
        contact = {"email", "value_index"}
        operational = {"id", "partner", "key", "language", "consent", "asked_at", "confirmed_at"}

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_subscription_per_address", fields=["partner", "value_index"])
        ]


class Issue(models.Model):
    """One letter to all who asked for it in one language. What was sent stays as it was sent."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        SENDING = "sending", _("Being sent")
        SENT = "sent", pgettext_lazy("newsletter", "Sent")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", db_index=False)
    language = models.CharField(max_length=2, default="it")
    subject = models.CharField(max_length=120)
    body = models.TextField()
    state = models.CharField(max_length=8, choices=State, default=State.DRAFT)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField(null=True, blank=True)
    sent_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    letters = models.PositiveIntegerField(default=0)
    failed = models.PositiveIntegerField(default=0)

    class Protection:
        owner = "society"
        rows = "partner; the network once it is sent"
        retention = "evidence"
        public = {"id", "partner", "language", "subject", "body", "state", "sent_at"}
        operational = {"made_at", "letters", "failed"}
        staff = {"made_by", "sent_by"}

    class Meta:
        indexes = [models.Index(fields=["partner", "-made_at"], name="issue_latest")]
        constraints = [
            models.CheckConstraint(
                name="issue_sent_at_and_by",
                condition=Q(sent_at=None, sent_by=None, state="draft")
                | Q(sent_at__isnull=False, sent_by__isnull=False, state__in=["sending", "sent"]),
            ),
        ]


class Delivery(models.Model):
    """That a letter was handed to the mail server for a subscription: nobody gets it twice. Goes when all are out."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="deliveries", db_index=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    subscription_id = models.UUIDField()
    sent_at = models.DateTimeField()

    class Protection:
        owner = "society"
        rows = "partner"
        retention = "event"
        operational = {"id", "issue", "partner", "subscription_id", "sent_at"}

    class Meta:
        constraints = [models.UniqueConstraint(name="one_letter_each", fields=["issue", "subscription_id"])]
