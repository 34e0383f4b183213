# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Fixtures of all tests: the database as the restricted role, the world, browsers for its people."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connections
from django.test import Client, override_settings

from lgnet.core.clock import now
from lgnet.core.rowsecurity import GATE, acting_as
from lgnet.network.idle import SEEN_AT
from lgnet.network.worker import Worker
from lgnet.website.keeping import SHELF
from tests.database import TestDatabases
from tests.world import World, find_world


@pytest.fixture(scope="session")
def databases(django_db_blocker: Any) -> TestDatabases:
    """The server of the tests with its template ready."""
    found = TestDatabases()
    with django_db_blocker.unblock():
        found.start()
    return found


@pytest.fixture(scope="session")
def django_db_setup(databases: TestDatabases, django_db_blocker: Any) -> Iterator[None]:
    """A copy of the template for this worker, entered as `lgnet_web`: the role that is bound by row security."""
    name = databases.copy("test")
    connection = connections["default"]
    connection.close()
    connection.settings_dict.update(NAME=name, USER="lgnet_web")
    with django_db_blocker.unblock():
        yield
    connection.close()
    databases.drop(name)


@pytest.fixture
def world(db: None) -> World:
    """Two partners, their people, a stranger and the nation."""
    return find_world()


@pytest.fixture
def browser(db: None) -> Callable[[Worker], Client]:
    """A browser in which somebody has logged in: `browser(world.anna).get(...)`."""

    def logged_in(worker: Worker) -> Client:
        client = Client()
        with acting_as(GATE):
            client.force_login(worker.user)  # type: ignore[arg-type]  # the worker's user is a User at run time
            session = client.session
            session[SEEN_AT] = int(now().timestamp())  # a first click, so that the next one writes no session
            session.save()
        return client

    return logged_in


@pytest.fixture(autouse=True)
def no_page_is_kept_from_another_test() -> Iterator[None]:
    """What a test wrote is rolled back, and with it the number under which pages are kept."""
    yield
    SHELF.clear()


@pytest.fixture(scope="session", autouse=True)
def static_files_as_they_are() -> Iterator[None]:
    """Static files by their own names: the hashed ones exist only after they were collected."""
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    storages = {**settings.STORAGES}
    storages["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(STORAGES=storages):
        yield
