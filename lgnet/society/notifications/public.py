# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Letters to people without an account, plain and in their language. Nothing in them tells who reads them."""

import uuid
from collections.abc import Sequence

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from lgnet.society import squares
from lgnet.society.links import Purpose, token
from lgnet.society.models import Issue, Registration
from lgnet.society.moments import span
from lgnet.society.queries import Shown
from lgnet.ui.public import DEFAULT, LANGUAGES


def spoken(language: str) -> str:
    """The catalogue of a language of visitors; Italian where there is none."""
    return LANGUAGES.get(language, DEFAULT).tag.lower()


def confirm(email: str, language: str, shown: Shown, registration: uuid.UUID) -> None:
    """Ask whether it was really them who wanted to come."""
    with translation.override(spoken(language)):
        subject = _("Please confirm: %(event)s") % {"event": shown.title}
        said = _("you, or somebody with your address, asked for a place at this event:")
        then = _(
            "To confirm, open this link within three days. Otherwise nothing happens and we forget the address:"
        )
        _send(
            email,
            subject,
            said,
            _event(shown),
            then,
            _link("confirm", language, Purpose.CONFIRM, registration),
        )


def known(email: str, language: str, shown: Shown, registration: uuid.UUID) -> None:
    """This address has registered already: only whoever reads its mail learns that."""
    with translation.override(spoken(language)):
        subject = _("You are registered already: %(event)s") % {"event": shown.title}
        said = _("somebody asked for a place with your address, which has registered already:")
        _send(email, subject, said, _event(shown), *_mine(language, registration))


def placed(email: str, language: str, shown: Shown, registration: Registration, online_url: str) -> None:
    """They have a place, with the code for the door."""
    with translation.override(spoken(language)):
        subject = _("You have a place: %(event)s") % {"event": shown.title}
        code = _("Your code for the door: %(code)s") % {"code": registration.code}
        where = [_("To take part, open: %(link)s") % {"link": online_url}] if online_url else []
        _send(
            email, subject, _("you have a place at this event:"), _event(shown), code, _square(shown), *where,
            *_mine(language, registration.pk), square=registration.pk if shown.event.place else None,
        )  # fmt: skip


def waits(email: str, language: str, shown: Shown, registration: Registration) -> None:
    """All places are taken; they come as soon as somebody cancels."""
    with translation.override(spoken(language)):
        subject = _("You are on the waiting list: %(event)s") % {"event": shown.title}
        said = _("all places at this event are taken. You are on the waiting list, in the order of arrival:")
        then = _("As soon as a place is free we write to you.")
        _send(email, subject, said, _event(shown), then, *_mine(language, registration.pk))


def moved(email: str, language: str, shown: Shown, registration: Registration) -> None:
    """Another hour or another place."""
    with translation.override(spoken(language)):
        subject = _("Changed: %(event)s") % {"event": shown.title}
        said = _("an event for which you registered has changed. This holds now:")
        _send(email, subject, said, _event(shown), *_mine(language, registration.pk))


def cancelled(email: str, language: str, shown: Shown, reason: str) -> None:
    """It does not take place."""
    with translation.override(spoken(language)):
        subject = _("Cancelled: %(event)s") % {"event": shown.title}
        _send(
            email, subject, _("an event for which you registered does not take place:"), _event(shown), reason
        )


def reminder(email: str, language: str, shown: Shown, registration: Registration, online_url: str) -> None:
    """Tomorrow."""
    with translation.override(spoken(language)):
        subject = _("Tomorrow: %(event)s") % {"event": shown.title}
        code = _("Your code for the door: %(code)s") % {"code": registration.code}
        where = [_("To take part, open: %(link)s") % {"link": online_url}] if online_url else []
        _send(
            email, subject, _("we expect you tomorrow:"), _event(shown), code, _square(shown), *where,
            *_mine(language, registration.pk), square=registration.pk if shown.event.place else None,
        )  # fmt: skip


def how_was_it(email: str, language: str, shown: Shown, registration: uuid.UUID) -> None:
    """Thanks, and a question."""
    with translation.override(spoken(language)):
        subject = _("How was it? %(event)s") % {"event": shown.title}
        said = _("thank you for coming. Two questions, without your name:")
        _send(email, subject, said, _link("say", language, Purpose.SAY, registration))


