# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""How far a run is, told while its transaction is still open: by a connection of its own.

The run's own transaction holds a lock in PostgreSQL as long as it lives, so that a run whose worker was killed
is told apart from one that is slow.
"""

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import DEFAULT_DB_ALIAS, connection, connections

from lgnet.core.clock import now
from lgnet.core.rowsecurity import Actor

_LOCK = "hashtextextended('imports.run:' || %s, 0)"
_BECOME = "select set_config('role', %s, true), set_config('app.partner', %s, true), set_config('app.user', %s, true)"
_TELL = "update imports_importrun set rows_done = %s, beat_at = %s where id = %s"
_STEPS_HELD = """
select count(distinct n) from generate_series(1, %s) n
cross join lateral (select hashtextextended('imports.undo:' || %s || ':' || n, 0) as key) step
join pg_locks held on held.locktype = 'advisory' and held.objsubid = 1 and held.granted
    and held.classid::bigint = (key >> 32 & 4294967295) and held.objid::bigint = (key & 4294967295)
"""
UNDO_STEPS = 25

Tell = Callable[[int], None]


@contextmanager
def told_elsewhere(run_id: uuid.UUID, actor: Actor) -> Iterator[Tell]:
    """A function that says how many rows are done, seen by everybody at once."""
    aside = connections.create_connection(DEFAULT_DB_ALIAS)
    aside.ensure_connection()

    def tell(done: int) -> None:
        with aside.connection.transaction(), aside.connection.cursor() as cursor:
            cursor.execute(_BECOME, [actor.role.value, str(actor.partner_id), str(actor.user_id)])
            cursor.execute(_TELL, [done, now(), run_id])

    try:
        tell(0)
        yield tell
    finally:
        aside.close()


def undo_steps(run_id: uuid.UUID) -> int:
    """How many of the `UNDO_STEPS` of an undo are done: it holds a lock for each (migration 0006)."""
    with connection.cursor() as cursor:
        cursor.execute(_STEPS_HELD, [UNDO_STEPS, str(run_id)])
        return int(cursor.fetchone()[0])


def hold(run_id: uuid.UUID) -> None:
    """Mark the run as worked on until the present transaction ends, however it ends."""
    with connection.cursor() as cursor:
        cursor.execute(f"select pg_advisory_xact_lock({_LOCK})", [str(run_id)])


def is_held(run_id: uuid.UUID) -> bool:
    """Whether some transaction works on the run now."""
    with connection.cursor() as cursor:
        cursor.execute(f"select pg_try_advisory_xact_lock({_LOCK})", [str(run_id)])
        return not cursor.fetchone()[0]
