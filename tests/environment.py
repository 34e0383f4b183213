# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The environment of the tests, set before Django reads its settings. Loaded by `-p tests.environment`."""

import base64
import os
from pathlib import Path

from lgnet.config.translations import compile_changed

ROOT = Path(__file__).resolve().parent.parent


def _key(letter: str) -> str:
    return base64.b64encode(letter.encode() * 32).decode()


os.environ.update(
    {
        "DJANGO_SETTINGS_MODULE": "lgnet.config.settings",
        "LGNET_HOME": os.environ.get("LGNET_TEST_HOME", str(ROOT / ".lgnet" / "tests")),
        "LGNET_SECRET_KEY": "only for tests",
        "LGNET_KEYS": f"test:{_key('k')}",
        "LGNET_INDEX_KEY": _key("i"),
        "LGNET_PSEUDONYM_KEY": _key("p"),
        "LGNET_POOL": "0",
        "LGNET_DEMO": "0",
        "LGNET_DEBUG": "0",
        "LGNET_EMAIL_BACKEND": "django.core.mail.backends.locmem.EmailBackend",
        "LGNET_LOG_LEVEL": "WARNING",
        "DJANGO_ALLOW_ASYNC_UNSAFE": "1",  # the journeys drive Chromium from the thread that asks the database
    }
)
os.environ.pop("DATABASE_URL", None)
compile_changed()  # before Django reads the catalogues
