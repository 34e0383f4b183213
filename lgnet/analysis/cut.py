# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What somebody looks at: whose rows, of which period, urgency and line; and what may be shown of it.

`filled` is the one place where numbers that are not there become zero or hidden: inside a partner what is not
there is zero, outside it is fewer than what numbers are rounded to.
"""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lgnet.analysis.models import ANY
from lgnet.counting.models import NETWORK
from lgnet.network.models import Organisation

LEAST_FOR_A_SHARE = 20  # units below which no percentage is shown outside the partner (SDC-2)


@dataclass(frozen=True)
class Cut:
    """A slice of the roll-ups. `partner` is None for the network; `is_own`: the reader works there."""

    partner: Organisation | None
    is_own: bool
    period: str = ""
    urgency: int = ANY
    line: str = ""

    @property
    def scope(self) -> uuid.UUID:
        return self.partner.pk if self.partner else NETWORK

    def filled(
        self, cells: Mapping[tuple[str, str], int], rows: Sequence[str], columns: Sequence[str]
    ) -> list[list[int | None]]:
        """The numbers as a table of rows and columns; None where a number may not be shown."""
        absent = 0 if self.is_own else None
        return [[cells.get((row, column), absent) for column in columns] for row in rows]

    def share(self, part: int | None, whole: int | None) -> float | None:
        """Per cent with one decimal; None where either is hidden or the whole is too small to say."""
        least = 1 if self.is_own else LEAST_FOR_A_SHARE
        if part is None or whole is None or whole < least:
            return None
        return round(100 * part / whole, 1)
