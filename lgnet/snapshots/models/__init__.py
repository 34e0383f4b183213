# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the room keeps: cut-offs that nobody can change, sheets for the fund, and the work of its jobs."""

from lgnet.snapshots.models.frozen import FactLeaf, FrozenDefinition, Result, Snapshot
from lgnet.snapshots.models.sheets import Acknowledgement, Sheet, SheetLayout
from lgnet.snapshots.models.work import Work

__all__ = [
    "Acknowledgement",
    "FactLeaf",
    "FrozenDefinition",
    "Result",
    "Sheet",
    "SheetLayout",
    "Snapshot",
    "Work",
]
