# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the network counts of a meeting or a visit: that it was held, once what came of it is written.

It counts for the partner for which its organiser works on that day. What a working group holds counts nothing: only
its members read of it, and so nobody could verify the figure.
"""

import datetime as dt

from lgnet.core.clock import ROME
from lgnet.counting import actions as counting
from lgnet.counting.models import FactKind
from lgnet.meetings.models import Meeting


def count_held(meeting: Meeting) -> None:
    """It was held: one event, on the day on which it began."""
    if meeting.group_id is None:
        counting.hold(
            kind=FactKind.EVENT, occurred_on=_day(meeting.starts_at), subject_id=meeting.pk, detail=meeting.kind,
            evidence=f"meetings.meeting:{meeting.pk}",
        )  # fmt: skip


def follow(meeting: Meeting, *, was: str, began: dt.datetime) -> None:
    """Its day, or what it was, is corrected after it had counted: what was stated is taken back and stated anew.

    Whoever works for another partner since then takes nothing back, and what was counted stays as it was.
    """
    if (was, _day(began)) == (meeting.kind, _day(meeting.starts_at)):
        return
    reason = "the day of the meeting, or what it was, was corrected"
    if counting.take_back(kind=FactKind.EVENT, subject_id=meeting.pk, reason=reason):
        count_held(meeting)


def _day(moment: dt.datetime) -> dt.date:
    return moment.astimezone(ROME).date()
