# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Two cut-offs side by side: what the value was, the events in between, what it is. The sum is exact."""

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lgnet.counting.models import NETWORK, AgeBand, Sex
from lgnet.direction.indicators import INDICATORS, O_2_3, Indicator
from lgnet.network import editions
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker
from lgnet.people.models import Person
from lgnet.snapshots import queries
from lgnet.snapshots.differences import Cell, Event
from lgnet.snapshots.models import Snapshot
from lgnet.snapshots.pages.found import signed

# The reasons that our own actions write, said in the reader's language. What somebody typed stays as it is.
REASONS: Mapping[str, Promise] = {
    "identity corrected or confirmed": _("identity corrected or confirmed"),
    "the intervention was taken back": _("the intervention was taken back"),
    "an earlier one was recorded later": _("an earlier one was recorded later"),
    "the day on which it counts changed": _("the day on which it counts changed"),
    "the closure was taken back": _("the closure was taken back"),
    "the status of stay or the eligibility of that day was corrected": _(
        "the status of stay or the eligibility of that day was corrected"
    ),
    "the screening was done again and ended otherwise": _("the screening was done again and ended otherwise"),
    "contact written down twice": _("contact written down twice"),
}


@dataclass(frozen=True)
class Option:
    """A choice in a select of the page."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True)
class Step:
    """A kind of event on the way from one value to the other."""

    label: str
    n: int
    adds: int
    url: str
    is_chosen: bool

    @property
    def signed(self) -> str:
        return signed(self.adds)


@dataclass(frozen=True)
class Line:
    """An event as a row says it."""

    found: queries.EventLine

    @property
    def code(self) -> str:
        return self.found.code

    @property
    def event(self) -> Event:
        return self.found.event

    @property
    def moved_to(self) -> str:
        return self.found.moved_to

    @property
    def reason(self) -> str:
        return "; ".join(str(REASONS.get(one, one)) for one in self.found.reason.split("; ") if one)

    @property
    def day(self) -> dt.date | None:
        return self.found.day

    @property
    def person(self) -> Person | None:
        return self.found.person

    @property
    def url(self) -> str:
        return reverse("desk:person", args=[self.person.pk]) if self.person else ""

    @property
    def before_words(self) -> str:
        return _words(self.found.before)

    @property
    def after_words(self) -> str:
        return _words(self.found.after)


def _words(cell: Cell | None) -> str:
    """Sex and age band, or a dash where the person did not count."""
    return f"{Sex(cell.sex).label}, {AgeBand(cell.age_band).label}" if cell else "–"


@dataclass(frozen=True)
class DifferencePage:
    """Everything the page shows."""

    later: Snapshot
    earlier: Snapshot | None
    indicator: Indicator
    found: queries.Difference | None
    steps: tuple[Step, ...]
    lines: tuple[Line, ...]
    earlier_choices: tuple[Option, ...]
    indicator_choices: tuple[Option, ...]
    scope_choices: tuple[Option, ...]
    scope_name: str
    event: str
    first_url: str
    next_url: str
    with_names: bool

    @property
    def signed_unexplained(self) -> str:
        return signed(self.found.unexplained) if self.found else ""


@dataclass(frozen=True)
class Asked:
    """What the address asks for."""

    against: str = ""
    indicator: str = ""
    scope: str = ""
    event: str = ""
    after: uuid.UUID | None = None

    def query(self, **changed: object) -> str:
        """The same with something changed, from the beginning of the list."""
        values = {name: getattr(self, name) for name in self.__dataclass_fields__} | {"after": None} | changed
        return "?" + urlencode({name: value for name, value in values.items() if value})


def difference_page(by: Worker, later: Snapshot, asked: Asked) -> DifferencePage:
    """Build the page; a partner sees its own events with names, the nation sees short codes."""
    scopes = _scopes(by)
    scope = asked.scope if asked.scope in scopes else next(iter(scopes))
    indicator = INDICATORS.get(asked.indicator, O_2_3)
    others = [one for one in queries.snapshots(later.edition) if _is_before(one, later)]
    earlier = next((one for one in others if one.code == asked.against), queries.snapshot_before(later))
    event = asked.event if asked.event in Event.values else ""
    scope_id, scope_name = scopes[scope]
    found, lines, more = None, list[queries.EventLine](), False
    with_names = scope_id != NETWORK and by.partner_id == scope_id and by.may(Permission.PERSON_SEE)
    if earlier is not None:
        found = queries.difference(earlier, later, indicator, scope_id)
        event = event if event in found.events else ""
        lines, more = queries.event_lines(
            earlier, later, indicator, scope_id, event=event, after=asked.after, with_names=with_names
        )
    return DifferencePage(
        later=later,
        earlier=earlier,
        indicator=indicator,
        found=found,
        steps=_steps(found, asked, event),
        lines=tuple(map(Line, lines)),
        earlier_choices=tuple(Option(one.code, one.code, one == earlier) for one in others),
        indicator_choices=tuple(
            Option(code, f"{code} – {one.name}", one is indicator) for code, one in INDICATORS.items()
        ),
        scope_choices=tuple(Option(code, name, code == scope) for code, (_id, name) in scopes.items()),
        scope_name=scope_name,
        event=event,
        first_url=asked.query() if asked.after else "",
        next_url=asked.query(after=lines[-1].fact_id) if more else "",
        with_names=with_names,
    )


def _is_before(one: Snapshot, later: Snapshot) -> bool:
    return one != later and (one.cutoff_on, one.taken_at) < (later.cutoff_on, later.taken_at)


def _scopes(by: Worker) -> dict[str, tuple[uuid.UUID, str]]:
    if not by.may(Permission.FIGURES_NATION):
        return {by.organisation.code: (by.partner_id, by.organisation.short_name)}
    found = {"network": (NETWORK, gettext("The whole network"))}
    return found | {body.code: (body.pk, body.short_name) for body in editions.local_partners()}


def _steps(found: queries.Difference | None, asked: Asked, event: str) -> tuple[Step, ...]:
    if found is None:
        return ()
    return tuple(
        Step(str(one.label), found.events[one], found.adds[one], asked.query(event=one.value), one == event)
        for one in Event
        if one in found.events
    )
