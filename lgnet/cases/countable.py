# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a case makes countable, as pure functions: the services given, and how the person left (CNT-5 to CNT-9).

A result never stands without the output that it is measured on, and never before it (CNT-3): who applied for a
long-term permit in March and received the first support in April counts for both in April.

Housing autonomy: the first assessment at entry says a living situation of ETHOS that is not adequate, the last
one at exit "adequate and secure housing", and the case is closed. A language level is gained in the same way, by
one step or more from A0 to C2, by who attended a language course (CNT-8). Helpful are the two highest of the
five answers (CNT-9). The three count on the day on which the case is closed.
"""

import datetime as dt
import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from lgnet.cases.code_lists import EthosCategory, ethos
from lgnet.cases.models import Assessment, Intake
from lgnet.cases.models.assessment import Domain
from lgnet.cases.outcomes import levels
from lgnet.core.clock import ROME
from lgnet.counting.models import FactKind

SUPPORT = "O.2.3"
BY_SERVICE: Mapping[str, FactKind] = {
    "O.2.3.1": FactKind.LANGUAGE_COURSE,
    "O.2.3.2": FactKind.CIVIC_ORIENTATION,
    "O.2.3.3": FactKind.GUIDANCE,
    "O.2.5": FactKind.REUNIFICATION,
    "R.2.10": FactKind.RECOGNITION,
    "R.2.11": FactKind.LONG_TERM,
}
BOUNDED = frozenset(
    {FactKind.RECOGNITION, FactKind.LONG_TERM}
)  # by O.2.3, though the service is not a support
HELPFUL_FROM = 4  # of 5
NOT_TAKEN = frozenset(
    {Intake.Outcome.ORIENTED, Intake.Outcome.NOT_ELIGIBLE, Intake.Outcome.DECLINED, Intake.Outcome.LOST}
)  # ends of an intake without taking in charge
ADEQUATE = frozenset(row.code for row in ethos() if row.category == EthosCategory.ADEQUATE)


@dataclass(frozen=True, slots=True)
class Service:
    """An intervention that was done, with the codes of the indicators that its type counts for."""

    id: uuid.UUID
    on: dt.date
    counts_for: frozenset[str]


@dataclass(frozen=True, slots=True)
class Measured:
    """An assessment, with the levels that count; empty where a level is not known."""

    id: uuid.UUID
    on: dt.date
    moment: str
    levels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Ending:
    """A closed case: the day in Rome, and the person's answer from 1 to 5 (None: not asked)."""

    case_id: uuid.UUID
    on: dt.date
    helpfulness: int | None


@dataclass(frozen=True, slots=True)
class Course:
    """A case as the count sees it. `may_count`: whether the person's stay counts on a day (CNT-7)."""

    services: tuple[Service, ...]
    may_count: Callable[[dt.date], bool]
    assessments: tuple[Measured, ...] = ()
    ending: Ending | None = None


@dataclass(frozen=True, slots=True, order=True)
class Cause:
    """Something that makes the person count from a day, and the row that proves it."""

    on: dt.date
    evidence: str


Causes = dict[FactKind, tuple[Cause, ...]]


def days_waited(first_contact_at: dt.datetime, taken_at: dt.datetime) -> int:
    """Days of the calendar in Rome from the first contact to taking in charge; the day of the contact is zero."""
    return max(0, (taken_at.astimezone(ROME).date() - first_contact_at.astimezone(ROME).date()).days)


def causes(course: Course, already: Mapping[FactKind, dt.date] | None = None) -> Causes:
    """Everything in a case that makes the person count, by kind, the earliest first.

    `already`: since when the person counts for a kind through another case of the same partner.
    """
    known = dict(already or {})
    found = _of_services(course)
    supported = _since(found, known, FactKind.SUPPORTED)
    for kind in BOUNDED & found.keys():
        found[kind] = [] if supported is None else [_not_before(one, supported) for one in found[kind]]
    attended = _since(found, known, FactKind.LANGUAGE_COURSE)
    for kind, cause in _of_ending(course, supported, attended):
        found[kind] = [cause]
    return {kind: tuple(sorted(rows)) for kind, rows in found.items() if rows}


def _of_services(course: Course) -> dict[FactKind, list[Cause]]:
    found: dict[FactKind, list[Cause]] = {}
    for service in course.services:
        cause = Cause(service.on, f"cases.intervention:{service.id}")
        found.setdefault(FactKind.ASSISTED, []).append(cause)
        if not course.may_count(service.on):
            continue
        if any(code == SUPPORT or code.startswith(f"{SUPPORT}.") for code in service.counts_for):
            found.setdefault(FactKind.SUPPORTED, []).append(cause)
        for code in service.counts_for & BY_SERVICE.keys():
            found.setdefault(BY_SERVICE[code], []).append(cause)
    return found


def _of_ending(
    course: Course, supported: dt.date | None, attended: dt.date | None
) -> Iterable[tuple[FactKind, Cause]]:
    ending = course.ending
    if ending is None:
        return
    if supported is not None and (ending.helpfulness or 0) >= HELPFUL_FROM:
        yield FactKind.HELPFUL, Cause(max(ending.on, supported), f"cases.case:{ending.case_id}")
    entry, exit_ = _first(course.assessments, Domain.HOUSING), _last(course.assessments, Domain.HOUSING)
    if entry and exit_ and _is_housed(exit_) and not _is_housed(entry):
        yield FactKind.HOUSED, Cause(ending.on, f"cases.assessment:{exit_.id}")
    entry, exit_ = _first(course.assessments, Domain.LANGUAGE), _last(course.assessments, Domain.LANGUAGE)
    if attended is not None and entry and exit_ and _gained(entry, exit_) >= 1:
        yield FactKind.LEVEL_GAINED, Cause(max(ending.on, attended), f"cases.assessment:{exit_.id}")


def _since(
    found: Mapping[FactKind, list[Cause]], known: Mapping[FactKind, dt.date], kind: FactKind
) -> dt.date | None:
    days = [cause.on for cause in found.get(kind, [])]
    return min([*days, known[kind]] if kind in known else days, default=None)


def _not_before(cause: Cause, day: dt.date) -> Cause:
    return Cause(max(cause.on, day), cause.evidence)


def _level(assessment: Measured, domain: Domain) -> str:
    return assessment.levels.get(domain.value, "")


def _known(assessments: Iterable[Measured], domain: Domain, moment: str) -> list[Measured]:
    return sorted(
        (one for one in assessments if one.moment == moment and _level(one, domain)),
        key=lambda one: (one.on, one.id),
    )


def _first(assessments: Iterable[Measured], domain: Domain) -> Measured | None:
    return next(iter(_known(assessments, domain, Assessment.Moment.ENTRY)), None)


def _last(assessments: Iterable[Measured], domain: Domain) -> Measured | None:
    return next(reversed(_known(assessments, domain, Assessment.Moment.EXIT)), None)


def _is_housed(assessment: Measured) -> bool:
    return _level(assessment, Domain.HOUSING) in ADEQUATE


def _gained(entry: Measured, exit_: Measured) -> int:
    ranks = levels(Domain.LANGUAGE.value)
    return (ranks[_level(exit_, Domain.LANGUAGE)].rank or 0) - (
        ranks[_level(entry, Domain.LANGUAGE)].rank or 0
    )
