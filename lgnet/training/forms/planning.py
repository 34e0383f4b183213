# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The national direction writes programmes, modules and sessions."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lgnet.core.clock import ROME, today
from lgnet.core.ids import new_id
from lgnet.network.models import Colleague
from lgnet.training.actions import ModuleDraft, SessionDraft
from lgnet.training.models import Module, Programme, Session, Teaching
from lgnet.training.models.programme import USUAL_THRESHOLD
from lgnet.training.queries.programme import leads_to, required_by


def _day() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def _hour() -> forms.TimeInput:
    return forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


class ProgrammeForm(forms.Form):
    """A programme of the present edition."""

    new_id = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=new_id)
    title = forms.CharField(label=gettext_lazy("Title"), max_length=200)
    aims = forms.CharField(
        label=gettext_lazy("Aims"), required=False, max_length=5_000, widget=forms.Textarea(attrs={"rows": 4})
    )


class ModuleForm(forms.Form):
    """A module: what it is about, its places, its threshold, what it asks for."""

    new_id = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=new_id)
    code = forms.CharField(
        label=gettext_lazy("Code"), max_length=12, help_text=gettext_lazy("Short, as it is quoted: M1, M2.")
    )
    title = forms.CharField(label=gettext_lazy("Title"), max_length=200)
    area = forms.ChoiceField(
        label=gettext_lazy("Area of the training"),
        choices=Module.Area.choices,
        help_text=gettext_lazy("For the fund's form on operators."),
    )
    contents = forms.CharField(
        label=gettext_lazy("Contents"),
        required=False,
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    places = forms.IntegerField(label=gettext_lazy("Places"), min_value=1, max_value=10_000)
    places_per_partner = forms.IntegerField(
        label=gettext_lazy("Places for each partner, at most"),
        min_value=1,
        max_value=10_000,
        required=False,
        help_text=gettext_lazy("Empty: any partner may have all of them."),
    )
    enrol_until = forms.DateField(label=gettext_lazy("Enrolment until"), widget=_day())
    needs_approval = forms.BooleanField(
        label=gettext_lazy("The local coordinator approves"),
        required=False,
        initial=True,
        help_text=gettext_lazy(
            "The place is held meanwhile; not approved by that day, it goes to who waits."
        ),
    )
    threshold = forms.IntegerField(
        label=gettext_lazy("Attendance to complete it, percent of the hours"),
        min_value=1,
        max_value=100,
        initial=USUAL_THRESHOLD,
    )
    requires = forms.ModelMultipleChoiceField(
        label=gettext_lazy("To be completed before"),
        queryset=Module.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, programme: Programme, module: Module | None = None, **kwargs: Any) -> None:
        if module is not None:
            kwargs.setdefault("initial", _of_module(module))
        super().__init__(*args, **kwargs)
        self.module, self.programme = module, programme
        others = Module.objects.filter(programme=programme).exclude(state=Module.State.CALLED_OFF)
        self.fields["requires"].queryset = (  # type: ignore[attr-defined]  # a field of several rows
            (others.exclude(pk=module.pk) if module else others).order_by("code")
        )

    def clean_code(self) -> str:
        """Each code once in a programme."""
        code = str(self.cleaned_data["code"]).strip()
        same = Module.objects.filter(programme=self.programme, code__iexact=code)
        mine = self.module.pk if self.module else self.cleaned_data.get("new_id")
        if any(one.pk != mine for one in same):
            raise forms.ValidationError(_("Another module of this programme has this code."))
        return code

    def clean_requires(self) -> Any:
        """No module asks, over others, for itself."""
        chosen = self.cleaned_data["requires"]
        if self.module is not None and leads_to([one.pk for one in chosen], self.module.pk):
            raise forms.ValidationError(_("These modules would ask for each other: nobody could begin."))
        return chosen

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        share, places = given.get("places_per_partner"), given.get("places")
        if share and places and share > places:
            self.add_error("places_per_partner", _("One partner cannot have more places than there are."))
        day = given.get("enrol_until")
        is_new = self.module is None or day != self.module.enrol_until
        if day is not None and is_new and day < today():
            self.add_error("enrol_until", _("This day has passed."))
        return given

    def draft(self) -> ModuleDraft:
        """What was written."""
        given = {name: value for name, value in self.cleaned_data.items() if name != "new_id"}
        given["requires"] = tuple(one.pk for one in given["requires"])
        return ModuleDraft(**given)


def _of_module(module: Module) -> dict[str, Any]:
    names = (
        "code", "title", "area", "contents", "places", "places_per_partner", "enrol_until", "needs_approval",
        "threshold",
    )  # fmt: skip
    return {name: getattr(module, name) for name in names} | {
        "requires": [one.pk for one in required_by(module)]
    }


class SessionForm(forms.Form):
    """A session: its day and hours in Rome, where, with whom."""

    new_id = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=new_id)
    title = forms.CharField(label=gettext_lazy("Title"), max_length=200)
    day = forms.DateField(label=gettext_lazy("Day"), widget=_day())
    begins = forms.TimeField(label=gettext_lazy("From"), widget=_hour())
    ends = forms.TimeField(label=gettext_lazy("To (hour)"), widget=_hour())
    break_minutes = forms.IntegerField(
        label=gettext_lazy("Break, in minutes"), min_value=0, max_value=300, initial=0, required=False
    )
    mode = forms.ChoiceField(
        label=gettext_lazy("How"),
        choices=Session.Mode.choices,
        widget=forms.RadioSelect,
        initial=Session.Mode.PRESENCE,
    )
    room = forms.CharField(label=gettext_lazy("Room"), max_length=120, required=False)
    address = forms.CharField(label=gettext_lazy("Address"), max_length=200, required=False)
    room_places = forms.IntegerField(
        label=gettext_lazy("Seats in the room"),
        min_value=1,
        max_value=10_000,
        required=False,
        help_text=gettext_lazy("The module never gives more places than its smallest room has."),
    )
    link = forms.URLField(
        label=gettext_lazy("Link to follow it on line"), max_length=500, required=False, assume_scheme="https"
    )
    trainers = forms.CharField(
        label=gettext_lazy("Trainers"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "E-mail addresses of colleagues, one for each line: they keep the register and add materials."
        ),
    )
    speakers = forms.CharField(
        label=gettext_lazy("Other speakers"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("By name: those who have no account here."),
    )

    def __init__(self, *args: Any, session: Session | None = None, **kwargs: Any) -> None:
        if session is not None:
            kwargs.setdefault("initial", _of_session(session))
        super().__init__(*args, **kwargs)

    def clean_trainers(self) -> tuple[Any, ...]:
        """Addresses of colleagues, whatever their case."""
        written = [one.strip() for one in str(self.cleaned_data["trainers"]).replace(",", "\n").split("\n")]
        addresses = [one.casefold() for one in written if one]
        found = {one.email.casefold(): one.pk for one in Colleague.objects.filter(email__in=addresses)}
        unknown = [one for one in addresses if one not in found]
        if unknown:
            raise forms.ValidationError(
                _("No colleague has this address: %(address)s.") % {"address": ", ".join(unknown)}
            )
        return tuple(dict.fromkeys(found[one] for one in addresses))

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        begins, ends = given.get("begins"), given.get("ends")
        if begins and ends:
            self._check_hours(begins, ends, given.get("break_minutes") or 0)
        mode = given.get("mode")
        if mode != Session.Mode.ONLINE and not given.get("room"):
            self.add_error("room", _("Say in which room it takes place."))
        if mode != Session.Mode.PRESENCE and not given.get("link") and "link" not in self.errors:
            self.add_error("link", _("Write the link to follow it on line."))
        return given

    def _check_hours(self, begins: dt.time, ends: dt.time, pause: int) -> None:
        length = (ends.hour - begins.hour) * 60 + ends.minute - begins.minute
        if length <= 0:
            self.add_error("ends", _("A session ends after it begins."))
        elif length > 12 * 60:
            self.add_error("ends", _("A session lasts twelve hours at most: plan one for each day."))
        elif pause >= length:
            self.add_error("break_minutes", _("The break is as long as the session."))

    def draft(self) -> SessionDraft:
        """What was written, with its hours in Rome."""
        given = dict(self.cleaned_data)
        day, pause = given.pop("day"), given.pop("break_minutes")
        starts, ends = (dt.datetime.combine(day, given.pop(name), ROME) for name in ("begins", "ends"))
        given.pop("new_id")
        return SessionDraft(starts_at=starts, ends_at=ends, break_minutes=pause or 0, **given)


def _of_session(session: Session) -> dict[str, Any]:
    names = ("title", "break_minutes", "mode", "room", "address", "room_places", "link", "speakers")
    starts, ends = session.starts_at.astimezone(ROME), session.ends_at.astimezone(ROME)
    rows = Teaching.objects.filter(session=session).select_related("trainer").order_by("trainer__email")
    return {name: getattr(session, name) for name in names} | {
        "day": starts.date(),
        "begins": starts.time(),
        "ends": ends.time(),
        "trainers": "\n".join(row.trainer.email for row in rows),
    }


class ReasonForm(forms.Form):
    """Why something does not take place."""

    reason = forms.CharField(label=gettext_lazy("Why"), max_length=300)
