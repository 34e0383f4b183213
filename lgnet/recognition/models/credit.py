# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Rules of continuing education in versions, and courses that workers enter themselves."""

from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lgnet.core.ids import new_id
from lgnet.core.shipped_csv import Labelled
from lgnet.network.models import Colleague, Organisation


class Scheme(Labelled, models.Model):
    """What a body asks of a profession between two days: one row a period, so a new rule is a new row."""

    class Unit(models.TextChoices):
        CREDITS = "credits", _("credits")
        HOURS = "hours", _("hours")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.SlugField(max_length=20, db_index=False)
    label_it = models.CharField(max_length=120)
    label_en = models.CharField(max_length=120)
    unit = models.CharField(max_length=8, choices=Unit)
    starts_on = models.DateField()
    ends_on = models.DateField()
    needed = models.PositiveSmallIntegerField()
    special_needed = models.PositiveSmallIntegerField(default=0)
    special_it = models.CharField(max_length=120, blank=True)
    special_en = models.CharField(max_length=120, blank=True)
    activities_most = models.PositiveSmallIntegerField(null=True, blank=True)
    note = models.TextField(blank=True)
    source = models.CharField(max_length=200)
    sure = models.CharField(max_length=12)

    class Protection:
        owner = "recognition"
        rows = "open: rules of public bodies"
        retention = "reference"
        public = {
            "id", "code", "label_it", "label_en", "unit", "starts_on", "ends_on", "needed", "special_needed",
            "special_it", "special_en", "activities_most", "note", "source", "sure",
        }  # fmt: skip

    class Meta:
        ordering = ["code", "starts_on"]
        constraints = [
            models.UniqueConstraint(name="one_scheme_per_period", fields=["code", "starts_on"]),
            models.CheckConstraint(name="scheme_period", condition=Q(ends_on__gte=F("starts_on"))),
            models.CheckConstraint(
                name="scheme_part_within_the_whole", condition=Q(special_needed__lte=F("needed"))
            ),
        ]

    def special(self, language: str) -> str:
        """What the part that is asked apart is called."""
        return self.special_it if language.startswith("it") else self.special_en


class OutsideCourse(models.Model):
    """A course that somebody attended elsewhere and entered themselves, with its proof. Theirs alone to read.

    `credits` are all that it gave, `special_credits` the part of them on deontology (or what the scheme asks apart).
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    colleague = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+", db_index=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    body = models.CharField(max_length=160)
    ended_on = models.DateField()
    hours = models.DecimalField(max_digits=6, decimal_places=2, default=Decimal(0))
    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    credits = models.DecimalField(max_digits=6, decimal_places=2, default=Decimal(0))
    special_credits = models.DecimalField(max_digits=6, decimal_places=2, default=Decimal(0))
    is_activity = models.BooleanField(default=False)
    accreditation = models.CharField(max_length=60, blank=True)
    proof_name = models.CharField(max_length=120, blank=True)
    proof_type = models.CharField(max_length=100, blank=True)
    proof_size = models.PositiveIntegerField(default=0)
    proof_digest = models.CharField(max_length=64, blank=True)
    stored_as = models.CharField(max_length=64, blank=True)
    key_id = models.CharField(max_length=40, blank=True)
    wrapped = models.BinaryField(null=True, blank=True)
    entered_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Protection:
        owner = "recognition"
        rows = "their own; their partner's coordinator asks hours by a function"
        retention = "staff"
        staff = {
            "colleague", "title", "body", "ended_on", "hours", "scheme", "credits", "special_credits",
            "is_activity", "accreditation", "proof_name", "proof_type", "proof_size", "proof_digest",
            "entered_at", "withdrawn_at",
        }  # fmt: skip
        operational = {"id", "partner", "stored_as", "key_id", "wrapped"}

    class Meta:
        indexes = [models.Index(fields=["colleague", "-ended_on", "-id"], name="outside_courses_of_somebody")]
        constraints = [
            models.CheckConstraint(
                name="outside_course_numbers",
                condition=Q(hours__gte=0, credits__gte=0, special_credits__gte=0)
                & Q(special_credits__lte=F("credits")),
            ),
            models.CheckConstraint(
                name="outside_course_credits_of_a_scheme",
                condition=Q(scheme__isnull=False) | Q(credits=0),
            ),
        ]
