# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is wrong with a line of a spreadsheet, and where."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wrong:
    """A sentence for the person who sent the file; `line` is the number that the spreadsheet shows.

    A remark does not stop the import: the line is left out and the sentence says why.
    """

    line: int
    column: str
    sentence: str
    is_remark: bool = False
