# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who is written that services wait to be confirmed or were reported wrong; which ones stays in the platform."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Letter:
    """To whom, in which language, where to go, and how many services or contacts wait to be confirmed."""

    email: str
    language: str
    link: str
    stale: int
    reports: int
    contacts: int = 0


def waiting(letters: Sequence[Letter]) -> None:
    """Write to each; a letter that cannot be sent stops none of the others."""
    for letter in letters:
        with translation.override(letter.language):
            body = render_to_string("directory/mail/waiting.txt", {"letter": letter})
            send_mail(_("LGNET: are your services still so?"), body, None, [letter.email], fail_silently=True)
