# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The direction sets what a module gives, revokes a certificate, looks one up."""

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from lgnet.examinations.models import Exam
from lgnet.recognition.actions import Terms
from lgnet.recognition.models import Award, Certificate, Scheme

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


if TYPE_CHECKING:
    _SchemeField = forms.ModelChoiceField[Scheme]
    _ExamField = forms.ModelChoiceField[Exam]
else:  # generic only for the type checker
    _SchemeField = _ExamField = forms.ModelChoiceField


class SchemeField(_SchemeField):
    """A scheme with its period."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.label(get_language() or 'it')}, {obj.starts_on.year}-{obj.ends_on.year}"


class ExamField(_ExamField):
    """A test by its title."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.title)


class AwardForm(forms.Form):
    """Who signs, which test is asked for, which credits are given."""

    signatory = forms.CharField(label=gettext_lazy("Who signs"), max_length=120)
    signatory_role = forms.CharField(label=gettext_lazy("As what"), max_length=120)
    exam = ExamField(
        label=gettext_lazy("Test that must be passed"),
        queryset=Exam.objects.exclude(state=Exam.State.DRAFT).order_by("title"),
        required=False,
        empty_label=gettext_lazy("No test"),
    )
    scheme = SchemeField(
        label=gettext_lazy("Credits of"),
        queryset=Scheme.objects.filter(unit=Scheme.Unit.CREDITS),
        required=False,
        empty_label=gettext_lazy("No credits"),
    )
    credits = forms.DecimalField(
        label=gettext_lazy("Credits"), min_value=Decimal(0), max_value=Decimal(300), max_digits=6, decimal_places=2,
        required=False, initial=0,
    )  # fmt: skip
    special_credits = forms.DecimalField(
        label=gettext_lazy("Of which on deontology"), min_value=Decimal(0), max_value=Decimal(300), max_digits=6,
        decimal_places=2, required=False, initial=0,
    )  # fmt: skip
    accreditation = forms.CharField(
        label=gettext_lazy("Number of the accreditation"), max_length=60, required=False
    )
    accredited_on = forms.DateField(
        label=gettext_lazy("Accredited on"),
        widget=DAY,
        required=False,
        help_text=gettext_lazy("Nothing is accredited after it began."),
    )

    def __init__(self, *args: Any, award: Award | None = None, **kwargs: Any) -> None:
        if award is not None:
            names = (
                "signatory",
                "signatory_role",
                "credits",
                "special_credits",
                "accreditation",
                "accredited_on",
            )
            kwargs["initial"] = {name: getattr(award, name) for name in names} | {
                "exam": award.exam_id, "scheme": award.scheme_id,
            }  # fmt: skip
        super().__init__(*args, **kwargs)

    def terms(self) -> Terms:
        """What was set."""
        data = self.cleaned_data
        return Terms(
            data["signatory"], data["signatory_role"], data["exam"], data["scheme"], data["credits"] or Decimal(0),
            data["special_credits"] or Decimal(0), data["accreditation"].strip(), data["accredited_on"],
        )  # fmt: skip


class RevokeForm(forms.Form):
    """Why a certificate stands no more."""

    reason = forms.ChoiceField(
        label=gettext_lazy("Why it is revoked"), choices=Certificate.Reason.choices, widget=forms.RadioSelect
    )
    note = forms.CharField(
        label=gettext_lazy("In words"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "Its holder reads this; whoever checks the code reads only that it was revoked."
        ),
    )


class CodeForm(forms.Form):
    """The code of a certificate, and the name on it where somebody wants to check that too."""

    code = forms.CharField(
        label=gettext_lazy("Code on the certificate"), max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )  # fmt: skip
    name = forms.CharField(
        label=gettext_lazy("Name on the certificate"),
        max_length=120,
        required=False,
        help_text=gettext_lazy(
            "We never show the name: type it, and we say whether it is the one on the certificate."
        ),
    )

    def clean_name(self) -> str:
        """The name without signs that a database does not keep."""
        name = str(self.cleaned_data["name"])
        if name and not any(c.isalnum() for c in name):
            raise forms.ValidationError(_("Type the name with letters."))
        return name
