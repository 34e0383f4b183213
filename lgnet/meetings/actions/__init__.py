# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every change of meetings and tasks."""

from lgnet.meetings.actions.following_up import (
    decide,
    drop_decision,
    drop_task,
    finish,
    give_task,
    take_up_again,
    write_report,
)
from lgnet.meetings.actions.inviting import appoint, invite_partners
from lgnet.meetings.actions.organising import Plan, call, cancel, decline, edit, enrol, invite, withdraw

__all__ = [
    "Plan",
    "appoint",
    "call",
    "cancel",
    "decide",
    "decline",
    "drop_decision",
    "drop_task",
    "edit",
    "enrol",
    "finish",
    "give_task",
    "invite",
    "invite_partners",
    "take_up_again",
    "withdraw",
    "write_report",
]
