# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""How far somebody is in what their profession and their employer ask, and the hours of a team."""

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import connection
from django.db.models import F

from lgnet.network.worker import Worker
from lgnet.recognition.models import Certificate, OutsideCourse, Scheme
from lgnet.recognition.queries.mine import my_certificates, my_outside_courses

NOTHING = Decimal(0)


def current_schemes(day: dt.date) -> list[Scheme]:
    """The rules that hold on a day, one period of each scheme."""
    return list(Scheme.objects.filter(starts_on__lte=day, ends_on__gte=day))


@dataclass(frozen=True, slots=True)
class Progress:
    """What counts towards a scheme in its period. In credits or in hours, as the scheme says.

    `lost` is what lies above the most that "attività formative" may give.
    """

    scheme: Scheme
    total: Decimal
    special: Decimal
    lost: Decimal

    @property
    def missing(self) -> Decimal:
        return max(NOTHING, self.scheme.needed - self.total)

    @property
    def special_missing(self) -> Decimal:
        return max(NOTHING, self.scheme.special_needed - self.special)

    @property
    def is_reached(self) -> bool:
        return self.missing == 0 and self.special_missing == 0


def progress(by: Worker, day: dt.date) -> list[Progress]:
    """Where somebody stands in each scheme on a day. Three queries.

    Schemes of credits in which they have nothing are left out; hours are everybody's.
    """
    schemes = current_schemes(day)
    certificates = [one for one in my_certificates(by) if one.is_valid]
    outside = list(my_outside_courses(by))
    found = [standing(scheme, certificates, outside) for scheme in schemes]
    return [one for one in found if one.scheme.unit == Scheme.Unit.HOURS or one.total > 0]


def standing(
    scheme: Scheme, certificates: Iterable[Certificate], outside: Iterable[OutsideCourse]
) -> Progress:
    """What counts towards one scheme: only what ended in its period."""
    inside = [one for one in certificates if scheme.starts_on <= one.ends_on <= scheme.ends_on]
    entered = [one for one in outside if scheme.starts_on <= one.ended_on <= scheme.ends_on]
    if scheme.unit == Scheme.Unit.HOURS:
        hours = sum((one.hours_attended for one in inside), NOTHING)
        return Progress(scheme, hours + sum((one.hours for one in entered), NOTHING), NOTHING, NOTHING)
    accredited = [one for one in inside if one.scheme and one.scheme.code == scheme.code]
    entered = [one for one in entered if one.scheme and one.scheme.code == scheme.code]
    events = sum((one.credits for one in accredited), NOTHING)
    events += sum((one.credits for one in entered if not one.is_activity), NOTHING)
    activities = sum((one.credits for one in entered if one.is_activity), NOTHING)
    most = NOTHING + scheme.activities_most if scheme.activities_most is not None else activities
    special = sum((one.special_credits for one in accredited), NOTHING)
    special += sum((one.special_credits for one in entered), NOTHING)
    counted = min(activities, most)
    return Progress(scheme, events + counted, special, activities - counted)


@dataclass(frozen=True, slots=True)
class TeamHours:
    """A colleague's hours of training in a year: certified by the network, and entered by themselves."""

    colleague_id: uuid.UUID
    name: str
    in_network: Decimal
    elsewhere: Decimal

    @property
    def total(self) -> Decimal:
        return self.in_network + self.elsewhere


def team_hours(year: int) -> Sequence[TeamHours]:
    """For the coordinator: everybody who worked for the partner in a year, by name. One query of a function."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select * from recognition_team_hours(%s, %s)", [dt.date(year, 1, 1), dt.date(year, 12, 31)]
        )
        return [TeamHours(*row) for row in cursor.fetchall()]


def hours_scheme(year: int) -> Scheme | None:
    """What is asked of a public employee in a year (rules TRN-3)."""
    rows = Scheme.objects.filter(
        code="pa40", starts_on__lte=dt.date(year, 12, 31), ends_on__gte=dt.date(year, 1, 1)
    )
    return rows.order_by(F("starts_on").desc()).first()
