# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What somebody outside says is wrong: no name, no address, as little as possible."""

from typing import Any

from django import forms

from lgnet.core.public_forms import PublicForm
from lgnet.directory.actions.telling import TEXT
from lgnet.directory.models import WrongReport
from lgnet.directory.words import say


class ReportForm(PublicForm):
    """Chosen from a list, with a line of text for whoever wants to say more."""

    form_name = "directory.report"
    per_visitor = 10  # a shelter has one connection for many people

    kind = forms.ChoiceField(widget=forms.RadioSelect)
    text = forms.CharField(
        required=False, max_length=TEXT, widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"})
    )

    def __init__(self, *args: Any, language: str = "it", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds: Any = self.fields["kind"]
        kinds.label = say(language, "report.kind")
        kinds.choices = [(code, say(language, f"report.{code}")) for code in WrongReport.Kind.values]
        self.fields["text"].label = say(language, "report.text")
