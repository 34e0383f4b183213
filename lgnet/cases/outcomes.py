# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The eight outcome domains as pure functions: what is asked when, and what changed since the last time.

Levels are an order, not points: they say better, same or worse within one domain and are never added up.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from lgnet.cases.code_lists import OutcomeLevel, levels_of, outcome_domains
from lgnet.cases.models import Assessment
from lgnet.cases.models.assessment import Domain
from lgnet.people.models import Missing, StayStatus

REASONS = (Missing.NOT_ASKED, Missing.NOT_KNOWN, Missing.REFUSED)
STABLE = frozenset({"SLP", "FUE", "ITA", "CUE"})  # long-term residents, citizens and their families
NO_TITLE = frozenset({"IRR", "SCA"})
PENDING = frozenset({"RIA", "RIC", "RSC"})
TYPED = tuple(domain for domain in Domain.values if domain != Domain.LEGAL)  # stay is computed
A_YEAR = dt.timedelta(days=365)


@dataclass(frozen=True)
class Answer:
    """The level of one domain, or why it is not known: exactly one of the two."""

    value: str = ""
    missing: str = ""


class Direction(StrEnum):
    """What happened in a domain between two assessments."""

    FIRST = "first"
    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    CHANGED = "changed"  # a level without a place in the order: inactive, no ISEE
    UNKNOWN = "unknown"


@lru_cache(maxsize=16)
def levels(domain: str) -> Mapping[str, OutcomeLevel]:
    """The levels of a domain by code, in the order of the form."""
    return {level.code: level for level in levels_of(domain)}


@lru_cache(maxsize=16)
def highest_rank(domain: str) -> int:
    """The rank of the best level of a domain; the lowest is 0."""
    return max(level.rank or 0 for level in levels(domain).values())


def asked_at(moment: str) -> frozenset[str]:
    """The domains that must be answered at a moment of the path; the others may be."""
    rows = {row.code: row for row in outcome_domains()}
    field = {"entry": "at_entry", "review": "at_review", "exit": "at_exit"}[Assessment.Moment(moment).value]
    return frozenset(domain for domain in Domain.values if getattr(rows[domain], field))


def direction(domain: str, before: Answer | None, now: Answer) -> Direction:
    """What changed in a domain since the last time it was known."""
    if not now.value:
        return Direction.UNKNOWN
    if before is None or not before.value:
        return Direction.FIRST
    if before.value == now.value:
        return Direction.SAME
    then_rank, now_rank = levels(domain)[before.value].rank, levels(domain)[now.value].rank
    if then_rank is None or now_rank is None:
        return Direction.CHANGED
    if then_rank == now_rank:
        return Direction.SAME
    return Direction.BETTER if now_rank > then_rank else Direction.WORSE


def legal_answer(stay: StayStatus | None, on: dt.date) -> Answer:
    """The legal domain, computed from the status of stay on a day and never typed."""
    if stay is None or stay.status_id == "NDR":
        return Answer(missing=Missing.NOT_ASKED)
    if stay.status_id in STABLE:
        return Answer("stable")
    if stay.status_id in NO_TITLE:
        return Answer("none")
    if stay.status_id in PENDING or stay.document in {"receipt_first", "receipt_renewal"}:
        return Answer("procedure")
    if stay.expires_on is None:
        return Answer("short")
    if stay.expires_on < on:
        return Answer("procedure" if stay.renewal_requested_on else "none")
    return Answer("long" if stay.expires_on - on > A_YEAR else "short")
