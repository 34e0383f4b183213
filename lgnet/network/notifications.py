# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who is told by mail. Called after the change is committed, with everything the letter says."""

import datetime as dt
from dataclasses import dataclass

from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Letter:
    """An invitation as it is written to somebody."""

    email: str
    name: str
    inviter: str
    organisation: str
    link: str
    expires_at: dt.datetime


def invited(letter: Letter) -> None:
    """Send the link by which somebody joins."""
    subject = _("LGNET: %(inviter)s invites you to work together") % {"inviter": letter.inviter}
    send_mail(subject, render_to_string("network/mail/invited.txt", {"letter": letter}), None, [letter.email])
