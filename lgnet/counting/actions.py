# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Stating facts that the network counts. Called by the actions that make them true, in their transaction."""

import datetime as dt
import uuid

from django.db import connection

from lgnet.core.clock import now
from lgnet.counting.models import AgeBand, CountingFact, FactKind, FactSubject


def age_band(birth_date: dt.date | None, on: dt.date) -> AgeBand:
    """The age band of Annex VIII, Reg. (EU) 2021/1147, on a day: under 18, 18 to 60 (60 included), over 60."""
    if birth_date is None:
        return AgeBand.NOT_RECORDED
    age = on.year - birth_date.year - ((on.month, on.day) < (birth_date.month, birth_date.day))
    if age < 18:
        return AgeBand.UNDER_18
    return AgeBand.FROM_18_TO_60 if age <= 60 else AgeBand.OVER_60


def state(
    *,
    kind: FactKind,
    partner_id: uuid.UUID,
    occurred_on: dt.date,
    subject_id: uuid.UUID,
    evidence: str,
    pseudonym: bytes | None = None,
    is_weak: bool = False,
    sex: str = "",
    band: str = "",
) -> CountingFact:
    """State that something countable happened.

    `subject_id` is the person, or the contact where there is no person. `evidence` is the row that proves
    it, written `label:id` ("cases.case:01a2..."). Days are days in Rome.
    """
    fact = CountingFact.objects.create(
        kind=kind,
        partner_id=partner_id,
        occurred_on=occurred_on,
        pseudonym=pseudonym,
        is_weak=is_weak,
        sex=sex,
        age_band=band,
        recorded_at=now(),
    )
    FactSubject.objects.create(fact=fact, partner_id=partner_id, subject_id=subject_id, evidence=evidence)
    return fact


def counter(*, fact: CountingFact, reason: str) -> CountingFact:
    """Take a fact back by a counter-fact with a reason; the fact itself stays as it was.

    Only once: the database refuses a second counter-fact. What was taken back wrongly is stated anew.
    """
    subject = fact.subject
    taken_back = CountingFact.objects.create(
        kind=fact.kind,
        partner_id=fact.partner_id,
        occurred_on=fact.occurred_on,
        pseudonym=fact.pseudonym,
        is_weak=fact.is_weak,
        sex=fact.sex,
        age_band=fact.age_band,
        weight=-fact.weight,
        corrects=fact,
        reason=reason,
        recorded_at=now(),
    )
    FactSubject.objects.create(
        fact=taken_back, partner_id=fact.partner_id, subject_id=subject.subject_id, evidence=subject.evidence
    )
    return taken_back


def compact() -> int:
    """Make one row of many for each total; the values do not change. Returns how many rows there were."""
    with connection.cursor() as cursor:
        cursor.execute("select counting_compact()")
        row = cursor.fetchone()
    return 0 if row is None else int(row[0])


def move_to_pseudonym(*, person_id: uuid.UUID, pseudonym: bytes, is_weak: bool, reason: str) -> None:
    """State a person's facts anew under another pseudonym: the identity was corrected or became stronger.

    Sex and age band stay as they were frozen at the first count (rule CNT-5).
    """
    standing = CountingFact.objects.filter(subject__subject_id=person_id, weight=1, pseudonym__isnull=False)
    for fact in standing.exclude(corrections__weight=-1).select_related("subject"):
        if bytes(fact.pseudonym or b"") == pseudonym:
            continue
        counter(fact=fact, reason=reason)
        state(
            kind=FactKind(fact.kind),
            partner_id=fact.partner_id,
            occurred_on=fact.occurred_on,
            subject_id=person_id,
            evidence=fact.subject.evidence,
            pseudonym=pseudonym,
            is_weak=is_weak,
            sex=fact.sex,
            band=fact.age_band,
        )
