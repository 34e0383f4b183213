# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The form of the assessment with the last time beside it, and the vulnerabilities with who reads them."""

from dataclasses import dataclass

from django.forms import BoundField, Form
from django.utils.translation import get_language

from lgnet.cases import policies
from lgnet.cases.code_lists import vulnerability_categories
from lgnet.cases.models import Assessment, Case, Vulnerability
from lgnet.cases.outcomes import TYPED, Answer, legal_answer
from lgnet.cases.pages.case import Head, head_of
from lgnet.cases.pages.outcomes import in_words
from lgnet.cases.queries import diary
from lgnet.cases.queries.team import team_of
from lgnet.core.authz import Verdict
from lgnet.core.clock import today
from lgnet.network.worker import Worker


@dataclass(frozen=True)
class DomainField:
    """A domain of the form and what was said the last time."""

    field: BoundField
    last_time: str


@dataclass(frozen=True)
class AssessPage:
    """The form; the legal domain is shown and not asked."""

    head: Head
    form: Form
    moment: str
    moments: list[tuple[str, str]]
    domains: list[DomainField]
    legal: str

    @property
    def case(self) -> Case:
        """The case that is assessed."""
        return self.head.case


@dataclass(frozen=True)
class Noted:
    """A vulnerability with its name and whether it may be ended."""

    name: str
    row: Vulnerability
    may_end: Verdict


@dataclass(frozen=True)
class VulnerabilityPage:
    """What is noted, the form, and the names of who reads it."""

    head: Head
    form: Form
    noted: list[Noted]
    readers: list[str]

    @property
    def case(self) -> Case:
        """The case of the page."""
        return self.head.case


def moments_for(case: Case) -> list[str]:
    """The moments at which the case can be assessed now; the first is proposed."""
    if case.closed_at is not None:
        return [Assessment.Moment.EXIT]
    if case.stage == Case.Stage.TAKEN:
        return [Assessment.Moment.ENTRY]
    if case.stage == Case.Stage.ASSESSED:
        return [Assessment.Moment.ENTRY, Assessment.Moment.EXIT]
    return [Assessment.Moment.REVIEW, Assessment.Moment.EXIT]


def moment_for(case: Case, asked: str) -> str:
    """The moment asked for where it is possible now, else the one proposed."""
    possible = moments_for(case)
    return asked if asked in possible else possible[0]


def assess_page(case: Case, form: Form, moment: str, last: dict[str, Answer]) -> AssessPage:
    """The form of the assessment."""
    head = head_of(case)
    told = {domain: in_words(domain, answer) for domain, answer in last.items()}
    names = [(code, str(Assessment.Moment(code).label)) for code in moments_for(case)]
    domains = [DomainField(form[domain], told.get(domain, "")) for domain in TYPED]
    return AssessPage(head, form, moment, names, domains, in_words("legal", legal_answer(head.stay, today())))


def vulnerability_page(by: Worker, case: Case, form: Form) -> VulnerabilityPage:
    """What the team reads."""
    names = {row.code: row.label(get_language() or "it") for row in vulnerability_categories()}
    rows = diary.vulnerabilities_of(case)
    noted = [Noted(names.get(r.category, r.category), r, policies.end_vulnerability(by, r)) for r in rows]
    return VulnerabilityPage(head_of(case), form, noted, [member.user.name for member in team_of(case)])
