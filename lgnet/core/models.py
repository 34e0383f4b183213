# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Tables without a domain word: data keys, the audit chain, row history, sessions' neighbours.

The audit tables are written only by database functions (migration 0002); no role may insert into them.
"""

import uuid
from functools import cached_property

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db import models

from lgnet.core import vault
from lgnet.core.ids import new_id


class DataKey(models.Model):
    """The wrapped key of everything encrypted about one subject. Without it the subject is erased."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner_id = models.UUIDField()
    key_id = models.CharField(max_length=40)
    wrapped = models.BinaryField(null=True)
    destroyed_at = models.DateTimeField(null=True, blank=True)

    class Protection:
        owner = "core"
        rows = "partner"
        retention = "person"
        operational = {"id", "partner_id", "key_id", "wrapped", "destroyed_at"}

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="datakey_wrapped_or_destroyed",
                condition=models.Q(wrapped=None) ^ models.Q(destroyed_at=None),
            )
        ]

    @classmethod
    def fresh(cls, *, partner_id: uuid.UUID) -> "DataKey":
        """A new key for a new subject, not saved yet."""
        row = cls(partner_id=partner_id, key_id=vault.current_key_id())
        data_key = vault.new_data_key()
        row.wrapped = vault.wrap(data_key, key_id=row.key_id, subject=row.id)
        row.__dict__["_cipher"] = AESGCM(data_key)
        return row

    @cached_property
    def _cipher(self) -> AESGCM | None:
        if self.wrapped is None:
            return None
        return AESGCM(vault.unwrap(bytes(self.wrapped), key_id=self.key_id, subject=self.id))

    def cipher(self) -> AESGCM | None:
        """The cipher that opens the subject's values; None once the key is destroyed."""
        return self._cipher


class AuditEntry(models.Model):
    """Who did or saw what, and when. Append-only, without foreign keys so that it never blocks live data.

    Carries no personal data: only identifiers, and a detail that names fields, counts and codes.
    """

    pk = models.CompositePrimaryKey("at", "id")
    id = models.UUIDField(editable=False)
    at = models.DateTimeField()
    partner_id = models.UUIDField(null=True)
    actor_id = models.UUIDField(null=True)
    actor_role = models.TextField()
    event = models.TextField()
    subject_kind = models.TextField()
    subject_id = models.UUIDField(null=True)
    detail = models.TextField()

    class Protection:
        owner = "core"
        rows = "partner"
        retention = "audit"
        staff = {"actor_id"}
        operational = {
            "pk", "id", "at", "partner_id", "actor_role", "event", "subject_kind", "subject_id", "detail",
        }  # fmt: skip

    class Meta:
        managed = False
        db_table = "core_auditentry"


class AuditLink(models.Model):
    """One link of a partner's hash chain: the entry's digest joined to the digest before it."""

    pk = models.CompositePrimaryKey("chain", "position")
    chain = models.UUIDField()
    position = models.BigIntegerField()
    entry_id = models.UUIDField()
    entry_at = models.DateTimeField()
    hash = models.BinaryField()

    class Protection:
        owner = "core"
        rows = "partner"
        retention = "audit"
        operational = {"pk", "chain", "position", "entry_id", "entry_at", "hash"}

    class Meta:
        managed = False
        db_table = "core_auditlink"


class RowHistory(models.Model):
    """What a row was before a change: written by triggers, so that plain SQL is covered as well."""

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField()
    table_name = models.TextField()
    row_id = models.UUIDField()
    partner_id = models.UUIDField(null=True)
    actor_id = models.UUIDField(null=True)
    operation = models.TextField()
    before = models.JSONField()

    class Protection:
        owner = "core"
        rows = "partner"
        retention = "person"
        staff = {"actor_id"}
        special = {"before"}
        operational = {"id", "at", "table_name", "row_id", "partner_id", "operation"}

    class Meta:
        managed = False
        db_table = "core_rowhistory"


class SharedValue(models.Model):
    """A small value that all web processes share for a while (`lgnet.core.shared`). Read by the gate alone."""

    key = models.CharField(max_length=64, primary_key=True)
    value = models.JSONField()
    expires_at = models.DateTimeField(db_index=True)

    class Protection:
        owner = "core"
        rows = "nobody's: the gate alone"
        retention = "session"
        operational = {"key", "value", "expires_at"}
