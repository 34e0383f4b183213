# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A running platform on a copy of the template, and people who sit before it."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tests.database import TestDatabases
from tests.environment import ROOT
from tests.world import PASSWORD

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
PHONE: ViewportSize = {"width": 390, "height": 844}
DESK: ViewportSize = {"width": 1280, "height": 900}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, once per worker."""
    if not Path(CHROMIUM).exists():
        pytest.skip(f"no Chromium at {CHROMIUM}: install Debian's package chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def static_files(worker_id: str) -> Path:
    """The static files as production serves them, collected once per worker."""
    home = ROOT / ".lgnet" / "tests" / f"journeys-{worker_id}"
    environment = {**os.environ, "LGNET_STATIC": str(home / "static")}
    command = [sys.executable, "-m", "django", "collectstatic", "--no-input", "--verbosity", "0"]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    return home / "static"


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def platform(databases: TestDatabases, worker_id: str, static_files: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a platform that serves a fresh copy of the world."""
    name = databases.copy(f"journey_{worker_id}")
    port = _free_port()
    environment = {**os.environ, "LGNET_DATABASE": name, "PORT": str(port), "LGNET_STATIC": str(static_files)}
    environment |= {"LGNET_WEB_WORKERS": "1", "LGNET_POOL": "1"}
    with (tmp_path / "web.log").open("wb") as log:
        web = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "-c", "lgnet/config/gunicorn.py"],
            cwd=ROOT,
            env=environment,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_until_ready(f"{address}/status", web)
        yield address
    finally:
        web.terminate()
        web.wait(timeout=20)
        databases.drop(name)


def _wait_until_ready(url: str, web: "subprocess.Popen[bytes]") -> None:
    for _ in range(200):
        if web.poll() is not None:
            raise RuntimeError("the web process ended before it was ready")
        try:
            with urllib.request.urlopen(url, timeout=2):  # noqa: S310 - our own address
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise RuntimeError("the platform did not become ready")


@dataclass
class Somebody:
    """A person before a screen: the page, and what they expect of every screen."""

    page: Page
    address: str

    def open(self, path: str) -> None:
        """Go to a path and expect that it works."""
        answer = self.page.goto(self.address + path)
        assert answer is not None and answer.status < 400, f"{path}: {answer and answer.status}"

    def expect_accessible(self) -> None:
        """No axe violation on what is shown now, and no scrolling sideways."""
        results: Any = Axe().run(self.page, options={"runOnly": {"type": "tag", "values": RULES}})
        problems = [
            f"{v['id']} ({v['impact']}): {v['nodes'][0]['target']}" for v in results.response["violations"]
        ]
        assert not problems, f"{self.page.url}: {problems}"
        wide = self.page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1")
        assert not wide, f"{self.page.url} scrolls sideways"


@pytest.fixture
def somebody(chromium: Browser, platform: str) -> Iterator[Callable[..., Somebody]]:
    """`somebody("anna")` is Anna, logged in; `somebody("anna", viewport=PHONE)` is Anna on her phone."""
    contexts = []

    def sit_down(name: str = "", *, viewport: ViewportSize = DESK, dark: bool = False) -> Somebody:
        context = chromium.new_context(
            viewport=viewport,
            locale="it-IT",
            color_scheme="dark" if dark else "light",
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        person = Somebody(context.new_page(), platform)
        if name:
            person.open("/accounts/login/")
            person.page.locator("input[name=login]").fill(f"{name}@example.org")
            person.page.locator("input[type=password]").fill(PASSWORD)
            person.page.locator("main form button[type=submit]").first.click()
            person.page.wait_for_url(lambda url: "/login" not in url)
        return person

    yield sit_down
    for context in contexts:
        context.close()
