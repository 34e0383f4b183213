# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The report of the network for a quarter: it assembles itself from what the partners sent.

A person followed by two partners counts once in the network, so the network's figures are not the sum of the
partners': both are given. A report that is with its partner again counts as it was last sent, and is marked.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lgnet.counting.models import NETWORK
from lgnet.network import editions
from lgnet.network.models import Organisation
from lgnet.reports import figures, queries
from lgnet.reports.document import DeviationLine, Document, frozen
from lgnet.reports.figures import Figures, Line
from lgnet.reports.models import Period, Report
from lgnet.reports.questions import Origin, Question


@dataclass(frozen=True)
class Contribution:
    """What one partner sent last."""

    report: Report
    document: Document

    @property
    def partner(self) -> Organisation:
        return self.report.partner


@dataclass(frozen=True)
class OriginCount:
    """How many deviations and problems come from one origin."""

    origin: Origin
    deviations: int
    problems: int

    @property
    def total(self) -> int:
        return self.deviations + self.problems


@dataclass(frozen=True)
class Voice:
    """What one partner says under a question."""

    partner: Organisation
    text: str
    deviations: Sequence[DeviationLine]


@dataclass(frozen=True)
class NationalReport:
    """Everything the network's report says. `missing` are the partners that have not sent theirs."""

    period: Period
    figures: Figures
    contributions: Sequence[Contribution]
    missing: Sequence[Organisation]

    @property
    def partners(self) -> int:
        return len(self.contributions) + len(self.missing)

    @property
    def validated(self) -> int:
        return sum(each.report.state == Report.State.VALIDATED for each in self.contributions)

    @property
    def is_final(self) -> bool:
        """Whether every partner's report is validated."""
        return not self.missing and self.validated == len(self.contributions)

    def sent_sum(self, line: Line) -> int:
        """The sum of what the partners sent for an indicator."""
        sent = (each.document.figures.line(line.code) for each in self.contributions)
        return sum(found.total for found in sent if found)

    def origins(self) -> list[OriginCount]:
        """Deviations and problems by origin, all origins."""
        counts = Counter(
            (line.origin, line.kind) for each in self.contributions for line in each.document.deviations
        )
        return [
            OriginCount(origin, counts[origin, Question.DEVIATIONS], counts[origin, Question.PROBLEMS])
            for origin in Origin
        ]

    def voices(self, question: Question) -> list[Voice]:
        """What the partners say under a question; those who say nothing are left out."""
        said = [
            Voice(
                each.partner, each.document.answers.get(question, ""), each.document.deviations_of(question)
            )
            for each in self.contributions
        ]
        return [voice for voice in said if voice.text or voice.deviations]


def assemble(period: Period) -> NationalReport:
    """Put the network's report together as it is now. Six queries."""
    contributions = [
        Contribution(report, frozen(sending.content)) for report, sending in queries.sent_for(period)
    ]
    sent = {each.report.partner_id for each in contributions}
    return NationalReport(
        period=period,
        figures=figures.derive(NETWORK, period),
        contributions=contributions,
        missing=[partner for partner in editions.local_partners() if partner.pk not in sent],
    )
