# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Rows by the thousand: gathered by table, sent with COPY, inserted under row security.

PostgreSQL refuses COPY into a table with row security, so rows go into a temporary table first and from there
by INSERT..SELECT, which every policy, constraint and trigger sees.

"""

import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db import connection, models
from psycopg import sql

from lgnet.core.fields import EncryptedTextField
from lgnet.imports.copy_text import lines

Row = tuple[Any, ...]


class TableRows:
    """The rows that wait for one table. Columns that are not given take the field's own default.

    What only the database says (a default of its own and none of ours) is no column here.
    """

    def __init__(self, model: type[models.Model]) -> None:
        self.table = model._meta.db_table
        fields = [field for field in model._meta.concrete_fields if not _is_said_by_the_database(field)]
        self._defaults: dict[str, Any] = {str(field.column): _default(field) for field in fields}
        self._sealed = {field.name: field for field in fields if isinstance(field, EncryptedTextField)}
        self.columns = list(self._defaults)
        self.rows: list[Row] = []

    def add(self, values: dict[str, Any]) -> None:
        """One row, by names of columns. A name that is not a column is an error of ours."""
        row = self._defaults | values
        if len(row) != len(self.columns):
            raise TypeError(f"{self.table} has no column {sorted(set(values) - set(self._defaults))}")
        self.rows.append(tuple(row.values()))

    def seal(self, name: str, cipher: AESGCM, pk: uuid.UUID, value: str) -> bytes | None:
        """The value of an encrypted column for the row with this key."""
        return self._sealed[name].seal(cipher, pk, value)


def _is_said_by_the_database(field: "models.Field[Any, Any]") -> bool:
    return field.column is None or (field.has_db_default() and not field.has_default())


def _default(field: "models.Field[Any, Any]") -> Any:
    if isinstance(field, EncryptedTextField) or (field.null and not field.has_default()):
        return None
    if field.primary_key or field.is_relation:
        return None
    return field.get_default()


class Batch:
    """What one chunk writes, table by table in the order in which the tables were named."""

    def __init__(self, order: Iterable[type[models.Model]]) -> None:
        self._tables = {model: TableRows(model) for model in order}

    def __getitem__(self, model: type[models.Model]) -> TableRows:
        return self._tables[model]

    def tables(self) -> Iterator[TableRows]:
        """The tables that have rows to write."""
        return (table for table in self._tables.values() if table.rows)

    def clear(self) -> None:
        """Forget the rows: they are written."""
        for table in self._tables.values():
            table.rows.clear()


_SHAPE = "select {names} from {table} limit 0"
_TARGET = "insert into {table} ({names}) select {names} from {waiting}"


def send(table: str, columns: list[str], rows: Iterable[Row], *, shape: str = _SHAPE) -> None:
    """Send rows by COPY to the temporary table where they wait for `take_in`.

    `shape` is a query with the columns that are sent, where they are not those of the table.
    """
    parts = _parts(table, columns)
    make = f"create temp table if not exists {{waiting}} on commit drop as {shape}"
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(make).format(**parts))
        with cursor.copy(sql.SQL("copy {waiting} ({names}) from stdin").format(**parts)) as copy:
            copy.write(lines(rows))


def take_in(table: str, columns: list[str], *, target: str = _TARGET) -> None:
    """Write the rows that wait by `target`, a statement that reads them from `{waiting}`."""
    parts = _parts(table, columns)
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(target).format(**parts))
        cursor.execute(sql.SQL("truncate {waiting}").format(**parts))


def insert(
    table: str, columns: list[str], rows: Iterable[Row], *, shape: str = _SHAPE, target: str = _TARGET
) -> None:
    """Send rows and take them in."""
    send(table, columns, rows, shape=shape)
    take_in(table, columns, target=target)


def _parts(table: str, columns: list[str]) -> dict[str, sql.Composable]:
    names = sql.SQL(", ").join(map(sql.Identifier, columns))
    return {"table": sql.Identifier(table), "names": names, "waiting": sql.Identifier(f"waiting_{table}")}


@contextmanager
def plans_for_many() -> Iterator[None]:
    """Plans for statements that touch many rows: joined by hash and not by a loop over loops.

    The trigger that counts keeps its plan for the whole session, made for one fact at a time; with a hundred
    thousand facts it would take hours. Afterwards the plans for few rows come back.
    """
    with connection.cursor() as cursor:
        cursor.execute("discard plans")
        cursor.execute("select set_config('enable_nestloop', 'off', true), set_config('jit', 'off', true)")
        yield
        cursor.execute("select set_config('enable_nestloop', 'on', true)")
        cursor.execute("discard plans")


def insert_plain(table: str, columns: list[str], rows: Iterable[Row]) -> None:
    """Send rows to a temporary table of our own."""
    names = sql.SQL(", ").join(map(sql.Identifier, columns))
    with connection.cursor() as cursor:
        statement = sql.SQL("copy {} ({}) from stdin").format(sql.Identifier(table), names)
        with cursor.copy(statement) as copy:
            copy.write(lines(rows))


_REFERENCES = """
select conname from pg_constraint
where contype = 'f' and condeferrable and conrelid::regclass::text = any(%s) order by conname
"""


@contextmanager
def references_checked_at_once(tables: list[str]) -> Iterator[None]:
    """Check foreign keys after each statement: a million checks put off to the commit would fill the memory."""
    with connection.cursor() as cursor:
        cursor.execute(_REFERENCES, [tables])
        names = sql.SQL(", ").join(sql.Identifier(name) for (name,) in cursor.fetchall())
        cursor.execute(sql.SQL("set constraints {} immediate").format(names))
        yield
        cursor.execute(sql.SQL("set constraints {} deferred").format(names))
