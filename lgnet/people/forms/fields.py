# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Fields for people: names in any script, dates known in part, several countries or languages.

Choices are asked for when a form is drawn, because their names follow the language of the interface.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from lgnet.core.clock import today
from lgnet.people import partial_date
from lgnet.people.countries import Choices
from lgnet.people.models import Precision
from lgnet.people.names import clean
from lgnet.people.names.cleaning import MAX_LENGTH
from lgnet.people.partial_date import ImpossibleDate, PartialDate

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Text = str | _StrPromise

FAR = dt.date(2100, 12, 31)
LONG_AGO = dt.date(partial_date.EARLIEST, 1, 1)


class NameField(forms.CharField):
    """A name as its bearer spells it, without what nobody can see; too long is said, never cut."""

    def __init__(self, *, label: Text, help_text: Text = "", max_length: int = MAX_LENGTH) -> None:
        super().__init__(label=label, help_text=help_text, required=False, max_length=max_length)
        self.widget.attrs.update({"autocomplete": "off", "spellcheck": "false"})

    def to_python(self, value: Any) -> str:
        return clean(str(value or ""), max_length=10_000)


class DayField(forms.DateField):
    """A whole day, between 1900 and 2100."""

    def __init__(self, *, label: Text, help_text: Text = "", required: bool = False, **kwargs: Any) -> None:
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "max": FAR.isoformat()})
        formats = ["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y"]
        messages = {"invalid": _("This date does not exist. Type it like 31/12/2026.")}
        super().__init__(
            label=label, help_text=help_text, required=required, widget=widget, input_formats=formats,
            error_messages=messages, **kwargs,
        )  # fmt: skip

    def validate(self, value: dt.date | None) -> None:
        super().validate(value)
        if value is not None and not LONG_AGO <= value <= FAR:
            raise ValidationError(_("Type a date between 1900 and 2100."))


class PartialDateWidget(forms.MultiWidget):
    """Day, month and year in three labelled boxes, and how sure the date is."""

    template_name = "people/widgets/partial_date.html"
    labels = (_("Day"), _("Month"), _("Year"), _("How sure"))
    sureness = [
        ("", _("As said or written")),
        (Precision.ESTIMATED.value, _("Estimated, year only")),
        (Precision.UNKNOWN.value, _("Not known")),
    ]

    def __init__(self) -> None:
        def box() -> forms.TextInput:
            return forms.TextInput(
                attrs={"class": "ui-input", "inputmode": "numeric", "autocomplete": "off", "dir": "ltr"}
            )

        select = forms.Select(attrs={"class": "ui-input ui-select"}, choices=self.sureness)
        super().__init__({"day": box(), "month": box(), "year": box(), "sure": select})

    def decompress(self, value: PartialDate | None) -> list[Any]:
        return (value or PartialDate()).boxes()

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        for label, box in zip(self.labels, context["widget"]["subwidgets"], strict=True):
            box["label"] = label
        return context


class PartialDateField(forms.Field):
    """A birth date of which only the month, the year or an estimate may be known. Cleans to `PartialDate`."""

    widget = PartialDateWidget

    def __init__(self, *, label: Text, help_text: Text = "") -> None:
        super().__init__(label=label, help_text=help_text, required=False)

    def clean(self, value: Any) -> PartialDate:
        boxes = [str(box or "") for box in value] if isinstance(value, list) else ["", "", "", ""]
        day, month, year, sure = boxes
        if sure not in {"", Precision.ESTIMATED, Precision.UNKNOWN}:
            sure = ""
        try:
            return partial_date.read(day, month, year, sure, today=today())
        except ImpossibleDate as impossible:
            raise ValidationError(impossible.sentence) from impossible


class SeveralWidget(forms.MultiWidget):
    """A row of lists, one for each value: works by keyboard and on a phone, unlike a list of many choices."""

    template_name = "people/widgets/several.html"

    def __init__(self, choices: Choices = (), *, boxes: int = 1, label: str = "") -> None:
        self.label = label
        attrs = {"class": "ui-input ui-select"}
        super().__init__([forms.Select(attrs=attrs, choices=[("", "—"), *choices]) for _box in range(boxes)])

    def decompress(self, value: Sequence[str] | None) -> list[Any]:
        given = list(value or ())
        return (given + [""] * len(self.widgets))[: len(self.widgets)]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        for position, box in enumerate(context["widget"]["subwidgets"], start=1):
            box["attrs"]["aria-label"] = f"{self.label} {position}"
        return context


class SeveralField(forms.Field):
    """Several codes of a list, in order, each once. Cleans to a tuple. Call `fill` when the form is made."""

    def __init__(
        self, *, label: Text, choices: Callable[[], Choices], boxes: int, help_text: Text = ""
    ) -> None:
        self.choices_now, self.boxes = choices, boxes
        self.allowed: frozenset[str] = frozenset()
        super().__init__(label=label, help_text=help_text, required=False, widget=SeveralWidget())

    def fill(self, given: Sequence[str] = ()) -> None:
        """Name the choices in the language of the interface, with room for what is recorded and one more."""
        known = self.choices_now()
        codes = {code for code, _name in known}
        choices = (*known, *((code, code) for code in given if code not in codes))
        self.allowed = frozenset(code for code, _name in choices)
        self.widget = SeveralWidget(choices, boxes=max(self.boxes, len(given) + 1), label=str(self.label))

    def clean(self, value: Any) -> tuple[str, ...]:
        chosen = [str(code) for code in value if code] if isinstance(value, list) else []
        if not self.allowed.issuperset(chosen):
            raise ValidationError(_("Choose from the list."))
        return tuple(dict.fromkeys(chosen))
