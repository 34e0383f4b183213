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
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, StorageState, ViewportSize, sync_playwright

from tests.database import TestDatabases, pointed_at
from tests.environment import ROOT
from tests.journeys.somebody import DESK, Somebody
from tests.world import PASSWORD, World, find_world

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


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


@pytest.fixture(scope="session")
def platform(databases: TestDatabases, static_files: Path) -> Iterator[str]:
    """The address of a platform that serves a copy of the world, once per worker.

    Stories share it: each brings its own people and counts what it added, and none changes the world's staff.
    """
    name = databases.copy("journey")
    port = _free_port()
    environment = {**os.environ, "LGNET_DATABASE": name, "PORT": str(port), "LGNET_STATIC": str(static_files)}
    environment |= {"LGNET_WEB_WORKERS": "1", "LGNET_POOL": "1"}
    with (static_files.parent / "web.log").open("wb") as log:
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


@pytest.fixture
def behind(
    platform: str, worker_id: str, django_db_blocker: Any
) -> Callable[[], AbstractContextManager[World]]:
    """`with behind() as world:` prepares what a story begins with, in the database that the platform serves."""

    @contextmanager
    def opened() -> Iterator[World]:
        with django_db_blocker.unblock(), pointed_at(f"journey_{worker_id}", "lgnet_web"):
            yield find_world()

    return opened


@pytest.fixture(scope="session")
def seats(platform: str) -> dict[str, StorageState]:
    """The cookies of those who have logged in already: the log-in itself is a story of its own."""
    return {}


@pytest.fixture
def somebody(
    chromium: Browser, platform: str, seats: dict[str, StorageState]
) -> Iterator[Callable[..., Somebody]]:
    """`somebody("anna")` is Anna, logged in; `viewport=PHONE`, `dark=True`, `fresh=True` (logs in by the form)."""
    people: list[Somebody] = []

    def sit_down(
        name: str = "", *, viewport: ViewportSize = DESK, dark: bool = False, fresh: bool = False
    ) -> Somebody:
        known = None if fresh else seats.get(name)
        scheme: Literal["dark", "light"] = "dark" if dark else "light"
        context = chromium.new_context(
            viewport=viewport, locale="it-IT", color_scheme=scheme, storage_state=known
        )
        context.set_default_timeout(10_000)
        person = Somebody(context.new_page(), platform)
        people.append(person)
        if name and known is None:
            person.open("/accounts/login/")
            person.log_in(f"{name}@example.org", PASSWORD)
            if not fresh:
                seats[name] = context.storage_state()
        return person

    yield sit_down
    troubles = [trouble for person in people for trouble in person.troubles]
    for person in people:
        person.page.context.close()
    assert not troubles, troubles
