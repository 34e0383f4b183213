# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The quarterly report: the calendar, what a partner is writing, and what was sent."""

from lgnet.reports.models.calendar import Period, Schedule
from lgnet.reports.models.report import Reminder, Report, ReportStep
from lgnet.reports.models.sent import Remark, Sending
from lgnet.reports.models.writing import Answer, Attachment, Deviation, NetworkSubject

__all__ = [
    "Answer",
    "Attachment",
    "Deviation",
    "NetworkSubject",
    "Period",
    "Remark",
    "Reminder",
    "Report",
    "ReportStep",
    "Schedule",
    "Sending",
]
