# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The words for the codes of the roll-ups: those that the forms of the work use, and a few of their own."""

import datetime as dt
from collections.abc import Mapping

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from lgnet.cases.models import Case, Intake, Intervention, NextStep, Urgency
from lgnet.catalogue.shipped import need_areas
from lgnet.network.models import ActionLine
from lgnet.outreach.models import Contact

Words = Mapping[str, str | Promise]

STEPS: Words = {
    step.value: step.label for step in (NextStep.SCREEN, NextStep.TAKE_IN_CHARGE, NextStep.FIRST_SERVICE)
}
URGENCIES = {urgency.value: urgency.label for urgency in Urgency}
SOURCES: Words = {each.value: each.label for each in Intake.Source}
ENTRIES: Words = {
    "taken": Case.Stage.TAKEN.label,
    "to_screen": _("Waiting for the screening"),
    "to_decide": Intake.Outcome.OPEN.label,
    "to_take": Intake.Outcome.TAKE_IN_CHARGE.label,
    **{each.value: each.label for each in Intake.Outcome if each not in {"", Intake.Outcome.TAKE_IN_CHARGE}},
}
LINES: Words = {**{each.value: each.label for each in ActionLine}, "none": _("No line written down")}
ENDS: Words = {"open": _("Still open"), **{each.value: each.label for each in Case.Reason}}
PLACES: Words = {each.value: each.label for each in Contact.Place}
RESULTS: Words = {each.value: each.label for each in Intervention.Result}
MOMENTS: Words = {
    "street": _("On the street"),
    "screening": _("At the screening"),
    "service": _("At a service"),
    "closure": _("At the closure"),
}
REFUSALS: Words = {
    "declined": _("The person declined"),
    **{each.value: each.label for each in Intake.Outcome if each not in {"", "take_in_charge"}},
    **{each.value: each.label for each in Intervention.Result if each != Intervention.Result.DONE},
    "withdrew": Case.Reason.WITHDREW.label,
    "untraceable": Case.Reason.UNTRACEABLE.label,
}
SERVICES: Words = {
    "access": pgettext_lazy("area of services", "Access and information"),
    "taking_in_charge": pgettext_lazy("area of services", "Taking in charge"),
    "legal": pgettext_lazy("area of services", "Documents and legal help"),
    "health": pgettext_lazy("area of services", "Health"),
    "housing": pgettext_lazy("area of services", "Housing"),
    "work": pgettext_lazy("area of services", "Work"),
    "training": pgettext_lazy("area of services", "Training"),
    "community": pgettext_lazy("area of services", "Community"),
    "minors": pgettext_lazy("area of services", "Minors"),
    "basic_needs": pgettext_lazy("area of services", "Basic needs"),
}
MONDAY = dt.date(2024, 1, 1)


def weekdays() -> Words:
    """The days of the week by their ISO number, Monday first."""
    return {str(n + 1): date_format(MONDAY + dt.timedelta(days=n), "l").capitalize() for n in range(7)}


def months(style: str = "M") -> Words:
    """The months by their number; in short, or in full with the style "F"."""
    return {f"{n:02}": date_format(dt.date(2024, n, 1), style) for n in range(1, 13)}


def hours() -> Words:
    """Bands of three hours by the hour at which they begin."""
    return {f"{n:02}": f"{n}-{n + 3}" for n in range(0, 24, 3)}


def needs() -> Words:
    """The areas of need in the language of the interface."""
    language = get_language() or "it"
    return {area.code: area.label(language) for area in need_areas()}
