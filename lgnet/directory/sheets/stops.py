# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Lines of stops: each belongs to a mobile unit of the partner, named as its service is."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext as _

from lgnet.directory.models import Service, SheetRun
from lgnet.directory.nights import fits_a_night
from lgnet.directory.sheets.lines import Line, lines_of, missing_columns
from lgnet.directory.sheets.wrong import Wrong
from lgnet.directory.words import weekday
from lgnet.imports.targets import folded


@dataclass(frozen=True, slots=True)
class StopLine:
    """What one line says: of which service, and the stop."""

    line: int
    service: Service
    facts: Mapping[str, object]


def read_stops(
    run: SheetRun, *, units: Iterable[Service], known: Iterable[tuple[object, ...]]
) -> tuple[list[StopLine], list[Wrong]]:
    """The lines that can be written, and what is wrong or left out; `known`: stops that exist (see `key_of`)."""
    wrong: list[Wrong] = [*missing_columns(run)]
    if wrong:
        return [], wrong
    by_name = {folded(unit.name): unit for unit in units}
    exists: dict[tuple[object, ...], int] = dict.fromkeys(known, 0)
    found = []
    for line in lines_of(run):
        unit = by_name.get(folded(line.needed("service", 120)))
        if unit is None and line.text("service"):
            line.complain(
                "service", _("Your partner has no mobile unit with this name: write the service first.")
            )
        facts = _read(line)
        if unit is not None and not line.wrong:
            key = key_of(unit.pk, facts)
            if key in exists:
                what = _("This stop is planned already: the line is left out.")
                line.complain("place", what, is_remark=True)
            exists[key] = line.number
        wrong += line.wrong
        if unit is not None and not line.wrong:
            found.append(StopLine(line.number, unit, facts))
    return found, wrong


def key_of(service_id: object, facts: Mapping[str, object]) -> tuple[object, ...]:
    """What makes two stops the same."""
    return (service_id, folded(str(facts["place_name"])), facts["weekday"], facts["only_on"], facts["starts"])


def _read(line: Line) -> Mapping[str, object]:
    latitude, longitude = line.coordinates()
    facts: dict[str, object] = {
        "place_name": line.needed("place", 120), "address": line.text("address", 200),
        "latitude": latitude, "longitude": longitude,
    }  # fmt: skip
    number = line.one_of("weekday", _weekdays(), _('"%(value)s" is not a day of the week.'))
    only_on = line.day("only_on")
    if bool(number) == (only_on is not None) and not line.wrong:
        line.complain("weekday", _("Choose the day of the week, or the one day on which it stops there."))
    starts, ends = line.time("starts"), line.time("ends")
    if starts and ends and not fits_a_night(starts, ends):
        line.complain("ends", _("It must end after it begins, and not run across five in the morning."))
    first, last = line.day("valid_from"), line.day("valid_until")
    if first and last and last < first:
        line.complain("valid_until", _("It cannot end before it begins."))
    return facts | {
        "weekday": int(number) if number else None, "only_on": only_on, "starts": starts or dt.time(0),
        "ends": ends or dt.time(0), "valid_from": first, "valid_until": last,
    }  # fmt: skip


@lru_cache(maxsize=1)
def _weekdays() -> Mapping[str, str]:
    known: dict[str, str] = {}
    for number in range(7):
        for language in ("it", "en"):
            name = folded(weekday(number, language))
            known |= {name: str(number), name[:3]: str(number)}
    return known
