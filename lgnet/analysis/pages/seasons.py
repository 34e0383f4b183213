# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""When people are met: months, days of the week and times of the day."""

from django.utils.translation import gettext_lazy as _

from lgnet.analysis import queries
from lgnet.analysis.models import Topic
from lgnet.analysis.pages.sheet import Figure, Frame, Section, Sheet, fewer, sheet
from lgnet.analysis.words import hours, months, weekdays
from lgnet.ui.charts import Chart, Heat, Text

Pairs = dict[tuple[str, str], int]


def seasons_sheet(seen: Frame) -> Sheet:
    """Build the page with two queries beside those of the frame."""
    cut = seen.cut
    season = queries.cells(cut.scope, Topic.SEASON, cut.period)
    hour = queries.cells(cut.scope, Topic.HOUR, cut.period)
    whole = sum(season.values())
    sections = (
        Section(
            _("Through the year"),
            _(
                "Months of all the years chosen lie on one another: a dark month is busy every year, or very busy once."
            ),
            (_chart(seen, "season", season, _("Contacts by month and weekday"), list(months().items())),)
            if season
            else (),
        ),
        Section(
            _("Through the day"),
            _(
                "The hours at which contacts were made, in Rome: to see whether the desk is open when people come."
            ),
            (_chart(seen, "hour", hour, _("Contacts by time of the day and weekday"), list(hours().items())),)
            if hour
            else (),
        ),
    )
    names, days = months("F"), weekdays()
    figures = [Figure(_("Contacts"), whole)]
    if season:
        figures.append(Figure(_("Busiest month"), names[busiest(season, 0)]))
        figures.append(Figure(_("Busiest weekday"), days[busiest(season, 1)]))
    intro = _(
        "When people are met, so that shifts and openings follow the people and not the other way round."
    )
    return sheet(seen, "seasons", intro, sections=sections, figures=figures, has_any=bool(whole))


def busiest(cells: Pairs, place: int) -> str:
    """The code (the first or the second of a cell) under which most was counted."""
    sums: dict[str, int] = {}
    for codes, n in cells.items():
        sums[codes[place]] = sums.get(codes[place], 0) + n
    return min(sums, key=lambda code: (-sums[code], code))


def _chart(seen: Frame, name: str, cells: Pairs, title: Text, columns: list[tuple[str, Text]]) -> Chart:
    days = weekdays()
    turned = {(day, column): n for (column, day), n in cells.items()}
    values = seen.cut.filled(turned, list(days), [code for code, _label in columns])
    drawing = Heat(list(days.values()), [label for _code, label in columns], values, _("Weekday"))
    note = _("Every contact once, at the moment that was written down, in the time of Rome.")
    return seen.chart(name, title, drawing, unit=_("contacts"), note=note, missing=fewer(Topic.SEASON))
