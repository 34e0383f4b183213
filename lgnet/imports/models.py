# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Bulk input: a run of an import with its progress and its undo, and the columns a partner always uses."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lgnet.core.ids import new_id
from lgnet.network.models import Colleague, Organisation


class ColumnMapping(models.Model):
    """Which column of a partner's spreadsheet is which field, remembered by the names of the columns."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", db_index=False)
    signature = models.CharField(max_length=64)
    columns = models.JSONField()
    used_at = models.DateTimeField()

    class Protection:
        owner = "imports"
        rows = "partner"
        retention = "reference"
        operational = {"id", "partner", "signature", "columns", "used_at"}

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_mapping_per_header", fields=["partner", "signature"])
        ]


class ImportRun(models.Model):
    """One import of a file: checked first (dry run), then written as a whole, and undone as a whole."""

    class State(models.TextChoices):
        UPLOADED = "uploaded", _("Uploaded")
        CHECKING = "checking", _("Being checked")
        CHECKED = "checked", _("Checked")
        WRITING = "writing", _("Being written")
        DONE = "done", pgettext_lazy("import", "Done")
        FAILED = "failed", _("Not done")
        UNDOING = "undoing", _("Being undone")
        UNDONE = "undone", _("Undone")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", db_index=False)
    file_name = models.CharField(max_length=200)
    file_digest = models.CharField(max_length=64)
    stored_as = models.CharField(max_length=200, blank=True)
    columns = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=State, default=State.UPLOADED)
    rows_total = models.PositiveIntegerField(null=True, blank=True)
    rows_done = models.PositiveIntegerField(default=0)
    people_written = models.PositiveIntegerField(default=0)
    problems = models.JSONField(default=list)
    problem_count = models.PositiveIntegerField(default=0)
    warning_count = models.PositiveIntegerField(default=0)
    with_cases = models.BooleanField(default=False)
    skip_bad_lines = models.BooleanField(default=False)
    lines_refused = models.PositiveIntegerField(default=0)
    cases_written = models.PositiveIntegerField(default=0)
    failure = models.TextField(blank=True)
    beat_at = models.DateTimeField(null=True, blank=True)
    started_at = models.DateTimeField()
    started_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    finished_at = models.DateTimeField(null=True, blank=True)

    class Protection:
        owner = "imports"
        rows = "partner"
        retention = "evidence"
        operational = {
            "id", "partner", "file_name", "file_digest", "stored_as", "columns", "state", "rows_total", "rows_done",
            "people_written", "problems", "problem_count", "warning_count", "with_cases", "skip_bad_lines",
            "lines_refused", "cases_written", "failure", "beat_at", "started_at", "finished_at",
        }  # fmt: skip
        staff = {"started_by"}

    class Meta:
        indexes = [models.Index(fields=["partner", "-started_at"], name="importrun_latest")]

    NEXT = {
        State.UPLOADED: {State.CHECKING, State.FAILED},
        State.CHECKING: {State.CHECKED, State.FAILED},
        State.CHECKED: {State.CHECKING, State.WRITING, State.FAILED},
        State.WRITING: {State.DONE, State.FAILED},
        State.DONE: {State.UNDOING},
        State.UNDOING: {State.UNDONE, State.DONE},
        State.FAILED: set[str](),
        State.UNDONE: set[str](),
    }

    @property
    def is_running(self) -> bool:
        """Whether a job works on it, or is about to."""
        return self.state in {self.State.CHECKING, self.State.WRITING, self.State.UNDOING}

    @property
    def percent(self) -> int:
        """How far the present step is; 0 where the length is not known."""
        return min(100, self.rows_done * 100 // self.rows_total) if self.rows_total else 0
