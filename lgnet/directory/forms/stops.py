# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Stops of a mobile unit, and what is otherwise on one night."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lgnet.directory.actions import Otherwise, Planned
from lgnet.directory.forms.places import WEEKDAYS, day_field, pair_of_coordinates, time_field
from lgnet.directory.models import Stop, StopChange
from lgnet.directory.nights import fits_a_night

ACROSS_MORNING = gettext_lazy("It must end after it begins, and not run across five in the morning.")


class StopForm(forms.Form):
    """Where the unit stands, each week or once."""

    place_name = forms.CharField(
        label=gettext_lazy("Place"), max_length=120,
        help_text=gettext_lazy("As people know it: the station, the square."),
    )  # fmt: skip
    address = forms.CharField(label=gettext_lazy("Street and number"), max_length=200, required=False)
    latitude = forms.FloatField(label=gettext_lazy("Latitude"), required=False, min_value=-90, max_value=90)
    longitude = forms.FloatField(
        label=gettext_lazy("Longitude"), required=False, min_value=-180, max_value=180
    )
    weekday = forms.TypedChoiceField(
        label=gettext_lazy("Each week on"), required=False, coerce=int, empty_value=None
    )
    only_on = day_field(gettext_lazy("Or only on"), required=False)
    starts = time_field(gettext_lazy("From"))
    ends = time_field(gettext_lazy("To"))
    valid_from = day_field(gettext_lazy("First night"), required=False)
    valid_until = day_field(gettext_lazy("Last night"), required=False)

    def __init__(self, *args: Any, stop: Stop | None = None, **kwargs: Any) -> None:
        if stop is not None:
            kwargs["initial"] = {name: getattr(stop, name) for name in Planned.__dataclass_fields__}
        super().__init__(*args, **kwargs)
        days: Any = self.fields["weekday"]
        days.choices = [("", _("Not each week")), *((n, str(name)) for n, name in enumerate(WEEKDAYS))]

    def clean(self) -> dict[str, Any]:
        """One day of the week or one day, and an end that comes after the beginning."""
        given = self.cleaned_data
        if "only_on" in given and (given.get("weekday") is None) == (given["only_on"] is None):
            self.add_error(
                "weekday", _("Choose the day of the week, or the one day on which it stops there.")
            )
        if given.get("starts") and given.get("ends") and not fits_a_night(given["starts"], given["ends"]):
            self.add_error("ends", ACROSS_MORNING)
        first, last = given.get("valid_from"), given.get("valid_until")
        if first and last and last < first:
            self.add_error("valid_until", _("It cannot end before it begins."))
        pair_of_coordinates(self)
        return given

    def planned(self) -> Planned:
        """As the actions take it."""
        return Planned(**self.cleaned_data)


class NightForm(forms.Form):
    """What is otherwise on one night: cancelled, elsewhere, or at another time."""

    what = forms.ChoiceField(
        label=gettext_lazy("What happens that night"), widget=forms.RadioSelect, initial="cancelled",
        choices=[
            ("cancelled", gettext_lazy("It does not come")),
            ("moved", gettext_lazy("It comes elsewhere or at another time")),
        ],
    )  # fmt: skip
    reason = forms.ChoiceField(label=gettext_lazy("Why"), choices=StopChange.Reason.choices)
    place_name = forms.CharField(label=gettext_lazy("Where instead"), max_length=120, required=False)
    address = forms.CharField(label=gettext_lazy("Street and number"), max_length=200, required=False)
    latitude = forms.FloatField(label=gettext_lazy("Latitude"), required=False, min_value=-90, max_value=90)
    longitude = forms.FloatField(
        label=gettext_lazy("Longitude"), required=False, min_value=-180, max_value=180
    )
    starts = time_field(gettext_lazy("From"), required=False)
    ends = time_field(gettext_lazy("To"), required=False)

    def clean(self) -> dict[str, Any]:
        """Moved means: somewhere, or some time."""
        given = self.cleaned_data
        if given.get("what") == "moved":
            if not given.get("place_name") and given.get("starts") is None:
                self.add_error("place_name", _("Say where it is instead, or when."))
            if (given.get("starts") is None) != (given.get("ends") is None):
                self.add_error("ends", _("Write from when to when."))
            elif given.get("starts") and not fits_a_night(given["starts"], given["ends"]):
                self.add_error("ends", ACROSS_MORNING)
        pair_of_coordinates(self)
        return given

    def otherwise(self) -> Otherwise:
        """As the action takes it."""
        given = {name: one for name, one in self.cleaned_data.items() if name != "what"}
        return Otherwise(is_cancelled=self.cleaned_data["what"] == "cancelled", **given)
