# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The list of meetings, one of them, tasks, and the calendar."""

import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.forms import Form
from django.urls import reverse
from django.utils.translation import gettext as _

from lgnet.core import places
from lgnet.core.authz import Verdict
from lgnet.core.clock import now
from lgnet.exchange import queries as exchange
from lgnet.exchange.models import Group
from lgnet.interop.calendars import Appointment
from lgnet.meetings import policies, queries
from lgnet.meetings.models import Attendance, Decision, InvitedPartner, Meeting, Task
from lgnet.meetings.queries import PAGE, Coming
from lgnet.network.models import Organisation
from lgnet.network.worker import Worker


@dataclass(frozen=True, slots=True)
class ListPage:
    """What is to come and what is over; of a group also its tasks."""

    to_come: Sequence[Meeting]
    past: Sequence[Meeting]
    next_url: str
    is_first: bool
    group: Group | None
    tasks: Sequence["TaskLine"]
    form: Form | None
    new_url: str
    invitations: Sequence[Attendance]
    partner_invitations: Sequence[InvitedPartner]


def list_page(by: Worker, group: Group | None, after: str, form: Form | None) -> ListPage:
    """At most five queries."""
    start, pk = places.moment(after), group.pk if group else None
    past = queries.past(pk, start)
    last = past[PAGE - 1] if len(past) > PAGE else None
    query = {"group": str(pk)} if pk else {}
    more = urlencode({**query, "after": places.written(last.starts_at, last.pk)}) if last else ""
    return ListPage(
        to_come=queries.to_come(pk) if start is None else [],
        past=past[:PAGE],
        next_url=f"{reverse('meetings:list')}?{more}" if more else "",
        is_first=start is None,
        group=group,
        tasks=[task_line(by, task) for task in queries.group_tasks(group.pk)] if group else [],
        form=form,
        new_url=reverse("meetings:new") + (f"?{urlencode(query)}" if query else ""),
        invitations=[] if group or start else list(queries.invitations(by)[:10]),
        partner_invitations=[] if group or start else list(queries.partner_invitations(by)[:10]),
    )


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A task with what may be done with it."""

    task: Task
    may_finish: Verdict
    may_take_up: Verdict
    may_drop: Verdict
    where: str
    where_url: str


def task_line(by: Worker, task: Task) -> TaskLine:
    """No query: the task comes with its decision's meeting or its group."""
    meeting = task.decision.meeting if task.decision else None
    group_url = f"{reverse('meetings:list')}?group={task.group_id}"
    return TaskLine(
        task=task,
        may_finish=policies.finish(by, task),
        may_take_up=policies.take_up_again(by, task),
        may_drop=policies.drop(by, task),
        where=meeting.title if meeting else (task.group.name if task.group else ""),
        where_url=reverse("meetings:meeting", args=[meeting.pk]) if meeting else group_url,
    )


