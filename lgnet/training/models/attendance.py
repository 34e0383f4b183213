# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""How long somebody was there, and how it is known."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lgnet.core.ids import new_id
from lgnet.network.models import Colleague
from lgnet.training.models.enrolment import Enrolment
from lgnet.training.models.session import Session


class Attendance(models.Model):
    """Somebody's minutes in a session (rules TRN-6): at most as many as it was taught."""

    class How(models.TextChoices):
        QR = "qr", _("QR code in the room")
        CODE = "code", _("Code typed")
        LIST = "list", _("Trainer's list")
        LOG = "log", _("Log of the webinar")
        MAKEUP = "makeup", _("Made up")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    enrolment = models.ForeignKey(
        Enrolment, on_delete=models.PROTECT, related_name="attendances", db_index=False
    )
    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="attendances")
    how = models.CharField(max_length=6, choices=How)
    minutes = models.PositiveSmallIntegerField()
    entered_at = models.DateTimeField(null=True, blank=True)
    left_at = models.DateTimeField(null=True, blank=True)
    note = models.CharField(max_length=300, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")

    class Protection:
        owner = "training"
        rows = "with the enrolment"
        retention = "evidence"
        operational = {"id", "enrolment", "session", "how", "note", "recorded_at"}
        staff = {"minutes", "entered_at", "left_at", "recorded_by"}

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_attendance_per_session", fields=["enrolment", "session"]),
            models.CheckConstraint(
                name="attendance_leaves_after_entering",
                condition=Q(left_at=None) | Q(entered_at__isnull=False, left_at__gte=F("entered_at")),
            ),
            models.CheckConstraint(
                name="attendance_makeup_says_what", condition=~Q(how="makeup") | ~Q(note="")
            ),
        ]


class OnlineLog(models.Model):
    """A log of a webinar that was read in: how many lines were taken, and what was wrong with the others.

    `errors` holds the number of a line and the sentence about it; never an address that is not a colleague's.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="logs")
    name = models.CharField(max_length=120)
    digest = models.CharField(max_length=64)
    lines = models.PositiveIntegerField()
    taken = models.PositiveIntegerField()
    errors = models.JSONField(default=list, blank=True)
    read_at = models.DateTimeField()
    read_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")

    class Protection:
        owner = "training"
        rows = "the trainers of the session; the nation all"
        retention = "evidence"
        operational = {"id", "session", "name", "digest", "lines", "taken", "errors", "read_at"}
        staff = {"read_by"}
