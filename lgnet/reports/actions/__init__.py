# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Everything that changes a report."""

from lgnet.reports.actions.attaching import attach, detach, put_back_attachment, see_attachment
from lgnet.reports.actions.deciding import reopen, send_back, submit, take_out, validate
from lgnet.reports.actions.periods import open_reports, remember_reminder, set_deadline, set_schedule
from lgnet.reports.actions.writing import (
    Conflict,
    put_back_row,
    remove_row,
    save_answer,
    save_deviation,
    save_subject,
)

__all__ = [
    "Conflict",
    "attach",
    "detach",
    "open_reports",
    "put_back_attachment",
    "put_back_row",
    "remember_reminder",
    "remove_row",
    "reopen",
    "save_answer",
    "save_deviation",
    "save_subject",
    "see_attachment",
    "send_back",
    "set_deadline",
    "set_schedule",
    "submit",
    "take_out",
    "validate",
]
