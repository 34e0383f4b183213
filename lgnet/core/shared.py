# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Small values that all web processes share, as Django's cache: attempts to log in, codes of the second step used.

Kept in one table that only the gate reads and writes. Unlike Django's own cache in the database it stores JSON, which
runs nothing when it is read, and digests of keys, which hold addresses of machines. It takes part in the transaction
of the request: whoever counts the same attempts waits until the other has counted. What a library keeps while anybody
but the gate acts stays in the memory of the process: no other role reaches the table.
"""

import hashlib
import json
import time
from collections.abc import Sequence
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.core.cache.backends.locmem import LocMemCache
from django.db import connection

from lgnet.core.rowsecurity import DbRole, current_actor

_ADD = """
insert into core_sharedvalue (key, value, expires_at) values (%s, %s, to_timestamp(%s))
on conflict (key) do update set value = excluded.value, expires_at = excluded.expires_at
where core_sharedvalue.expires_at <= to_timestamp(%s) returning 1
"""
_SET = """
insert into core_sharedvalue (key, value, expires_at) values (%s, %s, to_timestamp(%s))
on conflict (key) do update set value = excluded.value, expires_at = excluded.expires_at
"""
_GET = "select value::text from core_sharedvalue where key = %s and expires_at > to_timestamp(%s)"
_DELETE = "delete from core_sharedvalue where key = %s and expires_at > to_timestamp(%s) returning 1"
_FORGET = "delete from core_sharedvalue where expires_at <= to_timestamp(%s)"


class SharedCache(BaseCache):
    """Django's cache over the table of shared values."""

    def __init__(self, _location: str, params: dict[str, Any]) -> None:
        super().__init__(params)
        self._own = LocMemCache("beside the gate", params)

    def _is_beside_the_gate(self) -> bool:
        actor = current_actor()
        return actor is not None and actor.role is not DbRole.GATE

    def add(
        self, key: str, value: Any, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None
    ) -> bool:
        """Keep a value unless there is one; whether it was kept."""
        if self._is_beside_the_gate():
            return self._own.add(key, value, timeout, version)
        kept: list[str | float] = [
            self._digest(key, version),
            json.dumps(value),
            self._until(timeout),
            time.time(),
        ]
        return bool(_run(_ADD, kept))

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        """The value, unless its time is over."""
        if self._is_beside_the_gate():
            return self._own.get(key, default, version)
        found = _run(_GET, [self._digest(key, version), time.time()])
        return json.loads(found[0][0]) if found else default

    def set(
        self, key: str, value: Any, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None
    ) -> None:
        """Keep a value whatever there was, and forget all those whose time is over."""
        if self._is_beside_the_gate():
            self._own.set(key, value, timeout, version)
            return
        _run(_FORGET, [time.time()])
        _run(_SET, [self._digest(key, version), json.dumps(value), self._until(timeout)])

    def delete(self, key: str, version: int | None = None) -> bool:
        """Forget a value; whether there was one."""
        if self._is_beside_the_gate():
            forget = self._own.delete
            return forget(key, version)
        return bool(_run(_DELETE, [self._digest(key, version), time.time()]))

    def clear(self) -> None:
        """Forget everything."""
        _run("delete from core_sharedvalue", [])

    def _digest(self, key: str, version: int | None) -> str:
        return hashlib.sha256(self.make_key(key, version).encode()).hexdigest()

    def _until(self, timeout: float | None) -> float:
        seconds = self.default_timeout if timeout is DEFAULT_TIMEOUT else timeout
        return float("inf") if seconds is None else time.time() + float(seconds)


def _run(statement: str, values: Sequence[str | float]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, list(values))
        return list(cursor.fetchall()) if cursor.description else []
