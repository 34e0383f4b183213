# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A cut-off: which facts, which definitions, which results, sealed. Rows are added once and never touched again.

The facts themselves are append-only, so they are not copied: a cut-off is an exact boundary in them (days up to
`cutoff_on`, entered up to `taken_at`) and a tree of digests that shows whether they are still the same.
"""

from typing import ClassVar

from django.db import models
from django.db.models import Case, Q, Value, When
from django.utils.translation import gettext_lazy as _

from lgnet.core.ids import new_id
from lgnet.network.models import Colleague, Edition, Organisation


class Snapshot(models.Model):
    """The head of a cut-off. It is written last: once it stands, the database refuses further rows under it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+", db_index=False)
    code = models.CharField(max_length=20, unique=True)
    cutoff_on = models.DateField()
    taken_at = models.DateTimeField()
    taken_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500, blank=True)
    code_version = models.CharField(max_length=80)
    tree_version = models.PositiveSmallIntegerField()
    facts = models.BigIntegerField()
    facts_digest = models.CharField(max_length=64)
    definitions_digest = models.CharField(max_length=64)
    results_digest = models.CharField(max_length=64)
    seal = models.CharField(max_length=64)
    before = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Protection:
        owner = "snapshots"
        rows = "open: that a cut-off was taken, its size and its seal are known to the whole network"
        retention = "evidence"
        operational = {
            "id", "edition", "code", "cutoff_on", "taken_at", "reason", "code_version", "tree_version", "facts",
            "facts_digest", "definitions_digest", "results_digest", "seal", "before",
        }  # fmt: skip
        staff = {"taken_by"}

    class Meta:
        indexes = [models.Index(fields=["edition", "-cutoff_on", "-taken_at"], name="snapshot_latest")]

    def __str__(self) -> str:
        return self.code


class FrozenDefinition(models.Model):
    """The definition of an indicator as it was: its whole text as JSON, and the SQL that counts it.

    What counts by the common rules (every event, or each person once) is counted for all scopes at once by the
    recipes of the cut-off, which stand beside the definitions under codes that begin with "*".
    """

    class CountedBy(models.TextChoices):
        RECIPE = "recipe", _("The recipe of the cut-off")
        ITSELF = "itself", _("Its own query")

    id = models.BigAutoField(primary_key=True)
    snapshot = models.ForeignKey(
        Snapshot, on_delete=models.PROTECT, related_name="definitions", db_index=False
    )
    indicator = models.CharField(max_length=30)
    version = models.PositiveSmallIntegerField()
    text = models.TextField()
    sql = models.TextField()
    counted_by = models.CharField(max_length=10, choices=CountedBy)
    digest = models.CharField(max_length=64)

    class Protection:
        owner = "snapshots"
        rows = "open: definitions are known to the whole network"
        retention = "evidence"
        public = {"id", "snapshot", "indicator", "version", "text", "sql", "counted_by", "digest"}

    class Meta:
        constraints = [
            models.UniqueConstraint(name="frozen_definition_once", fields=["snapshot", "indicator"])
        ]


class FactLeaf(models.Model):
    """A leaf of the tree: how many facts of a partner, a kind and a month, and the digest over them in order."""

    id = models.BigAutoField(primary_key=True)
    snapshot = models.ForeignKey(Snapshot, on_delete=models.PROTECT, related_name="leaves", db_index=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=30)
    month = models.DateField()
    n = models.IntegerField()
    digest = models.CharField(max_length=64)

    class Protection:
        owner = "snapshots"
        rows = "partner; the nation reads all: numbers and digests only"
        retention = "evidence"
        operational = {"id", "snapshot", "partner", "kind", "month", "n", "digest"}

    class Meta:
        constraints = [
            models.UniqueConstraint(name="fact_leaf_once", fields=["snapshot", "partner", "kind", "month"])
        ]


class AddingUp(models.Manager["Result"]):
    """The results that may be summed: over a scope, an indicator and a measure their sum is the value, no more."""

    def get_queryset(self) -> models.QuerySet["Result"]:
        return super().get_queryset().filter(adds_up=True)


class Result(models.Model):
    """A frozen value, cumulative from the start of the edition: a scope, an indicator, one cell of it.

    `scope` is a partner or the network (all zeros), in which a person counts once. Some rows say what others hold
    already: a value by action line (somebody is followed on two), the planned parts beside the planned whole. They
    do not add up; `adds_up` says so in every row, PostgreSQL computes it, and `objects` leaves them out, so that
    whoever sums counts nothing twice. `every` has them all.
    """

    class Measure(models.TextChoices):
        ACHIEVED = "achieved", _("Value achieved")
        OUT_OF = "out_of", _("Out of")  # the persons of whom a share is one
        PLANNED = "planned", _("Planned value")

    id = models.BigAutoField(primary_key=True)
    snapshot = models.ForeignKey(Snapshot, on_delete=models.PROTECT, related_name="results", db_index=False)
    scope = models.UUIDField()
    indicator = models.CharField(max_length=30)
    measure = models.CharField(max_length=10, choices=Measure)
    sex = models.CharField(max_length=1, blank=True)
    age_band = models.CharField(max_length=5, blank=True)
    line = models.CharField(max_length=30, blank=True)
    n = models.IntegerField()
    # Of what is achieved the cells by sex and age make the whole; of what is planned the whole is a row of its own.
    adds_up = models.GeneratedField(
        expression=Case(
            When(Q(line="") & (~Q(measure="planned") | Q(sex="", age_band="")), then=Value(True)),
            default=Value(False),
        ),
        output_field=models.BooleanField(),
        db_persist=True,
    )

    objects = AddingUp()
    every: ClassVar[models.Manager["Result"]] = models.Manager()

    class Protection:
        owner = "snapshots"
        rows = "own partner and the network's; the nation reads all"
        retention = "evidence"
        operational = {
            "id", "snapshot", "scope", "indicator", "measure", "sex", "age_band", "line", "n", "adds_up",
        }  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="result_once",
                fields=["snapshot", "scope", "indicator", "measure", "sex", "age_band", "line"],
            )
        ]
