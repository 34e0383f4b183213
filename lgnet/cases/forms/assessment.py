# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Forms of the assessment and of vulnerabilities."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from lgnet.cases.actions.assessment import choosable_categories
from lgnet.cases.code_lists import EthosCategory, ethos, outcome_domains, vulnerability_categories
from lgnet.cases.forms.fields import DayField, PastDayField, WrittenField
from lgnet.cases.models import Assessment, Vulnerability
from lgnet.cases.models.assessment import Domain
from lgnet.cases.outcomes import REASONS, TYPED, Answer, asked_at, levels
from lgnet.cases.texts import SUMMARY
from lgnet.core.clock import today
from lgnet.core.ids import new_id

NOT_KNOWN = "?"  # before a reason, so that it is never taken for the code of a level
CATEGORIES = {
    EthosCategory.ROOFLESS: _("Roofless"),
    EthosCategory.HOUSELESS: _("Houseless"),
    EthosCategory.INSECURE: _("Insecure housing"),
    EthosCategory.INADEQUATE: _("Inadequate housing"),
    EthosCategory.ADEQUATE: _("Adequate housing"),
}


def language() -> str:
    """The language of the interface, for the labels of the shipped lists."""
    return get_language() or "it"


def _level_choices(domain: str) -> list[Any]:
    if domain == Domain.HOUSING:
        return [
            (name, [(row.code, row.label(language())) for row in ethos() if row.category == category])
            for category, name in CATEGORIES.items()
        ]
    return [(level.code, level.label(language())) for level in levels(domain).values()]


class AssessForm(forms.Form):
    """Where the person stands in each domain: one list a domain, its last entries say why it is not known."""

    assessment_id = forms.UUIDField(widget=forms.HiddenInput)
    moment = forms.ChoiceField(widget=forms.HiddenInput, choices=Assessment.Moment.choices)
    assessed_on = PastDayField(label=_("Assessed on"))
    summary = WrittenField(
        label=_("In a few words"),
        required=False,
        max_length=SUMMARY,
        help_text=_("What matters for the plan; read by everybody who works on cases here."),
    )

    def __init__(
        self, *args: Any, moment: str, last: dict[str, Answer], day: dt.date | None = None, **kwargs: Any
    ) -> None:
        chosen = {domain: self.code_of(answer) for domain, answer in last.items()}
        start = {"assessment_id": new_id(), "moment": moment, "assessed_on": day or today(), **chosen}
        kwargs["initial"] = start
        super().__init__(*args, **kwargs)
        needed, names = asked_at(moment), {row.code: row for row in outcome_domains()}
        reasons = [(NOT_KNOWN + reason.value, reason.label) for reason in REASONS]
        for domain in TYPED:
            levels_of_it = [("", _("Choose")), *_level_choices(domain), (_("Not known, because"), reasons)]
            instrument = names[domain]
            self.fields[domain] = forms.ChoiceField(
                label=instrument.label(language()),
                help_text=instrument.instrument_it if language() == "it" else instrument.instrument_en,
                choices=levels_of_it,
                required=domain in needed,
            )
        self.order_fields(["assessment_id", "moment", "assessed_on", *TYPED, "summary"])

    @staticmethod
    def code_of(answer: Answer) -> str:
        """An answer as the list codes it."""
        return answer.value or (NOT_KNOWN + answer.missing if answer.missing else "")

    def answers(self) -> dict[str, Answer]:
        """What was chosen, by domain."""
        chosen = {domain: self.cleaned_data[domain] for domain in TYPED if self.cleaned_data[domain]}
        return {
            domain: Answer(missing=code[1:]) if code.startswith(NOT_KNOWN) else Answer(code)
            for domain, code in chosen.items()
        }


class VulnerabilityForm(forms.Form):
    """A vulnerability, how sure it is, since when."""

    category = forms.ChoiceField(label=_("Vulnerability"))
    certainty = forms.ChoiceField(
        label=_("How sure is it?"), choices=Vulnerability.Certainty.choices, widget=forms.RadioSelect
    )
    detected_on = PastDayField(label=_("Noticed on"))
    valid_until = DayField(
        label=_("Until"), required=False, help_text=_("If it ends by itself, for example on the due date.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"detected_on": today()}
        super().__init__(*args, **kwargs)
        choices = [
            (row.code, row.label(language()))
            for row in vulnerability_categories()
            if row.code in choosable_categories()
        ]
        self.fields["category"] = forms.ChoiceField(
            label=_("Vulnerability"), choices=[("", _("Choose")), *choices]
        )
        self.order_fields(["category"])
