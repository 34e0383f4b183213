# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A database of the demo with its accounts, entered as the web enters it."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import override_settings

from lgnet.demo.actions import open_accounts
from lgnet.demo.models import DemoMark
from lgnet.network.worker import Worker
from tests.database import TestDatabases, pointed_at


@pytest.fixture(scope="module")
def colleagues(
    databases: TestDatabases, django_db_setup: None, django_db_blocker: Any
) -> Iterator[list[Worker]]:
    """Everybody at work in the demo; requests of the tests meet their database."""
    name = databases.copy("demo")
    with django_db_blocker.unblock():
        with pointed_at(name, "lgnet_owner"):
            DemoMark.objects.create()  # the tests' template has people of its own: the action would refuse
            workers = open_accounts()
        with pointed_at(name, "lgnet_web"), override_settings(DEMO=True):
            yield workers
    databases.drop(name)
