# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The forms of staff: an event, its words in another language, an answer, a campaign, a friend, a letter."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from lgnet.core.clock import ROME, today
from lgnet.core.ids import new_id
from lgnet.society.actions.campaigns import Counted, Idea, Product
from lgnet.society.actions.events import Plan
from lgnet.society.actions.friends import Given
from lgnet.society.models import Campaign, Channel, Event, EventText, Friend, Issue, Material
from lgnet.society.public_words import SPOKEN

LANGUAGES = [(code, one.name) for code, one in SPOKEN.items()]


def _words(
    label: Any, help_text: Any = "", *, rows: int = 4, required: bool = False, most: int = 4000
) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=most,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def _day(label: Any, *, required: bool = True, **more: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=required, widget=widget, **more)


def _hour(label: Any) -> forms.TimeField:
    return forms.TimeField(label=label, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))


def _several(label: Any, choices: Any, *, required: bool = False) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=choices, required=required, widget=forms.CheckboxSelectMultiple
    )


class EventForm(forms.Form):
    """An event with its words in the language in which it is written."""

    new_id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    title = forms.CharField(label=gettext_lazy("Title"), max_length=160)
    description = _words(
        gettext_lazy("What it is about"),
        gettext_lazy("Plain words, short sentences: many will read it in a language they are learning."),
        rows=7, required=True, most=6000,
    )  # fmt: skip
    language = forms.ChoiceField(label=gettext_lazy("Language of these words"), choices=LANGUAGES)
    day = _day(gettext_lazy("Day"))
    starts = _hour(gettext_lazy("From"))
    last_day = _day(
        gettext_lazy("Last day"), required=False, help_text=gettext_lazy("Only if it is another one.")
    )
    ends = _hour(gettext_lazy("To"))
    place = forms.CharField(
        label=pgettext_lazy("event", "Place"), max_length=200, required=False,
        help_text=gettext_lazy("Room, street, number, city."),
    )  # fmt: skip
    is_online = forms.BooleanField(label=gettext_lazy("Also or only online"), required=False)
    online_url = forms.URLField(
        label=gettext_lazy("Link to take part"), max_length=300, required=False, assume_scheme="https",
        help_text=gettext_lazy("Only whoever has a place gets it."),
    )  # fmt: skip
    access = _words(
        gettext_lazy("Accessibility"),
        gettext_lazy("Steps, lift, toilet, interpreter, sign language, quiet room, care for children."),
        rows=3, most=1000,
    )  # fmt: skip
    audience = forms.ChoiceField(label=gettext_lazy("For whom"), choices=Event.Audience.choices)
    contact = forms.CharField(
        label=gettext_lazy("Contact for the public"), max_length=200,
        help_text=gettext_lazy("An office, its address or telephone; no private number."),
    )  # fmt: skip
    takes_registrations = forms.BooleanField(
        label=gettext_lazy("People register"), required=False, initial=True
    )
    capacity = forms.IntegerField(
        label=gettext_lazy("Places"), required=False, min_value=1, max_value=20_000,
        help_text=gettext_lazy("Empty: as many as come. Who comes later waits and moves up by itself."),
    )  # fmt: skip
    keep_days = forms.IntegerField(
        label=gettext_lazy("Forget who came after days"), min_value=1, max_value=180, initial=30
    )
    campaign = forms.ChoiceField(label=gettext_lazy("Campaign"), required=False)

    def __init__(
        self, *args: Any, campaigns: list[Campaign], event: Event | None = None, **kwargs: Any
    ) -> None:
        kwargs["initial"] = _initial(event) if event else {"new_id": new_id(), "language": "it"}
        super().__init__(*args, **kwargs)
        self.campaigns = {str(one.pk): one for one in campaigns}
        choices = [("", _("None")), *((pk, one.title) for pk, one in self.campaigns.items())]
        self.fields["campaign"] = forms.ChoiceField(label=_("Campaign"), required=False, choices=choices)

    def clean(self) -> dict[str, Any]:
        """It begins before it ends, and is somewhere."""
        given = self.cleaned_data
        if given.get("day") and given.get("starts") and given.get("ends") and self._end() <= self._start():
            self.add_error("ends", _("It cannot end before it begins."))
        if "place" in given and not given["place"] and not given.get("is_online"):
            self.add_error("place", _("Say where it is, or that it is online."))
        return given

    def _start(self) -> dt.datetime:
        return dt.datetime.combine(self.cleaned_data["day"], self.cleaned_data["starts"], ROME)

    def _end(self) -> dt.datetime:
        day = self.cleaned_data.get("last_day") or self.cleaned_data["day"]
        return dt.datetime.combine(day, self.cleaned_data["ends"], ROME)

    def plan(self) -> Plan:
        """As the action takes it."""
        given = {
            name: value for name, value in self.cleaned_data.items() if name in Plan.__dataclass_fields__
        }
        given["campaign"] = self.campaigns.get(self.cleaned_data["campaign"])
        return Plan(**given, starts_at=self._start(), ends_at=self._end())


