# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who takes part in a module, in the order in which they came, and what they were told."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lgnet.core.ids import new_id
from lgnet.network.models import Colleague, Organisation
from lgnet.training.models.programme import Module
from lgnet.training.models.session import Session

STANDING = ("waiting", "seated")


class Enrolment(models.Model):
    """Somebody asked for a place. `arrival` is their turn in the module, given once and for good.

    Places are given by the database function `training_settle` alone: nobody else may write `seated_at`. A place is
    held while the request waits for the coordinator; `approved_at` says that it no longer does.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("On the waiting list")
        SEATED = "seated", _("Has a place")
        DECLINED = "declined", pgettext_lazy("enrolment", "Not approved")
        WITHDRAWN = "withdrawn", pgettext_lazy("enrolment", "Withdrawn")
        LAPSED = "lapsed", _("Not approved in time")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    module = models.ForeignKey(Module, on_delete=models.PROTECT, related_name="enrolments", db_index=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", db_index=False)
    colleague = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    arrival = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(
        Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    seated_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    end_reason = models.CharField(max_length=300, blank=True)

    class Protection:
        owner = "training"
        rows = "partner; one's own; the trainers of the module; the nation all, to keep the register"
        retention = "evidence"
        operational = {"id", "module", "partner", "arrival", "state", "end_reason"}
        staff = {
            "colleague", "asked_at", "asked_by", "approved_at", "approved_by", "seated_at", "ended_at", "ended_by",
        }  # fmt: skip

    class Meta:
        indexes = [
            models.Index(fields=["partner", "module"], name="enrolment_of_partner"),
            models.Index(
                fields=["module", "arrival"], name="enrolment_waiting", condition=Q(state="waiting")
            ),
        ]
        constraints = [
            models.UniqueConstraint(name="one_arrival_per_turn", fields=["module", "arrival"]),
            models.UniqueConstraint(
                name="one_standing_enrolment", fields=["module", "colleague"], condition=Q(state__in=STANDING)
            ),
            models.CheckConstraint(
                name="enrolment_seated_since",
                condition=Q(state="waiting", seated_at=None)
                | Q(state="seated", seated_at__isnull=False)
                | ~Q(state__in=STANDING),
            ),
            models.CheckConstraint(
                name="enrolment_approved_at_and_by",
                condition=Q(approved_at=None, approved_by=None)
                | Q(approved_at__isnull=False, approved_by__isnull=False),
            ),
            models.CheckConstraint(
                name="enrolment_ended_at_and_by",
                condition=Q(state__in=STANDING, ended_at=None, ended_by=None)
                | Q(state__in=("declined", "withdrawn"), ended_at__isnull=False, ended_by__isnull=False)
                | Q(state="lapsed", ended_at__isnull=False, ended_by=None),
            ),
        ]

    @property
    def is_standing(self) -> bool:
        return self.state in STANDING

    @property
    def is_to_approve(self) -> bool:
        return self.is_standing and self.approved_at is None


class Notice(models.Model):
    """Somebody was written to about their enrolment: each thing once, whatever the jobs do."""

    class Kind(models.TextChoices):
        SEATED = "seated", _("A place is yours")
        MOVED = "moved", _("A session was moved")
        CALLED_OFF = "called_off", _("A session was called off")
        REMINDER = "reminder", _("A session is near")
        ENDED = "ended", _("The enrolment has ended")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="notices", db_index=False)
    session = models.ForeignKey(Session, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind)
    sequence = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField()

    class Protection:
        owner = "training"
        rows = "with the enrolment"
        retention = "staff"
        operational = {"id", "enrolment", "session", "kind", "sequence", "sent_at"}

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="told_each_thing_once",
                fields=["enrolment", "kind", "session", "sequence"],
                nulls_distinct=False,
            )
        ]
