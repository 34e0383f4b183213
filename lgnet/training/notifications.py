# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who is told by mail about their training, with the entries of their calendar. Called after the commit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lgnet.interop.calendars import CANCEL, MEDIA_TYPE, REQUEST
from lgnet.training import calendars
from lgnet.training.models import Notice
from lgnet.training.queries.telling import Due

KIND = Notice.Kind
_TITLES: Mapping[str, Promise] = {
    KIND.SEATED: _("LGNET: you have a place in “%(module)s”"),
    KIND.MOVED: _("LGNET: new day or place for “%(module)s”"),
    KIND.CALLED_OFF: _("LGNET: a session of “%(module)s” was called off"),
    KIND.REMINDER: _("LGNET: “%(module)s” is near"),
    KIND.ENDED: _("LGNET: you have no place in “%(module)s”"),
}
_METHODS = {
    KIND.SEATED: REQUEST,
    KIND.MOVED: REQUEST,
    KIND.CALLED_OFF: CANCEL,
    KIND.ENDED: CANCEL,
}


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter to somebody who asked for a place, with everything it says."""

    email: str
    language: str
    kind: str
    due: Due
    link: str


def letters(found: Sequence[Due], address: str) -> list[Letter]:
    """One for each thing to tell."""
    return [
        Letter(
            one.enrolment.colleague.email, one.enrolment.colleague.language, one.kind, one,
            f"{address}/training/modules/{one.enrolment.module_id}/",
        )
        for one in found
    ]  # fmt: skip


def tell(found: Sequence[Letter]) -> None:
    """A letter that cannot be sent stops none of the others."""
    for letter in found:
        with translation.override(letter.language):
            _message(letter).send(fail_silently=True)


def _message(letter: Letter) -> EmailMessage:
    module = letter.due.enrolment.module
    body = render_to_string(
        f"training/mail/{letter.kind}.txt",
        {
            "letter": letter,
            "module": module,
            "sessions": letter.due.sessions,
            "enrolment": letter.due.enrolment,
        },
    )
    title = str(_TITLES[letter.kind]) % {"module": module.title}
    message = EmailMessage(title, body, None, [letter.email])
    method = _METHODS.get(KIND(letter.kind), "")
    if method and letter.due.sessions:
        content = calendars.calendar(
            letter.due.sessions, method=method, organiser=_organiser(), attendee=letter.email
        )
        kind = f"{MEDIA_TYPE}; method={method}; charset=utf-8"
        message.attach("lgnet.ics", content.decode(), kind)
    return message


def _organiser() -> str:
    """The address the platform writes from, without a name."""
    return settings.DEFAULT_FROM_EMAIL.rpartition("<")[2].strip("> ")
