# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What people ask for and what they are given: the needs of the screening against the interventions done."""

from django.utils.translation import gettext_lazy as _

from lgnet.analysis import queries
from lgnet.analysis.models import Topic
from lgnet.analysis.pages.sheet import Figure, Frame, Section, Sheet, fewer, sheet
from lgnet.analysis.words import needs
from lgnet.cases.needs import RESTRICTED
from lgnet.ui.charts import Bars, Chart, Series, Text

ANSWERS: tuple[tuple[str, Text], ...] = (
    ("answered", _("Asked and answered")),
    ("open", _("Asked, no answer yet")),
    ("unasked", _("Given without being asked")),
)
Table = dict[str, list[int | None]]


def needs_sheet(seen: Frame) -> Sheet:
    """Build the page with one query beside those of the frame."""
    cut = seen.cut
    found = queries.cells(cut.scope, Topic.NEED, cut.period, urgency=cut.urgency, line=cut.line)
    names = {code: label for code, label in needs().items() if code not in RESTRICTED}
    codes = [code for code in names if any(first == code for first, _answer in found)]
    rows = cut.filled(found, codes, [answer for answer, _label in ANSWERS])
    table = dict(zip(codes, rows, strict=True))
    asked = sum((row[0] or 0) + (row[1] or 0) for row in rows)
    sections = (
        Section(
            _("Need by need"),
            _(
                "A long hatched part is a need that stays without an answer: a service that is missing or too slow."
            ),
            (_asked_and_given(seen, table, names), _answered(seen, table, names)) if codes else (),
        ),
    )
    figures = (
        Figure(_("Needs asked"), asked),
        Figure(_("Answered"), sum(row[0] or 0 for row in rows)),
    )
    intro = _("What people ask for at the screening, and whether an intervention of that area followed.")
    return sheet(seen, "needs", intro, sections=sections, figures=figures, has_any=bool(codes))


def _asked_and_given(seen: Frame, table: Table, names: dict[str, Text]) -> Chart:
    series = [Series(label, [row[i] for row in table.values()]) for i, (_answer, label) in enumerate(ANSWERS)]
    drawing = Bars([names[code] for code in table], series, _("Need"), stacked=True, horizontal=True)
    note = _(
        "Episodes with a screening, once for each need. Answered: at least one intervention of that area was done in"
        " the case. Violence and trafficking are never counted here."
    )
    title, missing = _("Asked and given"), fewer(Topic.NEED)
    return seen.chart("needs", title, drawing, unit=_("episodes"), note=note, missing=missing)


def _answered(seen: Frame, table: Table, names: dict[str, Text]) -> Chart:
    shares = [
        seen.cut.share(answered, None if still is None or answered is None else answered + still)
        for answered, still, _unasked in table.values()
    ]
    drawing = Bars(
        [names[code] for code in table], [Series(_("Answered"), shares)], _("Need"), horizontal=True
    )
    note = _("Of the needs asked at the screening, those to which an intervention of that area answered.")
    return seen.chart("answered", _("Needs answered"), drawing, unit="%", note=note)
