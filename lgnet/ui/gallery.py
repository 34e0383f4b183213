# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sample values for the gallery. The gallery speaks English: it is read by those who build pages."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone

from lgnet.ui.charts import Chart
from lgnet.ui.gallery_charts import gallery_charts
from lgnet.ui.looks import LOOKS, Stage


@dataclass(frozen=True, slots=True)
class SampleVerdict:
    """Stands for what a policy answers."""

    allowed: bool
    reason: str = ""


class SampleForm(forms.Form):
    """One field of each kind."""

    name = forms.CharField(label="Full name", help_text="As the person says it, in any script.")
    email = forms.EmailField(label="E-mail", required=False)
    born = forms.DateField(label="Date of birth", widget=forms.DateInput(attrs={"type": "date"}))
    language = forms.ChoiceField(
        label="Language", choices=[("", "Choose"), ("ar", "العربية"), ("fr", "Français")]
    )
    needs = forms.MultipleChoiceField(
        label="Needs",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("home", "A place to live"), ("work", "Work"), ("doctor", "A doctor")],
    )
    urgency = forms.ChoiceField(
        label="Urgency", widget=forms.RadioSelect, choices=[("low", "Can wait"), ("high", "Cannot wait")]
    )
    note = forms.CharField(label="Note", required=False, widget=forms.Textarea)
    informed = forms.BooleanField(label="The privacy notice was given and explained")


@dataclass(frozen=True, slots=True)
class GalleryPage:
    """All that the gallery shows."""

    form: SampleForm
    form_with_errors: SampleForm
    codes: list[str]
    stages: list[Stage]
    yes: SampleVerdict
    no: SampleVerdict
    now: datetime
    deadlines: list[datetime]
    rows: list[dict[str, Any]]
    charts: list[Chart]


def gallery_page() -> GalleryPage:
    """The gallery as of now."""
    now = timezone.now()
    return GalleryPage(
        form=SampleForm(prefix="empty"),
        form_with_errors=SampleForm(
            {"wrong-email": "no address", "wrong-born": "31/31/1990"}, prefix="wrong"
        ),
        codes=list(LOOKS),
        stages=[
            Stage("Contact", "done", "3 March"),
            Stage("Screening", "done", "5 March"),
            Stage("Taking in charge", "current", "Waiting for the team"),
            Stage("Plan", "todo"),
            Stage("Closure", "todo"),
        ],
        yes=SampleVerdict(True),
        no=SampleVerdict(False, "The assessment is not finished: two of eight domains are still empty."),
        now=now,
        deadlines=[now + timedelta(hours=hours) for hours in (-75, -2, 3, 30, 200)],
        rows=[
            {"name": "Amina D.", "stage": "active", "due": now + timedelta(days=1), "visits": 3},
            {"name": "يوسف الحسن", "stage": "waiting", "due": now - timedelta(days=2), "visits": 12},
            {
                "name": "Oluwaseun Adebayo-Okonkwo",
                "stage": "new",
                "due": now + timedelta(days=9),
                "visits": 0,
            },
        ],
        charts=gallery_charts(now),
    )
