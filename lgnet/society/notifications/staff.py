# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Letters to staff about what the public wrote; what it says stays in the platform."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter to somebody who answers the public: how many are new, how many late, and where to read them."""

    email: str
    language: str
    new: int
    late: int
    link: str


def inbox(letters: Sequence[Letter]) -> None:
    """Write to each in their language; a letter that cannot be sent stops none of the others."""
    for letter in letters:
        with translation.override(letter.language):
            subject = _("LGNET: messages from the public wait for you")
            body = render_to_string("society/mail/inbox.txt", {"letter": letter})
            send_mail(subject, body, None, [letter.email], fail_silently=True)
