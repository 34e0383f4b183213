# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who is told of a directive by mail. Called after the change is committed, with everything the letter says.

A letter says that there is something to read, until when and where; what it is about stays in the platform.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lgnet.directives.models import Directive

_ISSUED: Mapping[str, Promise] = {
    Directive.Kind.KNOW: _("LGNET: circular %(code)s is to be read"),
    Directive.Kind.ACKNOWLEDGE: _("LGNET: circular %(code)s is to be acknowledged"),
    Directive.Kind.ANSWER: _("LGNET: circular %(code)s is to be answered"),
}
_LATE, _DUE = _("LGNET: circular %(code)s is late"), _("LGNET: circular %(code)s is due soon")


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter to a coordinator. `late` counts days, negative before the day; None where it is not a reminder."""

    email: str
    language: str
    code: str
    kind: str
    due_on: dt.date | None
    late: int | None
    link: str


def issued(letters: Sequence[Letter]) -> None:
    """Tell each coordinator, in their language, that something was issued."""
    for letter in letters:
        _send(letter, _ISSUED[letter.kind], "issued")


def reminded(letters: Sequence[Letter]) -> None:
    """Remind each coordinator, in their language, of what is due."""
    for letter in letters:
        _send(letter, _LATE if (letter.late or 0) > 0 else _DUE, "reminder")


def _send(letter: Letter, title: Promise, template: str) -> None:
    """A letter that cannot be sent stops none of the others."""
    with translation.override(letter.language):
        body = render_to_string(f"directives/mail/{template}.txt", {"letter": letter})
        send_mail(str(title) % {"code": letter.code}, body, None, [letter.email], fail_silently=True)
