# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the public says is wrong, and what the partner was reminded of."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lgnet.core.ids import new_id
from lgnet.directory.models.service import Service
from lgnet.network.models import Colleague, Organisation


class WrongReport(models.Model):
    """Somebody outside says that something of a service is not so. Nobody asks who."""

    class Kind(models.TextChoices):
        CLOSED = "closed", _("It was closed, or nobody was there")
        HOURS = "hours", _("The hours are wrong")
        PLACE = "place", _("The place is wrong")
        CONTACT = "contact", _("The telephone does not answer")
        OTHER = "other", _("Something else")

    class Outcome(models.TextChoices):
        OPEN = "", _("To be looked at")
        CORRECTED = "corrected", _("Corrected")
        RIGHT = "right", _("It is right as it is")
        USELESS = "useless", _("Not about this service")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="reports")
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=8, choices=Kind)
    text = models.CharField(max_length=500, blank=True)
    language = models.CharField(max_length=3)
    reported_at = models.DateTimeField()
    told_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Protection:
        owner = "directory"
        rows = "partner; visitors only add, to what is published"
        retention = "reference"
        operational = {
            "id", "service", "partner", "kind", "text", "language", "reported_at", "told_on", "outcome", "settled_at",
        }  # fmt: skip
        staff = {"settled_by"}

    class Meta:
        indexes = [models.Index(fields=["partner", "-reported_at"], name="report_of_what_is_wrong_latest")]
        constraints = [
            models.CheckConstraint(
                name="report_settled_at_and_by",
                condition=Q(settled_at=None, settled_by=None, outcome="")
                | (Q(settled_at__isnull=False, settled_by__isnull=False) & ~Q(outcome="")),
            )
        ]


class Nag(models.Model):
    """The partner was written to on a day because a service was not confirmed for 90 days."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="nags", db_index=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    sent_on = models.DateField()
    letters = models.PositiveSmallIntegerField()

    class Protection:
        owner = "directory"
        rows = "partner"
        retention = "reference"
        operational = {"id", "service", "partner", "sent_on", "letters"}

    class Meta:
        constraints = [models.UniqueConstraint(name="one_nag_per_day", fields=["service", "sent_on"])]
