# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who is told by mail that there is a certificate, or that one was revoked; which one stays in the platform."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Letter:
    """To whom, in which language, and where to read on."""

    email: str
    language: str
    link: str


def issued(letters: Sequence[Letter]) -> None:
    """Tell each that a certificate is there."""
    for letter in letters:
        _send(letter, "issued")


def revoked(letter: Letter) -> None:
    """Tell somebody that one of their certificates stands no more."""
    _send(letter, "revoked")


def _send(letter: Letter, template: str) -> None:
    """A letter that cannot be sent stops none of the others."""
    with translation.override(letter.language):
        titles = {
            "issued": _("LGNET: your certificate is ready"),
            "revoked": _("LGNET: a certificate was revoked"),
        }
        body = render_to_string(f"recognition/mail/{template}.txt", {"letter": letter})
        send_mail(titles[template], body, None, [letter.email], fail_silently=True)
