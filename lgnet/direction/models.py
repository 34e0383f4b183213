# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The single direction: what each partner is to reach."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from lgnet.core.ids import new_id
from lgnet.network.models import Colleague, Edition, Organisation


class Target(models.Model):
    """The value an indicator is to reach by the end of the edition, for a partner or (none) for the network.

    Targets come in versions: the one with the latest `decided_on` holds, the earlier ones stay.
    """

    class Sureness(models.TextChoices):
        AGREED = "agreed", _("Agreed in the convention")
        PUBLISHED = "published", _("Published by the partner")
        DEMO = "demo", _("Invented for the demonstration")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    partner = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    indicator = models.CharField(max_length=30)
    value = models.PositiveIntegerField()
    sureness = models.CharField(max_length=10, choices=Sureness)
    source = models.TextField(blank=True)
    decided_on = models.DateField()
    decided_by = models.ForeignKey(
        Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Protection:
        owner = "direction"
        rows = "open: targets are known to the whole network"
        retention = "evidence"
        public = {"id", "edition", "partner", "indicator", "value", "sureness", "source", "decided_on"}
        staff = {"decided_by"}

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_target_per_day",
                fields=["edition", "partner", "indicator", "decided_on"],
                nulls_distinct=False,
            )
        ]
