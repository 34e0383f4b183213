# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The form of a picture of the site."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.images.forms import BaseImageForm

LONGEST_ALT = 160


class ImageForm(BaseImageForm):  # type: ignore[misc]  # the same
    """A picture of the site: whoever does not see it reads what is on it, so that must be written."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["description"]
        field.required = True
        field.label = _("What is on the picture")
        field.help_text = _("For whoever does not see it: what matters here, in one sentence.")
        field.widget = forms.TextInput(attrs={"maxlength": LONGEST_ALT})

    def clean_description(self) -> str:
        said = str(self.cleaned_data["description"]).strip()
        if said.lower().endswith((".jpg", ".jpeg", ".png", ".webp", ".avif")):
            raise forms.ValidationError(_("This is the name of a file: say what is on the picture."))
        return said
