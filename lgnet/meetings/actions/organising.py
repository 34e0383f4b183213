# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Call a meeting, change it, call it off; invite and enrol."""

import datetime as dt
import uuid
from dataclasses import asdict, dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now
from lgnet.core.ids import new_id
from lgnet.exchange import queries as exchange
from lgnet.exchange.actions import look_before_posting, note_posted_anyway
from lgnet.exchange.models import Group
from lgnet.exchange.queries import Known
from lgnet.meetings import policies, queries
from lgnet.meetings.actions import counted
from lgnet.meetings.actions.telling import write_to
from lgnet.meetings.models import Attendance, Meeting
from lgnet.meetings.notifications import CALLED_OFF, INVITED, MOVED, PLACE
from lgnet.network.models import Organisation
from lgnet.network.worker import Worker


@dataclass(frozen=True, slots=True)
class Plan:
    """What is announced of a meeting."""

    kind: str
    title: str
    host: Organisation
    starts_at: dt.datetime
    ends_at: dt.datetime
    place: str = ""
    link: str = ""
    places: int | None = None
    purpose: str = ""
    agenda: str = ""
    group: Group | None = None

    @property
    def texts(self) -> list[str]:
        """What the guard looks at."""
        return [self.title, self.purpose, self.agenda, self.place]


@transaction.atomic
def call(*, by: Worker, plan: Plan, reason: str = "", meeting_id: uuid.UUID | None = None) -> Meeting:
    """Announce a meeting or a visit. Sent twice with one id it is one meeting."""
    is_member = plan.group is None or exchange.is_member(plan.group, by.user.pk)
    policies.organise(by, is_member=is_member).enforce()
    known = Meeting.objects.filter(pk=meeting_id).first() if meeting_id else None
    if known is not None:
        return known
    checked = look_before_posting(by=by, texts=plan.texts, reason=reason)
    meeting = Meeting(
        id=meeting_id or new_id(), organiser_id=by.user.pk, organisation_id=by.partner_id, written_at=now()
    )
    _fill(meeting, plan)
    meeting.save(force_insert=True)
    note_posted_anyway(
        by=by, checked=checked, reason=reason, subject=meeting, link=path_of(meeting), group=meeting.group
    )
    audit.record("meeting.called", on=meeting)
    return meeting


@transaction.atomic
def edit(*, by: Worker, meeting: Meeting, plan: Plan, reason: str = "") -> Meeting:
    """Change what was announced; who comes is told of another hour. The group stays what it is."""
    meeting = locked(meeting)
    policies.edit(by, meeting).enforce()
    checked = look_before_posting(by=by, texts=plan.texts, reason=reason)
    if meeting.reported_at is not None and plan.starts_at > now():
        raise Refused(policies.IS_OVER)
    before, was, group = (meeting.starts_at, meeting.ends_at), meeting.kind, meeting.group
    _fill(meeting, plan)
    meeting.group, meeting.version = group, meeting.version + 1
    meeting.save()
    if meeting.reported_at is not None:
        counted.follow(meeting, was=was, began=before[0])
    note_posted_anyway(
        by=by, checked=checked, reason=reason, subject=meeting, link=path_of(meeting), group=group
    )
    audit.record("meeting.changed", on=meeting)
    if before != (meeting.starts_at, meeting.ends_at) and meeting.starts_at > now():
        write_to(_who_comes(meeting) - {by.user.pk}, MOVED, on=meeting.starts_at, path=path_of(meeting))
    return meeting


def _fill(meeting: Meeting, plan: Plan) -> None:
    names = [name for name in asdict(plan) if name not in {"host", "group"}]
    for name in names:
        value = getattr(plan, name)
        setattr(meeting, name, value.strip() if isinstance(value, str) else value)
    meeting.host, meeting.group = plan.host, plan.group


