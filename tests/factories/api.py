# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Keys of the tests, and programs that use them."""

from typing import Any

from django.test import Client

from lgnet.api import actions
from lgnet.core.rowsecurity import acting_as
from lgnet.network.worker import Worker


def a_key(by: Worker, *scopes: str, days: int = 30) -> str:
    """A key of somebody's, for these scopes (figures where none is named)."""
    with acting_as(by.actor()):
        return actions.make_token(by=by, name="Prova", scopes=scopes or ("figures",), days=days)[1]


def ask(key: str, path: str, **query: Any) -> Any:
    """What the API answers to a program with this key."""
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    return Client(headers=headers).get(f"/api/v1/{path}", query)
