# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who is told by mail that their test is marked; the result stays in the platform."""

from dataclasses import dataclass

from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Letter:
    """To whom, in which language, and where the result is."""

    email: str
    language: str
    link: str


def marked(letter: Letter) -> None:
    """Tell somebody that the result is there."""
    with translation.override(letter.language):
        body = render_to_string("examinations/mail/marked.txt", {"letter": letter})
        send_mail(_("LGNET: your test is marked"), body, None, [letter.email], fail_silently=True)
