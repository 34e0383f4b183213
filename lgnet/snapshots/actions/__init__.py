# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every change of cut-offs, sheets and their work."""

from lgnet.snapshots.actions.exporting import export_part, finish_export
from lgnet.snapshots.actions.running import run
from lgnet.snapshots.actions.sheets import acknowledge, fetch_sheet, set_layout, take_sheet_away
from lgnet.snapshots.actions.taking import draw_boundary, freeze, take
from lgnet.snapshots.actions.verifying import verify
from lgnet.snapshots.actions.work import ask, ask_again, begin, end, fail, tell

__all__ = [
    "acknowledge",
    "ask",
    "ask_again",
    "begin",
    "draw_boundary",
    "end",
    "export_part",
    "fail",
    "fetch_sheet",
    "finish_export",
    "freeze",
    "run",
    "set_layout",
    "take",
    "take_sheet_away",
    "tell",
    "verify",
]
