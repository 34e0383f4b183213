# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every change made by imports."""

from lgnet.imports.actions.bulk import Counts, write_people
from lgnet.imports.actions.receiving import give_up, map_columns, receive
from lgnet.imports.actions.running import check_file, fail_if_abandoned, start_writing, write_file
from lgnet.imports.actions.undoing import start_undo, undo_file

__all__ = [
    "Counts", "check_file", "fail_if_abandoned", "give_up", "map_columns", "receive", "start_undo", "start_writing",
    "undo_file", "write_file", "write_people",
]  # fmt: skip
