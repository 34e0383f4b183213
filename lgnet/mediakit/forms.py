# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is said of an asset, what a product says and where it is shown, what is given to be looked at."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lgnet.core.clock import today
from lgnet.core.ids import new_id
from lgnet.mediakit.actions import Facts, Showing
from lgnet.mediakit.making.designs import SHOWS, Words
from lgnet.mediakit.making.sentences import LANGUAGES
from lgnet.mediakit.models import Kind, Licence, Product, ProductKind, Version
from lgnet.network.models import Site

PICTURES = ".jpg,.jpeg,.png,.webp"
EVERYTHING = f".svg,.pdf,.docx,.pptx,.odt,.odp,.mp4,.webm,.ttf,.otf,.woff2,{PICTURES}"
TO_LOOK_AT = f".pdf,.svg,{PICTURES}"


def _file(label: Any, accept: str, help_text: Any = "", *, required: bool = True) -> forms.FileField:
    widget = forms.FileInput(attrs={"accept": accept})
    return forms.FileField(label=label, help_text=help_text, required=required, widget=widget)


def _day(label: Any, *, required: bool = False, help_text: Any = "") -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=required, widget=widget, help_text=help_text)


class FactsForm(forms.Form):
    """What is said of an asset."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=120)
    alt = forms.CharField(
        label=gettext_lazy("What it shows, for those who do not see it"), max_length=300,
        help_text=gettext_lazy("One sentence: it is read aloud in place of the picture."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    rights_holder = forms.CharField(label=gettext_lazy("Who holds the rights"), max_length=160)
    licence = forms.ChoiceField(label=gettext_lazy("Licence"), choices=Licence.choices, initial=Licence.CC_BY)
    credit = forms.CharField(
        label=gettext_lazy("Credit line"), max_length=200, required=False,
        help_text=gettext_lazy("What is written beside it. Left empty: the holder of the rights and the licence."),
    )  # fmt: skip
    eu_licence_ok = forms.BooleanField(
        label=gettext_lazy("Whoever holds the rights lets the Union use it too, free of charge and for good"),
        required=False,
        help_text=gettext_lazy("Art. 49(6) asks for it: without this it is not published."),
    )
    shows_people = forms.BooleanField(label=gettext_lazy("People can be recognised in it"), required=False)
    release_until = _day(
        gettext_lazy("Until when they allow it"),
        help_text=gettext_lazy("After that day it leaves the public pages by itself. Empty: without an end."),
    )

    def facts(self) -> Facts:
        """As the actions take it."""
        return Facts(**{name: self.cleaned_data[name] for name in Facts.__dataclass_fields__})

    @classmethod
    def of(cls, version: Version, data: Any = None) -> "FactsForm":
        """The form of a draft."""
        return cls(data, initial={name: getattr(version, name) for name in Facts.__dataclass_fields__})


class AssetForm(FactsForm):
    """A new asset: its file, and what is said of it."""

    new_id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    kind = forms.ChoiceField(label=gettext_lazy("What it is"), choices=Kind.choices)
    file = _file(
        gettext_lazy("File"), EVERYTHING,
        gettext_lazy("The source: a drawing (SVG) rather than a picture. Notes of the camera are taken out."),
    )  # fmt: skip
    field_order = ("kind", "file", "title", "alt")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"new_id": new_id()})
        super().__init__(*args, **kwargs)


class FileForm(forms.Form):
    """The file of a next version."""

    file = _file(gettext_lazy("File of the next version"), EVERYTHING)


class ReleaseForm(forms.Form):
    """The release that people signed."""

    file = _file(
        gettext_lazy("Release, signed"), ".pdf,.jpg,.jpeg,.png",
        gettext_lazy("A PDF or a photo of the sheet. It is kept encrypted: only your office reads it."),
    )  # fmt: skip


class WithdrawForm(forms.Form):
    """Why an asset leaves the public."""

    reason = forms.CharField(label=gettext_lazy("Why it is withdrawn"), max_length=300)
    is_release_withdrawn = forms.BooleanField(
        label=gettext_lazy("Somebody in it no longer wants to be shown"), required=False
    )


_LIMITS = {"headline": 120, "text": 3000, "when": 120, "where": 160, "contact": 240}
_LABELS = {
    "headline": gettext_lazy("Headline"),
    "text": gettext_lazy("Text"),
    "when": gettext_lazy("When"),
    "where": gettext_lazy("Where"),
    "contact": gettext_lazy("Contact"),
}
_OTHERWISE = {
    ("signature", "headline"): gettext_lazy("Name"),
    ("signature", "text"): gettext_lazy("Role and office"),
    ("note", "when"): gettext_lazy("Place and day"),
    ("certificate", "text"): gettext_lazy("Line below the headline"),
}


class DesignForm(forms.Form):
    """What a product says, in which language."""

    new_id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    event = forms.UUIDField(widget=forms.HiddenInput, required=False)
    language = forms.ChoiceField(
        label=gettext_lazy("Language"), choices=list(LANGUAGES.items()), initial="it"
    )

    def __init__(self, kind: str, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"new_id": new_id(), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self.kind = kind
        for name in SHOWS[kind]:
            is_long = name == "text" and kind not in {"certificate", "signature"}
            widget = forms.Textarea(attrs={"rows": 5}) if is_long else forms.TextInput()
            self.fields[name] = forms.CharField(
                label=_OTHERWISE.get((kind, name), _LABELS[name]), max_length=_LIMITS[name],
                required=name == "headline", widget=widget,
            )  # fmt: skip

    @property
    def chosen_language(self) -> str:
        """The language that was chosen, or the one that the form begins with."""
        found = str(self.data.get("language", "")) if self.is_bound else str(self.initial.get("language", ""))
        return found if found in LANGUAGES else "it"

    def words(self) -> Words:
        """As the generator takes them; what is too long for its field is cut where the field ends."""
        source = self.data if self.is_bound else self.initial
        return Words(
            **{name: str(source.get(name, ""))[: _LIMITS[name]].strip() for name in SHOWS[self.kind]}
        )


class ShowingForm(forms.Form):
    """Where a product is shown, from when until when."""

    site = forms.ChoiceField(label=gettext_lazy("At which of your places"), required=False)
    place = forms.CharField(
        label=gettext_lazy("Where exactly"), max_length=200, required=False,
        help_text=gettext_lazy("«Entrance hall», or the address of a page."),
    )  # fmt: skip
    shown_from = _day(gettext_lazy("Shown from"))
    shown_until = _day(gettext_lazy("Until"))

    def __init__(
        self, *args: Any, sites: Iterable[Site], product: Product | None = None, **kwargs: Any
    ) -> None:
        if product is not None:
            names = ("place", "shown_from", "shown_until")
            kwargs["initial"] = {name: getattr(product, name) for name in names} | {"site": product.site_id}
        super().__init__(*args, **kwargs)
        self.sites = {str(one.pk): one for one in sites}
        choices = [("", _("None of them")), *((pk, one.name) for pk, one in self.sites.items())]
        self.fields["site"] = forms.ChoiceField(
            label=_("At which of your places"), required=False, choices=choices
        )

    def clean(self) -> dict[str, Any]:
        """It ends after it begins."""
        given = self.cleaned_data
        begins, ends = given.get("shown_from"), given.get("shown_until")
        if ends and not begins:
            self.add_error("shown_from", _("Say from when it is shown."))
        elif ends and begins and ends < begins:
            self.add_error("shown_until", _("It cannot end before it begins."))
        return given

    def showing(self) -> Showing:
        """As the actions take it."""
        given = self.cleaned_data
        site = self.sites.get(given["site"])
        return Showing(site, given["place"], given["shown_from"], given["shown_until"])


class RegisterForm(ShowingForm):
    """Something that was made elsewhere."""

    new_id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    kind = forms.ChoiceField(label=gettext_lazy("What it is"), choices=ProductKind.choices)
    title = forms.CharField(label=gettext_lazy("Title"), max_length=160)
    language = forms.ChoiceField(
        label=gettext_lazy("Language"), choices=list(LANGUAGES.items()), initial="it"
    )
    file = _file(
        gettext_lazy("Its file"), TO_LOOK_AT,
        gettext_lazy("PDF, SVG or picture: it is looked at by the rules of visibility."), required=False,
    )  # fmt: skip
    field_order = ("kind", "title", "file", "language", "site")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"new_id": new_id()})
        super().__init__(*args, **kwargs)


class ProofForm(forms.Form):
    """A photo of a product where it hangs."""

    photo = _file(
        gettext_lazy("Photo"), PICTURES,
        gettext_lazy("Of the product in its place, so that the emblem can be seen. Without faces, if you can."),
    )  # fmt: skip
    taken_on = _day(gettext_lazy("Taken on"), required=True)
    note = forms.CharField(label=gettext_lazy("Note"), max_length=200, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"taken_on": today()})
        super().__init__(*args, **kwargs)

    def clean_taken_on(self) -> Any:
        """Not of a day to come."""
        if self.cleaned_data["taken_on"] > today():
            raise forms.ValidationError(_("The photo cannot be of a day that is still to come."))
        return self.cleaned_data["taken_on"]


class LookForm(forms.Form):
    """What is given to be looked at: a file, or a page of ours."""

    file = _file(
        gettext_lazy("A file"), TO_LOOK_AT,
        gettext_lazy("PDF, PNG, JPEG, WebP or SVG. A PDF with text can be told most about."), required=False,
    )  # fmt: skip
    path = forms.CharField(
        label=gettext_lazy("Or a public page of this site"), max_length=200, required=False,
        help_text=gettext_lazy("Its path, for example /it/media-kit/. Of other sites send a picture."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """One of the two."""
        given = self.cleaned_data
        if bool(given.get("file")) == bool(given.get("path")) and not self.errors:
            self.add_error("file", _("Give a file or a path, one of the two."))
        return given
