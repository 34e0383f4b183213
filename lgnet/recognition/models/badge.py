# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Open Badges: the keys that sign them, the badges that holders took, the public list of what was revoked."""

from django.db import models
from django.db.models import Q

from lgnet.core.ids import new_id
from lgnet.network.models import Colleague, Organisation
from lgnet.recognition.models.certificate import Certificate


class IssuerKey(models.Model):
    """An Ed25519 key of the issuer: the public half for everybody, the private one wrapped (docs/adr/0006)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    public = models.CharField(max_length=64)
    key_id = models.CharField(max_length=40)
    wrapped = models.BinaryField()
    made_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True, blank=True)

    class Protection:
        owner = "recognition"
        rows = "open: the public may read the public half alone"
        retention = "evidence"
        public = {"id", "public", "made_at", "retired_at"}
        operational = {"key_id", "wrapped"}

    class Meta:
        constraints = [
            models.UniqueConstraint(
                models.Value(1), name="one_issuer_key_in_use", condition=Q(retired_at=None)
            )
        ]


class Badge(models.Model):
    """A certificate as an Open Badge, signed when its holder asked for it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    certificate = models.OneToOneField(Certificate, on_delete=models.PROTECT, related_name="badge")
    holder = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    status_index = models.PositiveIntegerField(unique=True)
    token = models.TextField()
    made_at = models.DateTimeField()

    class Protection:
        owner = "recognition"
        rows = "their holder's"
        retention = "evidence"
        operational = {"id", "certificate", "partner", "status_index", "made_at"}
        staff = {"holder", "token"}


class StatusList(models.Model):
    """The signed list of revoked badges as it is served (W3C Bitstring Status List v1.0). One row."""

    number = models.PositiveSmallIntegerField(primary_key=True)
    token = models.TextField()
    made_at = models.DateTimeField()

    class Protection:
        owner = "recognition"
        rows = "open: it is published"
        retention = "evidence"
        public = {"number", "token", "made_at"}
