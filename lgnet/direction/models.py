# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The single direction: what each partner is to reach, as it was planned and by which act it was decided."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lgnet.core.ids import new_id
from lgnet.counting.models import AgeBand, Sex
from lgnet.network.models import ActionLine, Colleague, Edition, Organisation


class Decision(models.Model):
    """An act of the direction on targets: one, a whole sheet, a re-distribution; or the taking back of such an act.

    A refused proposal is a decision too: it has its reason and changes nothing.
    """

    class Kind(models.TextChoices):
        TYPED = "typed", _("Target set")
        SHEET = "sheet", _("Sheet of targets")
        REDISTRIBUTION = "redistribution", _("Re-distribution")
        REFUSED = "refused", _("Re-distribution refused")
        TAKEN_BACK = "taken_back", _("Decision taken back")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=20, choices=Kind)
    indicator = models.CharField(max_length=30, blank=True)
    reason = models.TextField()
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    takes_back = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="taken_back_by"
    )

    class Protection:
        owner = "direction"
        rows = "open: targets are known to the whole network"
        retention = "evidence"
        public = {"id", "edition", "kind", "indicator", "reason", "decided_at", "takes_back"}
        staff = {"decided_by"}

    class Meta:
        indexes = [models.Index(fields=["edition", "-decided_at"], name="decision_latest")]
        constraints = [
            models.CheckConstraint(name="decision_has_reason", condition=Q(kind="typed") | ~Q(reason="")),
            models.CheckConstraint(
                name="decision_taken_back_names_it",
                condition=Q(kind="taken_back", takes_back__isnull=False)
                | ~Q(kind="taken_back") & Q(takes_back__isnull=True),
            ),
        ]


class Target(models.Model):
    """The value an indicator is to reach by the end of the edition, for a partner or (none) for the network.

    Targets come in versions and none is ever changed: the one with the latest `decided_on`, and of these the
    latest version, holds. A version without a value says that no target holds any more.
    """

    class Sureness(models.TextChoices):
        AGREED = "agreed", _("Agreed in the convention")
        PUBLISHED = "published", _("Published by the partner")
        DEMO = "demo", _("Invented for the demonstration")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+", db_index=False)
    partner = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    indicator = models.CharField(max_length=30)
    version = models.PositiveIntegerField(default=1)
    value = models.PositiveIntegerField(null=True)
    below_reason = models.CharField(max_length=500, blank=True)
    sureness = models.CharField(max_length=10, choices=Sureness)
    source = models.TextField(blank=True)
    decided_on = models.DateField()
    decided_by = models.ForeignKey(
        Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decision = models.ForeignKey(
        Decision, on_delete=models.PROTECT, null=True, blank=True, related_name="targets"
    )

    class Protection:
        owner = "direction"
        rows = "open: targets are known to the whole network"
        retention = "evidence"
        public = {
            "id", "edition", "partner", "indicator", "version", "value", "below_reason", "sureness", "source",
            "decided_on", "decision",
        }  # fmt: skip
        staff = {"decided_by"}

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_version_of_a_target",
                fields=["edition", "partner", "indicator", "version"],
                nulls_distinct=False,
            ),
        ]


class TargetPart(models.Model):
    """A planned part of a target: a sex and age band, an action line, or the value by the end of a month.

    Cells add up to the whole (a deferred trigger sees to it); a line is at most the whole, since a person may be
    followed on two; months are cumulative, so they never fall and never pass the whole.
    """

    class Kind(models.TextChoices):
        CELL = "cell", _("Sex and age band")
        LINE = "line", _("Action line")
        MONTH = "month", _("Month")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    target = models.ForeignKey(Target, on_delete=models.PROTECT, related_name="parts", db_index=False)
    kind = models.CharField(max_length=5, choices=Kind)
    sex = models.CharField(max_length=1, choices=Sex, blank=True)
    age_band = models.CharField(max_length=5, choices=AgeBand, blank=True)
    line = models.CharField(max_length=20, choices=ActionLine, blank=True)
    month = models.DateField(null=True, blank=True)
    value = models.PositiveIntegerField()

    class Protection:
        owner = "direction"
        rows = "open: targets are known to the whole network"
        retention = "evidence"
        public = {"id", "target", "kind", "sex", "age_band", "line", "month", "value"}

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_part_of_a_target",
                fields=["target", "kind", "sex", "age_band", "line", "month"],
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="part_says_what_of",
                condition=(Q(kind="cell", line="", month=None) & ~Q(sex="") & ~Q(age_band=""))
                | (Q(kind="line", sex="", age_band="", month=None) & ~Q(line=""))
                | Q(kind="month", sex="", age_band="", line="", month__isnull=False, month__day=1),
            ),
        ]
