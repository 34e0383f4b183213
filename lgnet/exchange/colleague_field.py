# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A field in which one names a colleague of the network; `colleagues.js` suggests while one writes."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from lgnet.exchange import queries
from lgnet.exchange.queries import Known


class ColleagueField(forms.CharField):
    """A colleague of the whole network, by full name; where two bear it, with where they work in brackets."""

    widget = forms.TextInput(attrs={"data-colleague": "", "autocomplete": "off", "spellcheck": "false"})

    def clean(self, value: Any) -> Known | None:
        """The one who is meant."""
        text = " ".join(str(super().clean(value) or "").split())
        if not text:
            return None
        name, _sign, where = text.removesuffix(")").partition(" (")
        found = [each for each in queries.colleagues(names=[name]) if where in {"", each.organisation}]
        if not found:
            raise forms.ValidationError(
                _("Nobody at work in the network has this name: choose from the list.")
            )
        if len(found) > 1:
            raise forms.ValidationError(_("Several colleagues have this name: choose from the list."))
        return found[0]
