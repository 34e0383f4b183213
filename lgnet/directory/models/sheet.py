# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A spreadsheet of services or stops that a partner brings in: checked, written as a whole, undone as a whole."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lgnet.core.ids import new_id
from lgnet.network.models import Colleague, Organisation


class SheetRun(models.Model):
    """One spreadsheet. `cells` are its rows with their numbers as they were read; `columns` says what each column is.

    `written` holds the ids of the rows made, for the undo: it takes them away unless somebody has worked on them.
    """

    class Kind(models.TextChoices):
        SERVICES = "services", _("Services and their desks")
        STOPS = "stops", _("Stops of a mobile unit")

    class State(models.TextChoices):
        CHECKED = "checked", _("Checked")
        DONE = "done", pgettext_lazy("import", "Done")
        UNDONE = "undone", _("Undone")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=8, choices=Kind)
    file_name = models.CharField(max_length=200)
    file_digest = models.CharField(max_length=64)
    header = models.JSONField(default=list)
    cells = models.JSONField(default=list)
    columns = models.JSONField(default=dict)
    state = models.CharField(max_length=8, choices=State, default=State.CHECKED)
    written = models.JSONField(default=dict)
    rows_written = models.PositiveIntegerField(default=0)
    read_at = models.DateTimeField()
    read_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Protection:
        owner = "directory"
        rows = "partner"
        retention = "evidence"
        operational = {
            "id", "partner", "kind", "file_name", "file_digest", "header", "cells", "columns", "state", "written",
            "rows_written", "read_at", "done_at",
        }  # fmt: skip
        staff = {"read_by", "done_by"}

    class Meta:
        indexes = [models.Index(fields=["partner", "-read_at"], name="sheetrun_latest")]
        constraints = [
            models.CheckConstraint(
                name="sheet_done_at_and_by",
                condition=Q(done_at=None, done_by=None) | Q(done_at__isnull=False, done_by__isnull=False),
            )
        ]
