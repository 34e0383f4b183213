# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Meetings and study visits, who comes, what was decided, and the tasks that follow."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lgnet.core.ids import new_id
from lgnet.exchange.models import Group
from lgnet.network.models import Colleague, Organisation

TITLE, TEXT = 160, 10_000


class Meeting(models.Model):
    """A meeting, or a visit to the services of a partner; of a working group it exists for the members alone."""

    class Kind(models.TextChoices):
        MEETING = "meeting", _("Meeting")
        VISIT = "visit", _("Study visit")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=8, choices=Kind)
    title = models.CharField(max_length=TITLE)
    purpose = models.TextField(blank=True)
    agenda = models.TextField(blank=True)
    host = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    group = models.ForeignKey(Group, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    place = models.CharField(max_length=200, blank=True)
    link = models.URLField(max_length=300, blank=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    places = models.PositiveSmallIntegerField(null=True, blank=True)
    organiser = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=0)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancel_reason = models.CharField(max_length=300, blank=True)
    report = models.TextField(blank=True)
    reported_at = models.DateTimeField(null=True, blank=True)

    class Protection:
        owner = "meetings"
        rows = "who works in the network; of a group its members"
        retention = "evidence"
        operational = {
            "id", "kind", "title", "purpose", "agenda", "host", "group", "place", "link", "starts_at", "ends_at",
            "places", "organisation", "written_at", "version", "cancelled_at", "cancel_reason", "report",
            "reported_at",
        }  # fmt: skip
        staff = {"organiser"}

    class Meta:
        indexes = [models.Index(fields=["starts_at", "id"], name="meeting_by_day")]
        constraints = [
            models.CheckConstraint(name="meeting_ends_after_start", condition=Q(ends_at__gt=F("starts_at"))),
            models.CheckConstraint(name="meeting_has_a_place", condition=~Q(place="") | ~Q(link="")),
            models.CheckConstraint(
                name="meeting_places_are_some", condition=Q(places=None) | Q(places__gt=0)
            ),
            models.CheckConstraint(
                name="meeting_cancelled_with_reason",
                condition=Q(cancelled_at=None, cancel_reason="")
                | (Q(cancelled_at__isnull=False) & ~Q(cancel_reason="")),
            ),
            models.CheckConstraint(
                name="meeting_report_with_its_moment",
                condition=Q(report="", reported_at=None) | (~Q(report="") & Q(reported_at__isnull=False)),
            ),
        ]


class Attendance(models.Model):
    """Somebody was invited, comes, or was there. Of those who enrolled, the first as many as there are places."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="attendances", db_index=False)
    colleague = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    invited_at = models.DateTimeField(null=True, blank=True)
    enrolled_at = models.DateTimeField(null=True, blank=True)
    declined_at = models.DateTimeField(null=True, blank=True)
    was_there = models.BooleanField(null=True, blank=True)

    class Protection:
        owner = "meetings"
        rows = "with the meeting; written by oneself and by who organises"
        retention = "evidence"
        operational = {
            "id", "meeting", "organisation", "invited_at", "enrolled_at", "declined_at", "was_there",
        }  # fmt: skip
        staff = {"colleague"}

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_attendance_each", fields=["meeting", "colleague"]),
            models.CheckConstraint(
                name="attendance_enrolled_or_declined", condition=Q(enrolled_at=None) | Q(declined_at=None)
            ),
        ]


class InvitedPartner(models.Model):
    """A whole partner was invited: each of its people reads so, its coordinator says who comes, or they do."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="invited_partners", db_index=False
    )
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    invited_at = models.DateTimeField()

    class Protection:
        owner = "meetings"
        rows = "with the meeting; written by who organises"
        retention = "evidence"
        operational = {"id", "meeting", "partner", "invited_at"}

    class Meta:
        constraints = [models.UniqueConstraint(name="partner_invited_once", fields=["meeting", "partner"])]


class Decision(models.Model):
    """Something that a meeting decided."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="decisions")
    text = models.CharField(max_length=500)
    decided_at = models.DateTimeField()

    class Protection:
        owner = "meetings"
        rows = "with the meeting"
        retention = "evidence"
        operational = {"id", "meeting", "text", "decided_at"}

    class Meta:
        ordering = ["decided_at", "id"]


class Task(models.Model):
    """What somebody takes on by a day: it follows from a decision, or a working group agreed on it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    text = models.CharField(max_length=300)
    owner = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+", db_index=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    decision = models.ForeignKey(
        Decision, on_delete=models.PROTECT, null=True, blank=True, related_name="tasks"
    )
    group = models.ForeignKey(Group, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    given_at = models.DateTimeField()
    given_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    done_at = models.DateTimeField(null=True, blank=True)

    class Protection:
        owner = "meetings"
        rows = "the owner's; with the meeting or the group it comes from"
        retention = "evidence"
        operational = {"id", "text", "organisation", "due_on", "decision", "group", "given_at", "done_at"}
        staff = {"owner", "given_by"}

    class Meta:
        indexes = [
            models.Index(fields=["owner", "due_on", "id"], name="task_of_owner"),
        ]
        constraints = [
            models.CheckConstraint(
                name="task_of_a_decision_or_a_group",
                condition=Q(decision__isnull=False, group=None) | Q(decision=None, group__isnull=False),
            ),
        ]
