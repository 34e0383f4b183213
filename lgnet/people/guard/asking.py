# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A form whose words are looked at before they are posted: they stay, the passages are shown, one decides."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy

from lgnet.people.guard import Checked, Warned, seal_of

REASON = 300


class GuardedForm(forms.Form):
    """Name the fields to look at in `guarded`; pass `reason()` to the action and give `warn` what it raises."""

    guarded: tuple[str, ...] = ("text",)
    guard_seal = forms.CharField(widget=forms.HiddenInput, required=False)
    guard_reason = forms.CharField(
        label=gettext_lazy("Why it may stand"),
        required=False,
        max_length=REASON,
        help_text=gettext_lazy(
            "Only if nobody we serve can be recognised. Who moderates reads the reason. Write no name here either."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.warned: Checked | None = None

    def guarded_texts(self) -> list[str]:
        """What was typed into the fields that are looked at."""
        return [str(self.cleaned_data.get(name) or "") for name in self.guarded]

    def reason(self) -> str:
        """Why these very texts may stand; "" where they were not warned of, or were changed since."""
        is_about_these = self.cleaned_data.get("guard_seal") == seal_of(self.guarded_texts())
        return str(self.cleaned_data.get("guard_reason") or "").strip() if is_about_these else ""

    def warn(self, warned: Warned) -> None:
        """Show what was found; the form goes back with everything that was typed."""
        self.warned = warned.checked
        assert isinstance(self.data, QueryDict)  # noqa: S101 - forms of views are bound to what was sent
        data = self.data.copy()
        data["guard_seal"] = seal_of(self.guarded_texts())
        self.data = data
        self.add_error(None, str(warned.reason))
