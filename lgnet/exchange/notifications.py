# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Letters of the exchange. They say that there is something to read and where; what it says stays in the platform."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lgnet.exchange.models import Notice

SUBJECTS: Mapping[str, Promise] = {
    Notice.Kind.MENTION: _("LGNET: a colleague mentions you"),
    Notice.Kind.HIDDEN: _("LGNET: a post of yours was hidden"),
    Notice.Kind.GROUP: _("LGNET: you belong to a working group"),
}


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter to a colleague about one thing."""

    email: str
    language: str
    kind: str
    link: str


@dataclass(frozen=True, slots=True)
class News:
    """A line of the digest: a title that the guard found plain, or only the theme."""

    words: str
    theme: str
    replies: int
    link: str


@dataclass(frozen=True, slots=True)
class Digest:
    """A letter that sums up what is new in what somebody follows."""

    email: str
    language: str
    since: dt.datetime
    news: Sequence[News]
    choice_link: str


def told(letters: Sequence[Letter]) -> None:
    """Write to each colleague, in their language. A letter that cannot be sent stops none of the others."""
    for letter in letters:
        with translation.override(letter.language):
            body = render_to_string("exchange/mail/told.txt", {"letter": letter})
            send_mail(str(SUBJECTS[letter.kind]), body, None, [letter.email], fail_silently=True)


def summed_up(digest: Digest) -> None:
    """Send somebody their digest."""
    with translation.override(digest.language):
        body = render_to_string("exchange/mail/digest.txt", {"digest": digest})
        send_mail(
            str(_("LGNET: what is new in what you follow")), body, None, [digest.email], fail_silently=True
        )
