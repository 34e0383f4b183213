# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A place with the hours of a week, and days on which it differs."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lgnet.directory.actions import Address
from lgnet.directory.hours_text import UnreadableHours, read_hours, write_hours
from lgnet.directory.models import Desk, SpecialDay
from lgnet.directory.opening import Slot
from lgnet.network.models import Site

WEEKDAYS = (
    gettext_lazy("Monday"), gettext_lazy("Tuesday"), gettext_lazy("Wednesday"), gettext_lazy("Thursday"),
    gettext_lazy("Friday"), gettext_lazy("Saturday"), gettext_lazy("Sunday"),
)  # fmt: skip


class DeskForm(forms.Form):
    """Where a service is given, and its week there."""

    name = forms.CharField(label=gettext_lazy("Name of the place"), max_length=120)
    site = forms.ModelChoiceField(
        label=gettext_lazy("Site of the network"), queryset=Site.objects.none(), required=False,
        help_text=gettext_lazy("Where the platform knows the place already."),
    )  # fmt: skip
    address = forms.CharField(label=gettext_lazy("Street and number"), max_length=200)
    postcode = forms.RegexField(
        r"^[0-9]{5}$", label=gettext_lazy("Postcode"), required=False, max_length=5,
        error_messages={"invalid": gettext_lazy("Five figures, such as 16124.")},
    )  # fmt: skip
    city = forms.CharField(label=gettext_lazy("Town"), max_length=60)
    latitude = forms.FloatField(label=gettext_lazy("Latitude"), required=False, min_value=-90, max_value=90)
    longitude = forms.FloatField(
        label=gettext_lazy("Longitude"), required=False, min_value=-180, max_value=180
    )
    step_free = forms.NullBooleanField(label=gettext_lazy("Can be entered without steps"), required=False)
    note = forms.CharField(
        label=gettext_lazy("Note"), max_length=200, required=False,
        help_text=gettext_lazy("For example: second door, ring at the bell."),
    )  # fmt: skip

    def __init__(
        self, *args: Any, partner_id: uuid.UUID, desk: Desk | None = None, city: str = "", **kwargs: Any
    ) -> None:
        kwargs["initial"] = _initial(desk) if desk else {"city": city}
        super().__init__(*args, **kwargs)
        sites: Any = self.fields["site"]
        sites.queryset = Site.objects.filter(partner=partner_id, closed_on=None)
        for number, name in enumerate(WEEKDAYS):
            self.fields[f"day_{number}"] = forms.CharField(
                label=name, max_length=100, required=False,
                help_text=_("Such as 9:00-13:00, 14:30-18:00; empty: closed.") if number == 0 else "",
            )  # fmt: skip

    @property
    def days(self) -> list[Any]:
        """The seven days, to be drawn."""
        return [self[f"day_{number}"] for number in range(7)]

    def clean(self) -> dict[str, Any]:
        """Hours that are understood, both coordinates or none."""
        given = self.cleaned_data
        for number in range(7):
            try:
                given[f"slots_{number}"] = read_hours(given.get(f"day_{number}") or "", number)
            except UnreadableHours as wrong:
                self.add_error(f"day_{number}", str(wrong))
        pair_of_coordinates(self)
        return given

    def week(self) -> list[Slot]:
        """The openings of the week."""
        return [slot for number in range(7) for slot in self.cleaned_data[f"slots_{number}"]]

    def as_address(self) -> Address:
        """The place, as the actions take it."""
        return Address(**{name: self.cleaned_data[name] for name in Address.__dataclass_fields__})


def pair_of_coordinates(form: forms.Form) -> None:
    """Both coordinates or none: one alone is no place."""
    given = form.cleaned_data
    if (given.get("latitude") is None) != (given.get("longitude") is None):
        missing = "latitude" if given.get("latitude") is None else "longitude"
        if missing not in form.errors:
            form.add_error(missing, _("Write both coordinates, or none."))


def _initial(desk: Desk) -> dict[str, Any]:
    place = desk.place
    facts = {name: getattr(place, name) for name in Address.__dataclass_fields__}
    week: dict[int, list[Slot]] = {}
    for row in desk.hours.all():
        week.setdefault(row.weekday, []).append(Slot(row.weekday, row.opens, row.closes))
    days = {f"day_{number}": write_hours(week.get(number, [])) for number in range(7)}
    return {**facts, "note": desk.note, **days}


def day_field(label: Any, *, required: bool = True) -> forms.DateField:
    """A day, by the browser's own calendar."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=required, widget=widget)


def time_field(label: Any, *, required: bool = True) -> forms.TimeField:
    """A time, by the browser's own clock."""
    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    return forms.TimeField(label=label, required=required, widget=widget)


class SpecialForm(forms.Form):
    """Days on which a place is closed or open at other hours."""

    from_on = day_field(gettext_lazy("From the day"))
    until_on = day_field(gettext_lazy("To the day"), required=False)
    opens = time_field(gettext_lazy("Opens at"), required=False)
    closes = time_field(gettext_lazy("Closes at"), required=False)
    reason = forms.ChoiceField(label=gettext_lazy("Why"), choices=SpecialDay.Reason.choices)

    def clean(self) -> dict[str, Any]:
        """It ends after it begins, the days and the hours."""
        given = self.cleaned_data
        given["until_on"] = given.get("until_on") or given.get("from_on")
        if given["until_on"] and given["until_on"] < given["from_on"]:
            self.add_error("until_on", _("It cannot end before it begins."))
        if (given.get("opens") is None) != (given.get("closes") is None):
            self.add_error("closes", _("Write from when to when, or leave both empty where it is closed."))
        elif given.get("opens") and given["closes"] <= given["opens"]:
            self.add_error("closes", _("It cannot close before it opens."))
        return given
