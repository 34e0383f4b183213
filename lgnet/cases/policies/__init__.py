# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may do what to an intake or a case now, and if not, why. Same names as the actions they guard.

A verdict refuses the action and draws the button: one rule, one sentence.
"""

from lgnet.cases.policies.case import assign, case_is_open, close, join_team, leave_team, reopen, undo_close
from lgnet.cases.policies.intake import open_intake, screen, set_standard, take_in_charge
from lgnet.cases.policies.work import (
    add_outcome,
    agree_plan,
    assess,
    complete_action,
    deliver,
    draft_plan,
    end_vulnerability,
    note_vulnerability,
    print_plan,
    read_restricted,
    remove_goal,
    review,
    save_goal,
    see_case,
    withdraw_intervention,
    withdraw_note,
    work_on,
    write_circle_note,
    write_note,
)

__all__ = [
    "add_outcome",
    "agree_plan",
    "assess",
    "assign",
    "case_is_open",
    "close",
    "complete_action",
    "deliver",
    "draft_plan",
    "end_vulnerability",
    "join_team",
    "leave_team",
    "note_vulnerability",
    "open_intake",
    "print_plan",
    "read_restricted",
    "remove_goal",
    "reopen",
    "review",
    "save_goal",
    "screen",
    "see_case",
    "set_standard",
    "take_in_charge",
    "undo_close",
    "withdraw_intervention",
    "withdraw_note",
    "work_on",
    "write_circle_note",
    "write_note",
]