@transaction.atomic
def cancel(*, by: Worker, meeting: Meeting, reason: str) -> Meeting:
    """Call it off with a reason that everybody reads; who comes and who was invited is told."""
    meeting = locked(meeting)
    policies.cancel(by, meeting).enforce()
    if not reason.strip():
        raise Refused(_("Say why: those who come read it."))
    look_before_posting(by=by, texts=[reason], reason="")
    meeting.cancelled_at, meeting.cancel_reason = now(), reason.strip()[:300]
    meeting.version += 1
    meeting.save(update_fields=["cancelled_at", "cancel_reason", "version"])
    audit.record("meeting.called_off", on=meeting)
    people = set(
        Attendance.objects.filter(meeting=meeting, declined_at=None).values_list("colleague", flat=True)
    )
    write_to(people - {by.user.pk}, CALLED_OFF, on=meeting.starts_at, path=path_of(meeting))
    return meeting


@transaction.atomic
def invite(*, by: Worker, meeting: Meeting, who: Known) -> Attendance:
    """Ask a colleague to come; to the meeting of a group only its members."""
    meeting = locked(meeting)
    policies.invite(by, meeting).enforce()
    if meeting.group is not None and not exchange.is_member(meeting.group, who.id):
        raise Refused(_("Only members of the group come to its meetings: add this colleague to it first."))
    known = Attendance.objects.filter(meeting=meeting, colleague=who.id).first()
    if known is not None:
        return known
    made = Attendance.objects.create(
        meeting=meeting, colleague_id=who.id, organisation_id=who.organisation_id, invited_at=now()
    )
    audit.record("meeting.invited", on=meeting, colleague=who.id)
    write_to([who.id], INVITED, on=meeting.starts_at, path=path_of(meeting))
    return made


@transaction.atomic
def enrol(*, by: Worker, meeting: Meeting) -> Attendance:
    """Say that one comes. Whoever enrols after the places are taken waits in the order of enrolment."""
    mine = queries.own_attendance(by, meeting)
    policies.enrol(by, meeting, mine).enforce()
    row = mine or Attendance(meeting=meeting, colleague_id=by.user.pk, organisation_id=by.partner_id)
    row.enrolled_at, row.declined_at = now(), None
    row.save(force_insert=mine is None)
    audit.record("meeting.enrolled", on=meeting)
    return row


@transaction.atomic
def withdraw(*, by: Worker, meeting: Meeting) -> None:
    """Say that one does not come after all; whoever waited first has the place and is told."""
    mine = queries.own_attendance(by, meeting)
    policies.withdraw(by, meeting, mine).enforce()
    assert mine is not None  # noqa: S101 - the policy refuses
    waited = {row.attendance.colleague_id for row in _ranked(meeting) if not row.has_place}
    mine.enrolled_at, mine.declined_at = None, now()
    mine.save(update_fields=["enrolled_at", "declined_at"])
    audit.record("meeting.withdrawn_from", on=meeting)
    placed = {row.attendance.colleague_id for row in _ranked(meeting) if row.has_place}
    write_to((placed & waited) - {by.user.pk}, PLACE, on=meeting.starts_at, path=path_of(meeting))


@transaction.atomic
def decline(*, by: Worker, meeting: Meeting) -> None:
    """Say no to an invitation."""
    mine = queries.own_attendance(by, meeting)
    policies.decline(by, meeting, mine).enforce()
    assert mine is not None  # noqa: S101 - the policy refuses
    mine.declined_at = now()
    mine.save(update_fields=["declined_at"])
    audit.record("meeting.declined", on=meeting)


def _ranked(meeting: Meeting) -> list[queries.Coming]:
    return queries.coming(meeting, queries.attendances(meeting))


def _who_comes(meeting: Meeting) -> set[uuid.UUID]:
    rows = Attendance.objects.filter(meeting=meeting, enrolled_at__isnull=False)
    return set(rows.values_list("colleague", flat=True))


def path_of(meeting: Meeting) -> str:
    """Where a meeting is read."""
    return f"/meetings/{meeting.pk}/"


def locked(meeting: Meeting) -> Meeting:
    """The row as it is now; who may not change it cannot hold it, and reads it instead."""
    rows = Meeting.objects.select_related("group", "host").filter(pk=meeting.pk)
    return rows.select_for_update(of=("self",)).first() or rows.get()
