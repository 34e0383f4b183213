# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""When reports are due. The convention says it and was not published, so it is data (rules 1.3)."""

from django.db import models
from django.db.models import F, Q

from lgnet.core.ids import new_id
from lgnet.network.models import Edition
from lgnet.reports.quarters import Quarter

DAYS_TO_SEND, OPEN_DAYS_BEFORE, REMIND_DAYS_BEFORE = 10, 14, 7


class Schedule(models.Model):
    """An edition's deadlines in days: to send after the quarter's end, to open before it, to remind before."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    edition = models.OneToOneField(Edition, on_delete=models.PROTECT, related_name="+")
    days_to_send = models.PositiveSmallIntegerField(default=DAYS_TO_SEND)
    open_days_before = models.PositiveSmallIntegerField(default=OPEN_DAYS_BEFORE)
    remind_days_before = models.PositiveSmallIntegerField(default=REMIND_DAYS_BEFORE)

    class Protection:
        owner = "reports"
        rows = "open: the deadlines of the network"
        retention = "reference"
        operational = {"id", "edition", "days_to_send", "open_days_before", "remind_days_before"}


class Period(models.Model):
    """A quarter of an edition to be reported, from the day reports open to the day they are due."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+", db_index=False)
    starts_on = models.DateField()
    ends_on = models.DateField()
    opens_on = models.DateField()
    due_on = models.DateField()

    class Protection:
        owner = "reports"
        rows = "open: the deadlines of the network"
        retention = "evidence"
        operational = {"id", "edition", "starts_on", "ends_on", "opens_on", "due_on"}

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_period_per_quarter", fields=["edition", "starts_on"]),
            models.CheckConstraint(
                name="period_days_in_order",
                condition=Q(ends_on__gt=F("starts_on"))
                & Q(due_on__gte=F("ends_on"))
                & Q(opens_on__lte=F("due_on")),
            ),
        ]

    def __str__(self) -> str:
        return str(self.quarter)

    @property
    def quarter(self) -> Quarter:
        """The quarter of the year it is."""
        return Quarter.of(self.starts_on)
