# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Certificates: frozen when they are issued, revoked with a reason, replaced by another (rules TRN-5)."""

from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lgnet.core.ids import new_id
from lgnet.network.models import Colleague, Organisation
from lgnet.recognition.models.credit import Scheme
from lgnet.training.models import Module


class Certificate(models.Model):
    """What somebody completed, in the words of the day it was issued. Only its revocation is ever written to it."""

    class Mode(models.TextChoices):
        PRESENCE = "presence", _("In presence")
        ONLINE = "online", _("On line, live")
        BLENDED = "blended", _("Partly in presence, partly on line")

    class Outcome(models.TextChoices):
        NONE = "", _("No test")
        PASSED = "passed", _("Passed")

    class Reason(models.TextChoices):
        WRONG = "wrong", _("It contains an error")
        NOT_EARNED = "not_earned", _("The course was not completed after all")
        ACCREDITATION = "accreditation", _("The accreditation was withdrawn")
        ASKED = "asked", _("Its holder asks for it")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.CharField(max_length=20, unique=True)
    holder = models.ForeignKey(
        Colleague, on_delete=models.PROTECT, related_name="certificates", db_index=False
    )
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    module = models.ForeignKey(Module, on_delete=models.PROTECT, related_name="+", db_index=False)
    holder_name = models.CharField(max_length=120)
    name_key = models.CharField(max_length=120)
    body_name = models.CharField(max_length=200)
    course_code = models.CharField(max_length=40)
    course_title = models.CharField(max_length=200)
    starts_on = models.DateField()
    ends_on = models.DateField()
    mode = models.CharField(max_length=8, choices=Mode)
    hours_planned = models.DecimalField(max_digits=6, decimal_places=2)
    hours_attended = models.DecimalField(max_digits=6, decimal_places=2)
    outcome = models.CharField(max_length=8, choices=Outcome, blank=True)
    outcome_percent = models.PositiveSmallIntegerField(null=True, blank=True)
    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    credits = models.DecimalField(max_digits=6, decimal_places=2, default=Decimal(0))
    special_credits = models.DecimalField(max_digits=6, decimal_places=2, default=Decimal(0))
    accreditation = models.CharField(max_length=60, blank=True)
    signatory = models.CharField(max_length=120)
    signatory_role = models.CharField(max_length=120)
    issued_at = models.DateTimeField()
    issued_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    replaces = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replacement"
    )
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(
        Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    revoked_for = models.CharField(max_length=14, choices=Reason, blank=True)
    revoked_note = models.CharField(max_length=300, blank=True)

    class Protection:
        owner = "recognition"
        rows = "their holder's; the nation, which issues them, sees all; the public asks by a function, with the code"
        retention = "evidence"
        operational = {
            "id", "partner", "module", "body_name", "course_code", "course_title", "starts_on", "ends_on", "mode",
            "hours_planned", "scheme", "credits", "special_credits", "accreditation", "issued_at", "replaces",
        }  # fmt: skip
        staff = {
            "code", "holder", "holder_name", "name_key", "hours_attended", "outcome", "outcome_percent",
            "signatory", "signatory_role", "issued_by", "revoked_at", "revoked_by", "revoked_for", "revoked_note",
        }  # fmt: skip

    class Meta:
        indexes = [
            models.Index(fields=["holder", "-ends_on", "-id"], name="certificates_of_somebody"),
            models.Index(fields=["-issued_at", "-id"], name="certificates_latest"),
            models.Index(fields=["module", "holder"], name="certificates_of_a_module"),
        ]
        constraints = [
            models.UniqueConstraint(
                name="one_valid_certificate_per_course",
                fields=["module", "holder"],
                condition=Q(revoked_at=None),
            ),
            models.CheckConstraint(
                name="certificate_revoked_at_and_by",
                condition=Q(revoked_at=None, revoked_by=None, revoked_for="")
                | (Q(revoked_at__isnull=False, revoked_by__isnull=False) & ~Q(revoked_for="")),
            ),
            models.CheckConstraint(
                name="certificate_numbers",
                condition=Q(
                    hours_attended__gte=0,
                    hours_attended__lte=F("hours_planned"),
                    special_credits__gte=0,
                    special_credits__lte=F("credits"),
                ),
            ),
            # No accreditation after the event (CNOAS, since January 2023): credits stand with its number.
            models.CheckConstraint(
                name="certificate_credits_are_accredited",
                condition=Q(credits=0) | (Q(scheme__isnull=False) & ~Q(accreditation="")),
            ),
            models.CheckConstraint(name="certificate_days", condition=Q(ends_on__gte=F("starts_on"))),
        ]

    @property
    def is_valid(self) -> bool:
        """Whether it stands."""
        return self.revoked_at is None


class Lookup(models.Model):
    """How often a visitor asked the public check lately, under a keyed digest that changes each day."""

    visitor = models.CharField(max_length=32, primary_key=True)
    since = models.DateTimeField(db_index=True)
    asked = models.PositiveIntegerField()

    class Protection:
        owner = "recognition"
        rows = "nobody's: the checking function alone"
        retention = "session"
        operational = {"visitor", "since", "asked"}
