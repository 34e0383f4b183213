# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What anybody may do without an account: read the calendar, register, write, ask for the newsletter."""

import uuid
from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from lgnet.core.authz import visitors
from lgnet.core.public_forms import PublicForm, guard
from lgnet.interop.calendars import CONTENT_TYPE
from lgnet.network import editions
from lgnet.society import calendars, queries
from lgnet.society.actions import messages, newsletter, registering
from lgnet.society.actions.messages import Written
from lgnet.society.forms.public import NewsletterForm, OfferForm, RegisterForm, SayForm, StatusForm, VoiceForm
from lgnet.society.links import Purpose, thing_of
from lgnet.society.links import token as token_for
from lgnet.society.pages import public as pages
from lgnet.society.queries import Mine, Shown
from lgnet.ui.public import LANGUAGES, public_page

View = Callable[..., HttpResponse]


def for_visitors(view: View) -> View:
    """A form of visitors: no session is looked at and no cookie set, so a forged post has nothing to use."""
    return csrf_exempt(visitors(require_http_methods(["GET", "HEAD", "POST"])(view)))


def _answer(
    request: HttpRequest, template: str, page: object, *, form: PublicForm | None = None, status: int = 200
) -> HttpResponse:
    """A page that is nobody else's: kept by nobody, found by no search engine."""
    status = form.status if form is not None and status == 200 else status
    answer = render(request, f"society/public/{template}.html", {"page": page}, status=status)
    answer.headers["Cache-Control"] = "private, no-store"
    answer.headers["Referrer-Policy"] = "no-referrer"
    return guard(answer, form) if form is not None else answer


@public_page
def events(request: HttpRequest, lang: str) -> HttpResponse:
    """The calendar of the network."""
    partner = str(request.GET.get("partner", ""))[:50]
    page = pages.events_page(lang, partner=partner, after=str(request.GET.get("after", ""))[:80])
    return render(request, "society/public/events.html", {"page": page})


def _shown_or_404(slug: str, lang: str) -> Shown:
    found = queries.by_slug(slug, lang)
    if found is None:
        raise Http404
    return found


@public_page
def event(request: HttpRequest, lang: str, slug: str) -> HttpResponse:
    """One event."""
    shown = _shown_or_404(slug, lang)
    context = {"page": pages.event_page(lang, shown), "versions": pages.versions(shown)}
    return render(request, "society/public/event.html", context)


@public_page
def rss(request: HttpRequest, lang: str) -> HttpResponse:
    """The calendar for feed readers."""
    text = calendars.feed(lang, LANGUAGES[lang].tag, queries.upcoming(lang))
    return HttpResponse(text, content_type="application/rss+xml; charset=utf-8")


@public_page
def calendar(request: HttpRequest, code: str = "") -> HttpResponse:
    """The calendar to subscribe to, of everybody or of one partner. `?lang=` chooses the language of its words."""
    lang = str(request.GET.get("lang", ""))
    lang = lang if lang in LANGUAGES else "it"
    if code and not editions.local_partners().filter(code=code).exists():
        raise Http404
    content = calendars.calendar(lang, queries.for_calendars(lang, partner=code))
    return HttpResponse(content, content_type=CONTENT_TYPE)


@public_page
def event_calendar(request: HttpRequest, lang: str, slug: str) -> HttpResponse:
    """One event as a file for a calendar."""
    headers = {"Content-Disposition": f'attachment; filename="{slug[:40]}.ics"'}
    content = calendars.calendar(lang, [_shown_or_404(slug, lang)])
    return HttpResponse(content, content_type=CONTENT_TYPE, headers=headers)


@for_visitors
def register(request: HttpRequest, lang: str, slug: str) -> HttpResponse:
    """Ask for a place. Whether the address has registered already is told to its mailbox alone."""
    shown = _shown_or_404(slug, lang)
    if not pages.is_open(shown.event):
        return _answer(request, "done", pages.DonePage("closed"), status=410)
    form = RegisterForm.of(request)
    if form.is_valid():
        given = form.cleaned_data
        asked = registering.register(
            shown=shown, name=given["name"], email=given["email"], language=lang, sending=form.sending
        )
        what = "closed" if asked.verdict == "closed" else "registered"
        return _answer(request, "done", pages.DonePage(what))
    return _answer(request, "register", pages.register_page(lang, shown, form), form=form)


def _mine(purpose: Purpose, token: str, lang: str) -> tuple[uuid.UUID, Mine, Shown] | None:
    """What a link is about, if it is one and still stands."""
    thing = thing_of(purpose, token)
    mine = None if thing is None else queries.my_registration(thing)
    shown = None if mine is None else queries.by_id(mine.event_id, lang)
    return None if thing is None or mine is None or shown is None else (thing, mine, shown)


def _no_link(request: HttpRequest) -> HttpResponse:
    return _answer(request, "done", pages.DonePage("no_link"), status=404)


@for_visitors
def confirm(request: HttpRequest, lang: str, token: str) -> HttpResponse:
    """The link of the letter: a button, because programs that look at mail follow links too."""
    found = _mine(Purpose.CONFIRM, token, lang)
    if found is None:
        return _no_link(request)
    thing, mine, shown = found
    if request.method == "POST":
        registering.confirm(registration=thing)
        mine = queries.my_registration(thing) or mine
    url = reverse("society:mine", args=[lang, token_for(Purpose.MINE, thing)])
    return _answer(request, "mine", pages.mine_page(lang, shown, mine, mine_url=url, thing=thing))


