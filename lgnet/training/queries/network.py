# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""For the nation: module by module, who is missing, who waits, how much was attended. Numbers, by partner."""

import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, Sum

from lgnet.core.clock import now
from lgnet.network import editions
from lgnet.network.models import Organisation
from lgnet.training.models import Attendance, Enrolment, Module, Session
from lgnet.training.queries.completion import Completion, completions

STATE = Enrolment.State


@dataclass(frozen=True, slots=True)
class ModuleNumbers:
    """A module in the table of the nation; `percent` attended of the hours held so far, None before the first."""

    missing: Sequence[Organisation]
    to_approve: int
    partners: int
    percent: int | None


@dataclass(frozen=True, slots=True)
class PartnerNumbers:
    """A partner in a module; `percent` of the hours held so far by those who have a place."""

    partner: Organisation
    seated: int
    waiting: int
    to_approve: int
    percent: int | None
    completed: int


def module_numbers() -> Mapping[uuid.UUID, ModuleNumbers]:
    """By module: partners of which nobody is enrolled, requests nobody decided on, attendance. Six queries."""
    partners = list(editions.local_partners())
    present: dict[uuid.UUID, dict[uuid.UUID, int]] = defaultdict(dict)
    standing = Enrolment.objects.filter(state__in=(STATE.WAITING, STATE.SEATED))
    undecided = Count("pk", filter=Q(approved_at=None))
    for module, partner, n in standing.values_list("module", "partner").annotate(n=undecided):
        present[module][partner] = n
    modules = Module.objects.exclude(state=Module.State.DRAFT).values_list("pk", flat=True)
    percents = _percents()
    return {
        module: ModuleNumbers(
            missing=[one for one in partners if one.pk not in present[module]],
            to_approve=sum(present[module].values()),
            partners=len(present[module]),
            percent=percents.get(module),
        )
        for module in modules
    }


def _percents() -> dict[uuid.UUID, int]:
    """By module: minutes attended of those held so far, of everybody who has a place. Three queries."""
    over = Session.objects.filter(state=Session.State.PLANNED, ends_at__lte=now())
    held: dict[uuid.UUID, int] = defaultdict(int)
    for session in over:
        held[session.module_id] += session.planned_minutes
    seated = Enrolment.objects.filter(state=STATE.SEATED)
    people = dict(seated.values_list("module").annotate(n=Count("pk")))
    rows = Attendance.objects.filter(session__in=over, enrolment__state=STATE.SEATED)
    attended = dict(rows.values_list("enrolment__module").annotate(n=Sum("minutes")))
    planned = {module: n * people.get(module, 0) for module, n in held.items()}
    return {module: attended.get(module, 0) * 100 // n for module, n in planned.items() if n}


def by_partner(module: Module, found: Sequence[Completion] | None = None) -> list[PartnerNumbers]:
    """Every local partner and whoever else takes part, by name; partners without anybody among them."""
    people = completions(module=module) if found is None else found
    rows = Enrolment.objects.filter(module=module, state__in=(STATE.WAITING, STATE.SEATED))
    rows = rows.select_related("partner").only("partner", "state", "approved_at")
    standing: dict[Organisation, list[Enrolment]] = {one: [] for one in editions.local_partners()}
    for row in rows:
        standing.setdefault(row.partner, []).append(row)
    going: dict[uuid.UUID, list[Completion]] = defaultdict(list)
    for one in people:
        going[one.partner.pk].append(one)
    return [
        PartnerNumbers(
            partner=partner,
            seated=sum(row.state == STATE.SEATED for row in here),
            waiting=sum(row.state == STATE.WAITING for row in here),
            to_approve=sum(row.approved_at is None for row in here),
            percent=percent_so_far(going[partner.pk]),
            completed=sum(one.is_complete for one in going[partner.pk]),
        )
        for partner, here in sorted(standing.items(), key=lambda pair: pair[0].short_name)
    ]


def percent_so_far(people: Sequence[Completion]) -> int | None:
    """How much was attended of the sessions that are over, by all of them together; None before the first."""
    planned = sum(one.planned_so_far for one in people)
    return sum(one.attended_so_far for one in people) * 100 // planned if planned else None
