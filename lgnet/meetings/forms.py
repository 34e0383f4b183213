# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Meetings: what is announced, whom to invite, what came of it, what follows."""

import uuid
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lgnet.core.clock import ROME, now, today
from lgnet.core.ids import new_id
from lgnet.exchange.colleague_field import ColleagueField
from lgnet.exchange.models import Group
from lgnet.meetings.actions import Plan
from lgnet.meetings.models import TEXT, TITLE, Attendance, Meeting
from lgnet.meetings.policies import IS_OVER
from lgnet.network.models import Colleague, Organisation
from lgnet.people.guard.asking import GuardedForm

MOMENT = "%Y-%m-%dT%H:%M"
PLACES = 2_000


def _moment() -> forms.DateTimeInput:
    return forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT)


class MeetingForm(GuardedForm):
    """What is announced."""

    guarded = ("title", "purpose", "agenda", "place")
    new_id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    kind = forms.ChoiceField(
        label=gettext_lazy("What it is"), choices=Meeting.Kind.choices, widget=forms.RadioSelect
    )
    title = forms.CharField(label=gettext_lazy("Title"), max_length=TITLE)
    purpose = forms.CharField(
        label=gettext_lazy("What it is for"),
        max_length=TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    agenda = forms.CharField(
        label=gettext_lazy("Agenda"),
        max_length=TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=gettext_lazy("One point for each line."),
    )
    host = forms.ModelChoiceField(label=gettext_lazy("Host"), queryset=Organisation.objects.none())
    group = forms.ModelChoiceField(
        label=gettext_lazy("For whom"),
        queryset=Group.objects.none(),
        required=False,
        empty_label=gettext_lazy("Everybody in the network"),
    )
    starts_at = forms.DateTimeField(label=gettext_lazy("Begins"), widget=_moment())
    ends_at = forms.DateTimeField(label=gettext_lazy("Ends"), widget=_moment())
    place = forms.CharField(label=gettext_lazy("Where"), max_length=200, required=False)
    link = forms.URLField(
        label=gettext_lazy("Address of the video call"), max_length=300, required=False, assume_scheme="https"
    )
    places = forms.IntegerField(
        label=gettext_lazy("Places"),
        min_value=1,
        max_value=PLACES,
        required=False,
        help_text=gettext_lazy("Empty: as many as come. Who enrols after they are taken waits in order."),
    )

    def __init__(
        self, *args: Any, groups: QuerySet[Group], meeting: Meeting | None = None, **kwargs: Any
    ) -> None:
        begin = _initial(meeting) if meeting else {"new_id": new_id(), "kind": Meeting.Kind.MEETING}
        kwargs["initial"] = begin | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        hosts = Organisation.objects.filter(partnerships__isnull=False).distinct().order_by("short_name")
        for name, rows in {"host": hosts, "group": groups}.items():
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - tells the type checker
            field.queryset = rows
        if meeting is not None:
            del self.fields["group"]
        self._is_reported = meeting is not None and meeting.reported_at is not None

    def clean(self) -> dict[str, Any]:
        """What belongs together, told at the field where it is missing."""
        given = self.cleaned_data
        begins, ends = given.get("starts_at"), given.get("ends_at")
        if begins and ends and ends <= begins:
            self.add_error("ends_at", _("It must end after it begins."))
        if begins and self._is_reported and begins > now():
            self.add_error("starts_at", IS_OVER)
        if not given.get("place") and not given.get("link") and not {"place", "link"} & set(self.errors):
            self.add_error("place", _("Say where, or give the address of the video call."))
        return given

    def plan(self) -> Plan:
        """What was written, as the actions take it."""
        names = (
            "kind",
            "title",
            "host",
            "starts_at",
            "ends_at",
            "place",
            "link",
            "places",
            "purpose",
            "agenda",
        )
        return Plan(**{name: self.cleaned_data[name] for name in names}, group=self.cleaned_data.get("group"))


def _initial(meeting: Meeting) -> dict[str, Any]:
    same = ("kind", "title", "purpose", "agenda", "host", "place", "link", "places")
    moments = {name: getattr(meeting, name).astimezone(ROME) for name in ("starts_at", "ends_at")}
    return {name: getattr(meeting, name) for name in same} | moments


class CancelForm(forms.Form):
    """Why it is called off."""

    reason = forms.CharField(label=gettext_lazy("Why it is called off"), max_length=300)


class InviteForm(forms.Form):
    """Whom to invite."""

    colleague = ColleagueField(
        label=gettext_lazy("Colleague"), help_text=gettext_lazy("Write two letters of the name and choose.")
    )


class PartnersForm(forms.Form):
    """Which partners to invite as a whole."""

    def __init__(self, *args: Any, partners: QuerySet[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {str(one.pk): one for one in partners}
        self.fields["partners"] = forms.MultipleChoiceField(
            label=_("Partners to invite as a whole"),
            choices=[(pk, one.short_name) for pk, one in self.known.items()],
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": _("Choose at least one.")},
        )

    def partners(self) -> list[Organisation]:
        """Those that were chosen."""
        return [self.known[pk] for pk in self.cleaned_data["partners"]]


class AppointForm(forms.Form):
    """Who of the partner comes."""

    def __init__(self, *args: Any, colleagues: QuerySet[Colleague], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["colleagues"] = forms.MultipleChoiceField(
            label=_("Who of your partner comes"),
            choices=[(str(one.pk), one.name) for one in colleagues],
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": _("Choose at least one.")},
        )

    def colleagues(self) -> list[uuid.UUID]:
        """Those that were chosen."""
        return [uuid.UUID(pk) for pk in self.cleaned_data["colleagues"]]


class ReportForm(GuardedForm):
    """What came of it, and who was there."""

    present = forms.MultipleChoiceField(
        label=gettext_lazy("Who was there"), required=False, widget=forms.CheckboxSelectMultiple
    )
    text = forms.CharField(
        label=gettext_lazy("What came of it"), max_length=TEXT, widget=forms.Textarea(attrs={"rows": 8})
    )

    def __init__(self, *args: Any, meeting: Meeting, rows: list[Attendance], **kwargs: Any) -> None:
        enrolled = [row for row in rows if row.enrolled_at is not None]
        was = [str(row.pk) for row in enrolled if row.was_there is not False]
        super().__init__(*args, initial={"text": meeting.report, "present": was}, **kwargs)
        field = self.fields["present"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 - tells the type checker
        field.choices = [
            (str(row.pk), f"{row.colleague.name} ({row.organisation.short_name})") for row in enrolled
        ]
        if not enrolled:
            del self.fields["present"]


class DecisionForm(GuardedForm):
    """Something that was decided."""

    text = forms.CharField(label=gettext_lazy("What was decided"), max_length=500)


class TaskForm(GuardedForm):
    """Who does what by when."""

    new_id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    text = forms.CharField(label=gettext_lazy("What is to be done"), max_length=300)
    owner = ColleagueField(
        label=gettext_lazy("Who does it"), help_text=gettext_lazy("Write two letters of the name and choose.")
    )
    due_on = forms.DateField(
        label=gettext_lazy("By"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"new_id": new_id()} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)

    def clean_due_on(self) -> Any:
        """A day that has not passed."""
        if self.cleaned_data["due_on"] < today():
            raise forms.ValidationError(_("This day has passed."))
        return self.cleaned_data["due_on"]
