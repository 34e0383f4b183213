# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a path is made of, from the first contact to the closure. Codes are those of the models' choices."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Contact:
    """A meeting in the street or at a desk."""

    partner: str
    on: date
    source: str  # outreach, walk_in, referral, public_notice
    place: str  # street, mobile_unit, station, settlement, one_stop_shop, other
    area: str
    anonymous: bool
    nickname: str
    language: str
    sex: str
    age_band: str  # <18, 18-60, >60 or empty
    needs: tuple[str, ...]
    declined: bool
    referred_by: str
    note: str


@dataclass(frozen=True, slots=True)
class Screening:
    """The preliminary assessment: urgency 0 to 3, need areas, eligibility on that day."""

    on: date
    urgency: int
    needs: tuple[str, ...]
    needs_protection_now: bool
    eligibility: str  # eligible, to_check, not_eligible
    note: str


@dataclass(frozen=True, slots=True)
class Decision:
    """How the intake ended. ``reason`` is a code of the refusal reasons when nobody is taken in charge."""

    on: date
    outcome: str  # take_in_charge, oriented, not_eligible, declined, lost
    reason: str
    note: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """Values by outcome domain at one moment; an empty value was not recorded."""

    on: date
    moment: str  # entry, review, exit
    scores: tuple[tuple[str, str], ...]
    summary: str


@dataclass(frozen=True, slots=True)
class Action:
    """One step towards a goal."""

    text: str
    who: str  # person, worker, team, outside
    due_on: date
    done_on: date | None


@dataclass(frozen=True, slots=True)
class Goal:
    """``blocked_by`` is the place in the plan of the goal that must come first."""

    domain: str
    text: str
    due_on: date
    outcome: str  # empty while open; reached, partly, not_reached, dropped
    blocked_by: int | None
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan; a draft has no day of agreement."""

    drafted_on: date
    agreed_on: date | None
    review_on: date
    goals: tuple[Goal, ...]


@dataclass(frozen=True, slots=True)
class Intervention:
    """Something delivered, or that should have been."""

    on: date
    code: str
    minutes: int
    result: str  # done, no_show, refused, interrupted
    note: str


@dataclass(frozen=True, slots=True)
class Referral:
    """A request to another service and its answer."""

    on: date
    to: str
    answer: str  # empty while waiting; accepted, refused
    answered_on: date | None


@dataclass(frozen=True, slots=True)
class Note:
    """A diary note; ``circle`` is only for the team of the case."""

    on: date
    level: str  # partner, circle
    text: str


@dataclass(frozen=True, slots=True)
class Review:
    """The plan looked at again with the person."""

    on: date
    next_on: date
    summary: str


@dataclass(frozen=True, slots=True)
class Closure:
    """The end of the case. ``helpfulness`` is the answer from 1 to 5, None when not asked."""

    on: date
    reason: str
    helpfulness: int | None
    note: str


@dataclass(frozen=True, slots=True)
class Case:
    """Somebody taken in charge."""

    opened_on: date
    stage: str  # taken, assessed, planned, running, closed
    has_manager: bool
    team: tuple[str, ...]
    lines: tuple[str, ...]
    first_service_on: date | None
    assessments: tuple[Assessment, ...]
    plan: Plan | None
    interventions: tuple[Intervention, ...]
    referrals: tuple[Referral, ...]
    reviews: tuple[Review, ...]
    notes: tuple[Note, ...]
    closure: Closure | None


@dataclass(frozen=True, slots=True)
class SyntheticPath:
    """One person's way through the services; what has not happened yet is None.

    Without ``registered_on`` there are only contacts. Children followed within the case of a parent are
    registered and have no intake of their own (``within_family``).
    """

    number: int
    contacts: tuple[Contact, ...]
    registered_on: date | None
    within_family: bool
    screening: Screening | None
    decision: Decision | None
    case: Case | None
    troubles: frozenset[str]
