# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Releases of protected figures: what the public may see for ever, cell by cell.

A value that is withheld is not written down at all: whoever reads the whole table reads no protected cell.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lgnet.core.ids import new_id
from lgnet.network.models import Colleague
from lgnet.snapshots.models import Snapshot

EVERYBODY = "*"  # all partners, both sexes, all ages


class Release(models.Model):
    """The figures of a cut-off, prepared by the direction, looked at, and published. Published stays published."""

    class State(models.TextChoices):
        PREPARING = "preparing", _("Being computed")
        PREPARED = "prepared", _("To be looked at")
        PUBLISHED = "published", pgettext_lazy("figures", "Published")
        DISCARDED = "discarded", _("Thrown away")
        FAILED = "failed", _("Not done")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    snapshot = models.ForeignKey(Snapshot, on_delete=models.PROTECT, related_name="+")
    code = models.SlugField(max_length=30, unique=True)
    period_from = models.DateField()
    period_to = models.DateField()
    note = models.CharField(max_length=500, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.PREPARING)
    failure = models.CharField(max_length=300, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    prepared_at = models.DateTimeField()
    prepared_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(
        Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Protection:
        owner = "open_data"
        rows = "the nation; everybody once it is published"
        retention = "evidence"
        public = {"id", "snapshot", "code", "period_from", "period_to", "note", "state", "published_at"}
        operational = {"digest", "failure", "prepared_at"}
        staff = {"prepared_by", "published_by"}

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="release_published_at_and_by",
                condition=Q(published_at=None, published_by=None)
                | Q(published_at__isnull=False, published_by__isnull=False),
            ),
        ]


class ReleasedTable(models.Model):
    """One indicator in a release: the definition it was counted by, and how much of it is withheld."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="tables", db_index=False)
    dataset = models.SlugField(max_length=30)
    indicator = models.CharField(max_length=30)
    version = models.PositiveSmallIntegerField()
    cells_shown = models.PositiveIntegerField()
    cells_withheld = models.PositiveIntegerField()
    protected = models.PositiveIntegerField()

    class Protection:
        owner = "open_data"
        rows = "with the release"
        retention = "evidence"
        public = {
            "id", "release", "dataset", "indicator", "version", "cells_shown", "cells_withheld", "protected",
        }  # fmt: skip

    class Meta:
        ordering = ["dataset"]
        constraints = [models.UniqueConstraint(name="released_table_once", fields=["release", "dataset"])]


class ReleasedCell(models.Model):
    """One cell: a partner (or all), a sex (or all), an age band (or all); its value, or none.

    `reason` is for the direction only: it would tell which withheld cells are small.
    """

    id = models.BigAutoField(primary_key=True)
    table = models.ForeignKey(ReleasedTable, on_delete=models.PROTECT, related_name="cells", db_index=False)
    partner = models.SlugField(max_length=60)
    sex = models.CharField(max_length=1)
    age_band = models.CharField(max_length=5)
    value = models.PositiveIntegerField(null=True)
    reason = models.CharField(max_length=12)

    class Protection:
        owner = "open_data"
        rows = "with the release; the reason for the nation alone"
        retention = "evidence"
        public = {"id", "table", "partner", "sex", "age_band", "value"}
        operational = {"reason"}

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                name="released_cell_once", fields=["table", "partner", "sex", "age_band"]
            ),
            models.CheckConstraint(
                name="released_cell_shown_or_withheld",
                condition=Q(reason="shown", value__isnull=False) | (~Q(reason="shown") & Q(value=None)),
            ),
        ]
