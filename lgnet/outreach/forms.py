# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The form of a contact: one screen, big targets, nearly everything optional."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from lgnet.catalogue.shipped import need_areas
from lgnet.core.clock import now
from lgnet.counting.models import AgeBand, Sex
from lgnet.network.models import Site
from lgnet.outreach.models import Contact
from lgnet.people.languages import language_choices, language_name

# What is heard most on the squares of the network; the others are in the list below the tiles.
HEARD_MOST = ("ar", "fr", "en", "bn", "ur", "uk", "es", "ti", "so", "fa", "sq")
SEXES = (
    (Sex.FEMALE, _("Woman")),
    (Sex.MALE, _("Man")),
    (Sex.NON_BINARY, pgettext_lazy("one person", "Non-binary")),
    (Sex.NOT_RECORDED, _("Not said")),
)
AGES = (*((band, band.label) for band in AgeBand if band), (AgeBand.NOT_RECORDED, _("Not said")))
OLDEST = dt.timedelta(days=366)
NOTE_LENGTH = 4000


def _needs() -> list[tuple[str, str]]:
    language = get_language() or "it"
    return [(area.code, area.label(language)) for area in need_areas()]


def _heard_most() -> list[tuple[str, str]]:
    return [*((code, language_name(code)) for code in HEARD_MOST), ("", str(_("Not known")))]


def _other_languages() -> list[tuple[str, str]]:
    rest = [choice for choice in language_choices() if choice[0] not in HEARD_MOST]
    return [("", str(_("None of these"))), *rest]


class AreaForm(forms.Form):
    """Where a contact was, said later."""

    area = forms.CharField(
        label=_("Square, street or area"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class ContactForm(forms.Form):
    """What was seen and done. `other_language` wins over the tile, and no hour means now."""

    new_id = forms.UUIDField(widget=forms.HiddenInput)
    person = forms.UUIDField(widget=forms.HiddenInput, required=False)
    place = forms.ChoiceField(label=_("Where"), choices=Contact.Place.choices, widget=forms.RadioSelect)
    area = forms.CharField(
        label=_("Square, street or area"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "enterkeyhint": "next"}),
    )
    language = forms.ChoiceField(
        label=_("Language"), choices=_heard_most, required=False, widget=forms.RadioSelect
    )
    other_language = forms.ChoiceField(label=_("Another language"), choices=_other_languages, required=False)
    sex = forms.ChoiceField(label=_("Sex"), choices=SEXES, required=False, widget=forms.RadioSelect)
    age_band = forms.ChoiceField(
        label=_("Age, as it seems"), choices=AGES, required=False, widget=forms.RadioSelect
    )
    needs = forms.MultipleChoiceField(
        label=_("Needs seen"), choices=_needs, required=False, widget=forms.CheckboxSelectMultiple
    )
    help_given = forms.MultipleChoiceField(
        label=_("Help given"),
        choices=Contact.Help.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    declined = forms.BooleanField(label=_("The person declined our help"), required=False)
    nickname = forms.CharField(
        label=_("Nickname or sign to recognise by"),
        max_length=80,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    note = forms.CharField(
        label=_("Note"), max_length=NOTE_LENGTH, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    site = forms.ModelChoiceField(
        label=_("Unit or desk"), queryset=Site.objects.none(), required=False, empty_label=_("Not said")
    )
    met_at = forms.DateTimeField(
        label=_("When, if not now"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        site = self.fields["site"]
        if isinstance(site, forms.ModelChoiceField):
            site.queryset = Site.objects.filter(closed_on=None)

    def clean_met_at(self) -> dt.datetime | None:
        """Neither to come nor long gone: both are slips of the finger."""
        moment: dt.datetime | None = self.cleaned_data["met_at"]
        if moment is None:
            return None
        if moment > now() + dt.timedelta(minutes=5):
            raise forms.ValidationError(_("This moment is still to come: look at the day and the hour."))
        if moment < now() - OLDEST:
            raise forms.ValidationError(_("This is more than a year ago: look at the day."))
        return moment

    def remembered(self) -> dict[str, str]:
        """What the next form of tonight begins with."""
        given = self.cleaned_data
        return {
            "place": given["place"],
            "area": given["area"],
            "language": given["language"],
            "other_language": given["other_language"],
            "site": str(given["site"].pk) if given["site"] else "",
        }

    def values(self) -> dict[str, Any]:
        """The arguments of the action, without the person."""
        given = dict(self.cleaned_data)
        given["contact_id"] = given.pop("new_id")
        given["language"] = given.pop("other_language") or given["language"]
        given["met_at"] = given["met_at"] or now()
        del given["person"]
        return given
