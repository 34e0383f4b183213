# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""After a meeting: who was there, the report, decisions, and the tasks that follow."""

import datetime as dt
import uuid
from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext as _

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now, today
from lgnet.core.ids import new_id
from lgnet.exchange import queries as exchange
from lgnet.exchange.actions import look_before_posting, note_posted_anyway
from lgnet.exchange.models import Group
from lgnet.exchange.queries import Known
from lgnet.meetings import policies
from lgnet.meetings.actions import counted
from lgnet.meetings.actions.organising import locked, path_of
from lgnet.meetings.actions.telling import write_to
from lgnet.meetings.models import Attendance, Decision, Meeting, Task
from lgnet.meetings.notifications import TASK
from lgnet.network.worker import Worker


@transaction.atomic
def write_report(
    *, by: Worker, meeting: Meeting, text: str, present: Collection[uuid.UUID] = (), reason: str = ""
) -> Meeting:
    """Tell what came of it and who of those enrolled was there. The first time it counts as held."""
    meeting = locked(meeting)
    policies.write_report(by, meeting).enforce()
    checked = look_before_posting(by=by, texts=[text], reason=reason)
    if meeting.reported_at is None:
        counted.count_held(meeting)
    meeting.report, meeting.reported_at = text.strip(), now()
    meeting.save(update_fields=["report", "reported_at"])
    rows = Attendance.objects.filter(meeting=meeting, enrolled_at__isnull=False)
    rows.filter(pk__in=present).update(was_there=True)
    rows.exclude(pk__in=present).update(was_there=False)
    note_posted_anyway(
        by=by, checked=checked, reason=reason, subject=meeting, link=path_of(meeting), group=meeting.group
    )
    audit.record("meeting.reported", on=meeting, present=len(present))
    return meeting


@transaction.atomic
def decide(*, by: Worker, meeting: Meeting, text: str, reason: str = "") -> Decision:
    """Write down what it decided."""
    policies.write_report(by, meeting).enforce()
    checked = look_before_posting(by=by, texts=[text], reason=reason)
    made = Decision.objects.create(meeting=meeting, text=" ".join(text.split())[:500], decided_at=now())
    note_posted_anyway(
        by=by, checked=checked, reason=reason, subject=made, link=path_of(meeting), group=meeting.group
    )
    audit.record("meeting.decided", on=made)
    return made


@transaction.atomic
def drop_decision(*, by: Worker, decision: Decision) -> None:
    """Take a decision away that nothing follows from."""
    policies.write_report(by, decision.meeting).enforce()
    if decision.tasks.exists():
        raise Refused(_("Tasks follow from it: take those back first."))
    audit.record("meeting.decision_dropped", on=decision)
    decision.delete()


@transaction.atomic
def give_task(
    *,
    by: Worker,
    text: str,
    owner: Known,
    due_on: dt.date,
    decision: Decision | None = None,
    group: Group | None = None,
    reason: str = "",
    task_id: uuid.UUID | None = None,
) -> Task:
    """Let somebody take something on: it follows from a decision, or a group agreed on it. They are told."""
    if decision is not None:
        policies.write_report(by, decision.meeting).enforce()
        group_of, path = decision.meeting.group, path_of(decision.meeting)
    else:
        assert group is not None  # noqa: S101 - the form has one of the two
        policies.organise(by, is_member=exchange.is_member(group, by.user.pk)).enforce()
        group_of, path = group, f"/meetings/?group={group.pk}"
    known = Task.objects.filter(pk=task_id).first() if task_id else None
    if known is not None:
        return known
    _check(owner, due_on, group_of)
    checked = look_before_posting(by=by, texts=[text], reason=reason)
    made = Task(
        id=task_id or new_id(), text=" ".join(text.split())[:300], owner_id=owner.id,
        organisation_id=owner.organisation_id, due_on=due_on, decision=decision, group=None if decision else group,
        given_at=now(), given_by_id=by.user.pk,
    )  # fmt: skip
    made.save(force_insert=True)
    note_posted_anyway(by=by, checked=checked, reason=reason, subject=made, link=path, group=group_of)
    audit.record("task.given", on=made, owner=owner.id)
    if owner.id != by.user.pk:
        write_to([owner.id], TASK, on=due_on, path="/meetings/tasks/")
    return made


def _check(owner: Known, due_on: dt.date, group: Group | None) -> None:
    if due_on < today():
        raise Refused(_("This day has passed."))
    if group is not None and not exchange.is_member(group, owner.id):
        raise Refused(_("Only members of the group take its tasks on."))


@transaction.atomic
def finish(*, by: Worker, task: Task) -> Task:
    """Say that it is done."""
    task = _locked(task)
    policies.finish(by, task).enforce()
    return _set_done(task, done=True)


@transaction.atomic
def take_up_again(*, by: Worker, task: Task) -> Task:
    """Say that it is not done after all."""
    task = _locked(task)
    policies.take_up_again(by, task).enforce()
    return _set_done(task, done=False)


def _set_done(task: Task, *, done: bool) -> Task:
    task.done_at = now() if done else None
    task.save(update_fields=["done_at"])
    audit.record("task.done" if done else "task.taken_up_again", on=task)
    return task


@transaction.atomic
def drop_task(*, by: Worker, task: Task) -> None:
    """Take a task back that one gave."""
    policies.drop(by, task).enforce()
    audit.record("task.dropped", on=task, owner=task.owner_id)
    task.delete()


def _locked(task: Task) -> Task:
    rows = Task.objects.filter(pk=task.pk)
    return rows.select_for_update(of=("self",)).first() or rows.get()
