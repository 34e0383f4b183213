# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The form of a picture of the site: checked before it is opened, cleaned, and told of in words."""

from pathlib import Path
from typing import Any

from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext_lazy as _
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from lgnet.mediakit.files import PICTURES, FileKind, FileRefused, named, sniff
from lgnet.mediakit.files.pictures import cleaned
from lgnet.website.sizes import make_sizes

LONGEST_ALT = 160
ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".avif")


class PictureField(WagtailImageField):  # type: ignore[misc]  # Wagtail carries no types
    """A picture in pixels, upright, in sRGB and with nothing beside its pixels: no place, no notes of the camera."""

    def to_python(self, data: Any) -> Any:
        if data in self.empty_values:
            return None
        self.check_image_file_size(data)
        content = data.read()
        try:
            kind = sniff(content)
            _expect_pixels(kind)
            found = cleaned(content, kind)
        except FileRefused as refused:
            raise forms.ValidationError(str(refused.reason)) from refused
        name = named(data.name, kind)
        return super().to_python(SimpleUploadedFile(name, found.content, kind.content_type))


def _expect_pixels(kind: FileKind) -> None:
    if kind == FileKind.SVG:
        raise FileRefused(_("A drawing (SVG) can hold a program: save it as PNG and send that."))
    if kind not in PICTURES:
        raise FileRefused(_("Pictures of the site are JPEG, PNG or WebP."))


class ImageForm(BaseImageForm):  # type: ignore[misc]  # the same
    """A picture of the site: whoever does not see it reads what is on it, so that must be written."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        said = self.fields["description"]
        said.required = True
        said.label = _("What is on the picture")
        said.help_text = _("In Italian, for whoever does not see it: what matters here, in one sentence.")
        said.widget = forms.TextInput(attrs={"maxlength": LONGEST_ALT})
        if "file" in self.fields:
            former = self.fields["file"]
            self.fields["file"] = PictureField(
                label=_("Picture"), required=former.required, widget=former.widget
            )
            self.fields["file"].help_text = _(
                "JPEG, PNG or WebP, at most 12 MB. The place and the notes of the camera are taken out."
            )

    def clean_description(self) -> str:
        said = str(self.cleaned_data["description"]).strip()
        if (
            said.lower().endswith(ENDINGS)
            or said.lower() == Path(str(self.data.get("title", ""))).stem.lower()
        ):
            raise forms.ValidationError(_("This is the name of a file: say what is on the picture."))
        return said

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("people") == "released" and not str(given.get("release_kept_at", "")).strip():
            self.add_error("release_kept_at", _("Say where the release is kept: it may be asked for."))
        return given

    def save(self, commit: bool = True) -> Any:
        """The sizes that visitors see are made now: they may write nothing."""
        picture = super().save(commit=commit)
        if commit:
            make_sizes(picture)
        return picture
