# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the forms of data quality accept."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lgnet.quality.checks import Check
from lgnet.quality.models import Dismissal


class DismissForm(forms.Form):
    """Why a miss stays: one of the reasons that its check knows."""

    reason = forms.ChoiceField(label=_("Why it stays"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, check: Check, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["reason"]
        field.choices = [choice for choice in Dismissal.REASONS if choice[0] in check.reasons]
