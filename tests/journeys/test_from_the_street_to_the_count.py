# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The whole path: met at the van at night, registered, screened, in charge, planned for, served, closed, counted.

Bruno, Anna and Nadia, each before their own screen; the nation sees one more in each count and never who.
"""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.registering import look_for, register, screen, take_in_charge
from tests.journeys.somebody import PHONE, Somebody

pytestmark = pytest.mark.journey
NAMES = ("Dmytro", "Kovalenko-Hrytsenko", "Дмитро", "Коваленко-Гриценко")


def _figures(nadia: Somebody) -> dict[str, int]:
    """What the nation reads, by the address that explains each figure."""
    nadia.open("/direction/")
    shown = nadia.page.locator("main .ui-figure").evaluate_all(
        "all => all.map(f => [f.querySelector('a').getAttribute('href'), f.querySelector('data').value])"
    )
    return {str(url): int(value) for url, value in shown}


def _meet_and_register(bruno: Somebody) -> str:
    """On the phone, in the dark: a contact without a name, then who it was. Returns the address of the file."""
    bruno.open("/")
    bruno.expect_accessible()
    bruno.follow('main a[href^="/outreach/new/"]')
    bruno.tick("place", "mobile_unit")
    bruno.tick("language", "uk")
    bruno.tick("sex", "M")
    bruno.tick("needs", "basic_needs", "housing")
    bruno.tick("help_given", "food")
    bruno.fill(nickname="Berretto blu", note="Dorme in macchina da tre notti.")
    bruno.expect_accessible()
    bruno.send("#contact", button="button[value=open]")
    bruno.reads("Berretto blu")

    bruno.follow('main a[href^="/people/new/"]')
    look_for(bruno, given_name=NAMES[0], family_name=NAMES[1])
    bruno.expect_accessible()
    own_script = f"{NAMES[2]} {NAMES[3]}"
    register(bruno, native_name=own_script, birth_year="1991", citizenships_0="UA", languages_0="uk")
    bruno.expect_accessible()
    bruno.send('main form[action$="/tie/"]')
    expect(bruno.page.locator("h1")).to_contain_text(NAMES[1])
    bruno.reads(own_script)
    bruno.expect_accessible()
    return bruno.page.url


def _receive(anna: Somebody, file: str) -> None:
    """From the queue: the screening and the taking in charge, to the case."""
    anna.open(file)
    code = anna.page.locator(".desk-code").first.inner_text()
    anna.open("/cases/queue/")
    anna.page.locator("main tr", has_text=code).locator("a").first.click()
    anna.page.locator("#screening").wait_for()
    screen(anna, urgency="2", eligibility="eligible")
    anna.expect_accessible()
    take_in_charge(anna, with_specialist="Paola Neri")
    anna.reads("Anna Parodi", "Paola Neri")
    anna.expect_accessible()


def _assess_and_plan(anna: Somebody, case: str) -> None:
    """The domains, a goal with a step, the agreement, and the plan on paper."""
    anna.open(f"{case}assess/")
    for domain in anna.page.locator('[id^="assessment-"] select').all():
        domain.select_option(index=2)
    anna.send('[id^="assessment-"]')
    anna.open(f"{case}plan/")
    anna.send('main form[action$="/draft/"]')
    anna.follow('main a[href*="/goals/"]')
    anna.field("domain").select_option("housing")
    anna.fill(text="Trovare una stanza in affitto", text_for_person="Знайти кімнату в оренду")
    anna.field("steps-0-text").fill("Telefonare all'agenzia")
    anna.send("#goal-form")
    anna.send("#agree")
    anna.expect_accessible()
    form = anna.page.locator("form.case-print")
    answer = anna.page.request.get(
        anna.address + (form.get_attribute("action") or ""), params={"language": "uk"}
    )
    pdf = answer.body()
    assert answer.headers["content-type"] == "application/pdf" and pdf.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in pdf and re.search(rb"/Marked true", pdf), "the paper is not tagged"


def _work_review_and_close(anna: Somebody, case: str) -> None:
    """One tap for what was done, a note, the review, the end with its outcome."""
    anna.open(case)
    with anna.page.expect_navigation():
        anna.page.locator(".case-quick button").first.click()
    expect(anna.page.locator("#messages")).not_to_be_empty()
    anna.field("text").fill("Prima visita della stanza fissata per giovedì.")
    anna.page.locator("#note-form button[type=submit]").click()
    expect(anna.page.locator("#diary .case-text").first).to_contain_text("giovedì")
    anna.open(f"{case}review/")
    for goal in anna.page.locator('#review-form [name^="goal_"]').all():
        goal.select_option("reached")
    anna.fill(summary="La stanza c'è.")
    anna.send("#review-form")
    anna.open(f"{case}close/")
    anna.field("reason").select_option(index=1)
    radios = anna.page.locator('#closing [name^="goal_"]').all()
    for name in {radio.get_attribute("name") or "" for radio in radios}:
        anna.tick(name, "reached")
    anna.fill(note="Vive in via Prè.")
    anna.expect_accessible()
    anna.send("#closing")
    anna.reads("Chius")
    anna.expect_accessible()


def test_from_the_street_to_the_count(somebody: Callable[..., Somebody]) -> None:
    nadia = somebody("nadia")
    before = _figures(nadia)
    file = _meet_and_register(somebody("bruno", viewport=PHONE, dark=True))
    anna = somebody("anna")
    _receive(anna, file)
    case = anna.page.url
    _assess_and_plan(anna, case)
    _work_review_and_close(anna, case)

    after = _figures(nadia)
    nadia.expect_accessible()
    assert after == {what: value + 1 for what, value in before.items()} and len(after) >= 3, (before, after)
    _expect_no_name(nadia, [file, case])


def _expect_no_name(nadia: Somebody, forbidden: list[str]) -> None:
    """Whatever the nation can open, pages and files, says nothing of who it is."""
    links = "links => links.map(link => String(link.href)).filter(url => url.startsWith('http'))"
    seen, waiting = set[str](), [nadia.page.url]
    while waiting and len(seen) < 40:
        url = waiting.pop(0).split("#")[0]
        if url in seen or not url.startswith(nadia.address) or "logout" in url:
            continue
        seen.add(url)
        answer = nadia.page.request.get(url)
        assert answer.status == 200, f"{url}: {answer.status}"
        text = answer.body().decode(errors="replace")
        assert not [name for name in NAMES if name in text], url
        if len(seen) < 8 and "text/html" in answer.headers["content-type"]:
            nadia.open(url)
            waiting += nadia.page.locator("a[href]").evaluate_all(links)
    for url in forbidden:
        answer = nadia.page.request.get(url)
        assert answer.status in {403, 404} and NAMES[1] not in answer.text(), url
