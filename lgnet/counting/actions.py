# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Stating facts that the network counts. Called by the actions that make them true, in their transaction."""

import datetime as dt
import uuid
from collections.abc import Sequence
from typing import Any

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
    lines: Sequence[str] = (),
    days: int | None = None,
    detail: str = "",
) -> CountingFact:
    """State that something countable happened.

    `subject_id` is the person, or the contact where there is no person. `evidence` is the row that proves
    it, written `label:id` ("cases.case:01a2..."). Days are days in Rome. `lines`, `days` and `detail`: see
    `CountingFact`.
    """
    fact = CountingFact.objects.create(
        kind=kind,
        partner_id=partner_id,
        occurred_on=occurred_on,
        pseudonym=pseudonym,
        is_weak=is_weak,
        sex=sex,
        age_band=band,
        lines=sorted(set(lines)),
        days=days,
        detail=detail,
        recorded_at=now(),
    )
    FactSubject.objects.create(fact=fact, partner_id=partner_id, subject_id=subject_id, evidence=evidence)
    return fact


def counter(*, fact: CountingFact, reason: str) -> CountingFact:
    """Take a fact back by a counter-fact with a reason; the fact itself stays as it was.

    Only once: the database refuses a second counter-fact. What was taken back wrongly is stated anew.
    """
    (taken_back,) = _counter([fact], reason)
    return taken_back


def hold(
    *,
    kind: FactKind,
    occurred_on: dt.date,
    subject_id: uuid.UUID,
    evidence: str,
    detail: str,
    n: int = 1,
) -> int:
    """State `n` facts about nobody for whoever acts now, a partner or a body of the nation; returns how many.

    An event was held, or so many participations in it are known. `subject_id` is the event or the meeting, and
    `evidence` its row as everywhere. One statement, however many: the statement is a function of the database, because
    the role of the nation writes no facts of its own.
    """
    return _called(
        "select counting_hold(%s, %s, %s, %s, %s, %s, %s)",
        [str(kind), occurred_on, detail, n, subject_id, evidence, now()],
    )


def take_back(
    *, kind: FactKind, subject_id: uuid.UUID, reason: str, detail: str = "", most: int | None = None
) -> int:
    """Take back what was stated of an event by `hold`, with a reason: all that stands, or at most so many.

    `detail`: only facts of this one. Returns how many were taken back; whoever acts for another partner than the one
    that stated them takes back none. Who calls holds the event, so that nobody takes the same back twice.
    """
    return _called(
        "select counting_take_back(%s, %s, %s, %s, %s, %s)",
        [str(kind), detail, subject_id, most, reason, now()],
    )


def _called(statement: str, given: list[Any]) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        return int(cursor.fetchone()[0])


def _counter(facts: Sequence[CountingFact], reason: str) -> list[CountingFact]:
    """Counter-facts for several facts (each with its subject), in two statements."""
    made = [
        CountingFact(
            kind=fact.kind, partner_id=fact.partner_id, occurred_on=fact.occurred_on, pseudonym=fact.pseudonym,
            is_weak=fact.is_weak, sex=fact.sex, age_band=fact.age_band, lines=fact.lines, days=fact.days,
            detail=fact.detail, weight=-fact.weight, corrects=fact, reason=reason, recorded_at=now(),
        )
        for fact in facts
    ]  # fmt: skip
    CountingFact.objects.bulk_create(made)
    _add_subjects(made, facts)
    return made


def _add_subjects(made: Sequence[CountingFact], of: Sequence[CountingFact]) -> None:
    FactSubject.objects.bulk_create(
        FactSubject(
            fact=new,
            partner_id=new.partner_id,
            subject_id=old.subject.subject_id,
            evidence=old.subject.evidence,
        )
        for new, old in zip(made, of, strict=True)
    )


def compact() -> int:
    """Make one row of many for each total; the values do not change. Returns how many rows there were."""
    with connection.cursor() as cursor:
        cursor.execute("select counting_compact()")
        row = cursor.fetchone()
    return 0 if row is None else int(row[0])


def follow_identity(
    *,
    person_id: uuid.UUID,
    pseudonym: bytes,
    is_weak: bool,
    sex: str,
    birth_date: dt.date | None,
    reason: str,
) -> int:
    """State a person's facts anew where who they are was corrected or completed: pseudonym, sex, birth date.

    Each fact keeps its own day, and gets the age band of that day: time alone never changes a figure (rule
    CNT-5), a mended mistake does. What is no longer known now stays as it was. Returns how many facts changed.
    """
    standing = CountingFact.objects.filter(subject__subject_id=person_id, weight=1, pseudonym__isnull=False)
    facts = standing.exclude(corrections__weight=-1).select_related("subject").order_by("occurred_on", "id")
    changed, anew = [], []
    for fact in facts:
        band = age_band(birth_date, fact.occurred_on) if birth_date else fact.age_band
        said = (pseudonym, is_weak, sex or fact.sex, str(band))
        if said != (bytes(fact.pseudonym or b""), fact.is_weak, fact.sex, fact.age_band):
            changed.append(fact)
            anew.append(_anew(fact, said))
    if changed:
        _counter(changed, reason)
        CountingFact.objects.bulk_create(anew)
        _add_subjects(anew, changed)
    return len(changed)


def _anew(fact: CountingFact, said: tuple[bytes, bool, str, str]) -> CountingFact:
    pseudonym, is_weak, sex, band = said
    return CountingFact(
        kind=fact.kind, partner_id=fact.partner_id, occurred_on=fact.occurred_on, pseudonym=pseudonym,
        is_weak=is_weak, sex=sex, age_band=band, lines=fact.lines, days=fact.days, detail=fact.detail,
        recorded_at=now(),
    )  # fmt: skip
