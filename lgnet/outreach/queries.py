# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Lists of contacts. Rows of other partners do not exist here (row security)."""

import datetime as dt
import uuid

from django.db.models import Q, QuerySet

from lgnet.cases.models import Intake
from lgnet.core.clock import ROME, now
from lgnet.outreach.models import Contact
from lgnet.people.models import Person

PAGE = 25
NIGHT_BEGINS = 12  # an outing goes on after midnight: its day turns at noon, in Rome


def night_start() -> dt.datetime:
    """When tonight began: the last noon in Rome."""
    local = now().astimezone(ROME)
    day = local.date() if local.hour >= NIGHT_BEGINS else local.date() - dt.timedelta(days=1)
    return dt.datetime.combine(day, dt.time(NIGHT_BEGINS), tzinfo=ROME)


def _drawn() -> QuerySet[Contact]:
    return Contact.objects.select_related("key", "person__key", "met_by", "site").order_by("-met_at", "-id")


def tonight(limit: int = 50) -> list[Contact]:
    """The contacts of tonight, the latest first, and one more than the limit where there are more."""
    return list(_drawn().filter(met_at__gte=night_start())[: limit + 1])


def contact_page(
    *, before: dt.datetime, after: tuple[dt.datetime, uuid.UUID] | None = None, size: int = PAGE
) -> list[Contact]:
    """One page of what was met before a moment, the latest first, and one row more where there is a next page."""
    rows = _drawn().filter(met_at__lt=before)
    if after is not None:
        moment, last = after
        rows = rows.filter(Q(met_at__lt=moment) | Q(met_at=moment, id__lt=last))
    return list(rows[: size + 1])


def contacts_of(person: Person, limit: int = 10) -> list[Contact]:
    """The latest contacts with a person."""
    rows = Contact.objects.filter(person=person).select_related("key", "person__key", "met_by")
    return list(rows.order_by("-met_at", "-id")[:limit])


def was_taken_up_later(person: Person, moment: dt.datetime) -> bool:
    """Whether an episode of the person began at or after a moment: what was met before it needs no new one."""
    return Intake.objects.filter(person=person, first_contact_at__gte=moment).exists()
