# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reads the audit trail for the data protection officer: who did or saw what, newest first.

People and cases belong to upper domains, so their codes are asked for in SQL; row security applies as always.
"""

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import connection
from django.db.models import Q, QuerySet

from lgnet.core.clock import ROME
from lgnet.core.models import AuditEntry, AuditLink

PAGE = 50
# Whatever hangs on a person: their file, their requests and their cases.
_ABOUT_A_PERSON = """
with somebody as (select id from people_person where upper(code) = %(code)s)
select id from somebody
union select id from cases_intake where person_id in (select id from somebody)
union select id from cases_case where person_id in (select id from somebody)
"""
_CODES = """
select id, code from people_person where id = any(%(ids)s)
union select i.id, p.code from cases_intake i join people_person p on p.id = i.person_id where i.id = any(%(ids)s)
union select c.id, p.code from cases_case c join people_person p on p.id = c.person_id where c.id = any(%(ids)s)
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of the trail to show; what is empty does not narrow it."""

    code: str = ""
    colleague: uuid.UUID | None = None
    event: str = ""
    day: dt.date | None = None


def entries(partner_id: uuid.UUID, wanted: Wanted) -> QuerySet[AuditEntry]:
    """The entries of a partner, newest first."""
    found = AuditEntry.objects.filter(partner_id=partner_id)
    if wanted.code:
        found = found.filter(subject_id__in=about_person(wanted.code))
    if wanted.colleague:
        found = found.filter(actor_id=wanted.colleague)
    if wanted.event:
        found = found.filter(event=wanted.event)
    if wanted.day and wanted.day < dt.date.max:  # the day after the last one does not exist
        begin = dt.datetime.combine(wanted.day, dt.time.min, ROME)
        end = dt.datetime.combine(wanted.day + dt.timedelta(days=1), dt.time.min, ROME)
        found = found.filter(at__gte=begin, at__lt=end)
    return found.order_by("-at", "-id")


def page_of(found: QuerySet[AuditEntry], after: tuple[dt.datetime, uuid.UUID] | None) -> list[AuditEntry]:
    """Up to `PAGE` + 1 entries that are older than `after`; the last one says that there are more."""
    if after is not None:
        at, entry_id = after
        found = found.filter(Q(at__lt=at) | Q(at=at, id__lt=entry_id))
    return list(found[: PAGE + 1])


def about_person(code: str) -> list[uuid.UUID]:
    """The things whose entries are about the person with this code."""
    with connection.cursor() as cursor:
        cursor.execute(_ABOUT_A_PERSON, {"code": code.strip().upper()})
        return [row[0] for row in cursor.fetchall()]


def codes_of(subjects: Iterable[uuid.UUID]) -> Mapping[uuid.UUID, str]:
    """The codes of the persons that these things are about."""
    with connection.cursor() as cursor:
        cursor.execute(_CODES, {"ids": list(subjects)})
        return dict(cursor.fetchall())


def last_link(partner_id: uuid.UUID) -> AuditLink | None:
    """The newest link of the partner's chain."""
    return AuditLink.objects.filter(chain=partner_id).order_by("-position").first()
