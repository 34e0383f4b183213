# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Evidence frozen by hash, and samples for on-the-spot checks: facts and digests, never a person's data."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lgnet.core.ids import new_id
from lgnet.counting.models import CountingFact, FactKind
from lgnet.network.models import Colleague, Organisation


class EvidenceItem(models.Model):
    """One row that proves a count, by a rule, as it was when it was frozen. Never overwritten: a change adds one.

    The nation reads that there is an item and its digest; which row it is, only the partner (a grant by column).
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", db_index=False)
    fact = models.ForeignKey(CountingFact, on_delete=models.PROTECT, related_name="+", db_index=False)
    rule = models.CharField(max_length=10)
    label = models.CharField(max_length=30)
    row_id = models.UUIDField()
    sha256 = models.CharField(max_length=64)
    frozen_at = models.DateTimeField()

    class Protection:
        owner = "evidence"
        rows = "partner; the nation reads digests of all partners, not which row they are of"
        retention = "evidence"
        operational = {"id", "partner", "fact", "rule", "label", "row_id", "sha256", "frozen_at"}

    class Meta:
        constraints = [
            models.UniqueConstraint(name="evidence_once_per_state", fields=["fact", "rule", "sha256"]),
        ]


class Sample(models.Model):
    """Facts drawn at random for an on-the-spot check; the seed makes the draw repeatable."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=FactKind)
    until = models.DateField()
    seed = models.CharField(max_length=40)
    confidence = models.PositiveSmallIntegerField()
    tolerable = models.PositiveSmallIntegerField()
    population = models.PositiveIntegerField()
    population_sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    is_national = models.BooleanField()
    ordered_at = models.DateTimeField()
    ordered_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Protection:
        owner = "evidence"
        rows = "partner; the nation reads and orders all"
        retention = "evidence"
        operational = {
            "id", "partner", "kind", "until", "seed", "confidence", "tolerable", "population", "population_sha256",
            "size", "is_national", "ordered_at", "closed_at",
        }  # fmt: skip
        staff = {"ordered_by", "closed_by"}

    class Meta:
        constraints = [
            models.CheckConstraint(name="sample_within_population", condition=Q(size__lte=F("population"))),
            models.CheckConstraint(name="sample_confidence_percent", condition=Q(confidence__range=(50, 99))),
            models.CheckConstraint(name="sample_tolerable_percent", condition=Q(tolerable__range=(1, 50))),
            models.CheckConstraint(
                name="sample_closed_at_and_by",
                condition=Q(closed_at=None, closed_by=None)
                | Q(closed_at__isnull=False, closed_by__isnull=False),
            ),
        ]


class SampledFact(models.Model):
    """A fact of a sample, at its place in the draw."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    sample = models.ForeignKey(Sample, on_delete=models.PROTECT, related_name="facts", db_index=False)
    fact = models.ForeignKey(CountingFact, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveIntegerField()

    class Protection:
        owner = "evidence"
        rows = "partner; the nation reads all: facts are pseudonymous"
        retention = "evidence"
        operational = {"id", "partner", "sample", "fact", "position"}

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_place_in_a_sample", fields=["sample", "position"]),
            models.UniqueConstraint(name="sampled_once", fields=["sample", "fact"]),
        ]


class Finding(models.Model):
    """What the check found of one item on paper."""

    class Outcome(models.TextChoices):
        FOUND = "found", _("Found on paper")
        MISSING = "missing", _("Missing")
        IRREGULAR = "irregular", _("Irregular")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    sampled = models.ForeignKey(
        SampledFact, on_delete=models.PROTECT, related_name="findings", db_index=False
    )
    rule = models.CharField(max_length=10)
    outcome = models.CharField(max_length=10, choices=Outcome)
    checked_at = models.DateTimeField()
    checked_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")

    class Protection:
        owner = "evidence"
        rows = "partner; the nation reads all"
        retention = "evidence"
        operational = {"id", "partner", "sampled", "rule", "outcome", "checked_at"}
        staff = {"checked_by"}

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_finding_per_item", fields=["sampled", "rule"]),
        ]
