# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A whole person as one value, with everything that happened: what bulk writing takes.

Codes are those of the models' choices; moments are aware instants, days are days in Rome. Colleagues are named
by their ids; where none is named, it is the worker who writes. Nothing here checks: whoever reads a file does.
"""

import datetime as dt
import uuid
from dataclasses import dataclass

from lgnet.people.identity import Identity


@dataclass(frozen=True, slots=True)
class BulkIdentifier:
    """A number on a document, already normalised by `lgnet.people.identifiers.check`."""

    kind: str
    value: str
    issuer: str = ""
    valid_from: dt.date | None = None
    valid_until: dt.date | None = None
    is_verified: bool = False


@dataclass(frozen=True, slots=True)
class BulkChannel:
    """How to reach the person."""

    kind: str
    value: str
    is_safe: bool = True


@dataclass(frozen=True, slots=True)
class BulkStay:
    """A status of stay from a day on; the last one given is the current one."""

    status: str
    document: str
    from_on: dt.date
    issued_on: dt.date | None = None
    expires_on: dt.date | None = None
    expiry_missing: str = ""
    renewal_requested_on: dt.date | None = None
    questura: str = ""


@dataclass(frozen=True, slots=True)
class BulkPlace:
    """A place in a household: everybody of one call with the same key lives together."""

    key: str
    role: str
    from_on: dt.date


@dataclass(frozen=True, slots=True)
class BulkGuardian:
    """Who answers for a minor."""

    name: str
    reach: str = ""
    appointed_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class BulkNotice:
    """The privacy notice was given."""

    version: str
    language: str
    how: str
    delivered_on: dt.date


@dataclass(frozen=True, slots=True)
class BulkContact:
    """A meeting on the street or at a desk, tied to the person."""

    met_at: dt.datetime
    place: str
    met_by: uuid.UUID | None = None
    area: str = ""
    site_id: uuid.UUID | None = None
    language: str = ""
    sex: str = ""
    age_band: str = ""
    nickname: str = ""
    note: str = ""
    needs: tuple[str, ...] = ()
    help_given: tuple[str, ...] = ()
    declined: bool = False


@dataclass(frozen=True, slots=True)
class BulkIntake:
    """From the first contact to the first service. The next step and its deadline are computed."""

    first_contact_at: dt.datetime
    source: str = "walk_in"
    screened_at: dt.datetime | None = None
    screened_by: uuid.UUID | None = None
    urgency: int = 0
    needs: tuple[str, ...] = ()
    needs_protection_now: bool = False
    eligibility: str = ""
    eligibility_note: str = ""
    outcome: str = ""
    first_service_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class BulkAssessment:
    """Scores by domain; a domain that is not given was not asked."""

    moment: str
    assessed_on: dt.date
    scores: tuple[tuple[str, str], ...]
    summary: str = ""
    assessed_by: uuid.UUID | None = None


@dataclass(frozen=True, slots=True)
class BulkAction:
    """One step towards a goal."""

    text: str
    who: str
    due_on: dt.date | None = None
    done_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class BulkGoal:
    """A goal; `blocked_by` is the place in the plan (from 0) of an earlier goal that must come first."""

    domain: str
    text: str
    text_for_person: str = ""
    due_on: dt.date | None = None
    outcome: str = ""
    blocked_by: int | None = None
    actions: tuple[BulkAction, ...] = ()


@dataclass(frozen=True, slots=True)
class BulkPlan:
    """One version of the plan; versions are numbered in the order given."""

    drafted_at: dt.datetime
    goals: tuple[BulkGoal, ...]
    status: str = "agreed"
    language: str = ""
    agreed_on: dt.date | None = None
    review_on: dt.date | None = None
    drafted_by: uuid.UUID | None = None


@dataclass(frozen=True, slots=True)
class BulkIntervention:
    """Something delivered, or that should have been. `type` is a code of the catalogue."""

    type: str
    delivered_on: dt.date
    minutes: int | None = None
    result: str = "done"
    cost_cents: int | None = None
    note: str = ""
    delivered_by: uuid.UUID | None = None
    recorded_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class BulkNote:
    """A diary note. One of level "circle" must be written by a member of the case's team."""

    text: str
    written_at: dt.datetime
    level: str = "partner"
    written_by: uuid.UUID | None = None


@dataclass(frozen=True, slots=True)
class BulkReview:
    """The plan looked at again with the person."""

    reviewed_on: dt.date
    next_review_on: dt.date
    summary: str = ""
    reviewed_by: uuid.UUID | None = None


@dataclass(frozen=True, slots=True)
class BulkVulnerability:
    """A vulnerability noticed; `detected_by` must be a member of the case's team."""

    category: str
    certainty: str
    detected_on: dt.date
    detected_by: uuid.UUID | None = None
    valid_until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class BulkCase:
    """A taking in charge. `stage` empty: as far as what is given says."""

    opened_at: dt.datetime
    lines: tuple[str, ...]
    manager: uuid.UUID | None = None
    opened_by: uuid.UUID | None = None
    team: tuple[tuple[uuid.UUID, str], ...] = ()
    stage: str = ""
    review_due_on: dt.date | None = None
    last_activity_at: dt.datetime | None = None
    closed_at: dt.datetime | None = None
    closed_by: uuid.UUID | None = None
    closure_reason: str = ""
    closure_note: str = ""
    helpfulness: int | None = None
    assessments: tuple[BulkAssessment, ...] = ()
    plans: tuple[BulkPlan, ...] = ()
    interventions: tuple[BulkIntervention, ...] = ()
    notes: tuple[BulkNote, ...] = ()
    reviews: tuple[BulkReview, ...] = ()
    vulnerabilities: tuple[BulkVulnerability, ...] = ()


@dataclass(frozen=True, slots=True)
class BulkPerson:
    """A person with everything. A case without an intake gets one whose first contact is the opening."""

    identity: Identity
    registered_at: dt.datetime
    registered_by: uuid.UUID | None = None
    person_id: uuid.UUID | None = None
    identifiers: tuple[BulkIdentifier, ...] = ()
    channels: tuple[BulkChannel, ...] = ()
    stays: tuple[BulkStay, ...] = ()
    place: BulkPlace | None = None
    guardian: BulkGuardian | None = None
    notices: tuple[BulkNotice, ...] = ()
    contacts: tuple[BulkContact, ...] = ()
    intake: BulkIntake | None = None
    case: BulkCase | None = None
    is_protected: bool = False
