# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Letters between a partner and the nation about a page. The remark of whoever sends it back stays in the platform."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lgnet.website.telling import Told

SUBJECTS: Mapping[str, Promise] = {
    Told.WAITS: _("LGNET: a page of the site waits for your approval"),
    Told.APPROVED: _("LGNET: your page is public"),
    Told.PLANNED: _("LGNET: your page is approved"),
    Told.SENT_BACK: _("LGNET: your page came back with a comment"),
}
SENTENCES: Mapping[str, Promise] = {
    Told.WAITS: _("%(who)s wants to publish «%(title)s» on the public site and waits for your approval."),
    Told.APPROVED: _("the nation has approved «%(title)s»: it is on the public site."),
    Told.PLANNED: _("the nation has approved «%(title)s»: it goes onto the public site on the day you set."),
    Told.SENT_BACK: _("the nation has sent «%(title)s» back and says why in a comment. Correct it and send it again."),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter about a page: what happened to it, who wrote it, and where to read on."""

    email: str
    language: str
    what: Told
    title: str
    who: str
    link: str


def told(letters: Sequence[Letter]) -> int:
    """Write to each in their language; one that cannot be sent stops none of the others. How many went out."""
    sent = 0
    for letter in letters:
        with translation.override(letter.language):
            sentence = str(SENTENCES[letter.what]) % {"title": letter.title, "who": letter.who}
            body = render_to_string("website/mail/told.txt", {"sentence": sentence, "link": letter.link})
            sent += send_mail(str(SUBJECTS[letter.what]), body, None, [letter.email], fail_silently=True)
    return sent
