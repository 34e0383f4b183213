# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What each page of the reports shows."""

from lgnet.reports.pages.listing import (
    BoardPage,
    CalendarPage,
    ListPage,
    board_page,
    calendar_page,
    list_page,
)
from lgnet.reports.pages.nation import NationReportPage, nation_report_page
from lgnet.reports.pages.reading import ReadPage, read_page
from lgnet.reports.pages.writing import FIGURES, SEND, STEPS, WritePage, write_page

__all__ = [
    "FIGURES",
    "SEND",
    "STEPS",
    "BoardPage",
    "CalendarPage",
    "ListPage",
    "NationReportPage",
    "ReadPage",
    "WritePage",
    "board_page",
    "calendar_page",
    "list_page",
    "nation_report_page",
    "read_page",
    "write_page",
]
