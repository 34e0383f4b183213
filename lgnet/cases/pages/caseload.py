# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The list of cases and the closing of a case as they are shown."""

import datetime as dt
import uuid
from dataclasses import dataclass, field

from django.forms import Form
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from lgnet.cases import queries
from lgnet.cases.models import Case, NextStep, Urgency
from lgnet.cases.pages.differences import Difference
from lgnet.cases.pages.intake import URGENCY_LOOKS
from lgnet.cases.pages.keys import next_address
from lgnet.cases.pages.who import Who, who
from lgnet.cases.queries import CaseFilter
from lgnet.cases.queries.caseload import PAGE
from lgnet.core import places
from lgnet.core.clock import today
from lgnet.network.worker import Worker

STAGE_LOOKS = {
    Case.Stage.TAKEN: "new",
    Case.Stage.ASSESSED: "open",
    Case.Stage.PLANNED: "planned",
    Case.Stage.RUNNING: "active",
    Case.Stage.CLOSED: "closed",
}


@dataclass(frozen=True)
class CaseRow:
    """A case in the list."""

    pk: uuid.UUID
    who: Who
    code: str
    url: str
    stage_look: str
    stage: str
    urgency_look: str
    urgency: str
    waits_for: str
    due: dt.date | dt.datetime | None
    manager: str
    last_activity_at: dt.datetime


@dataclass(frozen=True)
class CaseListPage:
    """The cases, the latest activity first. `hand_out`: only for who may give them to somebody else."""

    rows: list[CaseRow]
    filter: Form
    is_filtered: bool
    is_first: bool
    next_url: str
    hand_out: Form | None = None
    refused: str = ""


def _waits_for(case: Case) -> tuple[str, dt.date | dt.datetime | None]:
    if case.stage == Case.Stage.CLOSED:
        return "", None
    if case.intake.next_step != NextStep.NOTHING:
        return case.intake.get_next_step_display(), case.intake.due_at
    return _("Review"), case.review_due_on


def case_row(case: Case, on: dt.date) -> CaseRow:
    """A row, from a case with person, key, manager and intake selected."""
    waits_for, due = _waits_for(case)
    return CaseRow(
        pk=case.pk,
        who=who(case.person, on),
        code=case.code,
        url=reverse("cases:case", args=[case.pk]),
        stage_look=STAGE_LOOKS[Case.Stage(case.stage)],
        stage=case.get_stage_display(),
        urgency_look=URGENCY_LOOKS[Urgency(case.urgency)] if case.urgency >= Urgency.HIGH else "",
        urgency=case.get_urgency_display(),
        waits_for=waits_for,
        due=due,
        manager=case.manager.name if case.manager else _("No case manager"),
        last_activity_at=case.last_activity_at,
    )


def case_list_page(
    by: Worker,
    form: Form,
    wanted: CaseFilter,
    asked: QueryDict,
    *,
    hand_out: Form | None = None,
    refused: str = "",
) -> CaseListPage:
    """The page of the list that was asked for."""
    place, on = places.moment(asked.get("after", "")), today()
    found = queries.case_page(wanted, partner_id=by.partner_id, after=place)
    shown = found[:PAGE]
    more = next_address(asked, shown[-1].last_activity_at, shown[-1].pk) if len(found) > PAGE else ""
    rows = [case_row(case, on) for case in shown]
    return CaseListPage(rows, form, wanted != CaseFilter(), place is None, more, hand_out, refused)


@dataclass(frozen=True)
class ClosePage:
    """The closing of one case. `differences`: what changed in it while the form was open."""

    who: Who
    case: Case
    form: Form
    url: str
    stale: str = ""
    differences: list[Difference] = field(default_factory=list)


def close_page(
    case: Case, form: Form, *, stale: str = "", differences: list[Difference] | None = None
) -> ClosePage:
    """The form of the closing."""
    url = reverse("cases:case", args=[case.pk])
    return ClosePage(who(case.person, today()), case, form, url, stale, differences or [])
