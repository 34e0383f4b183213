# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The network's report on the screen: figures, deviations by origin, the partners' words question by question."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from lgnet.reports.models import Period
from lgnet.reports.national import Contribution, NationalReport, OriginCount, Voice, assemble
from lgnet.reports.pages.figures import LineShown, WaitsShown, shown_lines, shown_waits
from lgnet.reports.pages.listing import Shown, shown
from lgnet.reports.questions import Question


@dataclass(frozen=True)
class NetworkLine:
    """An indicator of the network beside the sum of what partners sent."""

    shown: LineShown
    sent: int


@dataclass(frozen=True)
class SentLine:
    """A partner that sent its report."""

    contribution: Contribution
    state: Shown
    url: str


@dataclass(frozen=True)
class NationReportPage:
    """Everything the page shows."""

    report: NationalReport
    lines: Sequence[NetworkLine]
    waits: WaitsShown | None
    sent: Sequence[SentLine]
    origins: Sequence[OriginCount]
    most: int
    voices: Sequence[tuple[Question, Sequence[Voice]]]
    files: Sequence[tuple[str, str]]

    @property
    def period(self) -> Period:
        return self.report.period


def nation_report_page(period: Period) -> NationReportPage:
    """Six queries, however much the partners wrote."""
    report = assemble(period)
    origins = report.origins()
    code = period.quarter.code
    names = (("pdf", "PDF"), ("figures.xlsx", _("Figures, XLSX")), ("texts.xlsx", _("Texts, XLSX")))
    return NationReportPage(
        report=report,
        lines=[NetworkLine(line, report.sent_sum(line.line)) for line in shown_lines(report.figures)],
        waits=shown_waits(report.figures),
        sent=[
            SentLine(each, shown(each.report), reverse("reports:report", args=[each.report.pk]))
            for each in report.contributions
        ],
        origins=origins,
        most=max((each.total for each in origins), default=0),
        voices=[(question, report.voices(question)) for question in Question],
        files=[(reverse("reports:national_file", args=[code, kind]), label) for kind, label in names],
    )
