# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who is told of a directive by mail. Called after the change is committed, with everything the letter says."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Letter:
    """A reminder as it is written to a coordinator. `late` counts days: negative before the day."""

    email: str
    name: str
    language: str
    code: str
    subject: str
    due_on: dt.date
    late: int
    link: str


def reminded(letters: Sequence[Letter]) -> None:
    """Write to each coordinator in their language. A letter that cannot be sent stops none of the others."""
    for letter in letters:
        with translation.override(letter.language):
            words = {"code": letter.code, "subject": letter.subject}
            title = (
                _("LGNET: circular %(code)s is late: %(subject)s")
                if letter.late > 0
                else _("LGNET: circular %(code)s is due soon: %(subject)s")
            ) % words
            body = render_to_string("directives/mail/reminder.txt", {"letter": letter})
            send_mail(title, body, None, [letter.email], fail_silently=True)
