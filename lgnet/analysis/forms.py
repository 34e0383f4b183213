# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the pages of the analysis can be narrowed down to. Each page asks for what its numbers know."""

from collections.abc import Collection, Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from lgnet.cases.models import Urgency
from lgnet.network.models import ActionLine, Organisation


class CutForm(forms.Form):
    """Partner (for the nation), period of the first contact, urgency, line."""

    partner = forms.ChoiceField(label=_("Partner"), required=False)
    period = forms.ChoiceField(label=_("Period"), required=False)
    urgency = forms.TypedChoiceField(
        label=_("Urgency"),
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", _("Every urgency")), *Urgency.choices],
    )
    line = forms.ChoiceField(
        label=_("Line of action"), required=False, choices=[("", _("Every line")), *ActionLine.choices]
    )

    def __init__(
        self,
        data: object,
        *,
        partners: Collection[Organisation],
        periods: Sequence[str],
        asks: Collection[str],
    ) -> None:
        super().__init__(data)  # type: ignore[arg-type]  # a QueryDict
        choices = [("", _("The whole network")), *((each.code, each.short_name) for each in partners)]
        self.fields["partner"].choices = choices  # type: ignore[attr-defined]
        self.fields["period"].choices = [  # type: ignore[attr-defined]
            ("", _("From the beginning")),
            *((period, _period(period)) for period in periods),
        ]
        for name in [name for name in self.fields if name not in asks]:
            del self.fields[name]


def _period(code: str) -> object:
    """A year as it is, a quarter in words."""
    year, _dash, quarter = code.partition("-Q")
    return year if not quarter else _("%(year)s, quarter %(quarter)s") % {"year": year, "quarter": quarter}
