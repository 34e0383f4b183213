# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Statistical disclosure control: which cells of a table may leave, and the proof. No database, no domain word.

`Table` says what is to be shown, `protect` gives it back with a value or a reason for each cell and a proof that
anybody can check without us; `protect_release` does the same beside what earlier releases told; `round_to`
rounds instead, and `SharingOut` rounds many tables at once so that all of them agree.
"""

from lgnet.disclosure.releases import Earlier, of_release, protect_release
from lgnet.disclosure.rounding import Rounded, nearest, round_to
from lgnet.disclosure.shapes import TOTAL, Cell, Dimension, Key, Reason, Rules, Table, margins, share
from lgnet.disclosure.sharing_out import SharingOut, summed
from lgnet.disclosure.suppress import CannotProtect, Proof, Protected, protect, unsafe

__all__ = [
    "TOTAL",
    "CannotProtect",
    "Cell",
    "Dimension",
    "Earlier",
    "Key",
    "Proof",
    "Protected",
    "Reason",
    "Rounded",
    "Rules",
    "SharingOut",
    "Table",
    "margins",
    "nearest",
    "of_release",
    "protect",
    "protect_release",
    "round_to",
    "share",
    "summed",
    "unsafe",
]
