# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A person before a screen: what they do, and what they expect of every screen they see."""

import re
from dataclasses import dataclass, field
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Locator, Page, Response, ViewportSize, expect

PHONE: ViewportSize = {"width": 390, "height": 844}
NARROW: ViewportSize = {"width": 320, "height": 800}
DESK: ViewportSize = {"width": 1280, "height": 900}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = Axe()


@dataclass
class Somebody:
    """A person before a screen. `troubles` is what the browser complained about meanwhile."""

    page: Page
    address: str
    troubles: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.troubles.append(f"{self.page.url}: {error}"))
        self.page.on("response", self._receive)

    def _hear(self, message: ConsoleMessage) -> None:
        """An error in the console: a script that fails, a part that the security policy forbids."""
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.troubles.append(f"{self.page.url}: {message.text}")

    def _receive(self, answer: Response) -> None:
        """Whatever a page is made of must arrive, and nothing may fail on our side."""
        parts = {"stylesheet", "script", "image", "font"}
        if answer.status >= 500 or (answer.status >= 400 and answer.request.resource_type in parts):
            self.troubles.append(f"{answer.url}: {answer.status}")

    def open(self, path: str, *, status: int = 200) -> None:
        """Go to a path and expect this answer."""
        answer = self.page.goto(path if path.startswith("http") else self.address + path)
        assert answer is not None and answer.status == status, f"{path}: {answer and answer.status}"

    def log_in(self, email: str, password: str) -> None:
        """Send the open log-in form."""
        self.fill(login=email, password=password)
        self.send("#log-in")

    def field(self, name: str, *, within: str = "main") -> Locator:
        """The field of this name, as forms name it."""
        return self.page.locator(f'{within} [name="{name}"]').first

    def fill(self, **values: str) -> None:
        """Type into the fields of these names."""
        for name, value in values.items():
            self.field(name).fill(value)

    def tick(self, name: str, *values: str) -> None:
        """Choose radio buttons or boxes by their values; the label is clicked, as a finger does."""
        for value in values:
            box = self.page.locator(f'main [name="{name}"][value="{value}"]').first
            label = self.page.locator(f'main label[for="{box.get_attribute("id")}"]')
            (label if label.count() else box.locator("xpath=ancestor::label")).first.click()
            expect(box).to_be_checked()

    def send(self, form: str, *, button: str = "button[type=submit]", status: int = 200) -> None:
        """Send a form and wait for the next page with this answer."""
        with self.page.expect_response(
            lambda answer: answer.request.resource_type == "document" and answer.status not in range(300, 400)
        ) as found:
            self.page.locator(f"{form} {button}:visible").first.click()
        self.page.wait_for_load_state()
        assert found.value.status == status, f"{found.value.url}: {found.value.status}"

    def follow(self, link: str) -> None:
        """Click a link and wait for the next page."""
        before = self.page.url
        self.page.locator(link).first.click()
        self.page.wait_for_url(lambda url: url != before)

    @property
    def main(self) -> Locator:
        """The content of the page."""
        return self.page.locator("main")

    @property
    def id_in_address(self) -> str:
        """The id of the thing that the open page shows."""
        found = re.search(r"[0-9a-f]{8}-[0-9a-f-]{27}", self.page.url)
        assert found, self.page.url
        return found.group()

    def reads(self, *texts: str) -> None:
        """Expect these words on the page."""
        for text in texts:
            expect(self.page.locator("body")).to_contain_text(text)

    def expect_accessible(self, *, rules: list[str] | None = None) -> None:
        """No axe violation on what is shown now, and no scrolling sideways."""
        only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": RULES}
        results: Any = AXE.run(self.page, options={"runOnly": only, "resultTypes": ["violations"]})
        problems = [
            f"{v['id']} ({v['impact']}): {v['nodes'][0]['target']}" for v in results.response["violations"]
        ]
        assert not problems, f"{self.page.url}: {problems}"
        self.expect_no_sideways_scroll()

    def expect_no_sideways_scroll(self) -> None:
        """Everything is reached by scrolling down alone (WCAG 2.2, 1.4.10)."""
        wide = self.page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1")
        assert not wide, f"{self.page.url} scrolls sideways at {self.page.viewport_size}"
