# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What colleagues of the network wait for: tasks one took on, invitations, and what one was told of."""

import datetime as dt

from django.utils.translation import gettext as _

from lgnet.desk.addresses import address
from lgnet.desk.pages.tiles import Line, Tile
from lgnet.desk.queries import CAP, SHOWN
from lgnet.exchange import queries as exchange
from lgnet.exchange.models import Notice
from lgnet.meetings import queries as meetings
from lgnet.meetings.models import Attendance, InvitedPartner, Task
from lgnet.network.worker import Worker


def colleagues_tile(worker: Worker) -> Tile:
    """Tasks first, the soonest due; then invitations, also of the partner, then what is new. Four queries."""
    lines = [_task(row) for row in meetings.open_tasks(worker)[: CAP + 1]]
    lines += [_invitation(row) for row in meetings.invitations(worker)[: CAP + 1]]
    lines += [_partner_invited(row) for row in meetings.partner_invitations(worker)[: CAP + 1]]
    lines += [_notice(row) for row in exchange.unread(worker)[: CAP + 1]]
    many = _("more than %(n)s") % {"n": CAP}
    return Tile(
        title=_("With colleagues of the network"),
        symbol="comment",
        tone="warn" if lines else "good",
        count=many if len(lines) > CAP else str(len(lines)),
        lines=lines[:SHOWN],
        url=address("meetings:tasks") if lines and lines[0].due else address("exchange:notices"),
        nothing=_("No task, no invitation, nothing new."),
    )


def _task(task: Task) -> Line:
    where = task.decision.meeting.title if task.decision else (task.group.name if task.group else "")
    return Line(task.text, address("meetings:tasks"), where, task.due_on, soon_days=3)


def _invitation(row: Attendance) -> Line:
    day: dt.datetime = row.meeting.starts_at
    return Line(
        row.meeting.title, address("meetings:meeting", row.meeting_id), _("You are invited"), day, soon_days=3
    )


def _partner_invited(row: InvitedPartner) -> Line:
    day: dt.datetime = row.meeting.starts_at
    url = address("meetings:meeting", row.meeting_id)
    return Line(row.meeting.title, url, _("Your partner is invited"), day, soon_days=3)


def _notice(row: Notice) -> Line:
    if row.post is not None:
        url = address("exchange:thread", row.post.thread_id)
        thread = row.post.thread
        title = str(row.get_kind_display()) if thread.is_gone else thread.title
        return Line(title, url, f"{row.get_kind_display()} · {row.by.name}")
    return Line(
        row.group.name if row.group else "", address("exchange:group", row.group_id), row.get_kind_display()
    )
