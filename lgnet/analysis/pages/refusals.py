# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The map of refusals: where on the path, for which reason, at which services, and at which partners."""

from django.utils.formats import number_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lgnet.analysis import queries
from lgnet.analysis.models import Topic
from lgnet.analysis.pages.sheet import Figure, Frame, Section, Sheet, percent, sheet
from lgnet.analysis.words import MOMENTS, REFUSALS, RESULTS, SERVICES
from lgnet.cases.models import Intervention
from lgnet.ui.charts import Bars, Chart, Heat, Series

ALL = "all"
# What of each moment counts as a refusal of the person: a "no", an absence, a trace that is lost.
OF_THE_PERSON = {
    "street": ("declined",),
    "screening": ("declined", "lost"),
    "service": ("refused", "no_show"),
    "closure": ("withdrew", "untraceable"),
}
Pairs = dict[tuple[str, str], int]


def refusals_sheet(seen: Frame) -> Sheet:
    """Build the page with two or three queries beside those of the frame."""
    cut = seen.cut
    found = queries.cells(cut.scope, Topic.REFUSAL, cut.period)
    services = queries.cells(cut.scope, Topic.SERVICE, cut.period)
    has_any = any(second == ALL for _moment, second in found)
    sections = (
        Section(
            _("Where on the path"),
            _("A refusal says something of the offer as well: of hours, places, languages and trust."),
            (_by_moment(seen, found), _by_reason(seen, found)) if has_any else (),
        ),
        Section(
            _("At which services"),
            _(
                "Appointments missed at one service and not at others ask for another hour, place or mediator."
            ),
            (_by_service(seen, services),) if services else (),
        ),
        _by_partner(seen),
    )
    figures = [
        Figure(
            MOMENTS[moment],
            percent(refused_share(seen, found, moment)),
            note=gettext("of %s") % number_format(found[moment, ALL], force_grouping=True),
        )
        for moment in MOMENTS
        if (moment, ALL) in found
    ]
    intro = _(
        "Who says no, misses an appointment or cannot be found again: when, and where it happens more often."
    )
    return sheet(seen, "refusals", intro, sections=sections, figures=figures, has_any=has_any)


def _refused(seen: Frame, found: Pairs, moment: str) -> int | None:
    """How many said no at a moment; hidden where one of its reasons is."""
    absent = 0 if seen.cut.is_own else None
    parts = [found.get((moment, reason), absent) for reason in OF_THE_PERSON[moment]]
    known = [part for part in parts if part is not None]
    return sum(known) if len(known) == len(parts) else None


def refused_share(seen: Frame, found: Pairs, moment: str) -> float | None:
    """Refusals in per cent of all that happened at a moment."""
    return seen.cut.share(_refused(seen, found, moment), found.get((moment, ALL)))


def _by_moment(seen: Frame, found: Pairs) -> Chart:
    shares = [refused_share(seen, found, moment) for moment in MOMENTS]
    drawing = Bars(list(MOMENTS.values()), [Series(_("Refusals"), shares)], _("Moment"), horizontal=True)
    note = _(
        "Of all contacts, screenings, interventions and closures: contacts that declined; persons who declined or"
        " were lost; services refused or missed; cases closed because the person withdrew or cannot be found."
    )
    return seen.chart("moments", _("Refusals by moment of the path"), drawing, unit="%", note=note)


def _by_reason(seen: Frame, found: Pairs) -> Chart:
    reasons = [code for code in REFUSALS if any(second == code for _moment, second in found)]
    # a reason that a moment does not know is no zero: it is left empty, as what is hidden
    values = [[found.get((moment, reason)) for moment in MOMENTS] for reason in reasons]
    drawing = Heat([REFUSALS[code] for code in reasons], list(MOMENTS.values()), values, _("Reason"))
    note = _(
        "How often each was written down. Also what the service decided: oriented elsewhere, not eligible."
    )
    return seen.chart("reasons", _("What was written down"), drawing, unit=_("times"), note=note, missing="–")


def _by_service(seen: Frame, services: Pairs) -> Chart:
    areas = [code for code in SERVICES if any(first == code for first, _result in services)]
    results = [code for code in RESULTS if code != Intervention.Result.DONE]
    table = seen.cut.filled(services, areas, [*results, Intervention.Result.DONE.value])
    series = []
    for column, result in enumerate(results):
        shares = [seen.cut.share(row[column], sum(n for n in row if n is not None)) for row in table]
        series.append(Series(RESULTS[result], shares))
    drawing = Bars([SERVICES[code] for code in areas], series, _("Service"), horizontal=True)
    note = _("Of all interventions of an area that were written down, by the day on which they were due.")
    return seen.chart("services", _("Not done, by area of services"), drawing, unit="%", note=note)


def _by_partner(seen: Frame) -> Section:
    """The map itself, for the nation: partners by moments."""
    title, text = (
        _("Partner by partner"),
        _("Shares of what each partner wrote down; none where the base is too small."),
    )
    if not seen.is_nation or seen.cut.partner is not None:
        return Section(title, text, ())
    scopes = queries.cells_of_every_scope(Topic.REFUSAL, seen.cut.period)
    partners = [partner for partner in queries.partners(seen.by) if partner.pk in scopes]
    values = [[refused_share(seen, scopes[partner.pk], moment) for moment in MOMENTS] for partner in partners]
    drawing = Heat([partner.short_name for partner in partners], list(MOMENTS.values()), values, _("Partner"))
    note = _("Refusals in per cent of all contacts, screenings, interventions and closures of the partner.")
    return Section(
        title,
        text,
        (seen.chart("map", _("Refusals by partner"), drawing, unit="%", note=note),) if partners else (),
    )
