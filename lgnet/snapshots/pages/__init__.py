# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the pages of cut-offs show."""

from lgnet.snapshots.pages.cutoff import CutoffPage, cutoff_page
from lgnet.snapshots.pages.difference import DifferencePage, difference_page
from lgnet.snapshots.pages.listing import ListPage, list_page
from lgnet.snapshots.pages.sheets import LayoutPage, SheetsPage, layout_page, sheets_page
from lgnet.snapshots.pages.work import WorkPage, work_page

__all__ = [
    "CutoffPage",
    "DifferencePage",
    "LayoutPage",
    "ListPage",
    "SheetsPage",
    "WorkPage",
    "cutoff_page",
    "difference_page",
    "layout_page",
    "list_page",
    "sheets_page",
    "work_page",
]
