# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The queue, the screening and the taking in charge as they are shown."""

import datetime as dt
from dataclasses import dataclass, field

from django.forms import Form
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from lgnet.cases import policies, queries
from lgnet.cases.eligibility import Hint
from lgnet.cases.models import Intake, NextStep, Urgency
from lgnet.cases.pages.differences import Difference
from lgnet.cases.pages.keys import next_address
from lgnet.cases.pages.who import Who, who
from lgnet.cases.queries import QueueFilter
from lgnet.cases.queries.queue import PAGE
from lgnet.core import places
from lgnet.core.clock import today
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker

URGENCY_LOOKS = {
    Urgency.NONE: "low",
    Urgency.LOW: "medium",
    Urgency.HIGH: "high",
    Urgency.IMMEDIATE: "urgent",
}


@dataclass(frozen=True)
class QueueRow:
    """Somebody who waits."""

    who: Who
    urgency_look: str
    urgency: str
    step: str
    due_at: dt.datetime | None
    in_whose_hands: str
    url: str


@dataclass(frozen=True)
class QueuePage:
    """The queue by time left. `at_once`: the alert, on the first page only."""

    rows: list[QueueRow]
    at_once: list[QueueRow]
    filter: Form
    is_filtered: bool
    is_first: bool
    next_url: str


def _step_url(by: Worker, intake: Intake) -> str:
    """Where the step is done, for whoever may do it; for others, who the person is."""
    if intake.next_step == NextStep.SCREEN and policies.screen(by, intake):
        return reverse("cases:screen", args=[intake.pk])
    if intake.next_step == NextStep.TAKE_IN_CHARGE and policies.take_in_charge(by, intake):
        return reverse("cases:take", args=[intake.pk])
    if intake.next_step == NextStep.FIRST_SERVICE and by.may(Permission.CASE_SEE):
        return reverse("cases:case", args=[intake.case.pk])
    return reverse("desk:person", args=[intake.person_id])


def _hands(intake: Intake) -> str:
    if intake.next_step == NextStep.FIRST_SERVICE:
        manager = intake.case.manager
        return manager.name if manager else _("No case manager")
    return intake.screened_by.name if intake.screened_by else _("Nobody yet")


def queue_row(by: Worker, intake: Intake, on: dt.date) -> QueueRow:
    """A row, from an intake with person, key, case and manager selected."""
    return QueueRow(
        who=who(intake.person, on),
        urgency_look=URGENCY_LOOKS[Urgency(intake.urgency)],
        urgency=intake.get_urgency_display(),
        step=intake.get_next_step_display(),
        due_at=intake.due_at,
        in_whose_hands=_hands(intake),
        url=_step_url(by, intake),
    )


def queue_page(by: Worker, form: Form, wanted: QueueFilter, asked: QueryDict) -> QueuePage:
    """The page of the queue that was asked for."""
    place, on = places.moment(asked.get("after", "")), today()
    found = queries.queue_page(wanted, after=place)
    shown = found[:PAGE]
    more = ""
    if len(found) > PAGE and (due := shown[-1].due_at) is not None:
        more = next_address(asked, due, shown[-1].pk)
    rows = [queue_row(by, intake, on) for intake in shown]
    urgent = queries.at_once() if place is None else []
    return QueuePage(
        rows,
        [queue_row(by, intake, on) for intake in urgent],
        form,
        wanted != QueueFilter(),
        place is None,
        more,
    )


@dataclass(frozen=True)
class ScreenPage:
    """The screening of one person. `differences`: only where a colleague saved meanwhile."""

    who: Who
    form: Form
    intake: Intake
    hint: Hint
    stale: str = ""
    differences: list[Difference] = field(default_factory=list)

    @property
    def suggested(self) -> str:
        """What the papers suggest, as a word."""
        return str(self.hint.eligibility.label)


@dataclass(frozen=True)
class TakePage:
    """The taking in charge of one person. `refused`: why it cannot be done as it was sent."""

    who: Who
    form: Form
    intake: Intake
    other_case_url: str = ""
    refused: str = ""


def screen_page(
    intake: Intake, form: Form, hint: Hint, *, stale: str = "", differences: list[Difference] | None = None
) -> ScreenPage:
    """The form of the screening with what helps to decide."""
    return ScreenPage(who(intake.person, today()), form, intake, hint, stale, differences or [])


def take_page(intake: Intake, form: Form, *, refused: str = "") -> TakePage:
    """The form of the taking in charge, with the way to the case that the person may already have."""
    other = queries.open_case_of(intake.person_id)
    url = reverse("cases:case", args=[other.pk]) if other else ""
    return TakePage(who(intake.person, today()), form, intake, url, refused)
