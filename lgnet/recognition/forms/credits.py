# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A worker enters a course attended elsewhere, with its proof."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy

from lgnet.core.ids import new_id
from lgnet.interop.attachments import KINDS
from lgnet.recognition.actions import Entry
from lgnet.recognition.forms.issuing import DAY, SchemeField
from lgnet.recognition.models import Scheme

ACCEPT = ",".join(f".{ending}" for ending in KINDS)


class CourseForm(forms.Form):
    """A course elsewhere."""

    new_id = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=new_id)
    title = forms.CharField(label=gettext_lazy("Title of the course"), max_length=200)
    body = forms.CharField(label=gettext_lazy("Who held it"), max_length=160)
    ended_on = forms.DateField(label=gettext_lazy("Last day"), widget=DAY)
    hours = forms.DecimalField(
        label=gettext_lazy("Hours"), min_value=Decimal(0), max_value=Decimal(2000), max_digits=6, decimal_places=2,
        required=False,
    )  # fmt: skip
    scheme = SchemeField(
        label=gettext_lazy("Credits of"),
        queryset=Scheme.objects.filter(unit=Scheme.Unit.CREDITS),
        required=False,
        empty_label=gettext_lazy("No credits"),
    )
    credits = forms.DecimalField(
        label=gettext_lazy("Credits"), min_value=Decimal(0), max_value=Decimal(300), max_digits=6, decimal_places=2,
        required=False,
    )  # fmt: skip
    special_credits = forms.DecimalField(
        label=gettext_lazy("Of which on deontology"), min_value=Decimal(0), max_value=Decimal(300), max_digits=6,
        decimal_places=2, required=False,
    )  # fmt: skip
    is_activity = forms.BooleanField(
        label=gettext_lazy("It is an activity recognised as training, not an accredited event"),
        required=False,
    )
    accreditation = forms.CharField(
        label=gettext_lazy("Number of the accreditation"), max_length=60, required=False
    )
    proof = forms.FileField(
        label=gettext_lazy("Proof"),
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": ACCEPT}),
        help_text=gettext_lazy("The certificate you received: only you can open it."),
    )

    def entry(self) -> Entry:
        """What was entered."""
        data = self.cleaned_data
        none = Decimal(0)
        return Entry(
            data["title"].strip(), data["body"].strip(), data["ended_on"], data["hours"] or none, data["scheme"],
            data["credits"] or none, data["special_credits"] or none, data["is_activity"],
            data["accreditation"].strip(),
        )  # fmt: skip


class ProofForm(forms.Form):
    """The proof of a course that was entered without."""

    proof = forms.FileField(
        label=gettext_lazy("Proof"), widget=forms.ClearableFileInput(attrs={"accept": ACCEPT})
    )
