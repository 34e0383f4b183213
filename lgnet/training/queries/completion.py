# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who completed a module: derived from minutes of attendance, never written down (rules TRN-5, TRN-6).

What other domains ask: certificates, tests and evidence are made from these rows.
"""

import datetime as dt
import uuid
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Prefetch, QuerySet

from lgnet.core.clock import ROME, now
from lgnet.network.models import Colleague, Organisation
from lgnet.training.models import Attendance, Enrolment, Module, Session


@dataclass(frozen=True, slots=True)
class Meeting:
    """A session that counts, and somebody's part in it; `attended` in minutes, `how` "" where they were absent."""

    session: Session
    planned: int
    attended: int
    how: str


@dataclass(frozen=True)
class Completion:
    """Somebody's way through a module. Minutes are taught minutes, breaks left out.

    `is_complete`: the module is over and enough of it was attended or made up.
    """

    enrolment: Enrolment
    meetings: Sequence[Meeting]

    @property
    def module(self) -> Module:
        return self.enrolment.module

    @property
    def colleague(self) -> Colleague:
        return self.enrolment.colleague

    @property
    def partner(self) -> Organisation:
        return self.enrolment.partner

    @cached_property
    def planned_minutes(self) -> int:
        return sum(one.planned for one in self.meetings)

    @cached_property
    def attended_minutes(self) -> int:
        return sum(one.attended for one in self.meetings)

    @cached_property
    def planned_so_far(self) -> int:
        """Minutes of the sessions that are over."""
        return sum(one.planned for one in self.meetings if one.session.ends_at <= now())

    @cached_property
    def attended_so_far(self) -> int:
        """Minutes attended of the sessions that are over."""
        return sum(one.attended for one in self.meetings if one.session.ends_at <= now())

    @property
    def percent(self) -> int:
        """How much of the module was attended, rounded down: 79.9 % are not 80."""
        return self.attended_minutes * 100 // self.planned_minutes if self.planned_minutes else 0

    @property
    def is_over(self) -> bool:
        """Whether the last session has ended."""
        return bool(self.meetings) and self.meetings[-1].session.ends_at <= now()

    @property
    def is_enough(self) -> bool:
        return self.planned_minutes > 0 and (
            self.attended_minutes * 100 >= self.module.threshold * self.planned_minutes
        )

    @property
    def is_complete(self) -> bool:
        return self.is_over and self.is_enough

    @property
    def first_on(self) -> dt.date:
        """The day of the first session, in Rome. Ask only where there are sessions."""
        return self.meetings[0].session.starts_at.astimezone(ROME).date()

    @property
    def last_on(self) -> dt.date:
        """The day of the last session, in Rome."""
        return self.meetings[-1].session.starts_at.astimezone(ROME).date()

    @property
    def mode(self) -> str:
        """ "presence" or "online" where all sessions were so, else "blended": a value of `Session.Mode`."""
        modes = {one.session.mode for one in self.meetings}
        return modes.pop() if len(modes) == 1 else Session.Mode.BLENDED.value

    @property
    def missed(self) -> list[Session]:
        """The sessions that are over and of which nothing was attended or made up."""
        return [one.session for one in self.meetings if one.attended == 0 and one.session.ends_at <= now()]


def completions(
    *,
    module: Module | None = None,
    colleague: uuid.UUID | None = None,
    partner: uuid.UUID | None = None,
    enrolments: Collection[uuid.UUID] | None = None,
) -> list[Completion]:
    """Everybody who has a place, as far as they have come, by module and name. Three queries, whatever the number.

    Rows exist as row security lets them: one's own, those of the partner, those one teaches, all for the nation.
    Sessions that were called off count neither as planned nor as attended.
    """
    rows = Enrolment.objects.filter(state=Enrolment.State.SEATED)
    if module is not None:
        rows = rows.filter(module=module)
    if colleague is not None:
        rows = rows.filter(colleague=colleague)
    if partner is not None:
        rows = rows.filter(partner=partner)
    if enrolments is not None:
        rows = rows.filter(pk__in=enrolments)
    return [_completion(row) for row in _with_all(rows)]


def completed(module: Module) -> list[Completion]:
    """Who completed a module, by name: for certificates."""
    return [one for one in completions(module=module) if one.is_complete]


def _with_all(rows: QuerySet[Enrolment]) -> Iterable[Enrolment]:
    held = Session.objects.filter(state=Session.State.PLANNED).order_by("starts_at", "id")
    return (
        rows.select_related("module__programme", "colleague", "partner")
        .prefetch_related(
            Prefetch("module__sessions", held, to_attr="held"),
            Prefetch("attendances", Attendance.objects.all()),
        )
        .order_by("module__code", "colleague__name", "id")
    )


def _completion(row: Enrolment) -> Completion:
    attended = {one.session_id: one for one in row.attendances.all()}
    held: list[Session] = row.module.held  # type: ignore[attr-defined]  # prefetched under this name
    meetings = [
        Meeting(
            session,
            planned=session.planned_minutes,
            attended=min(found.minutes, session.planned_minutes) if found else 0,
            how=found.how if found else "",
        )
        for session in held
        for found in (attended.get(session.pk),)
    ]
    return Completion(row, meetings)
