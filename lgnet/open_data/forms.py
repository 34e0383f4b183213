# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The direction prepares a release."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lgnet.core.ids import new_id
from lgnet.snapshots.models import Snapshot


class ReleaseForm(forms.Form):
    """Of which cut-off, and what to say with it."""

    new_id = forms.UUIDField(widget=forms.HiddenInput)
    snapshot = forms.ChoiceField(label=_("Cut-off"))
    note = forms.CharField(
        label=_("Note for the readers"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Shown beside the figures, for example what changed since the last release."),
    )

    def __init__(self, snapshots: Sequence[Snapshot], *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"new_id": new_id()}
        super().__init__(*args, **kwargs)
        self.snapshots = {str(one.pk): one for one in snapshots}
        choices = [(pk, f"{one.code} ({one.cutoff_on:%d/%m/%Y})") for pk, one in self.snapshots.items()]
        self.fields["snapshot"] = forms.ChoiceField(label=_("Cut-off"), choices=choices)
        self.order_fields(["new_id", "snapshot", "note"])

    def chosen(self) -> Snapshot:
        """The cut-off that was chosen."""
        return self.snapshots[self.cleaned_data["snapshot"]]
