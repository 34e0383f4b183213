# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Stops of the mobile units: each week or once, and what changes for one night.

A night belongs to the day on which it begins and lasts until five in the morning: half past midnight on "Thursday" is
the night of Thursday, on the calendar already Friday.
"""

import datetime as dt

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lgnet.core.ids import new_id
from lgnet.directory.models.service import Service
from lgnet.network.models import Colleague, Organisation

MORNING = dt.time(5)  # when a night is over


def _in_one_night(starts: str, ends: str) -> Q:
    """The condition that `ends` comes after `starts` in the order of a night, from five to five."""
    evening, late = Q(**{f"{starts}__gte": MORNING}), Q(**{f"{ends}__lte": MORNING})
    after = Q(**{f"{ends}__gt": F(starts)})
    return (evening & (after | late)) | (~evening & late & after)


class Stop(models.Model):
    """Where a unit stands, each week on a day or on one day only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="stops")
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    place_name = models.CharField(max_length=120)
    address = models.CharField(max_length=200, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    weekday = models.PositiveSmallIntegerField(null=True, blank=True)
    only_on = models.DateField(null=True, blank=True)
    starts = models.TimeField()
    ends = models.TimeField()
    valid_from = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)

    class Protection:
        owner = "directory"
        rows = "with the service"
        retention = "reference"
        public = {
            "id", "service", "partner", "place_name", "address", "latitude", "longitude", "weekday", "only_on",
            "starts", "ends", "valid_from", "valid_until",
        }  # fmt: skip

    class Meta:
        ordering = ["weekday", "only_on", "starts"]
        constraints = [
            models.CheckConstraint(
                name="stop_each_week_or_once",
                condition=Q(weekday__lte=6, only_on=None)
                | Q(weekday=None, only_on__isnull=False, valid_from=None, valid_until=None),
            ),
            models.CheckConstraint(name="stop_in_one_night", condition=_in_one_night("starts", "ends")),
            models.CheckConstraint(
                name="stop_valid_until_after_from",
                condition=Q(valid_from=None) | Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
            ),
            models.CheckConstraint(
                name="stop_on_the_map",
                condition=Q(latitude=None, longitude=None)
                | Q(latitude__gte=-90, latitude__lte=90, longitude__gte=-180, longitude__lte=180),
            ),
        ]


class StopChange(models.Model):
    """What is otherwise on one night: the stop is cancelled, or it is elsewhere, or at another time."""

    class Reason(models.TextChoices):
        WEATHER = "weather", _("Bad weather")
        VEHICLE = "vehicle", _("The vehicle is broken")
        STAFF = "staff", _("Nobody can be there")
        EVENT = "event", _("An event in the place")
        OTHER = "other", _("Another reason")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    stop = models.ForeignKey(Stop, on_delete=models.CASCADE, related_name="changes", db_index=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    night = models.DateField()
    is_cancelled = models.BooleanField(default=False)
    reason = models.CharField(max_length=8, choices=Reason, default=Reason.OTHER)
    place_name = models.CharField(max_length=120, blank=True)
    address = models.CharField(max_length=200, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    starts = models.TimeField(null=True, blank=True)
    ends = models.TimeField(null=True, blank=True)
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")

    # What visitors may read of it.
    OPEN = (
        "id", "stop_id", "partner_id", "night", "is_cancelled", "reason", "place_name", "address", "latitude",
        "longitude", "starts", "ends",
    )  # fmt: skip

    class Protection:
        owner = "directory"
        rows = "with the service"
        retention = "reference"
        public = {
            "id", "stop", "partner", "night", "is_cancelled", "reason", "place_name", "address", "latitude",
            "longitude", "starts", "ends",
        }  # fmt: skip
        staff = {"changed_at", "changed_by"}

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_change_per_night", fields=["stop", "night"]),
            models.CheckConstraint(
                name="change_says_something",
                condition=Q(is_cancelled=True, place_name="", starts=None, ends=None)
                | (Q(is_cancelled=False) & (~Q(place_name="") | Q(starts__isnull=False))),
            ),
            models.CheckConstraint(
                name="change_in_one_night",
                condition=Q(starts=None, ends=None)
                | (Q(starts__isnull=False, ends__isnull=False) & _in_one_night("starts", "ends")),
            ),
        ]
