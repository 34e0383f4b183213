# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The fund's form on operators: who was trained in what (registry, training area, contents), or why it lacks.

Source: FAMI guidelines for monitoring tools, form on public and private operators, 8.1-8.4.
"""

import uuid
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db import connection, models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from lgnet.recognition.models import Certificate
from lgnet.training.models import Attendance, Session
from lgnet.training.queries import Completion, completions


class Lack(models.TextChoices):
    """Why somebody's training cannot be reported."""

    NO_FULL_NAME = "no_full_name", _("no name and surname")
    NO_ROLE = "no_role", _("no role at the partner on the days of the module")
    NO_CONTENTS = "no_contents", _("no contents of the module")
    NOT_APPROVED = "not_approved", _("no approval of the coordinator")
    NO_REGISTER = "no_register", _("no register of a session")
    NO_ATTENDANCE = "no_attendance", _("no attendance")
    TOO_LITTLE = "too_little", _("too few of the hours attended")


@dataclass(frozen=True, slots=True)
class FormLine:
    """Somebody's part in a module that is over; `lacks` is empty where it can be reported."""

    completion: Completion
    role: str
    certificate: str
    lacks: tuple[Lack, ...]
    unregistered: Sequence[Session]

    @property
    def is_reportable(self) -> bool:
        return not self.lacks


def form_lines(partner: uuid.UUID | None = None) -> list[FormLine]:
    """Everybody with a place in a module that is over, by module and name. Seven queries.

    For a coordinator the own partner's people (`partner`), for the direction everybody.
    """
    people = [one for one in completions(partner=partner) if one.is_over]
    roles = _roles([one.enrolment.pk for one in people])
    modules = {one.module.pk for one in people}
    held = Certificate.objects.filter(module__in=modules, revoked_at=None)
    codes = {(module, holder): code for module, holder, code in held.values_list("module", "holder", "code")}
    silent = _without_register(modules)
    return [
        FormLine(
            one,
            role=(role := roles.get(one.enrolment.pk, "")),
            certificate=codes.get((one.module.pk, one.colleague.pk), ""),
            lacks=tuple(_lacks(one, role, silent.get(one.module.pk, ()))),
            unregistered=silent.get(one.module.pk, ()),
        )
        for one in people
    ]


def _roles(enrolments: Sequence[uuid.UUID]) -> dict[uuid.UUID, str]:
    """By enrolment, the role in which somebody worked at their partner then. One query of a function."""
    with connection.cursor() as cursor:
        cursor.execute("select * from evaluation_roles(%s)", [list(enrolments)])
        return dict(cursor.fetchall())


def _without_register(modules: Collection[uuid.UUID]) -> dict[uuid.UUID, list[Session]]:
    """Sessions that took place and of which nobody of the class was written down."""
    here = Attendance.objects.filter(session=OuterRef("pk"))
    rows = Session.objects.filter(~Exists(here), module__in=modules, state=Session.State.PLANNED)
    found: dict[uuid.UUID, list[Session]] = defaultdict(list)
    for row in rows:
        found[row.module_id].append(row)
    return found


def _lacks(one: Completion, role: str, silent: Sequence[Session]) -> list[Lack]:
    found = []
    if len(one.colleague.name.split()) < 2:
        found.append(Lack.NO_FULL_NAME)
    if not role:
        found.append(Lack.NO_ROLE)
    if not one.module.contents.strip():
        found.append(Lack.NO_CONTENTS)
    if one.enrolment.approved_at is None:
        found.append(Lack.NOT_APPROVED)
    if not one.is_enough:
        if silent:
            found.append(Lack.NO_REGISTER)
        else:
            found.append(Lack.TOO_LITTLE if one.attended_minutes else Lack.NO_ATTENDANCE)
    return found
