# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Groups, the directory, and how often one is written to."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lgnet.core.ids import new_id
from lgnet.exchange import queries
from lgnet.exchange.colleague_field import ColleagueField
from lgnet.exchange.languages import language_name, languages
from lgnet.exchange.models import DigestChoice, DirectoryEntry, Group
from lgnet.people.guard.asking import GuardedForm

PHONE = re.compile(r"[+\d][\d ./-]{5,28}\d")


class GroupForm(GuardedForm):
    """A working group."""

    guarded = ("name", "purpose")
    new_id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(label=gettext_lazy("Name"), max_length=120)
    purpose = forms.CharField(
        label=gettext_lazy("What it works on"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy(
            "Everybody in the network reads this; discussions are read by the members alone."
        ),
    )

    def __init__(self, *args: Any, group: Group | None = None, **kwargs: Any) -> None:
        begin = {"name": group.name, "purpose": group.purpose} if group else {"new_id": new_id()}
        super().__init__(*args, initial=begin, **kwargs)


class MemberForm(forms.Form):
    """Whom to add to a group."""

    colleague = ColleagueField(
        label=gettext_lazy("Colleague"), help_text=gettext_lazy("Write two letters of the name and choose.")
    )


class DirectoryForm(forms.Form):
    """How one wants to be found."""

    headline = forms.CharField(
        label=gettext_lazy("What you may be asked about"),
        max_length=120,
        help_text=gettext_lazy(
            "In a few words, for example: I follow the registration of residence since 2021."
        ),
    )
    skills = forms.MultipleChoiceField(
        label=gettext_lazy("What you know well"), required=False, widget=forms.CheckboxSelectMultiple
    )
    themes = forms.MultipleChoiceField(
        label=gettext_lazy("Themes you work on"), required=False, widget=forms.CheckboxSelectMultiple
    )
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages you work in"), required=False, widget=forms.CheckboxSelectMultiple
    )
    phone = forms.CharField(
        label=gettext_lazy("Telephone of the office"),
        required=False,
        max_length=30,
        help_text=gettext_lazy("Only a work number. Your work address is shown as well."),
    )

    def __init__(self, *args: Any, entry: DirectoryEntry | None = None, **kwargs: Any) -> None:
        names = ("headline", "skills", "themes", "languages", "phone")
        begin = {name: getattr(entry, name) for name in names} if entry else {}
        kwargs["initial"] = begin
        super().__init__(*args, **kwargs)
        choices = {
            "skills": [(each.code, each.label) for each in queries.skills()],
            "themes": [(each.code, each.label) for each in queries.themes()],
            "languages": languages(),
        }
        for name, known in choices.items():
            field = self.fields[name]
            assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 - tells the type checker
            field.choices = known

    def clean_phone(self) -> str:
        """A number that can be dialled."""
        phone = str(self.cleaned_data["phone"]).strip()
        if phone and not PHONE.fullmatch(phone):
            raise forms.ValidationError(
                _("Write the number with digits and blanks, for example 010 557 0000.")
            )
        return phone


class SoughtForm(forms.Form):
    """Whom one looks for."""

    words = forms.CharField(label=gettext_lazy("Name or words"), required=False, max_length=80)
    skill = forms.ChoiceField(label=gettext_lazy("Skill"), required=False)
    theme = forms.ChoiceField(label=gettext_lazy("Theme"), required=False)
    language = forms.ChoiceField(label=gettext_lazy("Language"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        spoken = sorted(
            ((code, language_name(code)) for code in queries.languages_spoken()), key=lambda p: p[1]
        )
        choices = {
            "skill": [(each.code, each.label) for each in queries.skills()],
            "theme": [(each.code, each.label) for each in queries.themes()],
            "language": spoken,
        }
        for name, known in choices.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 - tells the type checker
            field.choices = [("", _("Any")), *known]


class RhythmForm(forms.Form):
    """How often one wants the digest."""

    rhythm = forms.ChoiceField(
        label=gettext_lazy("A letter that sums it up"),
        choices=DigestChoice.Rhythm.choices,
        widget=forms.RadioSelect,
    )
