# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where people are met: the kinds of place, the areas as workers write them, and how many decline there."""

from django.utils.translation import gettext_lazy as _

from lgnet.analysis import queries
from lgnet.analysis.models import Topic
from lgnet.analysis.pages.sheet import Figure, Frame, Section, Sheet, fewer, sheet
from lgnet.analysis.words import PLACES
from lgnet.ui.charts import Bars, Chart, Series, Text

MOST = 25  # areas on one chart
ANSWERS: tuple[tuple[str, Text], ...] = (("met", _("Accepted the contact")), ("declined", _("Declined")))
Pairs = dict[tuple[str, str], int]


def places_sheet(seen: Frame) -> Sheet:
    """Build the page with two queries beside those of the frame."""
    cut = seen.cut
    places = queries.cells(cut.scope, Topic.PLACE, cut.period)
    areas = queries.cells(cut.scope, Topic.AREA, cut.period)
    whole = sum(places.values())
    kinds = [code for code in PLACES if any(first == code for first, _answer in places)]
    sections = (
        Section(
            _("Kinds of place"),
            _("Where the mobile unit, the desk and the street bring people together with the service."),
            (_chart(seen, "places", places, kinds, [PLACES[code] for code in kinds]),) if kinds else (),
        ),
        Section(
            _("Areas"),
            _("The neighbourhoods, squares and stations as they were written down, the busiest first."),
            (_areas(seen, areas),) if areas else (),
        ),
    )
    figures = [Figure(_("Contacts"), whole)]
    if areas:
        figures.append(Figure(_("Areas"), len({area for area, _answer in areas})))
    intro = _(
        "Where people are met, and where they say no: to choose the stops of the unit and the hours of the desk."
    )
    return sheet(seen, "places", intro, sections=sections, figures=figures, has_any=bool(whole))


def _areas(seen: Frame, areas: Pairs) -> Chart:
    sums: dict[str, int] = {}
    for (area, _answer), n in areas.items():
        sums[area] = sums.get(area, 0) + n
    busiest = sorted(sums, key=lambda area: (-sums[area], area))[:MOST]
    return _chart(seen, "areas", areas, busiest, busiest)


def _chart(seen: Frame, name: str, cells: Pairs, codes: list[str], labels: list[Text] | list[str]) -> Chart:
    table = seen.cut.filled(cells, codes, [answer for answer, _label in ANSWERS])
    series = [Series(label, [row[i] for row in table]) for i, (_answer, label) in enumerate(ANSWERS)]
    is_area = name == "areas"
    head: Text = _("Area") if is_area else _("Kind of place")
    drawing = Bars(list(labels), series, head, stacked=True, horizontal=True)
    title: Text = _("Contacts by area") if is_area else _("Contacts by kind of place")
    note, missing = _("Every contact once, named or not."), fewer(Topic.AREA if is_area else Topic.PLACE)
    return seen.chart(name, title, drawing, unit=_("contacts"), note=note, missing=missing)
