# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every change in the exchange."""

from lgnet.exchange.actions.directory import hide_me, show_me
from lgnet.exchange.actions.following import (
    choose_rhythm,
    follow,
    look_at_notices,
    look_at_thread,
    send_digest,
    unfollow,
)
from lgnet.exchange.actions.groups import (
    add_member,
    describe_group,
    end_group,
    hand_over_group,
    leave_group,
    open_group,
    remove_member,
    reopen_group,
)
from lgnet.exchange.actions.guarding import look_before_posting, note_posted_anyway
from lgnet.exchange.actions.moderating import hide, keep, report, show_again
from lgnet.exchange.actions.writing import (
    Draft,
    accept,
    edit,
    reply,
    start,
    take_away,
    take_back_acceptance,
    undelete,
)

__all__ = [
    "Draft",
    "accept",
    "add_member",
    "choose_rhythm",
    "describe_group",
    "edit",
    "end_group",
    "follow",
    "hand_over_group",
    "hide",
    "hide_me",
    "keep",
    "leave_group",
    "look_at_notices",
    "look_at_thread",
    "look_before_posting",
    "note_posted_anyway",
    "open_group",
    "remove_member",
    "reopen_group",
    "reply",
    "report",
    "send_digest",
    "show_again",
    "show_me",
    "start",
    "take_away",
    "take_back_acceptance",
    "undelete",
    "unfollow",
]
