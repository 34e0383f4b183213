# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""How long people wait: from the first contact to the screening, the taking in charge and the first service."""

import uuid
from collections.abc import Mapping

from django.utils.formats import number_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lgnet.analysis import queries
from lgnet.analysis.models import BANDS, LEAST_FOR_A_CURVE, LONGEST, Spread
from lgnet.analysis.pages.sheet import Figure, Frame, Section, Sheet, sheet
from lgnet.analysis.queries import Group
from lgnet.analysis.survival import Survival, survival
from lgnet.analysis.words import STEPS, URGENCIES
from lgnet.cases.models import NextStep
from lgnet.counting.models import NETWORK
from lgnet.ui.charts import Bars, Chart, Curve, Curves, Series, Step, Text

TAKE = NextStep.TAKE_IN_CHARGE.value
READ_AT = BANDS[:-1]
WAITING_NOTE = _(
    "Kaplan-Meier: whoever still waits counts until today; whoever ended otherwise (oriented elsewhere, not"
    " eligible, declined, contact lost) leaves the curve on that day. The band holds the true curve 95 times in"
    " 100 (Greenwood, log-log). Days of the calendar in Rome, from the first contact, followed for 180 days."
)
Groups = Mapping[tuple[str, int], Group]


def timeliness_sheet(seen: Frame) -> Sheet:
    """Build the page with two queries beside those of the frame."""
    here = queries.groups(seen.cut.scope, seen.cut.period)
    scopes = queries.groups_of_every_scope(TAKE, seen.cut.period, seen.cut.urgency)
    steps = {step: here[step, seen.cut.urgency] for step in STEPS if (step, seen.cut.urgency) in here}
    curves = {step: survival(group.days, longest=LONGEST) for step, group in steps.items()}
    sections = (
        Section(
            _("From the first contact on"),
            _("The lower the curve, the fewer still wait. The dashed ones come later on the path."),
            (_by_step(seen, curves), _funnel(seen, steps)) if curves else (),
        ),
        Section(
            _("The more urgent, the sooner?"),
            _(
                "Who is more urgent should wait less: where the curves cross or touch, look at how urgency is given."
            ),
            _by_urgency(seen, here),
        ),
        Section(
            _("What became of everybody"),
            _(
                "Here nobody leaves: who ended otherwise is counted as such, so that the three parts make the whole."
            ),
            (_outcomes(seen, curves[TAKE]),) if TAKE in curves else (),
        ),
        _beside_others(seen, scopes),
    )
    figures = [_figure(step, group, curves[step]) for step, group in steps.items()]
    intro = _("Timely taking in charge is what the network is for. This is how long it takes, and for whom.")
    return sheet(seen, "timeliness", intro, sections=sections, figures=figures, has_any=bool(steps))


def _figure(step: str, group: Group, curve: Survival) -> Figure:
    share = group.share_on_time
    said = {"p90": in_days(curve.quantile(0.9)), "n": number_format(group.number, force_grouping=True)}
    note = gettext("Nine in ten within: %(p90)s. Episodes: %(n)s.") % said
    if share is not None:
        note += " " + gettext("Within the standard: %(share)s %%.") % {"share": share}
    return Figure(gettext("Half reach it within: %s") % STEPS[step], in_days(curve.median), note=note)


def in_days(days: int | None) -> str:
    """A wait in words; None was not reached while people were followed."""
    if days is None:
        return gettext("not reached")
    return gettext("the same day") if days == 0 else _count(days)


def _count(days: int) -> str:
    return gettext("1 day") if days == 1 else gettext("%s days") % days


def curve_of(name: Text, found: Survival) -> Curve:
    """The share still waiting in per cent, with its band, to the last day that was observed."""
    steps = [
        Step(m.days, _pc(m.waiting), _pc(m.low), _pc(m.high)) for m in found.moments if m.days or m.at_risk
    ]
    last = steps[-1]
    if found.observed_to > last.x:
        steps.append(Step(found.observed_to, last.y, last.low, last.high))
    return Curve(name, steps)


def _pc(share: float) -> float:
    return round(100 * share, 1)


def _drawn(curves: list[Curve]) -> Curves:
    last = max(curve.steps[-1].x for curve in curves)
    return Curves(curves, gettext("days"), [day for day in READ_AT if day <= last], top=100)


def _by_step(seen: Frame, curves: Mapping[str, Survival]) -> Chart:
    drawn = _drawn([curve_of(STEPS[step], curve) for step, curve in curves.items()])
    return seen.chart("waiting", _("Still waiting, by step"), drawn, unit="%", note=WAITING_NOTE)


def _funnel(seen: Frame, steps: Mapping[str, Group]) -> Chart:
    parts = (("done", _("Reached")), ("ended", _("Ended otherwise")), ("waiting", _("Still waiting")))
    series = [
        Series(label, [sum(getattr(day, part) for day in group.days) for group in steps.values()])
        for part, label in parts
    ]
    bars = Bars([STEPS[step] for step in steps], series, _("Step"), stacked=True, horizontal=True)
    note = _("Every episode once in each step: it reached it, ended otherwise before, or still waits for it.")
    return seen.chart("funnel", _("How far they came"), bars, unit=_("episodes"), note=note)


