# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of the reports. A report that row security does not show is not found."""

from lgnet.reports.views.attaching import attach, attachment, detach, put_back_attachment
from lgnet.reports.views.deciding import decide, reopen
from lgnet.reports.views.listing import calendar, listing, national, national_file
from lgnet.reports.views.reading import file, report
from lgnet.reports.views.writing import (
    put_back_row,
    remove_row,
    save_answer,
    save_row,
    submit,
    write,
)

__all__ = [
    "attach",
    "attachment",
    "calendar",
    "decide",
    "detach",
    "file",
    "listing",
    "national",
    "national_file",
    "put_back_attachment",
    "put_back_row",
    "remove_row",
    "reopen",
    "report",
    "save_answer",
    "save_row",
    "submit",
    "write",
]
