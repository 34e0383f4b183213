# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The story of every change and of every look: append-only, chained by hash, one chain per partner.

An entry names the event, the thing and the actor, never a person's data. The actor, the partner and the
database role are read by PostgreSQL from the transaction, so calling code cannot claim to be another.
"""

import hashlib
import json
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db import connection, models, transaction

NETWORK_CHAIN = uuid.UUID(int=0)


def record(event: str, *, on: models.Model | None = None, kind: str = "", **detail: object) -> None:
    """Write one entry in the current transaction: `event` ("case.opened") happened to `on`.

    `detail` holds codes, counts, names of fields and identifiers; never names, notes or categories.
    """
    subject_kind = on._meta.label_lower if on is not None else kind
    subject_id = on.pk if on is not None and isinstance(on.pk, uuid.UUID) else None
    text = json.dumps(detail, sort_keys=True, ensure_ascii=False, default=str)
    with connection.cursor() as cursor:
        cursor.execute("select core_audit_record(%s, %s, %s, %s)", [event, subject_kind, subject_id, text])


@dataclass(frozen=True)
class Break:
    """A place where the chain does not hold."""

    chain: uuid.UUID
    position: int
    what: str


@dataclass(frozen=True)
class ChainReport:
    """The result of verifying one chain: how many links held, its last hash (hex) and what broke."""

    chain: uuid.UUID
    links: int
    head: str
    breaks: tuple[Break, ...]


_LINKS = """
select l.chain, l.position, l.hash, e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
       e.partner_id, e.actor_id, e.actor_role, e.event, e.subject_kind, e.subject_id, e.detail
from core_auditlink l left join core_auditentry e on e.id = l.entry_id and e.at = l.entry_at
order by l.chain, l.position
"""


def digest(before: bytes, entry: Mapping[str, object]) -> bytes:
    """The digest of an entry joined to the one before it: the twin of SQL `core_audit_digest`."""
    parts = [
        entry["id"],
        entry["at"],
        entry["partner_id"] or "-",
        entry["actor_id"] or "-",
        entry["actor_role"],
    ]
    parts += [entry["event"], entry["subject_kind"], entry["subject_id"] or "-", entry["detail"]]
    return hashlib.sha256(before + "\n".join(str(part) for part in parts).encode()).digest()


def verify() -> Iterator[ChainReport]:
    """Recompute every chain outside the database. Run as a role that sees all entries (`lgnet_owner`)."""
    names = (
        "id",
        "at",
        "partner_id",
        "actor_id",
        "actor_role",
        "event",
        "subject_kind",
        "subject_id",
        "detail",
    )
    chain: uuid.UUID | None = None
    before, links, breaks = b"", 0, list[Break]()
    with transaction.atomic(), connection.chunked_cursor() as cursor:  # a chain may not fit in memory
        cursor.execute(_LINKS)
        for row in _rows(cursor):
            if row[0] != chain:
                if chain is not None:
                    yield ChainReport(chain, links, before.hex(), tuple(breaks))
                chain, links, breaks = row[0], 0, []
                before = hashlib.sha256(str(chain).encode()).digest()
            links += 1
            stored = bytes(row[2])
            if row[1] != links:
                breaks.append(Break(row[0], row[1], "a link is missing before this one"))
                links = row[1]
            if row[3] is None:
                breaks.append(Break(row[0], row[1], "the entry is gone"))
            elif digest(before, dict(zip(names, row[3:], strict=True))) != stored:
                breaks.append(Break(row[0], row[1], "the entry or its link was changed"))
            before = stored
    if chain is not None:
        yield ChainReport(chain, links, before.hex(), tuple(breaks))


def _rows(cursor: Any) -> Iterator[tuple[Any, ...]]:
    while rows := cursor.fetchmany(5000):
        yield from rows


# What the links alone do not show: an end that was cut off, and entries that were slipped in.
_LOOSE = """
select h.chain, h.position, 'its last links are gone or were replaced'
from core_audithead h
left join lateral (select position, hash from core_auditlink l where l.chain = h.chain order by position desc limit 1)
    last on true
where last.position is distinct from h.position or last.hash is distinct from h.hash
union all
select l.chain, max(l.position), 'the chain has no head'
from core_auditlink l where not exists (select 1 from core_audithead h where h.chain = l.chain) group by l.chain
union all
select coalesce(e.partner_id, %s), 0, count(*) || ' entries are in no chain, the first of ' || min(e.at)
from core_auditentry e
where not exists (select 1 from core_auditlink l where l.entry_id = e.id and l.entry_at = e.at)
group by e.partner_id
"""


def verify_everything() -> list[ChainReport]:
    """Every chain with its loose ends, as the owner of the tables sees them. Raises PermissionError for others.

    Whoever owns the database could still rewrite a whole chain with its head: compare the heads with ones that
    were written down elsewhere.
    """
    with connection.cursor() as cursor:
        cursor.execute("select rolsuper or rolbypassrls from pg_roles where rolname = current_user")
        if not cursor.fetchone()[0]:
            raise PermissionError(
                "Only the owner of the tables, who bypasses row security, sees every chain."
            )
        cursor.execute(_LOOSE, [NETWORK_CHAIN])
        loose = [Break(*row) for row in cursor.fetchall()]
    reports = {report.chain: report for report in verify()}
    for found in loose:
        known = reports.get(found.chain, ChainReport(found.chain, 0, "", ()))
        reports[found.chain] = replace(known, breaks=(*known.breaks, found))
    return [reports[chain] for chain in sorted(reports)]
