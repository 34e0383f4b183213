# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who is told of a practice by mail. Called after the change is committed; what it is about stays in the platform."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

CONFIRM = "confirm"
SUBJECTS: Mapping[str, Promise] = {
    "asked": _("LGNET: a question about your practice"),
    "answered": _("LGNET: an answer to your question about a practice"),
    "approved": _("LGNET: your practice was approved"),
    "sent_back": _("LGNET: your practice came back with remarks"),
    "taken_up": _("LGNET: a partner takes up your practice"),
    "ended": _("LGNET: what came of your practice at another partner"),
    CONFIRM: _("LGNET: are your practices still so?"),
}
SENTENCES: Mapping[str, Promise] = {
    "asked": _("the partner that reviews your practice asks you something."),
    "answered": _("the author of the practice that you review has answered you."),
    "approved": _("the partner that reviewed your practice approves it. Now you can publish it."),
    "sent_back": _("the partner that reviewed your practice says what is missing."),
    "taken_up": _("another partner begins to work like you, with the steps of your card."),
    "ended": _("the partner that took up your practice tells you how it went."),
    CONFIRM: _(
        "some of your practices were last confirmed almost a year ago or more. Are they still as the card tells?"
    ),
}


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter to a coordinator: what it is about, and where to read it."""

    email: str
    language: str
    what: str
    link: str


def told(letters: Sequence[Letter]) -> None:
    """Write to each coordinator in their language; a letter that cannot be sent stops none of the others."""
    for letter in letters:
        with translation.override(letter.language):
            context = {"sentence": SENTENCES[letter.what], "link": letter.link}
            body = render_to_string("practices/mail/told.txt", context)
            send_mail(str(SUBJECTS[letter.what]), body, None, [letter.email], fail_silently=True)
