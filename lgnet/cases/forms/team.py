# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The form that adds somebody to the team of a case."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lgnet.cases.models import CaseMember
from lgnet.network.models import Colleague

PARTS = [choice for choice in CaseMember.Part.choices if choice[0] != CaseMember.Part.MANAGER]


class TeamForm(forms.Form):
    """Who joins the team, and with which part. Whoever is in it already changes part."""

    colleague = forms.ChoiceField(label=_("Colleague"))
    part = forms.ChoiceField(label=_("Part in the team"), choices=[("", _("Choose")), *PARTS])

    def __init__(self, *args: Any, colleagues: Iterable[Colleague], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.colleagues: Mapping[str, Colleague] = {str(colleague.pk): colleague for colleague in colleagues}
        names = [("", _("Choose")), *((pk, colleague.name) for pk, colleague in self.colleagues.items())]
        self.fields["colleague"] = forms.ChoiceField(label=_("Colleague"), choices=names)

    def chosen(self) -> Colleague:
        """The colleague who joins."""
        return self.colleagues[self.cleaned_data["colleague"]]
