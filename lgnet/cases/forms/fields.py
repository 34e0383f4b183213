# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Fields that the forms of the casework share."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from lgnet.cases.texts import tidy
from lgnet.core.clock import today


class WrittenField(forms.CharField):
    """Running text: lines stay, invisible signs go, and what is too long is refused, not cut."""

    def __init__(self, *, rows: int = 4, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)

    def to_python(self, value: Any) -> str:
        return tidy(super().to_python(value) or "")

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Without `maxlength`: a browser would cut what is pasted without a word."""
        attrs: dict[str, Any] = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return attrs


class DayField(forms.DateField):
    """A day, chosen in the browser's own calendar and sent as ISO 8601."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        super().__init__(widget=widget, **kwargs)


class PastDayField(DayField):
    """A day up to today."""

    def validate(self, value: dt.date | None) -> None:
        super().validate(value)
        if value is not None and value > today():
            raise forms.ValidationError(_("This day is still to come."))