@for_visitors
def mine(request: HttpRequest, lang: str, token: str) -> HttpResponse:
    """One's registration; a post cancels it."""
    found = _mine(Purpose.MINE, token, lang)
    if found is None:
        return _no_link(request)
    thing, own, shown = found
    if request.method == "POST":
        registering.withdraw(registration=thing)
        own = queries.my_registration(thing) or own
    return _answer(request, "mine", pages.mine_page(lang, shown, own, thing=thing))


@for_visitors
def at_door(request: HttpRequest, lang: str, token: str) -> HttpResponse:
    """What the square code shows to whoever does not keep the door: the registration, and nothing to do with it."""
    found = _mine(Purpose.DOOR, token, lang)
    if found is None:
        return _no_link(request)
    thing, own, shown = found
    return _answer(request, "mine", pages.mine_page(lang, shown, own, thing=thing, only_shown=True))


@for_visitors
def say(request: HttpRequest, lang: str, token: str) -> HttpResponse:
    """How it was."""
    found = _mine(Purpose.SAY, token, lang)
    if found is None:
        return _no_link(request)
    thing, own, shown = found
    form = SayForm.of(request)
    page = pages.mine_page(lang, shown, own, thing=thing, form=form)
    if not page.may_say:
        return _answer(request, "done", pages.DonePage("said"))
    if form.is_valid():
        given = form.cleaned_data
        registering.say(
            registration=thing, event=shown.event, rating=int(given["rating"]), words=given["words"]
        )
        return _answer(request, "done", pages.DonePage("said"))
    return _answer(request, "say", page, form=form)


@for_visitors
def offers(request: HttpRequest, lang: str) -> HttpResponse:
    """A home, help, or a situation to report."""
    return _written(request, lang, OfferForm.of(request, initial=_chosen(request)), "offers")


@for_visitors
def feedback(request: HttpRequest, lang: str) -> HttpResponse:
    """Something to say, or a complaint."""
    return _written(request, lang, VoiceForm.of(request, initial=_chosen(request)), "feedback")


def _chosen(request: HttpRequest) -> dict[str, Any]:
    """What a link has chosen already: the city whose page it stands on, and what it is about."""
    return {name: str(request.GET.get(name, ""))[:50] for name in ("partner", "kind")}


def _written(request: HttpRequest, lang: str, form: OfferForm | VoiceForm, template: str) -> HttpResponse:
    if not form.is_valid():
        return _answer(request, template, pages.FormPage(form), form=form)
    given = {name: value for name, value in form.cleaned_data.items() if name in Written.__dataclass_fields__}
    receipt = messages.receive(written=Written(**given, language=lang), sending=form.sending)
    if receipt is None:
        return _answer(request, "done", pages.DonePage("closed"), status=410)
    city = given["partner"].short_name
    return _answer(
        request, "receipt", pages.ReceiptPage(receipt.number, receipt.secret, city, bool(given["email"]))
    )


@for_visitors
def status(request: HttpRequest, lang: str) -> HttpResponse:
    """How far a message is. A wrong code and an unknown number get the same answer."""
    form = StatusForm.of(request)
    if not form.is_valid():
        return _answer(request, "status", pages.status_page(form, None, asked=False), form=form)
    receipt = messages.receipt_as_typed(form.cleaned_data["number"], form.cleaned_data["secret"])
    found = queries.status(receipt.number, messages.secret_index(receipt))
    answer = 200 if found else 404
    return _answer(request, "status", pages.status_page(form, found, asked=True), form=form, status=answer)


@for_visitors
def subscribe(request: HttpRequest, lang: str) -> HttpResponse:
    """Ask for a newsletter."""
    form = NewsletterForm.of(request, initial=_chosen(request))
    if not form.is_valid():
        return _answer(request, "newsletter", pages.FormPage(form), form=form)
    given = form.cleaned_data
    newsletter.subscribe(partner=given["partner"], email=given["email"], language=lang, sending=form.sending)
    return _answer(request, "done", pages.DonePage("subscribing"))


@for_visitors
def confirm_newsletter(request: HttpRequest, lang: str, token: str) -> HttpResponse:
    """The link of the letter."""
    thing = thing_of(Purpose.SUBSCRIBE, token)
    if thing is None:
        return _no_link(request)
    if request.method != "POST":
        return _answer(request, "done", pages.DonePage("confirm_newsletter"))
    done = newsletter.confirm_subscription(subscription=thing)
    return _answer(request, "done", pages.DonePage("subscribed")) if done else _no_link(request)


@for_visitors
def leave(request: HttpRequest, lang: str, token: str) -> HttpResponse:
    """End a newsletter: a mail program posts here by itself (RFC 8058), a person presses the button."""
    thing = thing_of(Purpose.LEAVE, token)
    if thing is None:
        return _no_link(request)
    if request.method != "POST":
        return _answer(request, "done", pages.DonePage("leave"))
    newsletter.unsubscribe(subscription=thing)
    return _answer(request, "done", pages.DonePage("left"))
