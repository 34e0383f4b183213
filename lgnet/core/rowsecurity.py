# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who is acting, told to PostgreSQL: the database role and the partner whose rows exist.

The web process logs in as a role without any privilege. Inside a transaction it becomes one of the
roles below by `SET LOCAL ROLE`; at the end of the transaction everything is forgotten, which suits a
connection pool in transaction mode. Nothing set means nothing visible (PostgreSQL refuses).
"""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum

from django.db import connection, transaction


class DbRole(StrEnum):
    """The restricted database roles; `docs/adr/0003` says who stands behind each."""

    GATE = "lgnet_gate"  # before we know who it is: sessions and log-in only
    LOCAL = "lgnet_local"  # a partner's people
    NATIONAL = "lgnet_national"  # ministry, ANCI, Cittalia: no grant on identifying tables
    PUBLIC = "lgnet_public"  # visitors
    WORKER = "lgnet_worker"  # background jobs, on behalf of one partner
    EDITOR = "lgnet_editor"  # a partner's people while they write for the public site: no table about people
    PUBLISHER = "lgnet_publisher"  # the nation's, the same


@dataclass(frozen=True)
class Actor:
    """The role to take, the partner whose rows exist and the user who is answerable."""

    role: DbRole
    partner_id: uuid.UUID | None = None
    user_id: uuid.UUID | None = None


GATE = Actor(DbRole.GATE)
PUBLIC = Actor(DbRole.PUBLIC)

_current: ContextVar[Actor | None] = ContextVar("lgnet_actor", default=None)

_SQL = (
    "select set_config('role', %s, true), set_config('app.partner', %s, true), set_config('app.user', %s, true),"
    " set_config('search_path', %s, true)"
)
# The library of the public site reads whole users: for its roles a view stands in front of their table.
_PATHS = dict.fromkeys((DbRole.EDITOR, DbRole.PUBLISHER), "lgnet_editing, public")


def current_actor() -> Actor | None:
    """Who is acting in this thread, if anybody."""
    return _current.get()


def _tell(actor: Actor | None) -> None:
    values = (
        ["none", "", "", "public"]
        if actor is None
        else [
            actor.role.value,
            str(actor.partner_id or ""),
            str(actor.user_id or ""),
            _PATHS.get(actor.role, "public"),
        ]
    )
    with connection.cursor() as cursor:
        cursor.execute(_SQL, values)


def become(actor: Actor) -> None:
    """Let `actor` act for the rest of the present block: a request that has learnt who is asking."""
    _tell(actor)
    _current.set(actor)


@contextmanager
def acting_as(actor: Actor) -> Iterator[None]:
    """Open (or join) a transaction in which PostgreSQL sees `actor`; the former actor returns after it.

    A failure inside rolls back to where the block began, and PostgreSQL itself restores the settings; so does
    the commit where the block began the transaction.
    """
    former = _current.get()
    is_outermost = not connection.in_atomic_block
    with transaction.atomic():
        _tell(actor)
        token = _current.set(actor)
        try:
            yield
        finally:
            _current.reset(token)
        if not (is_outermost or connection.needs_rollback):
            _tell(former)
