# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Meetings of the tests, called by the actions themselves; who organises acts."""

import datetime as dt
from typing import Any

from lgnet.core.clock import now, today
from lgnet.core.rowsecurity import acting_as
from lgnet.exchange.models import Group
from lgnet.exchange.queries import Known
from lgnet.meetings import actions
from lgnet.meetings.actions import Plan
from lgnet.meetings.models import Decision, Meeting, Task
from lgnet.network.models import Organisation
from lgnet.network.worker import Worker


def known(worker: Worker) -> Known:
    """A colleague as they are chosen from the list."""
    return Known(worker.user.pk, worker.user.name, worker.partner_id, worker.organisation.short_name)


def a_meeting(by: Worker, title: str = "Visita allo sportello", *, days: int = 7, **more: Any) -> Meeting:
    """A visit in so many days, of three hours; in the past where days are negative."""
    at = now() + dt.timedelta(days=days)
    given = {"kind": "visit", "host": by.organisation, "place": "Palazzo Tursi", **more}
    with acting_as(by.actor()):
        return actions.call(
            by=by, plan=Plan(title=title, starts_at=at, ends_at=at + dt.timedelta(hours=3), **given)
        )


def a_decision(by: Worker, meeting: Meeting, text: str = "Un modulo comune") -> Decision:
    """What it decided."""
    with acting_as(by.actor()):
        return actions.decide(by=by, meeting=meeting, text=text)


def a_task(by: Worker, owner: Worker, decision: Decision | None = None, group: Group | None = None) -> Task:
    """Something that somebody takes on, due in a week."""
    with acting_as(by.actor()):
        return actions.give_task(
            by=by, text="Scrivere la bozza", owner=known(owner), due_on=today() + dt.timedelta(days=7),
            decision=decision, group=group,
        )  # fmt: skip


def invite_partner(by: Worker, meeting: Meeting, *partners: Organisation) -> int:
    """Partners are invited as a whole."""
    with acting_as(by.actor()):
        return actions.invite_partners(by=by, meeting=meeting, partners=partners)


def the_whole_meeting(organises: Worker, comes: Worker) -> None:
    """A row in every table."""
    meeting = a_meeting(organises)
    invite_partner(organises, meeting, comes.organisation)
    with acting_as(comes.actor()):
        actions.enrol(by=comes, meeting=meeting)
    a_task(organises, comes, a_decision(organises, a_meeting(organises, days=-3)))
