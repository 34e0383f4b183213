# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a job of this room does, how far it is and what came of it: taking, verifying, a long export in parts."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lgnet.core.ids import new_id
from lgnet.network.models import Colleague, Organisation
from lgnet.snapshots.models.frozen import Snapshot
from lgnet.snapshots.models.sheets import Sheet


class Work(models.Model):
    """One piece of work in the background, for the nation (no partner) or inside one partner."""

    class Kind(models.TextChoices):
        TAKE = "take", _("Cut-off")
        VERIFY = "verify", _("Verification")
        EXPORT = "export", _("Sheet")

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting for its turn")
        RUNNING = "running", _("At work")
        DONE = "done", _("Done")
        FAILED = "failed", _("Not done")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=10, choices=Kind)
    partner = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    snapshot = models.ForeignKey(
        Snapshot, on_delete=models.PROTECT, null=True, blank=True, related_name="works", db_index=False
    )
    cutoff_on = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    sheet = models.CharField(max_length=12, choices=Sheet, blank=True)
    indicator = models.CharField(max_length=30, blank=True)
    format = models.CharField(max_length=4, blank=True)
    columns = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(null=True, blank=True)
    parts = models.JSONField(default=list)
    outcome = models.JSONField(default=dict)
    failure = models.CharField(max_length=500, blank=True)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    beat_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Protection:
        owner = "snapshots"
        rows = "partner; the nation sees what it asked for itself"
        retention = "evidence"
        operational = {
            "id", "kind", "partner", "snapshot", "cutoff_on", "reason", "sheet", "indicator", "format", "columns",
            "state", "done", "total", "parts", "outcome", "failure", "asked_at", "beat_at", "finished_at",
        }  # fmt: skip
        staff = {"asked_by"}

    class Meta:
        indexes = [models.Index(fields=["snapshot", "kind", "-asked_at"], name="work_latest")]
        constraints = [
            models.CheckConstraint(
                name="work_is_about_something",
                condition=Q(kind="take", cutoff_on__isnull=False) | Q(snapshot__isnull=False),
            )
        ]

    @property
    def is_open(self) -> bool:
        """Whether a job works on it, or is about to."""
        return self.state in {self.State.WAITING, self.State.RUNNING}
