# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The form with which a key is made."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lgnet.api.models import Scope
from lgnet.api.policies import scopes_for
from lgnet.network.worker import Worker

DAYS = [("30", _("30 days")), ("90", _("90 days")), ("365", _("One year"))]


class TokenForm(forms.Form):
    """What the key is for, what it reads, how long it lasts."""

    name = forms.CharField(
        label=_("What the key is for"),
        max_length=80,
        help_text=_(
            "For example the program that will use it, so that everybody knows which one to withdraw."
        ),
    )
    scopes = forms.MultipleChoiceField(label=_("It may read"), widget=forms.CheckboxSelectMultiple)
    days = forms.TypedChoiceField(
        label=_("It lasts"), choices=DAYS, coerce=int, initial="90", widget=forms.RadioSelect
    )

    def __init__(self, by: Worker, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered: Any = self.fields["scopes"]
        offered.choices = [(scope.value, scope.label) for scope in scopes_for(by)]
        offered.initial = [Scope.FIGURES.value]
