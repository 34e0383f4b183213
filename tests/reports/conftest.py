# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The stories of reports happen while the third quarter of 2026 is reported, and are told in English."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import time_machine
from django.test import Client
from django.utils import translation
from pytest_django import Settings

from lgnet.network.worker import Worker
from tests.factories.reports import REPORTING

Browser = Callable[[Worker], Client]


@pytest.fixture(autouse=True)
def _in_english_in_october(settings: Settings, tmp_path: Path) -> Iterator[None]:
    settings.MEDIA_ROOT = tmp_path
    with translation.override("en"), time_machine.travel(REPORTING, tick=False):
        yield


@pytest.fixture
def english(browser: Browser) -> Browser:
    """A browser whose pages are in English."""

    def opened(worker: Worker) -> Client:
        client = browser(worker)
        client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
        return client

    return opened
