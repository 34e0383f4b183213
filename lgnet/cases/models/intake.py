# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""From the first contact to the first service: the screening and the clock that everybody sees.

Timeliness is the aim of the network ("presa in carico tempestiva"); no law fixes the number of days, so
the standards are data (`ClockStandard`), set by the network and tightened by a partner.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lgnet.core.fields import EncryptedTextField
from lgnet.core.ids import new_id
from lgnet.network.models import Colleague, Edition, Organisation
from lgnet.people.models import Person


class Urgency(models.IntegerChoices):
    """How soon somebody must act (rules 2.1, step A2)."""

    NONE = 0, _("Ordinary")
    LOW = 1, _("Soon")
    HIGH = 2, _("Urgent")
    IMMEDIATE = 3, _("At once")


class NextStep(models.TextChoices):
    """What the clock is waiting for; empty once the first service was given or the intake ended otherwise."""

    SCREEN = "screen", _("Screening")
    TAKE_IN_CHARGE = "take_in_charge", _("Taking in charge")
    FIRST_SERVICE = "first_service", _("First service")
    NOTHING = "", _("Nothing")


class ClockStandard(models.Model):
    """Within how many hours a step must be done, by urgency: the network's, or a partner's stricter one."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    step = models.CharField(max_length=20, choices=NextStep)
    urgency = models.PositiveSmallIntegerField(choices=Urgency)
    hours = models.PositiveIntegerField()

    class Protection:
        owner = "cases"
        rows = "open: standards are the same for everybody to see"
        retention = "reference"
        operational = {"id", "partner", "step", "urgency", "hours"}

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_standard_per_step", fields=["partner", "step", "urgency"], nulls_distinct=False
            )
        ]


class Intake(models.Model):
    """One episode from first contact to first service, with the moments that the clock measures."""

    class Outcome(models.TextChoices):
        OPEN = "", _("To be decided")
        TAKE_IN_CHARGE = "take_in_charge", _("To be taken in charge")
        ORIENTED = "oriented", _("Informed and oriented elsewhere")
        NOT_ELIGIBLE = "not_eligible", _("Not eligible")
        DECLINED = "declined", _("The person declined")
        LOST = "lost", _("Contact lost")

    class Eligibility(models.TextChoices):
        ELIGIBLE = "eligible", _("Eligible")
        TO_CHECK = "to_check", _("To be checked")
        NOT_ELIGIBLE = "not_eligible", _("Not eligible")

    class Source(models.TextChoices):
        OUTREACH = "outreach", _("Mobile unit")
        WALK_IN = "walk_in", _("Came in person")
        REFERRAL = "referral", _("Referred by a service")
        PUBLIC_NOTICE = "public_notice", _("Public notice")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="intakes", db_index=False)
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    source = models.CharField(max_length=15, choices=Source, default=Source.WALK_IN)
    first_contact_at = models.DateTimeField()
    screened_at = models.DateTimeField(null=True, blank=True)
    screened_by = models.ForeignKey(
        Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    urgency = models.PositiveSmallIntegerField(choices=Urgency, default=Urgency.NONE)
    needs = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    needs_protection_now = models.BooleanField(default=False)
    eligibility = models.CharField(max_length=12, choices=Eligibility, blank=True)
    eligibility_note = EncryptedTextField(key="person.key")
    outcome = models.CharField(max_length=20, choices=Outcome, blank=True)
    taken_at = models.DateTimeField(null=True, blank=True)
    first_service_at = models.DateTimeField(null=True, blank=True)
    next_step = models.CharField(max_length=20, choices=NextStep, default=NextStep.SCREEN, blank=True)
    due_at = models.DateTimeField(null=True, blank=True)
    import_run = models.UUIDField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Protection:
        owner = "cases"
        rows = "partner"
        retention = "person"
        special = {"needs", "needs_protection_now", "eligibility_note"}
        personal = {"eligibility", "outcome", "urgency", "source"}
        operational = {
            "id", "partner", "person", "edition", "first_contact_at", "screened_at", "taken_at", "first_service_at",
            "next_step", "due_at", "import_run", "version",
        }  # fmt: skip
        staff = {"screened_by"}

    class Meta:
        indexes = [
            models.Index(fields=["partner", "due_at", "id"], name="intake_queue", condition=~Q(next_step="")),
            models.Index(fields=["person", "-first_contact_at"], name="intake_of_person"),
        ]
        constraints = [
            models.CheckConstraint(
                name="intake_screened_at_and_by",
                condition=Q(screened_at=None, screened_by=None)
                | Q(screened_at__isnull=False, screened_by__isnull=False),
            ),
            models.CheckConstraint(
                name="intake_waiting_has_due", condition=Q(next_step="") | Q(due_at__isnull=False)
            ),
            models.CheckConstraint(
                name="intake_moments_in_order",
                condition=(Q(screened_at=None) | Q(screened_at__gte=F("first_contact_at")))
                & (Q(taken_at=None) | Q(taken_at__gte=F("first_contact_at")))
                & (Q(first_service_at=None) | Q(first_service_at__gte=F("first_contact_at"))),
            ),
        ]