def _by_urgency(seen: Frame, here: Groups) -> tuple[Chart, ...]:
    found = {urgency: here[TAKE, urgency] for urgency in URGENCIES if (TAKE, urgency) in here}
    if not found:
        return ()
    curves = [
        curve_of(URGENCIES[urgency], survival(group.days, longest=LONGEST))
        for urgency, group in found.items()
    ]
    title = _("Still waiting for the taking in charge, by urgency")
    standard = Bars(
        [URGENCIES[urgency] for urgency in found],
        [Series(_("Within the standard"), [group.share_on_time for group in found.values()])],
        _("Urgency"),
        horizontal=True,
    )
    note = _(
        "Of those taken in charge or late: within the hours of the clock, the partner's own where stricter. Who"
        " still has time is not counted."
    )
    return (
        seen.chart("urgency", title, _drawn(curves), unit="%", note=WAITING_NOTE),
        seen.chart("standard", _("Taken in charge within the standard"), standard, unit="%", note=note),
    )


def _outcomes(seen: Frame, found: Survival) -> Chart:
    reached = [Step(m.days, _pc(m.reached)) for m in found.moments]
    ended = [Step(m.days, _pc(m.ended)) for m in found.moments]
    drawn = _drawn([Curve(_("Taken in charge"), reached), Curve(_("Ended otherwise"), ended)])
    note = _(
        "Aalen-Johansen: the share of all episodes that were taken in charge, or ended otherwise, by each day. The"
        " rest still waits."
    )
    return seen.chart("outcomes", _("Taken in charge or ended otherwise, by day"), drawn, unit="%", note=note)


def _beside_others(seen: Frame, scopes: Mapping[uuid.UUID, Group]) -> Section:
    if seen.cut.partner is not None:
        return _beside_the_network(seen, scopes)
    names = {partner.pk: partner.short_name for partner in queries.partners(seen.by)}
    found = {
        names[scope]: (survival(group.days, longest=LONGEST), group)
        for scope, group in scopes.items()
        if scope in names
    }
    ranked = sorted(found, key=lambda name: (_or_last(found[name][0].median), name))
    days = Bars(
        ranked,
        [
            Series(_("Half"), [found[name][0].median for name in ranked]),
            Series(_("Nine in ten"), [found[name][0].quantile(0.9) for name in ranked]),
        ],
        _("Partner"),
        horizontal=True,
    )
    share = Bars(
        ranked,
        [Series(_("Within the standard"), [found[name][1].share_on_time for name in ranked])],
        _("Partner"),
        horizontal=True,
    )
    note = (
        gettext(
            "Partners with at least %s episodes. Hidden: that share has not been reached within 180 days."
        )
        % LEAST_FOR_A_CURVE
    )
    charts = (
        seen.chart(
            "partners", _("Days to the taking in charge, by partner"), days, unit=_("days"), note=note
        ),
        seen.chart("partners-standard", _("Within the standard, by partner"), share, unit="%", note=note),
    )
    text = _("The quickest first. Partners start from different cities: ask how, before how many.")
    return Section(_("Partner by partner"), text, charts if ranked else ())


def _or_last(days: int | None) -> float:
    return float("inf") if days is None else days


def _beside_the_network(seen: Frame, scopes: Mapping[uuid.UUID, Group]) -> Section:
    pairs = ((seen.cut.scope, seen.whose), (NETWORK, _("The whole network")))
    curves = [
        curve_of(name, survival(scopes[scope].days, longest=LONGEST))
        for scope, name in pairs
        if scope in scopes
    ]
    title = _("Still waiting for the taking in charge, beside the network")
    charts = (
        (seen.chart("beside", title, _drawn(curves), unit="%", note=WAITING_NOTE),)
        if len(curves) == 2
        else ()
    )
    text = _("Where the bands do not overlap, the difference is more than chance.")
    return Section(_("Beside the network"), text, charts + _among_the_others(seen, scopes))


def _among_the_others(seen: Frame, scopes: Mapping[uuid.UUID, Group]) -> tuple[Chart, ...]:
    """A partner among the others, of whom it sees quartiles and nobody."""
    own = scopes.get(seen.cut.scope)
    known = queries.spread(seen.cut.scope, seen.cut.period, seen.cut.urgency) if seen.cut.is_own else {}
    if own is None or Spread.Measure.HALF not in known:
        return ()
    curve = survival(own.days, longest=LONGEST)
    note = gettext(
        "Quartiles of %s other partners, from rounded figures; a partner with few episodes is not among them. Each is"
        " the mean of two or three partners, so that it is nobody's. Hidden: not reached within 180 days."
    ) % min(spread.partners for spread in known.values())
    days = {
        Spread.Measure.HALF: (_("Half"), curve.median),
        Spread.Measure.NINE: (_("Nine in ten"), curve.quantile(0.9)),
    }
    share = {Spread.Measure.ON_TIME: (_("Within the standard"), own.share_on_time)}
    charts = [
        seen.chart("among", _("Days to the taking in charge, among the other partners"),
                   _quartile_bars(seen, known, days), unit=_("days"), note=note)
    ]  # fmt: skip
    if Spread.Measure.ON_TIME in known:
        charts.append(
            seen.chart("among-standard", _("Within the standard, among the other partners"),
                       _quartile_bars(seen, known, share), unit="%", note=note)
        )  # fmt: skip
    return tuple(charts)


def _quartile_bars(
    seen: Frame, known: Mapping[str, Spread], own: Mapping[Spread.Measure, tuple[Text, int | None]]
) -> Bars:
    measures = [measure for measure in own if measure in known]
    series = [Series(seen.whose, [own[measure][1] for measure in measures])]
    for name, label in (
        ("lower", _("Lower quartile of the others")),
        ("middle", _("Middle of the others")),
        ("upper", _("Upper quartile of the others")),
    ):
        values = [getattr(known[measure], name) for measure in measures]
        series.append(Series(label, [None if value > LONGEST else value for value in values]))
    return Bars(
        [own[measure][0] for measure in measures], series, _("Share of the episodes"), horizontal=True
    )
