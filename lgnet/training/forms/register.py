# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Enrolling colleagues, and writing down who was there."""

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lgnet.network.models import Colleague
from lgnet.network.worker import Worker
from lgnet.training.models import Module, Session
from lgnet.training.queries.completion import Completion
from lgnet.training.queries.enrolment import colleagues_to_enrol

PREFIX = "minutes-"


class ColleaguesForm(forms.Form):
    """Whom the coordinator enrols."""

    colleagues: "forms.ModelMultipleChoiceField[Colleague]" = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Colleagues"),
        queryset=Colleague.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least one colleague.")},
    )

    def __init__(self, *args: Any, by: Worker, module: Module, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["colleagues"].queryset = colleagues_to_enrol(by, module)  # type: ignore[attr-defined]


class DeclineForm(forms.Form):
    """Why a colleague does not take part."""

    reason = forms.CharField(label=gettext_lazy("Why, for your colleague to read"), max_length=300)


class CodeForm(forms.Form):
    """The code on the wall."""

    code = forms.CharField(
        label=gettext_lazy("Code shown in the room"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )


class ListForm(forms.Form):
    """Minutes of everybody who has a place; empty means absent."""

    def __init__(
        self, *args: Any, session: Session, rows: Sequence[tuple[uuid.UUID, str, int]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for pk, name, minutes in rows:
            self.fields[f"{PREFIX}{pk}"] = forms.IntegerField(
                label=name, min_value=0, max_value=session.planned_minutes, required=False,
                initial=minutes or None, widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
            )  # fmt: skip

    def marks(self) -> dict[uuid.UUID, int]:
        """Minutes by enrolment."""
        return {uuid.UUID(name.removeprefix(PREFIX)): n or 0 for name, n in self.cleaned_data.items()}


class LogForm(forms.Form):
    """The log of a webinar."""

    file = forms.FileField(
        label=gettext_lazy("Log of the webinar"),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.xlsx,.ods,.txt"}),
        help_text=gettext_lazy(
            "CSV or spreadsheet with e-mail, join time and leave time; sent again, nothing counts twice."
        ),
    )


class MakeUpForm(forms.Form):
    """How somebody made up for a session, and for how much of it."""

    enrolment = forms.ChoiceField(label=gettext_lazy("Who"))
    minutes = forms.IntegerField(label=gettext_lazy("Minutes made up for"), min_value=1)
    note = forms.CharField(
        label=gettext_lazy("How it was made up for"),
        max_length=300,
        help_text=gettext_lazy("Another class, the recording with its task, a piece of work."),
    )

    def __init__(self, *args: Any, session: Session, missing: Sequence[Completion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["minutes"] = forms.IntegerField(
            label=_("Minutes made up for"), min_value=1, max_value=session.planned_minutes,
            initial=session.planned_minutes,
        )  # fmt: skip
        chosen = self.fields["enrolment"]
        assert isinstance(chosen, forms.ChoiceField)  # noqa: S101 - declared above
        chosen.choices = [
            (str(one.enrolment.pk), f"{one.colleague.name}, {one.partner.short_name}") for one in missing
        ]
