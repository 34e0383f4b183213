# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Letters about meetings and tasks. They say what is to be looked at and where; the rest stays in the platform."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

INVITED, PLACE, CALLED_OFF, MOVED, TASK = "invited", "place", "called_off", "moved", "task"
APPOINTED = "appointed"
SUBJECTS: Mapping[str, Promise] = {
    INVITED: _("LGNET: you are invited to a meeting"),
    PLACE: _("LGNET: a place is yours"),
    APPOINTED: _("LGNET: you go to a meeting for your partner"),
    CALLED_OFF: _("LGNET: a meeting was called off"),
    MOVED: _("LGNET: a meeting has another day or hour"),
    TASK: _("LGNET: a task is yours"),
}


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter to a colleague; `on` is the day of the meeting or the day a task is due."""

    email: str
    language: str
    kind: str
    on: dt.datetime | dt.date
    link: str


def told(letters: Sequence[Letter]) -> None:
    """Write to each, in their language. A letter that cannot be sent stops none of the others."""
    for letter in letters:
        with translation.override(letter.language):
            body = render_to_string("meetings/mail/told.txt", {"letter": letter})
            send_mail(str(SUBJECTS[letter.kind]), body, None, [letter.email], fail_silently=True)
