# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""One meeting of a module: when, where or on which link, with whom."""

import datetime as dt

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lgnet.core.ids import new_id
from lgnet.network.models import Colleague
from lgnet.training.models.programme import Module


class Session(models.Model):
    """A meeting. `sequence` counts its changes, as calendars do (RFC 5545, SEQUENCE); its id never changes."""

    class Mode(models.TextChoices):
        PRESENCE = "presence", _("In presence")
        ONLINE = "online", pgettext_lazy("session", "On line")
        BLENDED = "blended", _("In presence and on line")

    class State(models.TextChoices):
        PLANNED = "planned", pgettext_lazy("session", "Planned")
        CALLED_OFF = "called_off", pgettext_lazy("session", "Called off")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    module = models.ForeignKey(Module, on_delete=models.PROTECT, related_name="sessions", db_index=False)
    title = models.CharField(max_length=200)
    mode = models.CharField(max_length=8, choices=Mode)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    break_minutes = models.PositiveSmallIntegerField(default=0)
    room = models.CharField(max_length=120, blank=True)
    address = models.CharField(max_length=200, blank=True)
    link = models.URLField(max_length=500, blank=True)
    room_places = models.PositiveIntegerField(null=True, blank=True)
    speakers = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.PLANNED)
    sequence = models.PositiveSmallIntegerField(default=0)
    moved_from = models.DateTimeField(null=True, blank=True)
    called_off_reason = models.CharField(max_length=300, blank=True)

    class Protection:
        owner = "training"
        rows = "with the module"
        retention = "evidence"
        operational = {
            "id", "module", "title", "mode", "starts_at", "ends_at", "break_minutes", "room", "address", "link",
            "room_places", "speakers", "state", "sequence", "moved_from", "called_off_reason",
        }  # fmt: skip

    class Meta:
        ordering = ["starts_at", "id"]
        indexes = [
            models.Index(fields=["module", "starts_at"], name="session_of_module"),
            models.Index(fields=["starts_at"], name="session_by_day"),
        ]
        constraints = [
            models.CheckConstraint(name="session_ends_after_start", condition=Q(ends_at__gt=F("starts_at"))),
            models.CheckConstraint(
                name="session_lasts_less_than_a_day",
                condition=Q(ends_at__lte=F("starts_at") + dt.timedelta(hours=12)),
            ),
            models.CheckConstraint(
                name="session_longer_than_its_break",
                condition=Q(ends_at__gt=F("starts_at") + F("break_minutes") * dt.timedelta(minutes=1)),
            ),
            models.CheckConstraint(
                name="session_says_where",
                condition=Q(mode="presence") & ~Q(room="")
                | Q(mode="online") & ~Q(link="")
                | Q(mode="blended") & ~Q(room="") & ~Q(link=""),
            ),
            models.CheckConstraint(
                name="session_room_has_places", condition=Q(room_places=None) | Q(room_places__gte=1)
            ),
            models.CheckConstraint(
                name="session_called_off_says_why",
                condition=Q(state="called_off") & ~Q(called_off_reason="")
                | Q(state="planned", called_off_reason=""),
            ),
        ]

    @property
    def planned_minutes(self) -> int:
        """How long it is taught: without the break."""
        return round((self.ends_at - self.starts_at).total_seconds() / 60) - self.break_minutes

    @property
    def is_called_off(self) -> bool:
        return self.state == self.State.CALLED_OFF

    @property
    def place(self) -> str:
        """The room with its address; "" on line."""
        return ", ".join(part for part in (self.room, self.address) if part)


class Teaching(models.Model):
    """A colleague teaches a session: keeps its register and adds materials."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="teachings", db_index=False)
    trainer = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")

    class Protection:
        owner = "training"
        rows = "open: who teaches is part of the programme"
        retention = "evidence"
        operational = {"id", "session"}
        staff = {"trainer"}

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_teaching_per_trainer", fields=["session", "trainer"])
        ]
