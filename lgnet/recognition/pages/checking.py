# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the public check shows: whether it stands, never whose it is."""

from dataclasses import dataclass

from django.forms import Form
from django.utils.translation import get_language

from lgnet.recognition.actions import Checked
from lgnet.recognition.models import Certificate
from lgnet.recognition.pages.files import number


@dataclass(frozen=True, slots=True)
class CheckPage:
    """The form, and the answer where there is one."""

    form: Form
    found: Checked | None
    code: str
    mode: str
    hours: tuple[str, str]
    credits: str
    outcome: str


def check_page(form: Form, found: Checked | None, code: str) -> CheckPage:
    """No query."""
    language = get_language() or "it"
    is_known = found is not None and found.verdict in {"valid", "revoked"}
    if found is None or not is_known:
        return CheckPage(form, found, code, "", ("", ""), "", "")
    scheme = found.scheme_it if language.startswith("it") else found.scheme_en
    hours = [
        number(value, language) if value is not None else ""
        for value in (found.hours_attended, found.hours_planned)
    ]
    return CheckPage(
        form=form,
        found=found,
        code=code,
        mode=str(Certificate.Mode(found.mode).label),
        hours=(hours[0], hours[1]),
        credits=f"{number(found.credits, language)} ({scheme})" if found.credits else "",
        outcome=str(Certificate.Outcome(found.outcome).label) if found.outcome else "",
    )