def received(email: str, language: str, number: str, secret: str) -> None:
    """What they wrote has arrived; with number and code they read the answer."""
    with translation.override(spoken(language)):
        subject = _("We have received your message %(number)s") % {"number": number}
        codes = _("Number: %(number)s. Secret code: %(code)s") % {"number": number, "code": secret}
        _send(
            email, subject, _("we have received your message. With these two you read our answer:"), codes,
            _at("society:status", language),
        )  # fmt: skip


def answered(email: str, language: str, number: str) -> None:
    """An answer is there; what it says stays on the page."""
    with translation.override(spoken(language)):
        subject = _("Our answer to your message %(number)s") % {"number": number}
        said = _("we have answered you. Read it with the number and the secret code that you have:")
        _send(email, subject, said, _at("society:status", language))


def confirm_subscription(email: str, language: str, sender: str, subscription: uuid.UUID) -> None:
    """Ask whether it was really them who want the newsletter."""
    with translation.override(spoken(language)):
        subject = _("Please confirm: newsletter of %(sender)s") % {"sender": sender}
        said = _("you, or somebody with your address, asked for the newsletter of %(sender)s.") % {
            "sender": sender
        }
        then = _(
            "To confirm, open this link within seven days. Otherwise nothing comes and we forget the address:"
        )
        _send(
            email, subject, said, then, _link("confirm_newsletter", language, Purpose.SUBSCRIBE, subscription)
        )


def subscribed(email: str, language: str, sender: str, subscription: uuid.UUID) -> None:
    """This address has the newsletter already."""
    with translation.override(spoken(language)):
        subject = _("You have the newsletter already: %(sender)s") % {"sender": sender}
        said = _("somebody asked for the newsletter with your address, which has it already. To end it:")
        _send(email, subject, said, _link("leave", language, Purpose.LEAVE, subscription))


def issue(issue: Issue, letters: Sequence[tuple[str, uuid.UUID]]) -> None:
    """One letter each, with the headers by which mail programs offer to end it (RFC 2369, RFC 8058)."""
    with translation.override(spoken(issue.language)):
        for email, subscription in letters:
            leave = _link("leave", issue.language, Purpose.LEAVE, subscription)
            foot = _("You get this because you asked %(sender)s for it. To end it with one click:") % {
                "sender": issue.partner.short_name
            }
            headers = {
                "List-Unsubscribe": f"<{leave}>",
                "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            }
            body = f"{issue.body}\n\n-- \n{foot}\n{leave}\n"
            EmailMessage(issue.subject, body, None, [email], headers=headers).send(fail_silently=True)


def _event(shown: Shown) -> str:
    event = shown.event
    when, place = span(event.starts_at, event.ends_at), event.place or _("Online")
    return f"{shown.title}\n{when}\n{place}\n{event.partner.short_name}, {event.contact}"


def _square(shown: Shown) -> str:
    """Online there is no door."""
    return shown.event.place and _("The square code in this letter says the same: show it at the door.")


def _mine(language: str, registration: uuid.UUID) -> tuple[str, str]:
    said = _("To see your registration, or to cancel it so that somebody else gets the place:")
    return said, _link("mine", language, Purpose.MINE, registration)


def _link(page: str, language: str, purpose: Purpose, thing: uuid.UUID) -> str:
    return _at(f"society:{page}", language, token(purpose, thing))


def _at(name: str, language: str, *more: str) -> str:
    code = language if language in LANGUAGES else DEFAULT.code
    return f"{settings.SITE_ADDRESS}{reverse(name, args=[code, *more])}"


def _send(email: str, subject: str, *parts: str, square: uuid.UUID | None = None) -> None:
    """A letter that cannot be sent stops nothing: the page has said all that matters. `square`: with its door code."""
    foot = _("LGNET, network for rapid response and inclusion")
    body = "\n\n".join([pgettext("to visitors", "Hello,"), *(part for part in parts if part), foot])
    letter = EmailMessage(" ".join(subject.split()), body + "\n", None, [email])
    if square is not None:
        letter.attach("lgnet-door.png", squares.file(squares.door_address(square)), "image/png")
    letter.send(fail_silently=True)
