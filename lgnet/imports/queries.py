# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reads of imports. Rows of other partners do not exist here (row security)."""

import datetime as dt
import uuid
from collections.abc import Mapping

from django.db.models import Exists, OuterRef, QuerySet

from lgnet.cases.models import Case
from lgnet.cases.queries import colleagues_on_cases
from lgnet.core.clock import today
from lgnet.imports.models import ColumnMapping, ImportRun
from lgnet.imports.targets import guess, signature
from lgnet.network.models import Partnership
from lgnet.people.models import Person, StayStatus

LATEST = 50
EXPIRING_DAYS = 90


def latest_runs() -> list[ImportRun]:
    """The partner's last imports, the newest first."""
    return list(ImportRun.objects.select_related("started_by").order_by("-started_at")[:LATEST])


def same_file_before(run: ImportRun) -> ImportRun | None:
    """An earlier import of the very same file that was written and not taken back."""
    same = ImportRun.objects.filter(file_digest=run.file_digest, state=ImportRun.State.DONE)
    return same.exclude(pk=run.pk).order_by("-started_at").first()


def columns_for(header: list[str]) -> dict[str, str]:
    """Which column is what: as the partner said last time for this header, else guessed from the names."""
    remembered = ColumnMapping.objects.filter(signature=signature(header)).first()
    return dict(remembered.columns) if remembered else guess(header)


def lines_of(partner_id: uuid.UUID) -> tuple[str, ...]:
    """The action lines of the partner's latest partnership: what an imported case is about."""
    partnership = Partnership.objects.filter(organisation=partner_id).order_by("-edition__starts_on").first()
    return tuple(partnership.lines) if partnership else ()


def managers(partner_id: uuid.UUID) -> Mapping[str, uuid.UUID]:
    """Who may be a case manager here, by e-mail address."""
    return {colleague.email.casefold(): colleague.pk for colleague in colleagues_on_cases(partner_id)}


def people_to_export(which: str, user_id: uuid.UUID) -> QuerySet[Person]:
    """Everybody one sees, those whose case one manages ("mine"), or whose document expires ("expiring")."""
    people = Person.objects.select_related("key").order_by("-registered_at", "-id")
    if which == "mine":
        mine = Case.objects.filter(person=OuterRef("pk"), manager=user_id, closed_at=None)
        return people.filter(Exists(mine))
    if which == "expiring":
        edge = today() + dt.timedelta(days=EXPIRING_DAYS)
        stays = StayStatus.objects.filter(person=OuterRef("pk"), is_current=True, expires_on__lte=edge)
        return people.filter(Exists(stays))
    return people
