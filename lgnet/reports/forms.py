# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The forms of the report."""

import datetime as dt
import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lgnet.core.ids import new_id
from lgnet.direction.indicators import INDICATORS
from lgnet.reports.models import Deviation, NetworkSubject, Period, Remark, Schedule
from lgnet.reports.questions import Origin

LONG, SHORT = 20_000, 2_000


def _day(**attributes: Any) -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date", **attributes}, format="%Y-%m-%d")


def _lines(rows: int = 3) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class AnswerForm(forms.Form):
    """The text under a question, with the version that was read."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    text = forms.CharField(label=_("Your answer"), required=False, max_length=LONG, widget=_lines(12))


class DeviationForm(forms.Form):
    """A deviation or a problem."""

    row_id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    text = forms.CharField(label=_("What"), max_length=SHORT, widget=_lines())
    origin = forms.ChoiceField(
        label=_("Where it comes from"), choices=Origin.choices, widget=forms.RadioSelect
    )
    indicator = forms.ChoiceField(label=_("Indicator it weighs on"), required=False)
    remedy = forms.CharField(
        label=_("What you do about it"), max_length=SHORT, required=False, widget=_lines(2)
    )
    due_on = forms.DateField(label=_("By when"), required=False, widget=_day())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(code, str(each.name)) for code, each in INDICATORS.items()]
        self.fields["indicator"].choices = [("", gettext("None")), *choices]  # type: ignore[attr-defined]

    @classmethod
    def of(cls, row: Deviation) -> "DeviationForm":
        """The form of a line that is there."""
        names = ("text", "origin", "indicator", "remedy", "due_on")
        return cls(initial={"row_id": row.pk, **{name: getattr(row, name) for name in names}})


class SubjectForm(forms.Form):
    """A body of the territory."""

    row_id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    name = forms.CharField(
        label=_("Body"), max_length=160, help_text=_("The office or association, never the name of a person.")
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=NetworkSubject.Kind.choices)
    role = forms.CharField(label=_("What it did"), max_length=SHORT, widget=_lines())

    @classmethod
    def of(cls, row: NetworkSubject) -> "SubjectForm":
        """The form of a line that is there."""
        return cls(initial={"row_id": row.pk, "name": row.name, "kind": row.kind, "role": row.role})


class AttachmentForm(forms.Form):
    """A file to attach."""

    new_id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    file = forms.FileField(
        label=_("File"),
        help_text=_(
            "A PDF, a picture, a text document or a spreadsheet, up to 10 MB. The nation reads it: no lists of"
            " names, no papers of a person."
        ),
        allow_empty_file=True,  # refused in better words
    )


class SendForm(forms.Form):
    """The last look before sending."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    warnings_read = forms.BooleanField(
        label=_("I have read the warnings and send the report as it is"), required=False
    )


class RemarksForm(forms.Form):
    """One remark for each part of a report."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for about, label in Remark.ABOUT:
            self.fields[about] = forms.CharField(
                label=_("Remark on: %(what)s") % {"what": label},
                max_length=SHORT,
                required=False,
                widget=_lines(4),
            )

    def remarks(self) -> dict[str, str]:
        """What was written, by what it is about."""
        return {about: text for about, text in self.cleaned_data.items() if text}


class ReopenForm(forms.Form):
    """Why a validated report opens again."""

    reason = forms.CharField(label=_("Reason of the re-opening"), max_length=SHORT, widget=_lines())


class ScheduleForm(forms.Form):
    """The deadlines of the quarters to come."""

    days_to_send = forms.IntegerField(
        label=_("Days to send the report after the quarter's end"), min_value=1, max_value=120
    )
    open_days_before = forms.IntegerField(
        label=_("Days before the quarter's end on which it opens"), min_value=0, max_value=80
    )
    remind_days_before = forms.IntegerField(
        label=_("Days before the deadline of the first reminder"), min_value=1, max_value=60
    )

    @classmethod
    def of(cls, schedule: Schedule) -> "ScheduleForm":
        """The form with what holds now."""
        names = ("days_to_send", "open_days_before", "remind_days_before")
        return cls(initial={name: getattr(schedule, name) for name in names})


class DeadlineForm(forms.Form):
    """Another deadline for one quarter."""

    period = forms.UUIDField(widget=forms.HiddenInput)
    due_on = forms.DateField(label=_("Deadline of the latest quarter"), widget=_day())

    @classmethod
    def of(cls, period: Period) -> "DeadlineForm":
        """The form with the deadline that holds."""
        return cls(initial={"period": period.pk, "due_on": period.due_on})

    def values(self) -> tuple[uuid.UUID, dt.date]:
        """The period and its new deadline."""
        return self.cleaned_data["period"], self.cleaned_data["due_on"]