@dataclass(frozen=True, slots=True)
class May:
    """What may be done with a meeting now."""

    edit: Verdict
    cancel: Verdict
    invite: Verdict
    invite_partners: Verdict
    appoint: Verdict
    enrol: Verdict
    withdraw: Verdict
    decline: Verdict
    write_report: Verdict


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A decision and the tasks that follow."""

    decision: Decision
    tasks: Sequence[TaskLine]
    form: Form | None


@dataclass(frozen=True, slots=True)
class Forms:
    """Forms of the page; the one that came back is bound."""

    invite: Form
    cancel: Form
    decision: Form
    partners: Form
    appoint: Form
    task_of: Callable[[uuid.UUID], Form]


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """A meeting with who comes, what came of it, and what follows."""

    meeting: Meeting
    agenda: Sequence[str]
    look: str
    state: str
    mine: Attendance | None
    my_place: Coming | None
    coming: Sequence[Coming]
    waiting: Sequence[Coming]
    invited: Sequence[Attendance]
    partners: Sequence[Organisation]
    free: int | None
    decisions: Sequence[DecisionView]
    may: May
    forms: Forms
    is_over: bool


def meeting_page(by: Worker, meeting: Meeting, forms: Forms) -> MeetingPage:
    """Seven queries, with those of the forms."""
    rows, asked = queries.attendances(meeting), queries.invited_partners(meeting)
    mine = next((row for row in rows if row.colleague_id == by.user.pk), None)
    ranked = queries.coming(meeting, rows)
    placed = [each for each in ranked if each.has_place]
    may = May(
        edit=policies.edit(by, meeting),
        cancel=policies.cancel(by, meeting),
        invite=policies.invite(by, meeting),
        invite_partners=policies.invite_partners(by, meeting),
        appoint=policies.appoint(
            by, meeting, is_invited=any(one.partner_id == by.partner_id for one in asked)
        ),
        enrol=policies.enrol(by, meeting, mine),
        withdraw=policies.withdraw(by, meeting, mine),
        decline=policies.decline(by, meeting, mine),
        write_report=policies.write_report(by, meeting),
    )
    look, state = state_of(meeting)
    return MeetingPage(
        meeting=meeting,
        agenda=[
            " ".join(line.lstrip("-*• ").split()) for line in meeting.agenda.splitlines() if line.strip()
        ],
        look=look,
        state=state,
        mine=mine,
        my_place=next((each for each in ranked if each.attendance.colleague_id == by.user.pk), None),
        coming=placed,
        waiting=[each for each in ranked if not each.has_place],
        invited=[row for row in rows if row.enrolled_at is None and row.declined_at is None],
        partners=[one.partner for one in asked],
        free=max(meeting.places - len(ranked), 0) if meeting.places is not None else None,
        decisions=[_decision(by, meeting, each, forms, may) for each in queries.decisions(meeting)],
        may=may,
        forms=forms,
        is_over=meeting.ends_at < now(),
    )


def _decision(by: Worker, meeting: Meeting, decision: Decision, forms: Forms, may: May) -> DecisionView:
    tasks = list(decision.tasks.all())
    for task in tasks:
        task.decision = decision
    decision.meeting = meeting
    form = forms.task_of(decision.pk) if may.write_report.allowed else None
    return DecisionView(decision, [task_line(by, task) for task in tasks], form)


def state_of(meeting: Meeting) -> tuple[str, str]:
    """How it stands: the look and the word."""
    if meeting.cancelled_at is not None:
        return "withdrawn", _("Called off")
    if meeting.ends_at < now():
        return ("done", _("With report")) if meeting.report else ("ended", _("Over"))
    return ("active", _("Under way")) if meeting.starts_at <= now() else ("planned", _("To come"))


@dataclass(frozen=True, slots=True)
class EditPage:
    """The form of a meeting or of its report."""

    form: Form
    meeting: Meeting | None
    back: str


@dataclass(frozen=True, slots=True)
class TasksPage:
    """What somebody has taken on, and what they did last."""

    open: Sequence[TaskLine]
    done: Sequence[TaskLine]


def tasks_page(by: Worker) -> TasksPage:
    """Two queries."""
    return TasksPage(
        [task_line(by, task) for task in queries.open_tasks(by)[:100]],
        [task_line(by, task) for task in queries.done_tasks(by)],
    )


def appointments(meetings: Iterable[Meeting]) -> list[Appointment]:
    """Meetings as a calendar takes them."""
    return [
        Appointment(
            id=each.pk,
            title=each.title,
            starts_at=each.starts_at,
            ends_at=each.ends_at,
            path=reverse("meetings:meeting", args=[each.pk]),
            place=each.place or each.link,
            words="\n".join(part for part in (each.host.short_name, each.link) if part),
            sequence=each.version,
            is_cancelled=each.cancelled_at is not None,
        )
        for each in meetings
    ]


def group_named(by: Worker, text: str) -> Group | None:
    """The group of an address, if who asks belongs to it."""
    try:
        wanted = uuid.UUID(text)
    except ValueError:
        return None
    group = Group.objects.filter(pk=wanted).first()
    return group if group is not None and exchange.is_member(group, by.user.pk) else None
