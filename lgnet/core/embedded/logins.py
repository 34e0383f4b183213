# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The two log-in roles and the database, made or mended at every start.

The roles that requests take on (lgnet_local, lgnet_national, ...) are `lgnet.core.roles`' business.
"""

import psycopg
from psycopg import sql

from lgnet.core.embedded.places import DATABASE
from lgnet.core.embedded.settings import OWNER, WEB

# The owner runs migrations and never serves a request; the web role can do nothing until it takes a role on.
ATTRIBUTES = {
    OWNER: "login nosuperuser createdb createrole bypassrls inherit",
    WEB: "login nosuperuser nocreatedb nocreaterole nobypassrls noinherit",
}


def ensure(connection: psycopg.Connection[tuple[object, ...]]) -> None:
    """Create what is missing; the connection is a superuser's, in autocommit."""
    for role, attributes in ATTRIBUTES.items():
        verb = "alter" if _exists(connection, "pg_roles", "rolname", role) else "create"
        connection.execute(sql.SQL(f"{verb} role {{}} {attributes}").format(sql.Identifier(role)))
    if not _exists(connection, "pg_database", "datname", DATABASE):
        database, owner = sql.Identifier(DATABASE), sql.Identifier(OWNER)
        connection.execute(sql.SQL("create database {} owner {}").format(database, owner))
        connection.execute(sql.SQL("revoke all on database {} from public").format(database))
        connection.execute(
            sql.SQL("grant connect on database {} to {}").format(database, sql.Identifier(WEB))
        )


def _exists(connection: psycopg.Connection[tuple[object, ...]], table: str, column: str, name: str) -> bool:
    query = sql.SQL("select 1 from {} where {} = %s").format(sql.Identifier(table), sql.Identifier(column))
    return connection.execute(query, [name]).fetchone() is not None
