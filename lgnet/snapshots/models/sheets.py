# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which columns a sheet for the fund has, in versions; and who let a cut-off out in spite of a finding."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from lgnet.core.ids import new_id
from lgnet.network.models import Colleague, Edition
from lgnet.snapshots.models.frozen import Snapshot


class Sheet(models.TextChoices):
    """The sheets that can be made from a cut-off."""

    INDICATORS = "indicators", _("Indicator values")
    COUNTED = "counted", _("Counted persons, by code")
    RECIPIENTS = "recipients", _("Recipients (third-country nationals)")


class SheetLayout(models.Model):
    """The columns of a sheet in an edition, from a moment on. The latest version holds, the earlier ones stay."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+", db_index=False)
    sheet = models.CharField(max_length=12, choices=Sheet)
    version = models.PositiveSmallIntegerField()
    columns = models.JSONField()
    source = models.CharField(max_length=300, blank=True)
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")

    class Protection:
        owner = "snapshots"
        rows = "open: the form of a sheet is known to the whole network"
        retention = "reference"
        operational = {"id", "edition", "sheet", "version", "columns", "source", "decided_at"}
        staff = {"decided_by"}

    class Meta:
        constraints = [
            models.UniqueConstraint(name="sheet_layout_version", fields=["edition", "sheet", "version"])
        ]


class Acknowledgement(models.Model):
    """Somebody lets the figures of a cut-off leave although a check found something, and says why."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    snapshot = models.ForeignKey(Snapshot, on_delete=models.PROTECT, related_name="acknowledgements")
    findings = models.JSONField()
    reason = models.CharField(max_length=500)
    acknowledged_at = models.DateTimeField()
    acknowledged_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")

    class Protection:
        owner = "snapshots"
        rows = "the nation"
        retention = "evidence"
        operational = {"id", "snapshot", "findings", "reason", "acknowledged_at"}
        staff = {"acknowledged_by"}

    class Meta:
        constraints = [
            models.CheckConstraint(name="acknowledged_with_reason", condition=~models.Q(reason=""))
        ]
