# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Each role walks to every screen that a link leads to: narrow and wide, light and dark, Italian and English.

Each screen is looked at (axe) narrow, light and in Italian for each role; wide, dark and in English once for all
roles, because it is the same template. No link may lead to a refusal.
"""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import expect

from lgnet.cases.actions.work import write_note
from lgnet.cases.models import CaseMember
from lgnet.core.clock import now
from lgnet.core.rowsecurity import acting_as
from lgnet.outreach.actions import record_contact
from lgnet.outreach.models import Contact
from tests.factories.cases import a_case, an_intake, someone
from tests.factories.casework import a_draft, agreed, done
from tests.factories.directory import a_service
from tests.factories.network import who_logs_in
from tests.factories.society import published as an_event
from tests.journeys.somebody import DESK, NARROW, Somebody
from tests.world import World

pytestmark = pytest.mark.journey
# Whom the world has, and who comes to it for this walk: by role, at whose side they work.
STAFF = ("anna", "bruno", "fabio", "paola", "dario", "amelia", "nadia", "ugo")
OTHERS = {
    "data_protection_officer": "anna", "communications_officer": "anna", "national_communications": "nadia",
}  # fmt: skip
AT_MOST = 30
NO_SCREEN = re.compile(
    r"/(accounts/logout|site-admin|i18n|_ui|status)|/pdf/|\.(csv|xlsx)$|/export/|/problems/"
)
# Words that no Italian page says, and what a template says by mistake.
NOT_ITALIAN = re.compile(
    r"\b(the|and|with|your|Save|Close|Back|Delete|Edit|Next|Yes|Person|Cases|Notes|Log in|None|True|False|"
    r"undefined|null|NaN|Invalid)\b|\{\{|\{%|%\(\w+\)s"
)
LOOKED_AT: set[str] = set()


@pytest.fixture(scope="module")
def named() -> dict[str, str]:
    """The log-in names by role: the module's people are made once."""
    return {name: name for name in STAFF}


@pytest.fixture
def people(behind: Callable[[], AbstractContextManager[World]], named: dict[str, str]) -> dict[str, str]:
    """The log-in names by role, after everybody was given something to see."""
    if len(named) == len(STAFF):
        with behind() as world:
            _fill(world)
            for role, beside in OTHERS.items():
                worker = who_logs_in(getattr(world, beside).organisation, f"Delia {role}", role)
                named[role] = str(worker.user.email).split("@")[0]
    return named


def _fill(world: World) -> None:
    """A contact, somebody who waits, a case with a plan, a note and something done; for the public, an event."""
    by = world.anna
    with acting_as(by.actor()):
        person = someone(by, "Олена", native_name="Олена", languages=("uk",), needs_interpreter=True)
        record_contact(
            by=by,
            met_at=now(),
            place=Contact.Place.STATION,
            area="Brignole",
            nickname="Sorriso",
            person=person,
        )
        an_intake(by, hours_ago=200, urgency=2)
        case = a_case(by, person, team=[(world.paola.user, CaseMember.Part.LEGAL)], urgency=2)
        agreed(by, a_draft(by, case, "Trovare una stanza", "Rinnovare il permesso"))
        done(by, case)
        write_note(by=by, case=case, text="È venuta con la sorella.")
    an_event(world.dario)
    a_service(world.dario, "Sportello del mattino")


def _kind(url: str) -> str:
    """The address without what changes from row to row."""
    path = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "<id>", url.split("?")[0])
    path = re.sub(r"(/partners|/indicators|/work)/[^/]+/", r"\1/<code>/", path)
    return re.sub(r"/targets/[^/]+/", "/targets/<code>/", path)


def _links(who: Somebody) -> list[str]:
    found = who.page.locator("a[href]:not([download])").evaluate_all(
        "links => links.map(link => new URL(link.getAttribute('href'), location.href).href)"
    )
    return [str(url).split("#")[0] for url in found]


def _italian_words(who: Somebody) -> str:
    """What is read on the page, without what says of itself that it is English."""
    words = who.page.locator("body").inner_text()
    for english in who.page.locator("main [lang=en]").all_inner_texts():
        words = words.replace(english, "")
    return words


def _look(who: Somebody, kind: str) -> None:
    """The screen on a phone by day in Italian; at a desk by night in English where nobody looked before."""
    words = _italian_words(who)
    found = NOT_ITALIAN.search(words)
    assert not found, f"{who.page.url}: {words[max(0, found.start() - 40) : found.end() + 20]!r}"
    expect(who.page.locator("footer .ui-eu img")).to_be_visible()
    expect(who.page.locator("footer")).to_contain_text("Cofinanziato dall'Unione europea")
    who.expect_accessible()
    if kind in LOOKED_AT:
        return
    LOOKED_AT.add(kind)
    who.page.set_viewport_size(DESK)
    who.expect_no_sideways_scroll()
    who.page.emulate_media(color_scheme="dark")
    who.page.context.add_cookies([{"name": "django_language", "value": "en", "url": who.address}])
    who.open(who.page.url)
    who.page.context.clear_cookies(name="django_language")
    expect(who.page.locator("html")).to_have_attribute("lang", "en")
    expect(who.page.locator("footer")).to_contain_text("Co-funded by the European Union")
    who.expect_accessible()
    who.page.emulate_media(color_scheme="light")
    who.page.set_viewport_size(NARROW)
    who.expect_no_sideways_scroll()


@pytest.mark.parametrize("role", [*STAFF, *OTHERS])
def test_every_screen_of_a_role(somebody: Callable[..., Somebody], people: dict[str, str], role: str) -> None:
    who = somebody(people[role], viewport=NARROW)
    seen, waiting, problems = set[str](), [who.address + "/"], list[str]()
    while waiting and len(seen) < AT_MOST:
        url = waiting.pop(0)
        kind = _kind(url)
        if kind in seen or not url.startswith(who.address) or NO_SCREEN.search(url):
            continue
        seen.add(kind)
        try:
            who.open(url)
            waiting += _links(who)
            _look(who, kind)
        except AssertionError as problem:  # all of them at once: one walk tells a whole list
            problems.append(str(problem)[:600])
            who.page.set_viewport_size(NARROW)
            who.page.emulate_media(color_scheme="light")
    assert not problems, "\n".join(problems)
    assert len(seen) >= 6, seen
