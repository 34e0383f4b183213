# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What every page of the analysis has: what is looked at, figures, sections with charts, and the way to the others."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.forms import Form
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lgnet.analysis import queries
from lgnet.analysis.cut import Cut
from lgnet.analysis.models import ANY, BASE, Topic
from lgnet.core.rowsecurity import DbRole
from lgnet.counting.models import NETWORK
from lgnet.network.models import Organisation
from lgnet.network.worker import Worker
from lgnet.ui.charts import Chart, Drawing, Text
from lgnet.ui.looks import Link

HIDDEN = _("hidden")
ROOMS: tuple[tuple[str, Promise, str], ...] = (
    ("overview", _("Overview"), "list"),
    ("timeliness", _("Waiting times"), "clock"),
    ("flows", _("Paths"), "exchange-circle"),
    ("refusals", _("Refusals"), "close-circle"),
    ("places", _("Areas"), "map-marker"),
    ("seasons", _("Seasons"), "calendar"),
    ("needs", _("Asked and given"), "help-circle"),
)


@dataclass(frozen=True)
class Frame:
    """Who looks at what, and since when it is true; the form that changes it."""

    by: Worker
    cut: Cut
    form: Form
    as_of: dt.datetime | None

    @property
    def is_nation(self) -> bool:
        return self.by.role.db_role == DbRole.NATIONAL

    @property
    def whose(self) -> Text:
        return self.cut.partner.short_name if self.cut.partner else _("The whole network")

    def rooms(self, current: str) -> tuple[Link, ...]:
        """The pages of the analysis, looking at the same partner and period."""
        partner = self.cut.partner.code if self.is_nation and self.cut.partner else ""
        query = urlencode(
            {name: value for name, value in (("partner", partner), ("period", self.cut.period)) if value}
        )
        return tuple(
            Link(address(name, query), label, symbol, current=name == current)
            for name, label, symbol in ROOMS
        )

    def chart(
        self, name: str, title: Text, drawing: Drawing, *, unit: Text, note: Text, missing: Text = HIDDEN
    ) -> Chart:
        """A chart of this slice: its day and whose numbers they are."""
        source = "LGNET" if self.cut.partner is None else f"LGNET, {self.cut.partner.short_name}"
        day = self.as_of or dt.datetime.min.replace(tzinfo=dt.UTC)
        return Chart(name, title, drawing, day, unit=unit, note=note, source=source, missing=missing)


def fewer(topic: Topic) -> Text:
    """What stands for a number that is too small to be told."""
    return gettext("fewer than %s") % BASE[topic]


@dataclass(frozen=True)
class Figure:
    """A number that matters."""

    label: Text
    value: Text | int | None
    unit: Text = ""
    note: Text = ""
    url: str = ""


@dataclass(frozen=True)
class Section:
    """Charts that belong together, and what to look for."""

    title: Text
    text: Text
    charts: tuple[Chart, ...]


@dataclass(frozen=True)
class Sheet:
    """A page. `empty`: the sentence that says why there is nothing, where there is nothing."""

    frame: Frame
    title: Text
    intro: Text
    rooms: tuple[Link, ...]
    figures: tuple[Figure, ...]
    sections: tuple[Section, ...]
    empty: Text = ""


@dataclass(frozen=True)
class Whose:
    """Whose rows somebody may look at, and whose they have chosen."""

    partners: tuple[Organisation, ...]
    chosen: Organisation | None
    is_nation: bool

    @property
    def scope(self) -> uuid.UUID:
        return self.chosen.pk if self.chosen else NETWORK

    def cut(self, said: Mapping[str, object]) -> Cut:
        """The slice that a form asks for."""
        urgency = said.get("urgency")
        return Cut(
            self.chosen,
            is_own=not self.is_nation,
            period=str(said.get("period") or ""),
            urgency=urgency if isinstance(urgency, int) else ANY,
            line=str(said.get("line") or ""),
        )


def whose(*, by: Worker, code: str) -> Whose:
    """The partner of this code, by default one's own or the network. Raises Organisation.DoesNotExist."""
    partners = tuple(queries.partners(by))
    is_nation = by.role.db_role == DbRole.NATIONAL
    chosen = next((each for each in partners if each.code == code), None)
    if code and chosen is None:
        raise Organisation.DoesNotExist
    if chosen is None and not is_nation:
        chosen = by.organisation
    return Whose(partners, chosen, is_nation)


def sheet(
    seen: Frame,
    room: str,
    intro: Text,
    *,
    sections: Sequence[Section],
    figures: Sequence[Figure] = (),
    has_any: bool,
) -> Sheet:
    """A page with its links; what has nothing to show says why."""
    title = next(label for name, label, _symbol in ROOMS if name == room)
    return Sheet(
        frame=seen,
        title=title,
        intro=intro,
        rooms=seen.rooms(room),
        figures=tuple(figures) if has_any else (),
        sections=tuple(section for section in sections if section.charts) if has_any else (),
        empty="" if has_any else why_empty(seen),
    )


def why_empty(seen: Frame) -> Text:
    """Why there is nothing to see."""
    if seen.as_of is None:
        return _("The figures are made every hour: the first ones are not ready yet.")
    if seen.cut.is_own:
        return _("Nothing was written down for what you have chosen. Choose a longer period.")
    return _("There is nothing, or too little to be shown without pointing at somebody. Choose more.")


def address(room: str, query: str = "") -> str:
    """The address of a page."""
    url = reverse(f"analysis:{room}")
    return f"{url}?{query}" if query else url


def percent(share: float | None) -> Text:
    """A share in words; hidden where it may not be said."""
    return HIDDEN if share is None else f"{number_format(share, decimal_pos=1)} %"
