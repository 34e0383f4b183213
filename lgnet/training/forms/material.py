# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Trainers add files, pages and videos, and new versions of them."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lgnet.core.authz import Refused
from lgnet.core.ids import new_id
from lgnet.interop.attachments import KINDS, MEGABYTE, VIDEOS
from lgnet.training.actions import Content
from lgnet.training.actions.materials import checked_captions
from lgnet.training.models import Material

LARGEST_CAPTIONS = MEGABYTE


def _accept(kinds: Any) -> forms.ClearableFileInput:
    return forms.ClearableFileInput(attrs={"accept": ",".join(f".{ending}" for ending in kinds)})


class MaterialForm(forms.Form):
    """What is common to all of them; a new version needs no title and says what changed."""

    new_id = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=new_id)
    title = forms.CharField(label=gettext_lazy("Title"), max_length=200)

    def __init__(self, *args: Any, is_version: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_version:
            del self.fields["title"], self.fields["new_id"]
            self.fields["what_changed"] = forms.CharField(label=_("What has changed"), max_length=200)

    def content(self) -> Content:
        """What was sent."""
        given = self.cleaned_data
        sent: UploadedFile[Any] | None = given.get("file")
        return Content(
            text=given.get("text", ""), name=(sent.name or "") if sent else "",
            blocks=sent.chunks() if sent else (), captions=given.get("captions", ""),
            transcript=given.get("transcript", ""), what_changed=given.get("what_changed", ""),
        )  # fmt: skip


class PageForm(MaterialForm):
    """A page to read."""

    text = forms.CharField(
        label=gettext_lazy("Text"),
        max_length=200_000,
        widget=forms.Textarea(attrs={"rows": 16}),
        help_text=gettext_lazy("A blank line begins a paragraph."),
    )


class FileForm(MaterialForm):
    """A file to take home."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        widget=_accept(KINDS),
        help_text=gettext_lazy("A PDF, a picture, a text document or a spreadsheet, up to 10 MB."),
    )


class VideoForm(MaterialForm):
    """A video with what makes it accessible."""

    file = forms.FileField(
        label=gettext_lazy("Video"),
        widget=_accept(VIDEOS),
        help_text=gettext_lazy("MP4 or WebM, up to 100 MB."),
    )
    captions = forms.FileField(
        label=gettext_lazy("Captions"),
        widget=forms.ClearableFileInput(attrs={"accept": ".vtt"}),
        help_text=gettext_lazy("WebVTT, for who does not hear: without them nobody can watch it."),
    )
    transcript = forms.CharField(
        label=gettext_lazy("Transcript"),
        max_length=200_000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=gettext_lazy("What is said, and what is seen where words do not say it."),
    )

    def clean_captions(self) -> str:
        """The text of the captions, if they are WebVTT."""
        sent: UploadedFile[Any] = self.cleaned_data["captions"]
        if (sent.size or 0) > LARGEST_CAPTIONS:
            raise forms.ValidationError(_("These captions are too long: 1 MB at most."))
        try:
            return checked_captions(sent.read().decode("utf-8-sig"))
        except UnicodeDecodeError:
            raise forms.ValidationError(_("These captions are not written in UTF-8.")) from None
        except Refused as refused:
            raise forms.ValidationError(str(refused.reason)) from None


FORMS: dict[str, type[MaterialForm]] = {
    Material.Kind.FILE: FileForm,
    Material.Kind.PAGE: PageForm,
    Material.Kind.VIDEO: VideoForm,
}
