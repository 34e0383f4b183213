# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What all rows of one bulk writing share: who writes, when, for which run, with which standards."""

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from lgnet.cases import queries
from lgnet.cases.clock import Standards
from lgnet.cases.models import (
    Assessment,
    Case,
    CaseMember,
    Goal,
    GoalAction,
    Intake,
    Intervention,
    Note,
    Plan,
    Review,
    Score,
    Vulnerability,
)
from lgnet.catalogue.models import InterventionType, codes_of
from lgnet.catalogue.succession import one_heir
from lgnet.core.clock import ROME, now
from lgnet.core.ids import new_id
from lgnet.core.models import DataKey
from lgnet.counting.actions import age_band
from lgnet.counting.models import CountingFact, FactKind, FactSubject
from lgnet.imports.copying import Batch
from lgnet.imports.records import BulkPerson
from lgnet.network.models import Partnership
from lgnet.network.worker import Worker
from lgnet.outreach.models import Contact
from lgnet.people.match_keys import Hasher
from lgnet.people.models import (
    ContactChannel,
    Guardian,
    Household,
    HouseholdMember,
    Identifier,
    Person,
    PrivacyNotice,
    ResidenceStatus,
    StayStatus,
)
from lgnet.people.queries import hasher

# Whoever is pointed at comes first; what only a case's circle may read comes after the circle.
ORDER = (
    DataKey, Person, Identifier, ContactChannel, StayStatus, Household, HouseholdMember, Guardian, PrivacyNotice,
    Contact, Intake, Case, CaseMember, Assessment, Score, Plan, Goal, GoalAction, Intervention, Review,
    Note, Vulnerability, CountingFact, FactSubject,
)  # fmt: skip


def day(moment: dt.datetime) -> dt.date:
    """The day in Rome."""
    return moment.astimezone(ROME).date()


@dataclass(frozen=True)
class Writing:
    """One call of bulk writing."""

    by: Worker
    run_id: uuid.UUID | None
    moment: dt.datetime
    hasher: Hasher
    standards: Standards
    editions: tuple[tuple[dt.date, uuid.UUID], ...]
    types: Mapping[str, InterventionType]
    statuses: Mapping[str, ResidenceStatus]
    batch: Batch
    keys: list[tuple[uuid.UUID, list[int]]] = field(default_factory=list)
    households: uuid.UUID = field(default_factory=new_id)

    @classmethod
    def begin(cls, by: Worker, run_id: uuid.UUID | None) -> "Writing":
        """Read once what every row needs."""
        partnerships = Partnership.objects.filter(organisation=by.partner_id)
        editions = partnerships.order_by("edition__starts_on").values_list("edition__starts_on", "edition_id")
        standards = queries.standards_of(by.partner_id)
        types, statuses = InterventionType.objects.in_bulk(), ResidenceStatus.objects.in_bulk()
        return cls(by, run_id, now(), hasher(), standards, tuple(editions), types, statuses, Batch(ORDER))

    def edition_on(self, on: dt.date) -> uuid.UUID:
        """The edition in which the partner works on a day: the latest begun, or the first it takes part in."""
        begun = [edition for starts_on, edition in self.editions if starts_on <= on]
        return begun[-1] if begun else self.editions[0][1]

    def type_on(self, code: str, day: dt.date) -> InterventionType:
        """The type to write for something done on a day: an old code gives its place to its one heir."""
        kind = self.types[code]
        if kind.is_valid_on(day):
            return kind
        heir = one_heir(code, day, codes_of(self.types.values()))
        return self.types[heir] if heir else kind

    def counts_for(self, code: str, day: dt.date) -> str:
        """The indicators that something done on a day counts for, as the catalogue of that day said."""
        return self.type_on(code, day).on(day).counts_for

    def next_chunk(self) -> "Writing":
        """The same writing with room for the rows of another chunk."""
        return replace(self, batch=Batch(ORDER), keys=[])


@dataclass(frozen=True, slots=True)
class Subject:
    """The person whose rows are being made: key, cipher and what the counting needs."""

    pk: uuid.UUID
    cipher: AESGCM
    record: BulkPerson
    pseudonym: bytes
    is_weak: bool


def add_fact(
    writing: Writing,
    kind: FactKind,
    on: dt.date,
    subject_id: uuid.UUID,
    evidence: str,
    values: Mapping[str, object],
) -> None:
    """State that something countable happened, with who is behind it."""
    fact = new_id()
    partner = writing.by.partner_id
    writing.batch[CountingFact].add(
        {
            "id": fact,
            "kind": kind.value,
            "partner_id": partner,
            "occurred_on": on,
            "recorded_at": writing.moment,
            **values,
        }
    )
    writing.batch[FactSubject].add(
        {"fact_id": fact, "partner_id": partner, "subject_id": subject_id, "evidence": evidence}
    )


def count_person(
    writing: Writing, subject: Subject, kind: FactKind, on: dt.date, evidence: str, **further: object
) -> None:
    """The network counts this person for this from that day, under the pseudonym.

    `further`: lines, days and detail of the fact, where it has any.
    """
    identity = subject.record.identity
    values = {
        "pseudonym": subject.pseudonym,
        "is_weak": subject.is_weak,
        "sex": identity.sex,
        "age_band": age_band(identity.birth_date, on).value,
        **further,
    }
    add_fact(writing, kind, on, subject.pk, evidence, values)