def _initial(event: Event) -> dict[str, Any]:
    given = {name: getattr(event, name) for name in Plan.__dataclass_fields__ if hasattr(event, name)}
    start, end = event.starts_at.astimezone(ROME), event.ends_at.astimezone(ROME)
    text = next((one for one in event.texts.all() if one.language == event.language), None)
    given |= {"title": text.title, "description": text.description} if text else {}
    given |= {"day": start.date(), "starts": start.time(), "ends": end.time(), "campaign": event.campaign_id}
    return given | ({"last_day": end.date()} if end.date() != start.date() else {})


class WordsForm(forms.Form):
    """The words of an event in another language."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=160)
    description = _words(gettext_lazy("What it is about"), rows=8, required=True, most=6000)
    is_checked = forms.BooleanField(
        label=gettext_lazy("Somebody who speaks this language has read it"), required=False,
        help_text=gettext_lazy("Only then the public sees it."),
    )  # fmt: skip

    def __init__(self, *args: Any, text: EventText | None = None, **kwargs: Any) -> None:
        if text is not None:
            kwargs["initial"] = {"title": text.title, "description": text.description}
        super().__init__(*args, **kwargs)


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(label=gettext_lazy("Why"), max_length=300)


class HeldForm(forms.Form):
    """How many came without having registered."""

    walk_ins = forms.IntegerField(
        label=gettext_lazy("How many came without having registered"), required=False, min_value=0, max_value=20_000,
        help_text=gettext_lazy("Empty: nobody counted them. That is not zero."),
    )  # fmt: skip


class AnswerForm(forms.Form):
    """What the sender reads."""

    words = _words(
        gettext_lazy("Answer"),
        gettext_lazy("The sender reads it with number and code. Write in their language where you can."),
        rows=6, required=True, most=6000,
    )  # fmt: skip


class FriendForm(forms.Form):
    """Somebody who agreed to be kept in mind."""

    kind = forms.ChoiceField(label=gettext_lazy("Who"), choices=Friend.Kind.choices)
    name = forms.CharField(label=gettext_lazy("Name"), max_length=160)
    email = forms.EmailField(label=gettext_lazy("E-mail"), max_length=200, required=False)
    phone = forms.CharField(label=gettext_lazy("Telephone"), max_length=40, required=False)
    skills = _several(gettext_lazy("What they can do"), Friend.Skill.choices)
    when = _several(gettext_lazy("When they have time"), Friend.When.choices)
    languages = _several(gettext_lazy("Languages"), LANGUAGES)
    note = _words(gettext_lazy("Note"), rows=3, most=1000)
    purposes = _several(gettext_lazy("What they agreed to"), Friend.Purpose.choices, required=True)
    consent_on = _day(gettext_lazy("On"))
    consent_how = forms.CharField(
        label=gettext_lazy("How they said so"),
        max_length=120,
        help_text=gettext_lazy("By telephone, on a form, by mail."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"consent_on": today(), **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """There is a way to reach them."""
        given = self.cleaned_data
        if not (given.get("email") or given.get("phone")):
            self.add_error("email", _("Write an e-mail address or a telephone number."))
        if given.get("consent_on") and given["consent_on"] > today():
            self.add_error("consent_on", _("The consent cannot be of a day to come."))
        return given

    def given(self) -> Given:
        """As the action takes it."""
        return Given(**self.cleaned_data)


class CampaignForm(forms.Form):
    """What a campaign wants."""

    new_id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    title = forms.CharField(label=gettext_lazy("Title"), max_length=160)
    aim = _words(gettext_lazy("What it wants to reach"), rows=3, required=True)
    audience = _words(gettext_lazy("Whom it speaks to"), rows=2)
    messages = _words(
        gettext_lazy("What it says"), gettext_lazy("Two or three sentences, as they will be said."), rows=4
    )
    channels = _several(gettext_lazy("By what"), Channel.choices)
    starts_on = _day(gettext_lazy("From"))
    ends_on = _day(gettext_lazy("To"))

    def __init__(self, *args: Any, campaign: Campaign | None = None, **kwargs: Any) -> None:
        kwargs["initial"] = {"new_id": new_id()} if campaign is None else _idea(campaign)
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """It ends after it begins."""
        given = self.cleaned_data
        if given.get("starts_on") and given.get("ends_on") and given["ends_on"] < given["starts_on"]:
            self.add_error("ends_on", _("It cannot end before it begins."))
        return given

    def idea(self) -> Idea:
        """As the action takes it."""
        return Idea(**{name: self.cleaned_data[name] for name in Idea.__dataclass_fields__})


def _idea(campaign: Campaign) -> dict[str, Any]:
    return {name: getattr(campaign, name) for name in Idea.__dataclass_fields__}


class MaterialForm(forms.Form):
    """Something made for a campaign in one language."""

    kind = forms.ChoiceField(label=gettext_lazy("What"), choices=Material.Kind.choices)
    language = forms.ChoiceField(label=gettext_lazy("Language"), choices=LANGUAGES)
    title = forms.CharField(label=gettext_lazy("Title"), max_length=160)
    address = forms.URLField(
        label=gettext_lazy("Where it is"), max_length=300, required=False, assume_scheme="https"
    )
    copies = forms.IntegerField(
        label=gettext_lazy("Copies"), required=False, min_value=1, max_value=10_000_000
    )
    release = forms.CharField(
        label=gettext_lazy("Release of the people in a photo"), max_length=200, required=False,
        help_text=gettext_lazy("Where it is kept; needed for photos."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """No photo without a release."""
        given = self.cleaned_data
        if given.get("kind") == Material.Kind.PHOTO and not given.get("release"):
            self.add_error("release", _("Say where the release of the people in the photo is kept."))
        return given

    def product(self) -> Product:
        """As the action takes it."""
        return Product(**self.cleaned_data)


class ReachForm(forms.Form):
    """Whom a channel reached."""

    channel = forms.ChoiceField(label=gettext_lazy("By what"), choices=Channel.choices)
    people = forms.IntegerField(label=gettext_lazy("People"), min_value=0, max_value=100_000_000)
    is_estimate = forms.BooleanField(label=gettext_lazy("Estimated, not counted"), required=False)
    how = forms.CharField(label=gettext_lazy("How it is known"), max_length=200)
    counted_on = _day(gettext_lazy("On"))

    def clean_counted_on(self) -> dt.date:
        """Not a day to come."""
        day: dt.date = self.cleaned_data["counted_on"]
        if day > today():
            raise forms.ValidationError(_("Nobody is reached on a day to come."))
        return day

    def counted(self) -> Counted:
        """As the action takes it."""
        return Counted(**self.cleaned_data)


class ResultForm(forms.Form):
    """What came of a campaign."""

    result = _words(gettext_lazy("What came of it"), gettext_lazy("The network reads it."), required=True)


class IssueForm(forms.Form):
    """A letter of the newsletter."""

    new_id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    language = forms.ChoiceField(
        label=gettext_lazy("Language"), choices=LANGUAGES,
        help_text=gettext_lazy("It goes to those who asked for this language."),
    )  # fmt: skip
    subject = forms.CharField(label=gettext_lazy("Subject"), max_length=120)
    body = _words(
        gettext_lazy("Text"), gettext_lazy("Plain text: it is read everywhere, and nobody can follow it."),
        rows=14, required=True, most=10_000,
    )  # fmt: skip

    def __init__(self, *args: Any, issue: Issue | None = None, **kwargs: Any) -> None:
        kwargs["initial"] = (
            {"new_id": new_id(), "language": "it"} if issue is None
            else {"language": issue.language, "subject": issue.subject, "body": issue.body}
        )  # fmt: skip
        super().__init__(*args, **kwargs)
