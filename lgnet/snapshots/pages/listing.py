# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The first page: the calendar of transmissions, who keeps the next one waiting, the cut-offs taken so far."""

import datetime as dt
from dataclasses import dataclass

from django.forms import Form
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lgnet.core.authz import Sentence, Verdict
from lgnet.core.clock import today
from lgnet.direction import queries as direction
from lgnet.network import editions
from lgnet.network.models import Edition, Organisation
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker
from lgnet.snapshots import policies, queries
from lgnet.snapshots.calendar import Purpose, Transmission, end_of_month, transmission_of, transmissions
from lgnet.snapshots.models import Snapshot, Work
from lgnet.snapshots.pages.work import WorkPage, work_page

PURPOSES: dict[Purpose, Promise] = {
    Purpose.FUND: _("Indicator values to the Commission"),
    Purpose.QUARTER: _("Quarterly report"),
    Purpose.OTHER: _("For other purposes"),
}
SHOWN = 4


@dataclass(frozen=True)
class Due:
    """A transmission with the cut-off that it needs."""

    transmission: Transmission
    snapshot: Snapshot | None
    state: str

    @property
    def purpose(self) -> Promise:
        return PURPOSES[self.transmission.purpose]


@dataclass(frozen=True)
class Row:
    """A cut-off in the table."""

    snapshot: Snapshot
    url: str
    holds: bool
    purpose: Promise
    due_on: dt.date | None


@dataclass(frozen=True)
class PartnerWaiting:
    """A partner before the next cut-off."""

    partner: Organisation
    state: queries.Waiting | None
    is_late: bool


@dataclass(frozen=True)
class ListPage:
    """Everything the page shows."""

    edition: Edition
    is_nation: bool
    due: tuple[Due, ...]
    rows: tuple[Row, ...]
    partners: tuple[PartnerWaiting, ...]
    late: int
    not_recorded: int
    form: Form
    may_take: Verdict
    work: WorkPage | None
    quality_url: str
    refused: Sentence = ""


def list_page(by: Worker, form: Form, *, work: Work | None = None, refused: Sentence = "") -> ListPage:
    """Build the page with six queries, however many partners there are."""
    edition, day = editions.current(), today()
    kept = list(queries.snapshots(edition))
    newest: dict[dt.date, Snapshot] = {}
    for snapshot in kept:
        newest.setdefault(snapshot.cutoff_on, snapshot)
    waiting = queries.waiting_for()
    partners = [_waiting(partner, waiting.get(partner.pk), day) for partner in direction.partners_for(by)]
    return ListPage(
        edition=edition,
        is_nation=by.may(Permission.FIGURES_NATION),
        due=due(edition, newest, day),
        rows=tuple(_row(snapshot, newest) for snapshot in kept),
        partners=tuple(sorted(partners, key=lambda one: (not one.is_late, -_missing(one)))),
        late=sum(one.is_late for one in partners),
        not_recorded=sum(map(_missing, partners)),
        form=form,
        may_take=policies.take(by, edition),
        work=work_page(by, work) if work else None,
        quality_url="" if by.may(Permission.FIGURES_NATION) else reverse("quality:reportability"),
        refused=refused,
    )


def due(edition: Edition, newest: dict[dt.date, Snapshot], day: dt.date) -> tuple[Due, ...]:
    """The last transmission and those that wait for a cut-off since the first one was taken; then the next ones."""
    found = [
        Due(one, newest.get(one.cutoff_on), _state(one, newest.get(one.cutoff_on), day))
        for one in transmissions(edition.starts_on, edition.ends_on)
    ]
    ahead = [one for one in found if one.transmission.due_on >= day]
    past = [one for one in found if one.transmission.due_on < day]
    began = min(newest, default=day)
    waiting = [one for one in past[:-1] if one.snapshot is None and one.transmission.cutoff_on > began]
    return (*waiting, *past[-1:], *ahead[:SHOWN])


def _state(one: Transmission, snapshot: Snapshot | None, day: dt.date) -> str:
    if snapshot is not None:
        return "done"
    if one.due_on < day:
        return "overdue"
    return "waiting" if one.cutoff_on < day else "planned"


def _row(snapshot: Snapshot, newest: dict[dt.date, Snapshot]) -> Row:
    found = transmission_of(snapshot.cutoff_on)
    return Row(
        snapshot=snapshot,
        url=reverse("snapshots:cutoff", args=[snapshot.code]),
        holds=newest[snapshot.cutoff_on] == snapshot,
        purpose=PURPOSES[found.purpose if found else Purpose.OTHER],
        due_on=found.due_on if found else None,
    )


def _waiting(partner: Organisation, state: queries.Waiting | None, day: dt.date) -> PartnerWaiting:
    """Late: nothing was counted in the last month that is over."""
    last_over = end_of_month(day.replace(day=1) - dt.timedelta(days=1)).replace(day=1)
    is_late = state is None or state.last_month is None or state.last_month < last_over
    return PartnerWaiting(partner, state, is_late)


def _missing(one: PartnerWaiting) -> int:
    return one.state.not_recorded if one.state else 0
