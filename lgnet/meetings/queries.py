# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reads of meetings and tasks. Row security: of a group for its members, otherwise for who works in the network."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from lgnet.core.clock import now
from lgnet.meetings.models import Attendance, Decision, InvitedPartner, Meeting, Task
from lgnet.network.models import Colleague, Membership, Organisation, Partnership
from lgnet.network.worker import Worker

PAGE = 25
Place = tuple[dt.datetime, uuid.UUID]


def _listed(group: uuid.UUID | None) -> QuerySet[Meeting]:
    rows = Meeting.objects.select_related("host", "group", "organiser")
    rows = rows.annotate(coming=Count("attendances", filter=Q(attendances__enrolled_at__isnull=False)))
    return rows.filter(group=group) if group is not None else rows


def to_come(group: uuid.UUID | None = None) -> list[Meeting]:
    """What is to come and under way, the soonest first. One query."""
    return list(_listed(group).filter(ends_at__gte=now()).order_by("starts_at", "id")[:100])


def past(group: uuid.UUID | None = None, after: Place | None = None) -> list[Meeting]:
    """What is over, the latest first; a page and one row more. One query."""
    rows = _listed(group).filter(ends_at__lt=now())
    if after is not None:
        moment, last = after
        rows = rows.filter(Q(starts_at__lt=moment) | Q(starts_at=moment, id__lt=last))
    return list(rows.order_by("-starts_at", "-id")[: PAGE + 1])


@dataclass(frozen=True, slots=True)
class Coming:
    """Somebody who enrolled; `has_place` is false for who waits."""

    attendance: Attendance
    has_place: bool


def attendances(meeting: Meeting) -> list[Attendance]:
    """Everybody who was invited or enrolled, those enrolled first and in their order. One query."""
    rows = Attendance.objects.filter(meeting=meeting).select_related("colleague", "organisation")
    found = list(rows.order_by("colleague__name", "id"))
    late = dt.datetime.max.replace(tzinfo=dt.UTC)
    return sorted(found, key=lambda row: (row.enrolled_at or late, str(row.pk)))


def coming(meeting: Meeting, rows: list[Attendance]) -> list[Coming]:
    """Who enrolled, in their order: the first have a place, who came later waits. Nothing of this is stored."""
    enrolled = [row for row in rows if row.enrolled_at is not None]
    places = meeting.places if meeting.places is not None else len(enrolled)
    return [Coming(row, has_place=n < places) for n, row in enumerate(enrolled)]


def own_attendance(by: Worker, meeting: Meeting) -> Attendance | None:
    """What somebody said, or was asked, about a meeting."""
    return Attendance.objects.filter(meeting=meeting, colleague=by.user.pk).first()


def decisions(meeting: Meeting) -> list[Decision]:
    """What it decided, with the tasks that follow. Two queries."""
    tasks = Task.objects.select_related("owner", "organisation").order_by("due_on", "id")
    return list(Decision.objects.filter(meeting=meeting).prefetch_related(Prefetch("tasks", queryset=tasks)))


def open_tasks(by: Worker) -> QuerySet[Task]:
    """What somebody has taken on and not done, the soonest due first."""
    rows = Task.objects.filter(owner=by.user.pk, done_at=None)
    return rows.select_related("decision__meeting", "group").order_by("due_on", "id")


def done_tasks(by: Worker) -> list[Task]:
    """What somebody has done, the latest first."""
    rows = Task.objects.filter(owner=by.user.pk, done_at__isnull=False)
    return list(rows.select_related("decision__meeting", "group").order_by("-done_at", "-id")[:20])


def group_tasks(group: uuid.UUID) -> list[Task]:
    """Everything that a group agreed on, in its meetings or outside, what is open first."""
    rows = Task.objects.filter(Q(group=group) | Q(decision__meeting__group=group))
    rows = rows.select_related("owner", "organisation", "decision__meeting")
    return sorted(rows.order_by("due_on", "id")[:200], key=lambda task: task.done_at is not None)


def invitations(by: Worker) -> QuerySet[Attendance]:
    """Invitations that wait for an answer, the soonest meeting first."""
    rows = Attendance.objects.filter(
        colleague=by.user.pk,
        invited_at__isnull=False,
        enrolled_at=None,
        declined_at=None,
        meeting__cancelled_at=None,
        meeting__starts_at__gt=now(),
    )
    return rows.select_related("meeting__host").order_by("meeting__starts_at", "id")


def partner_invitations(by: Worker) -> QuerySet[InvitedPartner]:
    """Invitations of the partner as a whole to which none of its people comes yet, the soonest meeting first.

    Without those that somebody said no to for themselves.
    """
    rows = InvitedPartner.objects.filter(
        partner=by.partner_id, meeting__cancelled_at=None, meeting__starts_at__gt=now()
    )
    here = Attendance.objects.filter(meeting=OuterRef("meeting"))
    comes = here.filter(organisation=by.partner_id, enrolled_at__isnull=False)
    answered = here.filter(colleague=by.user.pk)
    rows = rows.filter(~Exists(comes), ~Exists(answered)).select_related("meeting__host")
    return rows.order_by("meeting__starts_at", "id")


def invited_partners(meeting: Meeting) -> list[InvitedPartner]:
    """The partners that were invited as a whole, by name. One query."""
    rows = InvitedPartner.objects.filter(meeting=meeting).select_related("partner")
    return list(rows.order_by("partner__short_name"))


def partners_to_invite(meeting: Meeting) -> QuerySet[Organisation]:
    """The local partners that were not invited as a whole, without the host."""
    roles = (Partnership.Role.LOCAL_PARTNER, Partnership.Role.SUPPORT)
    invited = InvitedPartner.objects.filter(meeting=meeting).values("partner")
    local = Partnership.objects.filter(role__in=roles).values("organisation")
    rows = Organisation.objects.filter(pk__in=local).exclude(pk__in=invited)
    return rows.exclude(pk=meeting.host_id).order_by("short_name")


def colleagues_to_appoint(by: Worker, meeting: Meeting) -> QuerySet[Colleague]:
    """Who works for the partner today and is not enrolled, by name."""
    members = Membership.objects.valid_now().filter(user=OuterRef("pk"), organisation=by.partner_id)
    enrolled = Attendance.objects.filter(colleague=OuterRef("pk"), meeting=meeting, enrolled_at__isnull=False)
    return Colleague.objects.filter(Exists(members), ~Exists(enrolled)).order_by("name", "id")


def mine_to_come(by: Worker) -> list[Meeting]:
    """Meetings that somebody enrolled in or organises, for their calendar."""
    rows = Meeting.objects.filter(ends_at__gte=now() - dt.timedelta(days=30))
    enrolled = Attendance.objects.filter(colleague=by.user.pk, enrolled_at__isnull=False).values("meeting")
    rows = rows.filter(Q(organiser=by.user.pk) | Q(pk__in=enrolled)).select_related("host")
    return list(rows.order_by("starts_at", "id"))
