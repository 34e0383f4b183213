# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What can be done for a person: the types of intervention every partner shares, in versions.

A code is never used for something else. It is born on a day, may be called otherwise from a day on, and may be
retired on a day in favour of others; what was recorded keeps its code and shows the name of its own day.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from lgnet.catalogue.succession import Code
from lgnet.core.clock import today
from lgnet.core.ids import new_id
from lgnet.network.models import Colleague


@dataclass(frozen=True, slots=True)
class Wording:
    """What a code says on a day: its name in both languages and the indicators it counts for."""

    label_it: str
    label_en: str
    counts_for: str

    @property
    def label(self) -> str:
        return self.label_it if (get_language() or "it").startswith("it") else self.label_en


class InterventionTypes(models.QuerySet["InterventionType"]):
    """Words for codes."""

    def valid_on(self, day: dt.date) -> "InterventionTypes":
        """The codes that may be recorded for something done on that day."""
        return self.filter(
            Q(valid_from=None) | Q(valid_from__lte=day), Q(retired_on=None) | Q(retired_on__gt=day)
        )


class InterventionType(models.Model):
    """One of the types of intervention of the network's common catalogue.

    The columns hold the latest wording; `earlier` the former ones, each with the first day on which it no
    longer held. `retired_on` is the first day on which the code is no longer offered.
    """

    code = models.CharField(primary_key=True, max_length=8)
    area = models.CharField(max_length=40)
    label_it = models.CharField(max_length=200)
    label_en = models.CharField(max_length=200)
    counts_for = models.CharField(max_length=40, blank=True)
    is_monetary = models.BooleanField(default=False)
    valid_from = models.DateField(null=True, blank=True)
    retired_on = models.DateField(null=True, blank=True)
    successors = ArrayField(models.CharField(max_length=8), default=list, blank=True)
    earlier = models.JSONField(default=list, blank=True)

    objects = InterventionTypes.as_manager()

    class Protection:
        owner = "catalogue"
        rows = "open: a public code list"
        retention = "reference"
        public = {
            "code", "area", "label_it", "label_en", "counts_for", "is_monetary", "valid_from", "retired_on",
            "successors", "earlier",
        }  # fmt: skip

    class Meta:
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                name="type_retired_after_it_began",
                condition=Q(retired_on=None) | Q(valid_from=None) | Q(retired_on__gt=models.F("valid_from")),
            ),
            models.CheckConstraint(
                name="type_succeeded_only_when_retired",
                condition=Q(successors=[]) | Q(retired_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.on(today()).label

    def on(self, day: dt.date) -> Wording:
        """What the code said on a day. No query."""
        for former in self.earlier:
            if day < dt.date.fromisoformat(former["until"]):
                return Wording(former["label_it"], former["label_en"], former["counts_for"])
        return Wording(self.label_it, self.label_en, self.counts_for)

    def is_valid_on(self, day: dt.date) -> bool:
        """Whether something done on that day may be recorded with this code."""
        return self.as_code().is_valid_on(day)

    def as_code(self) -> Code:
        """The code without its words, for the rules of succession."""
        return Code(self.code, self.valid_from, self.retired_on, tuple(self.successors))


def codes_of(types: Iterable[InterventionType]) -> Mapping[str, Code]:
    """Codes by themselves, as the rules of succession take them."""
    return {row.code: row.as_code() for row in types}


class CatalogueVersion(models.Model):
    """A change of the catalogue as one act: prepared, pushed to hold from a day on, or taken back before it."""

    class State(models.TextChoices):
        PREPARED = "prepared", _("Being prepared")
        PUSHED = "pushed", _("Pushed")
        UNDONE = "undone", _("Taken back")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    title = models.CharField(max_length=120)
    valid_from = models.DateField()
    state = models.CharField(max_length=10, choices=State, default=State.PREPARED)
    prepared_at = models.DateTimeField()
    prepared_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    pushed_at = models.DateTimeField(null=True, blank=True)
    pushed_by = models.ForeignKey(
        Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(
        Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Protection:
        owner = "catalogue"
        rows = "the nation; partners once it was pushed"
        retention = "evidence"
        operational = {"id", "title", "valid_from", "state", "prepared_at", "pushed_at", "undone_at"}
        staff = {"prepared_by", "pushed_by", "undone_by"}

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="version_pushed_at_and_by",
                condition=Q(pushed_at=None, pushed_by=None)
                | Q(pushed_at__isnull=False, pushed_by__isnull=False),
            ),
            models.CheckConstraint(
                name="version_undone_at_and_by",
                condition=Q(undone_at=None, undone_by=None)
                | Q(undone_at__isnull=False, undone_by__isnull=False),
            ),
        ]


class CatalogueChange(models.Model):
    """One line of a version: a new code, another wording, or a code retired in favour of others."""

    class Kind(models.TextChoices):
        ADD = "add", _("New code")
        REWORD = "reword", _("Other words")
        RETIRE = "retire", _("Retired")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    version = models.ForeignKey(
        CatalogueVersion, on_delete=models.PROTECT, related_name="changes", db_index=False
    )
    kind = models.CharField(max_length=8, choices=Kind)
    code = models.CharField(max_length=8)
    area = models.CharField(max_length=40, blank=True)
    label_it = models.CharField(max_length=200, blank=True)
    label_en = models.CharField(max_length=200, blank=True)
    counts_for = models.CharField(max_length=40, blank=True)
    is_monetary = models.BooleanField(default=False)
    successors = ArrayField(models.CharField(max_length=8), default=list, blank=True)

    class Protection:
        owner = "catalogue"
        rows = "with the version"
        retention = "evidence"
        operational = {
            "id", "version", "kind", "code", "area", "label_it", "label_en", "counts_for", "is_monetary", "successors",
        }  # fmt: skip

    class Meta:
        ordering = ["kind", "code"]
        constraints = [
            models.UniqueConstraint(name="one_change_per_code", fields=["version", "code"]),
            models.CheckConstraint(
                name="change_with_words_unless_retired",
                condition=Q(kind="retire") | (~Q(label_it="") & ~Q(label_en="")),
            ),
        ]
