# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Lines of the sheet of recipients, inside one partner: who is counted as supported, with names, by key in parts.

Who cannot be reported is not on the sheet: she is on the list beside it, with every reason, and in the work list of
whoever can mend it. A missing value stays empty and says why; no date is ever invented.
"""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

from lgnet.counting.models import FactKind
from lgnet.interop.sheets import CellOut
from lgnet.people.models import Identifier, Person, Precision, PrivacyNotice, StayStatus
from lgnet.quality.queries import reasons_of
from lgnet.quality.reportability import Found
from lgnet.snapshots.boundary import inside
from lgnet.snapshots.models import Snapshot
from lgnet.snapshots.sheets.columns import Placed

KIND = FactKind.SUPPORTED
_PART = f"""
select distinct on (s.subject_id) s.subject_id, s.evidence, f.id, f.occurred_on, f.sex, f.age_band, f.lines
from counting_factsubject s join counting_countingfact f on f.id = s.fact_id
where s.partner_id = %(partner)s and s.subject_id > %(after)s
  and f.kind = %(kind)s and f.weight = 1 and {inside("f")}
  and not exists (
      select from counting_countingfact g where g.corrects_id = f.id and g.entered_at <= %(known_at)s
  )
order by s.subject_id, f.occurred_on, f.id
limit %(size)s
"""  # noqa: S608 - constants only


@dataclass
class Recipient:
    """A person on the sheet, with everything that its columns may ask for."""

    snapshot: Snapshot
    partner: str
    person: Person
    evidence: str
    counted_on: dt.date
    sex: str
    age_band: str
    lines: list[str]
    stay: StayStatus | None = None
    notice_on: dt.date | None = None
    numbers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Refused:
    """A counted person who is not on the sheet, and why."""

    person: Person
    counted_on: dt.date
    reasons: tuple[Found, ...]


def _birth_date(row: Recipient) -> CellOut:
    """The whole day, or only the month or the year: the parts that are not known are not written."""
    born, known = row.person.birth_date, row.person.birth_precision
    if born is None:
        return None
    if known == Precision.DAY:
        return born
    return f"{born:%m/%Y}" if known == Precision.MONTH else f"{born:%Y}"


VALUES: Mapping[str, Callable[[Recipient], CellOut]] = {
    "snapshot": lambda row: row.snapshot.code,
    "cutoff_on": lambda row: row.snapshot.cutoff_on,
    "partner": lambda row: row.partner,
    "person_code": lambda row: row.person.code,
    "family_name": lambda row: row.person.family_name,
    "given_name": lambda row: row.person.given_name,
    "sex": lambda row: row.sex or row.person.sex,
    "birth_date": _birth_date,
    "birth_known": lambda row: str(Precision(row.person.birth_precision).label),
    "age_band": lambda row: row.age_band,
    "birth_country": lambda row: row.person.birth_country,
    "citizenships": lambda row: (
        ", ".join(row.person.citizenships) or ("XXA" if row.person.is_stateless else "")
    ),
    "tax_code": lambda row: row.numbers.get(Identifier.Kind.TAX_CODE, ""),
    "stay": lambda row: row.stay.status_id if row.stay else "",
    "stay_document": lambda row: str(row.stay.get_document_display()) if row.stay else "",
    "permit": lambda row: row.numbers.get(Identifier.Kind.RESIDENCE_PERMIT, ""),
    "receipt": lambda row: row.numbers.get(Identifier.Kind.PERMIT_RECEIPT, ""),
    "stay_issued_on": lambda row: row.stay.issued_on if row.stay else None,
    "stay_expires_on": lambda row: row.stay.expires_on if row.stay else None,
    "stay_no_expiry": lambda row: (
        str(row.stay.get_expiry_missing_display()) if row.stay and row.stay.expiry_missing else ""
    ),
    "renewal_on": lambda row: row.stay.renewal_requested_on if row.stay else None,
    "counted_on": lambda row: row.counted_on,
    "lines": lambda row: ", ".join(row.lines),
    "evidence": lambda row: row.evidence,
    "notice_on": lambda row: row.notice_on,
}


@dataclass(frozen=True)
class Part:
    """Some lines of the sheet, who was refused among them, and where the next part begins."""

    lines: list[list[CellOut]]
    refused: list[Refused]
    last: str


def part(
    snapshot: Snapshot, partner: tuple[uuid.UUID, str], columns: tuple[Placed, ...], after: str, size: int
) -> Part | None:
    """The next persons in the order of their ids; None where there are no more. Seven queries a part."""
    found = _found(snapshot, partner[0], after, size)
    if not found:
        return None
    people = {
        row.pk: row for row in Person.objects.select_related("key").filter(pk__in=[r[0] for r in found])
    }
    why = reasons_of([row[2] for row in found], kind=KIND)
    recipients, refused = [], []
    for subject, evidence, fact, day, sex, band, lines in found:
        person = people.get(subject)
        if person is None:
            continue
        if fact in why:
            refused.append(Refused(person, day, why[fact]))
        else:
            recipients.append(Recipient(snapshot, partner[1], person, evidence, day, sex, band, list(lines)))
    _add_papers({row.person.pk: row for row in recipients})
    values = [VALUES[column.kind.code] for column in columns]
    return Part([[value(row) for value in values] for row in recipients], refused, str(found[-1][0]))


def _found(snapshot: Snapshot, partner_id: uuid.UUID, after: str, size: int) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(
            _PART,
            {
                "kind": str(KIND), "partner": partner_id, "after": uuid.UUID(after or str(uuid.UUID(int=0))),
                "size": size, "until": snapshot.cutoff_on, "known_at": snapshot.taken_at,
            },
        )  # fmt: skip
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def _add_papers(rows: dict[uuid.UUID, Recipient]) -> None:
    stays: dict[uuid.UUID, list[StayStatus]] = defaultdict(list)
    for stay in StayStatus.objects.filter(person__in=rows).order_by("from_on", "recorded_at"):
        stays[stay.person_id].append(stay)
    for notice in PrivacyNotice.objects.filter(person__in=rows).order_by("-delivered_on"):
        rows[notice.person_id].notice_on = notice.delivered_on
    for number in Identifier.objects.filter(person__in=rows, withdrawn_at=None).order_by("recorded_at"):
        number.person = rows[number.person_id].person  # its key is at hand
        rows[number.person_id].numbers[number.kind] = number.value
    for pk, row in rows.items():
        row.stay = next((one for one in reversed(stays[pk]) if one.from_on <= row.counted_on), None)
