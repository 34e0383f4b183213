# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the job must do: surveys to open, people to ask and to remind."""

import calendar
import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from lgnet.core.clock import ROME, now, today
from lgnet.evaluation.models import Invitation, Survey, SurveyKind
from lgnet.evaluation.models.survey import REMINDERS
from lgnet.network.models import Colleague, Membership
from lgnet.training.models import Attendance, Enrolment, Module, Session


@dataclass(frozen=True, slots=True)
class Terms:
    """When a kind of survey opens after the last session, how long it is open, after how many days it reminds."""

    months: int
    days_open: int
    remind_after: int
    missed_after: int  # days: a survey that was not opened in time is opened no more


TERMS = {
    SurveyKind.USEFULNESS: Terms(months=0, days_open=21, remind_after=7, missed_after=14),
    SurveyKind.USE: Terms(months=3, days_open=30, remind_after=10, missed_after=30),
}


@dataclass(frozen=True, slots=True)
class Due:
    """A survey whose day has come."""

    module: uuid.UUID
    kind: SurveyKind
    opens_on: dt.date
    closes_on: dt.date


def months_later(day: dt.date, months: int) -> dt.date:
    """The same day so many months later, or the last one of a month that has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def due_to_open() -> list[Due]:
    """Surveys that were not opened yet, of modules that are over. Two queries."""
    held = Session.objects.filter(state=Session.State.PLANNED, module__state=Module.State.OPEN)
    ended = held.values("module").annotate(last=Max("ends_at"))
    since = now() - dt.timedelta(days=160)
    rows = ended.filter(last__lte=now(), last__gte=since).values_list("module", "last").order_by("module")
    known = set(Survey.objects.values_list("module", "kind"))
    return [due for module, last in rows for due in _due(module, last) if (due.module, due.kind) not in known]


def _due(module: uuid.UUID, last: dt.datetime) -> Iterator[Due]:
    ended_on = last.astimezone(ROME).date()
    for kind, terms in TERMS.items():
        opens = months_later(ended_on, terms.months)
        if opens <= today() <= opens + dt.timedelta(days=terms.missed_after):
            yield Due(module, kind, today(), today() + dt.timedelta(days=terms.days_open))


@dataclass(frozen=True, slots=True)
class ToInvite:
    """Somebody who attended a module and was not asked yet."""

    survey: Survey
    enrolment: uuid.UUID
    colleague: Colleague


def to_invite(partner_id: uuid.UUID) -> list[ToInvite]:
    """Who attended and still works at the partner, in surveys that are open. Three queries."""
    surveys: dict[uuid.UUID, list[Survey]] = defaultdict(list)
    for one in _open():
        surveys[one.module_id].append(one)
    if not surveys:
        return []
    at_work = Membership.objects.valid_now().filter(user=OuterRef("colleague"), organisation=partner_id)
    was_there = Attendance.objects.filter(enrolment=OuterRef("pk"), minutes__gt=0)
    rows = Enrolment.objects.filter(
        Exists(was_there), Exists(at_work), partner=partner_id, module__in=list(surveys),
        state=Enrolment.State.SEATED,
    )  # fmt: skip
    asked = set(Invitation.objects.filter(partner=partner_id).values_list("survey", "colleague"))
    return [
        ToInvite(survey, row.pk, row.colleague)
        for row in rows.select_related("colleague").order_by("colleague__name", "pk")
        for survey in surveys[row.module_id]
        if (survey.pk, row.colleague_id) not in asked
    ]


def _open() -> list[Survey]:
    rows = Survey.objects.filter(closed_on=None, opens_on__lte=today(), closes_on__gte=today())
    return list(rows.select_related("module"))


def to_remind(partner_id: uuid.UUID) -> list[Invitation]:
    """Who did not answer yet and was last written to long enough ago; nobody more than twice. One query."""
    late = Q()
    for kind, terms in TERMS.items():
        day = today() - dt.timedelta(days=terms.remind_after)
        last = Q(reminded_on=None, invited_on__lte=day) | Q(reminded_on__lte=day)
        late |= Q(survey__kind=kind) & last
    rows = Invitation.objects.filter(
        late, partner=partner_id, answered=False, reminders__lt=REMINDERS, survey__closed_on=None,
        survey__closes_on__gte=today(),
    )  # fmt: skip
    return list(rows.select_related("survey__module", "colleague").order_by("invited_on", "pk"))


def mine_open(colleague: uuid.UUID) -> QuerySet[Invitation]:
    """What somebody was asked and has not answered, the first to close first."""
    rows = Invitation.objects.filter(
        colleague=colleague, answered=False, survey__closed_on=None, survey__opens_on__lte=today(),
        survey__closes_on__gte=today(),
    )  # fmt: skip
    return rows.select_related("survey__module").order_by("survey__closes_on", "pk")
