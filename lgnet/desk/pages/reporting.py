# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The tile of the quarterly report: how many days are left and how many questions are still to be answered."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lgnet.desk.addresses import address
from lgnet.desk.pages.tiles import Line, Tile
from lgnet.network.worker import Worker
from lgnet.reports import queries
from lgnet.reports.models import Report
from lgnet.ui.looks import Tone


def report_tile(worker: Worker) -> Tile:
    """Four queries at most."""
    waiting = queries.waiting(worker.partner_id)
    late = any(each.report.is_late for each in waiting)
    corrected = any(each.report.state == Report.State.SENT_BACK for each in waiting)
    tone: Tone = "bad" if late else "warn" if corrected or waiting else "good"
    return Tile(
        title=_("Quarterly report"),
        symbol="note",
        tone=tone,
        count=str(len(waiting)),
        lines=[_line(each) for each in waiting],
        url=address("reports:list"),
        nothing=_("No report waits for you."),
    )


def _line(waiting: queries.Waiting) -> Line:
    report = waiting.report
    missing = ngettext(
        "%(n)s question is still to be answered.",
        "%(n)s questions are still to be answered.",
        waiting.missing,
    ) % {"n": waiting.missing}
    note = missing if waiting.missing else _("All six questions are answered.")
    if report.state != Report.State.DRAFT:  # what was sent once has no deadline any more
        return Line(str(report.period), address("reports:report", report.pk), report.get_state_display())
    return Line(
        str(report.period), address("reports:report", report.pk), note, report.period.due_on, soon_days=7
    )
