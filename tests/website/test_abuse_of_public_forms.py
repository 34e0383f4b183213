# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every form that anybody may send, met with what people and programs throw at it: nothing breaks, nothing typed is
lost, the answer is a sentence in the visitor's language, and nothing is stored twice.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import translation
from django.utils.html import escape

from lgnet.core import public_forms
from lgnet.core.clock import now
from lgnet.core.public_forms import stamp
from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.directory.models import WrongReport
from lgnet.network.worker import Worker
from lgnet.society.actions import events
from lgnet.society.links import Purpose, token
from lgnet.society.models import EventFeedback, Message, Registration, Subscription
from lgnet.ui.public import LANGUAGES
from tests.factories.directory import a_service
from tests.factories.society import confirmed, published
from tests.world import World


@dataclass(frozen=True)
class Form:
    """A public form: where it stands, its name, what somebody writes, where the free text goes, what it makes."""

    path: str
    name: str
    given: Mapping[str, str]
    text: str
    model: type[Any]
    taken: int = 200

    def post(self, language: str = "it", *, seconds: Any = 60, **more: Any) -> Any:
        shown = stamp(self.name, at=now() - dt.timedelta(seconds=seconds))
        data = {"stamp": shown, "website": "", **self.given, **more}
        return Client().post(self.path.format(language), data)

    def stored(self, world: World) -> int:
        with acting_as(Actor(DbRole.LOCAL, world.genova.pk, world.dario.user.pk)):
            return int(self.model.objects.count())


WORDS = {"partner": "genova", "words": "Buongiorno", "name": "Piero", "email": "p@example.net", "agree": "on"}
FORMS = ("offers", "feedback", "register", "newsletter", "report", "say")
WITH_TEXT = ("offers", "feedback", "report", "say")


@pytest.fixture
def form(request: pytest.FixtureRequest, world: World, monkeypatch: pytest.MonkeyPatch) -> Form:
    monkeypatch.setattr("django.db.transaction.on_commit", lambda send, robust=False: send())
    return MADE[request.param](world)


def _register(world: World) -> Form:
    path = f"/{{}}/events/{published(world.dario, capacity=None).slug}/register/"
    given = {"name": "Marta", "email": "m@example.net", "agree": "on"}
    return Form(path, "society.register", given, "name", Registration)


def _report(world: World) -> Form:
    service = a_service(world.dario)
    path = f"/{{}}/help/genova/{service.pk}/report/"
    return Form(path, "directory.report", {"kind": "closed", "text": "Era chiuso"}, "text", WrongReport, 302)


def _say(world: World) -> Form:
    event = published(world.dario)
    registration = confirmed(event, "a@example.net")
    with acting_as(world.dario.actor()):
        row = Registration.objects.select_related("event").get(pk=registration)
        events.check_in(by=world.dario, registration=row)
    path = f"/{{}}/registration/{token(Purpose.SAY, registration)}/feedback/"
    return Form(path, "society.say", {"rating": "4", "words": "Bello"}, "words", EventFeedback)


MADE: Mapping[str, Callable[[World], Form]] = {
    "offers": lambda _w: Form("/{}/offers/", "society.offer", WORDS | {"kind": "home"}, "words", Message),
    "feedback": lambda _w: Form("/{}/feedback/", "society.voice", WORDS | {"kind": "complaint"}, "words", Message),
    "newsletter": lambda _w: Form(
        "/{}/newsletter/", "society.newsletter", {"partner": "genova", "email": "n@example.net", "agree": "on"},
        "email", Subscription,
    ),
    "register": _register, "report": _report, "say": _say,
}  # fmt: skip
each = pytest.mark.parametrize("form", FORMS, indirect=True)
each_with_text = pytest.mark.parametrize("form", WITH_TEXT, indirect=True)


def said(sentence: Any, language: str) -> str:
    """A sentence as its page says it."""
    with translation.override(LANGUAGES[language].tag.lower()):
        return escape(str(sentence))


@each
@pytest.mark.parametrize("language", ["it", "ar", "bn", "ur", "zh"])
def test_a_program_that_fills_everything_in_or_is_too_quick_reads_why(
    world: World, form: Form, language: str
) -> None:
    trapped, quick = form.post(language, website="https://casino.example"), form.post(language, seconds=0)

    assert (trapped.status_code, quick.status_code) == (422, 422)
    assert said(public_forms.TRAPPED, language) in trapped.content.decode()
    assert said(public_forms.TOO_QUICK, language) in quick.content.decode()
    assert form.given[form.text] in quick.content.decode()
    assert form.stored(world) == 0


@each
def test_a_double_tap_is_one_thing_and_gets_the_same_answer(world: World, form: Form) -> None:
    page = stamp(form.name, at=now() - dt.timedelta(minutes=1))

    first, second = form.post(stamp=page), form.post(stamp=page)

    assert first.status_code == second.status_code == form.taken
    assert first.content == second.content  # the receipt with its number and code too
    assert form.stored(world) == 1
    links = {line for letter in mail.outbox for line in letter.body.splitlines() if "/confirm/" in line}
    assert len(links) <= 1


