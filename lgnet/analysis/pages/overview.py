# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The way in: one number of each page of the analysis, and what the page is good for."""

from dataclasses import replace

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lgnet.analysis import queries
from lgnet.analysis.models import ANY, LONGEST, Topic
from lgnet.analysis.pages.refusals import ALL, refused_share
from lgnet.analysis.pages.seasons import busiest
from lgnet.analysis.pages.sheet import ROOMS, Figure, Frame, Sheet, percent, sheet
from lgnet.analysis.pages.timeliness import TAKE, in_days
from lgnet.analysis.survival import survival
from lgnet.analysis.words import months, needs

Pairs = dict[tuple[str, str], int]


def overview_sheet(seen: Frame) -> Sheet:
    """Build the page with six queries beside those of the frame."""
    cut = seen.cut
    found = {
        topic: queries.cells(cut.scope, topic, cut.period)
        for topic in (Topic.ENTRY, Topic.REFUSAL, Topic.PLACE, Topic.SEASON, Topic.NEED)
    }
    figures = [
        _waiting(seen),
        _paths(seen, found[Topic.ENTRY]),
        _refusals(seen, found[Topic.REFUSAL]),
        _places(found[Topic.PLACE]),
        _season(found[Topic.SEASON]),
        _most_asked(found[Topic.NEED]),
    ]
    links = {name: link.url for (name, *_rest), link in zip(ROOMS, seen.rooms("overview"), strict=True)}
    known = [replace(figure, url=links[figure.url]) for figure in figures if figure is not None]
    intro = _(
        "Not how many, but how: where people wait, where they say no, what they ask for and what they get."
    )
    return sheet(seen, "overview", intro, sections=(), figures=known, has_any=bool(known))


def _waiting(seen: Frame) -> Figure | None:
    group = queries.groups(seen.cut.scope, seen.cut.period).get((TAKE, ANY))
    if group is None:
        return None
    median = survival(group.days, longest=LONGEST).median
    note = _("Half of the people are taken in charge within so many days from the first contact.")
    return Figure(_("Waiting times"), in_days(median), note=note, url="timeliness")


def _paths(seen: Frame, entries: Pairs) -> Figure | None:
    if not entries:
        return None
    taken = sum(n for (_source, outcome), n in entries.items() if outcome == "taken")
    share = percent(seen.cut.share(taken, sum(entries.values())))
    note = _("Of the episodes that began, so many led to the taking in charge.")
    return Figure(_("Paths"), share, note=note, url="flows")


def _refusals(seen: Frame, refusals: Pairs) -> Figure | None:
    if ("service", ALL) not in refusals:
        return None
    note = _("Of the interventions written down, so many were refused or missed.")
    return Figure(_("Refusals"), percent(refused_share(seen, refusals, "service")), note=note, url="refusals")


def _places(places: Pairs) -> Figure | None:
    note = _("Contacts, and where they were made.")
    return Figure(_("Areas"), sum(places.values()), note=note, url="places") if places else None


def _season(season: Pairs) -> Figure | None:
    note = _("The month with most contacts.")
    return Figure(_("Seasons"), months("F")[busiest(season, 0)], note=note, url="seasons") if season else None


def _most_asked(cells: Pairs) -> Figure | None:
    if not cells:
        return None
    sums: dict[str, int] = {}
    for (need, answer), n in cells.items():
        sums[need] = sums.get(need, 0) + (n if answer != "unasked" else 0)
    most = max(sums, key=lambda need: (sums[need], need))
    note = gettext("What is asked for most at the screening.")
    return Figure(_("Asked and given"), needs()[most], note=note, url="needs")
