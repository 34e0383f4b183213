# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where a service is given and when: places, the desks of services in them, weekly hours, closures and special days."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lgnet.core.ids import new_id
from lgnet.directory.models.service import Service
from lgnet.network.models import Organisation, Site


class Place(models.Model):
    """An address where people come. Where the network knows it as a site of the partner, it says which."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", db_index=False)
    site = models.ForeignKey(Site, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=120)
    address = models.CharField(max_length=200)
    city = models.CharField(max_length=60)
    postcode = models.CharField(max_length=5, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    step_free = models.BooleanField(null=True, blank=True)

    class Protection:
        owner = "directory"
        rows = "partner; the nation reads all; everybody reads the places of what is published"
        retention = "reference"
        public = {
            "id", "partner", "site", "name", "address", "city", "postcode", "latitude", "longitude", "step_free",
        }  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_place_per_name", fields=["partner", "name"]),
            models.CheckConstraint(
                name="place_on_the_map",
                condition=Q(latitude=None, longitude=None)
                | Q(latitude__gte=-90, latitude__lte=90, longitude__gte=-180, longitude__lte=180),
            ),
            models.CheckConstraint(
                name="place_postcode", condition=Q(postcode="") | Q(postcode__regex=r"^[0-9]{5}$")
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Desk(models.Model):
    """A service in a place, with its own hours there."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="desks", db_index=False)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="desks")
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    note = models.CharField(max_length=200, blank=True)

    class Protection:
        owner = "directory"
        rows = "with the service"
        retention = "reference"
        public = {"id", "service", "place", "partner", "note"}

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_desk_per_place", fields=["service", "place"]),
        ]


class Hours(models.Model):
    """From when to when a desk is open on a day of the week; 0 is Monday. No two of one desk overlap."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="hours", db_index=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    weekday = models.PositiveSmallIntegerField()
    opens = models.TimeField()
    closes = models.TimeField()

    class Protection:
        owner = "directory"
        rows = "with the service"
        retention = "reference"
        public = {"id", "desk", "partner", "weekday", "opens", "closes"}

    class Meta:
        ordering = ["weekday", "opens"]
        constraints = [
            models.UniqueConstraint(name="one_opening_at_a_time", fields=["desk", "weekday", "opens"]),
            models.CheckConstraint(name="hours_weekday", condition=Q(weekday__lte=6)),
            models.CheckConstraint(name="hours_end_after_they_begin", condition=Q(closes__gt=F("opens"))),
        ]


class SpecialDay(models.Model):
    """Days on which a place is closed, or open at other hours than usual: they take the place of the week's."""

    class Reason(models.TextChoices):
        HOLIDAY = "holiday", _("Public holiday")
        STAFF = "staff", _("Nobody can be there")
        WORKS = "works", _("Works in the building")
        OTHER = "other", _("Another reason")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="special_days")
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    from_on = models.DateField()
    until_on = models.DateField()
    opens = models.TimeField(null=True, blank=True)
    closes = models.TimeField(null=True, blank=True)
    reason = models.CharField(max_length=8, choices=Reason, default=Reason.HOLIDAY)

    class Protection:
        owner = "directory"
        rows = "with the place"
        retention = "reference"
        public = {"id", "place", "partner", "from_on", "until_on", "opens", "closes", "reason"}

    class Meta:
        ordering = ["from_on", "opens"]
        constraints = [
            models.CheckConstraint(
                name="special_days_end_after_they_begin", condition=Q(until_on__gte=F("from_on"))
            ),
            models.CheckConstraint(
                name="special_hours_end_after_they_begin",
                condition=Q(opens=None, closes=None) | Q(opens__isnull=False, closes__gt=F("opens")),
            ),
        ]
