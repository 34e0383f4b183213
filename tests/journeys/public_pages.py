# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The kinds of pages of the public site, looked at by axe: by a journey a few, by hand all of them.

    python -m tests.journeys.public_pages http://127.0.0.1:8000

opens each kind of page of a running demo in each language, on a telephone and at a desk, light and dark, and writes
what axe finds; docs/evidence/website.md holds the last result.
"""

import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import product

from playwright.sync_api import sync_playwright

from lgnet.ui.public import LANGUAGES
from tests.journeys.somebody import AXE, DESK, PHONE, RULES, Somebody

OF_NEED = ("", "help/", "events/", "feedback/")  # and the page of an event; read in every language
KINDS = (
    *OF_NEED, "network/", "network/genova/", "partners/", "news/", "media-kit/", "offers/", "newsletter/", "numbers/",
    "transparency/", "contacts/", "press/", "accessibility/", "privacy/", "legal/",
)  # fmt: skip
IN_DEMO = ("help/sassari/", "practices/")
FOUND_ON = {"events/": r'href="(/it/events/[^"/]+/)"', "news/": r'href="(/it/(?:network/[^"/]+|news)/[^"/]+/)"',
            "media-kit/": r'href="(/it/media-kit/[0-9a-f-]{36}/)"'}  # fmt: skip


def trouble_on(who: Somebody) -> list[str]:
    """What axe finds on the open page, and whether it scrolls sideways."""
    found = AXE.run(
        who.page, options={"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    )
    told = [f"{one['id']}: {one['nodes'][0]['target']}" for one in found.response["violations"]]
    wide = who.page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1")
    return [*told, *(["scrolls sideways"] if wide else [])]


def kinds_of(who: Somebody) -> list[str]:
    """Every kind of page of a running demo, with one event, one piece of news and one asset that it holds."""
    found = [*KINDS, *IN_DEMO]
    for on, pattern in FOUND_ON.items():
        who.page.goto(f"{who.address}/it/{on}")
        link = re.search(pattern, who.page.content())
        if link:
            found.append(link[1].removeprefix("/it/"))
    return found


def walk(who: Somebody, kinds: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Each page in each language, light and dark, with what is wrong with it."""
    for code, kind in product(LANGUAGES, kinds):
        answer = who.page.goto(f"{who.address}/{code}/{kind}")
        if answer is None or answer.status != 200:
            continue  # not written in this language
        for scheme in ("light", "dark"):
            who.page.emulate_media(color_scheme=scheme)
            yield f"/{code}/{kind} {scheme}", trouble_on(who)


def main(address: str) -> int:
    """Walk over a running demo; the number of pages with trouble."""
    looked, wrong = 0, Counter[str]()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
            args=["--no-sandbox", "--disable-gpu"],
        )
        for size in (PHONE, DESK):
            who = Somebody(browser.new_page(viewport=size), address)
            for name, troubles in walk(who, kinds_of(who)):
                looked += 1
                for trouble in troubles:
                    wrong[trouble] += 1
                    sys.stdout.write(f"{size['width']} {name}: {trouble}\n")
            sys.stdout.writelines(f"{one}\n" for one in who.troubles)
        browser.close()
    sys.stdout.write(f"{looked} pages looked at, {sum(wrong.values())} violations\n")
    return sum(wrong.values())


if __name__ == "__main__":
    sys.exit(1 if main(sys.argv[1]) else 0)