@pytest.mark.parametrize("form", ["offers", "feedback", "report"], indirect=True)
def test_another_text_or_another_page_is_another_message(world: World, form: Form) -> None:
    page = stamp(form.name, at=now() - dt.timedelta(minutes=1))

    form.post(stamp=page)
    form.post(stamp=page, **{form.text: "Un’altra cosa"})
    form.post()  # the same words, from a page loaded anew: somebody else may say the same

    assert form.stored(world) == 3


@each_with_text
def test_a_text_of_a_million_characters_is_given_back_with_a_sentence(world: World, form: Form) -> None:
    for language, words in (("it", "non contenga più di"), ("bn", "সর্বোচ্চ"), ("ur", "زیادہ سے زیادہ")):
        answer = form.post(language, **{form.text: "x" * 1_000_000})
        html = answer.content.decode()
        assert answer.status_code == 422
        assert words in html and "x" * 1_000_000 in html
        assert "Ensure this" not in html
    assert form.stored(world) == 0


@each
def test_three_million_characters_are_not_even_read_and_the_page_says_so(world: World, form: Form) -> None:
    answer = form.post("ar", **{form.text: "x" * 3_000_000})

    assert answer.status_code == 400
    assert "النص كله طويل جدا" in answer.content.decode()
    assert 'dir="rtl"' in answer.content.decode()


@each_with_text
def test_what_nobody_sees_goes_and_what_people_write_stays(
    world: World, form: Form, browser: Callable[[Worker], Client]
) -> None:
    people = "می‌خواهم 👩‍👩‍👧 🏠\r\nseconda riga – ¡olé! \u200fعربي"
    answer = form.post(**{form.text: f"\x00\x1b[31m\u202egnp.exe\u2066{people}\x7f"})

    assert answer.status_code == form.taken
    with acting_as(world.dario.actor()):
        row = form.model.objects.get()
        kept = row.words if hasattr(row, "words") else row.text
    flat = " ".join(people.split())
    assert " ".join(kept.split()) == f"[31mgnp.exe{flat}"


@each_with_text
def test_many_links_are_not_taken_and_three_are(world: World, form: Form) -> None:
    spam = " ".join(f"https://casino{n}.example/win" for n in range(8))

    refused = form.post("fr", **{form.text: spam})

    assert refused.status_code == 422
    assert said(public_forms.LINKS, "fr") in refused.content.decode()
    assert "casino7" in refused.content.decode()
    assert form.stored(world) == 0
    assert form.post(**{form.text: "La casa: https://annunci.example/12"}).status_code == form.taken


@each_with_text
def test_markup_is_words_wherever_it_is_read(
    world: World, form: Form, browser: Callable[[Worker], Client]
) -> None:
    markup = "<script>alert(1)</script><img src=x onerror=alert(2)>"

    shown_again = form.post(website="x", **{form.text: markup}).content.decode()
    assert markup not in shown_again and "&lt;script&gt;" in shown_again
    assert form.post(**{form.text: markup}).status_code == form.taken

    staff = browser(world.dario)
    with acting_as(world.dario.actor()):
        row = form.model.objects.get()
    where = {
        Message: f"/society/inbox/{row.pk}/",
        WrongReport: f"/directory/services/{getattr(row, 'service_id', '')}/",
        EventFeedback: f"/society/events/{getattr(row, 'event_id', '')}/",
    }[form.model]
    page = staff.get(where).content.decode()
    assert markup not in page and "&lt;script&gt;alert(1)" in page


@pytest.mark.parametrize("form", ["register", "newsletter", "offers"], indirect=True)
@pytest.mark.parametrize("language", list(LANGUAGES))
def test_an_address_that_is_none_is_said_in_the_visitors_language(
    world: World, form: Form, language: str
) -> None:
    answer = form.post(language, email="a@b\r\nBcc: everybody@example.net")

    assert answer.status_code == 422
    assert ("Enter a valid" in answer.content.decode()) == (language == "en")
    assert ("Una cosa da correggere" in answer.content.decode()) == (language == "it")
    assert ("One thing to correct" in answer.content.decode()) == (language == "en")
    assert not mail.outbox


@each
def test_whoever_sends_very_often_is_asked_to_wait(world: World, form: Form) -> None:
    answers = [form.post(**{form.text: form.given[form.text]}) for _ in range(21)]

    assert answers[-1].status_code in ({429, 200} if form.name == "society.say" else {429})
    stopped = next((one for one in answers if one.status_code == 429), None)
    if stopped is not None:
        assert said(public_forms.TOO_OFTEN, "it") in stopped.content.decode()
        assert stopped.headers["Retry-After"] == "3600"
