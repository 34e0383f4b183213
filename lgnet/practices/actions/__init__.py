# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every change of practices: writing and publishing cards, reviewing them, taking them up, telling who waits."""

from lgnet.practices.actions.adopting import Ending, add_step, adopt, change_step, end, tick, untick
from lgnet.practices.actions.publishing import (
    confirm,
    new_version,
    publish,
    restore,
    retire,
    submit,
    take_back,
)
from lgnet.practices.actions.reviewing import answer, approve, ask, give_up, send_back, take
from lgnet.practices.actions.telling import remind_partner, tell_partner
from lgnet.practices.actions.writing import (
    Draft,
    attach,
    draft_of,
    drop_figure,
    edit,
    measure,
    remove_file,
    throw_away,
    write,
)

__all__ = [
    "Draft",
    "Ending",
    "add_step",
    "adopt",
    "answer",
    "approve",
    "ask",
    "attach",
    "change_step",
    "confirm",
    "draft_of",
    "drop_figure",
    "edit",
    "end",
    "give_up",
    "measure",
    "new_version",
    "publish",
    "remind_partner",
    "remove_file",
    "restore",
    "retire",
    "send_back",
    "submit",
    "take",
    "take_back",
    "tell_partner",
    "throw_away",
    "tick",
    "untick",
    "write",
]
