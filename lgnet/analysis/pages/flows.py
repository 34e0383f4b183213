# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The paths: from where people come, how the screening ends, along which lines, and how it is closed."""

from django.utils.translation import gettext_lazy as _

from lgnet.analysis import queries
from lgnet.analysis.models import Topic
from lgnet.analysis.pages.sheet import Figure, Frame, Section, Sheet, fewer, percent, sheet
from lgnet.analysis.words import ENDS, ENTRIES, LINES, SOURCES, Words
from lgnet.ui.charts import Bars, Chart, Flow, Flows, Node, Series

STAGES: tuple[Words, ...] = (SOURCES, ENTRIES, LINES, ENDS)
TOPICS = (Topic.ENTRY, Topic.LINE, Topic.END)


def flows_sheet(seen: Frame) -> Sheet:
    """Build the page with three queries beside those of the frame."""
    cut = seen.cut
    found = [queries.cells(cut.scope, topic, cut.period, urgency=cut.urgency) for topic in TOPICS]
    entries = found[0]
    whole = sum(entries.values())
    taken = sum(n for (_source, outcome), n in entries.items() if outcome == "taken")
    sections = (
        Section(
            _("From the first contact to the closure"),
            _("The wider the ribbon, the more episodes. A case on two lines is on both."),
            (_paths(seen, found),) if whole else (),
        ),
        Section(
            _("Door by door"),
            _("Which door brings people who are then taken in charge, and which one only passes them on."),
            (_doors(seen, entries),) if whole else (),
        ),
    )
    figures = (
        Figure(_("Episodes"), whole),
        Figure(_("Taken in charge"), taken, note=percent(cut.share(taken, whole))),
    )
    intro = _(
        "How people move through the services, from the door by which they come in to the reason of the closure."
    )
    return sheet(seen, "flows", intro, sections=sections, figures=figures, has_any=bool(whole))


def _paths(seen: Frame, found: list[dict[tuple[str, str], int]]) -> Chart:
    places = {(stage, code): None for stage, words in enumerate(STAGES) for code in words}
    used = {
        place
        for stage, cells in enumerate(found)
        for first, second in cells
        for place in ((stage, first), (stage + 1, second))
    }
    order = [place for place in places if place in used]
    index = {place: number for number, place in enumerate(order)}
    nodes = [Node(STAGES[stage][code], stage) for stage, code in order]
    flows = [
        Flow(index[stage, first], index[stage + 1, second], n)
        for stage, cells in enumerate(found)
        for (first, second), n in sorted(cells.items(), key=lambda cell: -cell[1])
        if (stage, first) in index and (stage + 1, second) in index
    ]
    drawing = Flows(nodes, flows, (_("From"), _("To"), _("Episodes")))
    note = _(
        "Episodes by the day of the first contact. Whoever is taken in charge goes on along the lines of the case;"
        " the others end at the outcome of the screening, or still wait."
    )
    return seen.chart("paths", _("Paths between services"), drawing, unit=_("episodes"), note=note)


def _doors(seen: Frame, entries: dict[tuple[str, str], int]) -> Chart:
    outcomes = [code for code in ENTRIES if any(second == code for _first, second in entries)]
    table = seen.cut.filled(entries, list(SOURCES), outcomes)
    series = [Series(ENTRIES[code], [row[i] for row in table]) for i, code in enumerate(outcomes)]
    drawing = Bars(list(SOURCES.values()), series, _("Door"), stacked=True, horizontal=True)
    note = _("Every episode once: by the door of its first contact and by where it stands today.")
    title, missing = _("How the screening ends, by door"), fewer(Topic.ENTRY)
    return seen.chart("doors", title, drawing, unit=_("episodes"), note=note, missing=missing)
