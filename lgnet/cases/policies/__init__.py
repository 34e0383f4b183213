# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may do what to an intake or a case now, and if not, why. Same names as the actions they guard.

A verdict refuses the action and draws the button: one rule, one sentence.
"""

from lgnet.cases.policies.case import assign, case_is_open, close, join_team, leave_team, reopen, undo_close
from lgnet.cases.policies.intake import open_intake, screen, set_standard, take_in_charge

__all__ = [
    "assign", "case_is_open", "close", "join_team", "leave_team", "open_intake", "reopen", "screen", "set_standard",
    "take_in_charge", "undo_close",
]  # fmt: skip
