# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of cut-offs: what was frozen, how two of them differ, sheets, work in the background."""

from lgnet.snapshots.views.cutoffs import cutoff, differences, list_, take, verify
from lgnet.snapshots.views.sheets import acknowledge, export, layout, sheets, values
from lgnet.snapshots.views.work import file, resume, work

__all__ = [
    "acknowledge",
    "cutoff",
    "differences",
    "export",
    "file",
    "layout",
    "list_",
    "resume",
    "sheets",
    "take",
    "values",
    "verify",
    "work",
]
