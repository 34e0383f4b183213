# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""How a table is protected: the declaration beside the model, and the SQL that makes it true.

Every model carries an inner class `Protection` (see `declared`), every migration that makes a table
calls `protect`. A test compares the two with what PostgreSQL says.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db import models
from django.db.migrations import RunSQL

CURRENT_PARTNER = "(select nullif(current_setting('app.partner', true), '')::uuid)"
CURRENT_USER = "(select nullif(current_setting('app.user', true), '')::uuid)"


class PrivacyClass(StrEnum):
    """What a field says about somebody (GDPR art. 4, 9, 10); the stricter first."""

    SPECIAL = "special"  # health, violence, trafficking, convictions; notes of professionals
    IDENTIFYING = "identifying"  # names, numbers of documents: stored encrypted
    CONTACT = "contact"  # how to reach somebody: stored encrypted
    PERSONAL = "personal"  # about a person, does not identify alone: sex, birth date, citizenship
    STAFF = "staff"  # about somebody who works here
    OPERATIONAL = "operational"  # about the work
    PUBLIC = "public"  # may be published


RETENTION: Mapping[str, str] = {
    "person": "with the person's file: the partner's disposal plan, at least five years after the last payment"
    " (CPR art. 82)",
    "evidence": "five years from 31 December of the year of the last payment (Reg. (EU) 2021/1060 art. 82)",
    "audit": "24 months, then partitions are dropped (Garante, tracing of access to public data banks)",
    "staff": "while the membership lasts and as long as its acts must be attributable",
    "session": "two weeks after last use",
    "event": "until the days that the event says after its end are over (30 by default); counts stay",
    "consent": "until the consent is withdrawn",
    "message": "two years after its answer, then its words and who wrote it; the number and the days stay",
    "reference": "for as long as the list is in use; superseded rows stay for history",
}


@dataclass(frozen=True)
class Declared:
    """The protection a model declares: who answers, which rows exist for whom, how long, and each field's class."""

    owner: str
    rows: str
    retention: str
    classes: Mapping[str, PrivacyClass]


def declared(model: type[models.Model]) -> Declared:
    """Read a model's inner class `Protection`.

    `owner`: who answers for the data. `rows`: name of the row rule ("partner", "circle", "open: why", ...).
    `retention`: a key of `RETENTION`. Then one set of field names for each privacy class in use.
    Raises AttributeError naming the model where something is missing.
    """
    protection = getattr(model, "Protection", None)
    if protection is None:
        raise AttributeError(f"{model.__name__} has no class Protection")
    classes = {
        name: privacy_class
        for privacy_class in PrivacyClass
        for name in getattr(protection, privacy_class.value, set())
    }
    return Declared(protection.owner, protection.rows, protection.retention, classes)


def _policy(
    table: str, name: str, roles: str, using: str, *, command: str = "all", check: str | None = None
) -> str:
    written = "" if command in {"select", "delete"} else f" with check ({check or using})"
    visible = "" if command == "insert" else f" using ({using})"
    return f"create policy {name} on {table} for {command} to {roles}{visible}{written}"


def protect(
    table: str,
    *,
    grants: Mapping[str, str],
    partner_rows: str | None = f"partner_id = {CURRENT_PARTNER}",
    open_to: tuple[str, ...] = (),
    extra: tuple[str, ...] = (),
    history: bool = False,
) -> RunSQL:
    """The migration step that closes a table and opens exactly what is said.

    `grants`: database role -> privileges. `partner_rows`: condition under which rows exist for
    `lgnet_local` and `lgnet_worker` (None: no such policy). `open_to`: roles that see all rows they are
    granted. `extra`: further `create policy` statements. `history`: keep what each row was before a change.
    """
    statements: list[Any] = [
        f"alter table {table} enable row level security",
        f"alter table {table} force row level security",
        f"revoke all on {table} from public",
        *(f"grant {privileges} on {table} to {role}" for role, privileges in grants.items()),
    ]
    if partner_rows is not None:
        statements.append(_policy(table, "partner_rows", "lgnet_local, lgnet_worker", partner_rows))
    if open_to:
        statements.append(_policy(table, "open_rows", ", ".join(open_to), "true"))
    statements.extend(extra)
    if history:
        statements.extend(history_triggers(table))
    return RunSQL(statements, reverse_sql=RunSQL.noop)


def history_triggers(table: str) -> list[str]:
    """SQL for the two statement-level triggers that keep the former state of changed and deleted rows."""
    return [
        f"create trigger keep_history_update after update on {table} referencing old table as old_rows"
        " new table as new_rows for each statement execute function core_keep_updated()",
        f"create trigger keep_history_delete after delete on {table} referencing old table as old_rows"
        " for each statement execute function core_keep_deleted()",
    ]
