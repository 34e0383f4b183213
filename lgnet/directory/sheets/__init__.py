# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Spreadsheets of services and stops: what a column can be, how a line is read, what is wrong with it."""

from lgnet.directory.sheets.columns import TARGETS, Target, guess
from lgnet.directory.sheets.reading import MOST_ROWS, Kept, read_file
from lgnet.directory.sheets.services import ServiceLine, read_services
from lgnet.directory.sheets.stops import StopLine, read_stops
from lgnet.directory.sheets.wrong import Wrong

__all__ = [
    "MOST_ROWS",
    "TARGETS",
    "Kept",
    "ServiceLine",
    "StopLine",
    "Target",
    "Wrong",
    "guess",
    "read_file",
    "read_services",
    "read_stops",
]
