# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A worker's certificates and credits, and the hours of a team."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.forms import Form
from django.utils.translation import get_language

from lgnet.core.authz import Verdict
from lgnet.core.clock import today
from lgnet.network.worker import Worker
from lgnet.recognition import policies, queries
from lgnet.recognition.models import Certificate, OutsideCourse, Scheme
from lgnet.recognition.queries import Progress, TeamHours
from lgnet.recognition.queries.credits import hours_scheme


@dataclass(frozen=True, slots=True)
class Held:
    """A certificate of one's own with what may be done with it."""

    certificate: Certificate
    has_badge: bool
    may_take: Verdict


@dataclass(frozen=True, slots=True)
class Bar:
    """A scheme and how far one is in it, in words of the reader's language."""

    progress: Progress
    label: str
    special: str

    @property
    def percent(self) -> int:
        return min(100, int(self.progress.total * 100 / (self.progress.scheme.needed or 1)))


@dataclass(frozen=True, slots=True)
class MinePage:
    """Certificates, progress, courses elsewhere."""

    certificates: Sequence[Held]
    bars: Sequence[Bar]
    courses: Sequence[OutsideCourse]
    may_issue: Verdict
    sees_team: Verdict


def mine_page(by: Worker) -> MinePage:
    """Six queries."""
    language = get_language() or "it"
    held = [
        Held(one, hasattr(one, "badge"), policies.take_badge(by, one)) for one in queries.my_certificates(by)
    ]
    bars = [
        Bar(one, one.scheme.label(language), one.scheme.special(language))
        for one in queries.progress(by, today())
    ]
    courses = list(queries.my_outside_courses(by)[:200])
    return MinePage(held, bars, courses, policies.issue(by), policies.see_team(by))


@dataclass(frozen=True, slots=True)
class CoursePage:
    """The form of a course elsewhere, or of the proof of one."""

    form: Form
    course: OutsideCourse | None


@dataclass(frozen=True, slots=True)
class TeamPage:
    """Everybody's hours in a year, and how many are asked of each."""

    year: int
    rows: Sequence[TeamHours]
    scheme: Scheme | None
    label: str
    total: Decimal
    reached: int
    earlier: int
    later: int | None


def team_page(year: int) -> TeamPage:
    """Two queries."""
    rows, scheme = queries.team_hours(year), hours_scheme(year)
    needed = scheme.needed if scheme else 0
    return TeamPage(
        year=year,
        rows=rows,
        scheme=scheme,
        label=scheme.label(get_language() or "it") if scheme else "",
        total=sum((row.total for row in rows), Decimal(0)),
        reached=sum(row.total >= needed for row in rows) if scheme else 0,
        earlier=year - 1,
        later=year + 1 if year < today().year else None,
    )
