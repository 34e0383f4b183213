# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whom the public may reach in a partner's team: a part of the work with its telephone, hours and languages."""

import datetime as dt

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lgnet.core.ids import new_id
from lgnet.directory.models.service import FRESH_FOR
from lgnet.network.models import Colleague, Organisation


class TeamContact(models.Model):
    """How everybody reaches a part of the team. The name of a person stands here only if that person agreed.

    `days` are days of the week, 0 is Monday; with them go `opens` and `closes`. What is hidden keeps its words.
    """

    class Part(models.TextChoices):
        COORDINATION = "coordination", _("Coordination of the project")
        DESK = "desk", _("Desk and reception")
        STREET = "street", _("Mobile unit")
        SOCIAL = "social", _("Social workers")
        LEGAL = "legal", _("Legal help")
        HEALTH = "health", _("Health")
        HOUSING = "housing", pgettext_lazy("part of a team", "Housing")
        WORK = "work", _("Work and courses")
        MEDIATION = "mediation", _("Cultural mediation")
        VOLUNTEERS = "volunteers", _("Associations and volunteers")
        PRESS = "press", _("Communication and press")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=12, choices=Part)
    name = models.CharField(max_length=120, blank=True)
    agreed_on = models.DateField(null=True, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    days = ArrayField(models.PositiveSmallIntegerField(), default=list, blank=True)
    opens = models.TimeField(null=True, blank=True)
    closes = models.TimeField(null=True, blank=True)
    languages = ArrayField(models.CharField(max_length=3), default=list, blank=True)
    is_hidden = models.BooleanField(default=False)
    checked_at = models.DateTimeField()
    checked_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    reminded_on = models.DateField(null=True, blank=True)

    # What visitors may read of it.
    OPEN = (
        "id", "partner_id", "part", "name", "phone", "email", "days", "opens", "closes", "languages", "is_hidden",
        "checked_at",
    )  # fmt: skip

    class Protection:
        owner = "directory"
        rows = "partner; the nation reads all; everybody reads what is shown"
        retention = "reference"
        public = {
            "id", "partner", "part", "name", "phone", "email", "days", "opens", "closes", "languages", "is_hidden",
            "checked_at",
        }  # fmt: skip
        staff = {"agreed_on", "checked_by"}
        operational = {"reminded_on"}

    class Meta:
        constraints = [
            models.CheckConstraint(name="contact_reaches_somebody", condition=~Q(phone="") | ~Q(email="")),
            models.CheckConstraint(
                name="contact_named_who_agreed",
                condition=Q(name="", agreed_on=None) | (~Q(name="") & Q(agreed_on__isnull=False)),
            ),
            models.CheckConstraint(
                name="contact_hours_are_whole",
                condition=Q(days=[], opens=None, closes=None)
                | (~Q(days=[]) & Q(opens__isnull=False, closes__gt=F("opens"))),
            ),
            models.CheckConstraint(
                name="contact_days_of_a_week", condition=Q(days__contained_by=[0, 1, 2, 3, 4, 5, 6])
            ),
        ]

    def is_stale(self, at: dt.datetime) -> bool:
        """Whether nobody has said for 90 days that it is still so."""
        return self.checked_at + FRESH_FOR <= at
