# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Working groups: people of several partners who work on something and write to each other alone."""

from django.db import models
from django.db.models import F, Q

from lgnet.core.ids import new_id
from lgnet.network.models import Colleague, Organisation


class Group(models.Model):
    """A working group. Its name and purpose are known to everybody who works here, its discussions to members."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=120, unique=True)
    purpose = models.TextField()
    coordinator = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Protection:
        owner = "exchange"
        rows = "open: who works in the network may know which groups there are"
        retention = "evidence"
        operational = {"id", "name", "purpose", "organisation", "opened_at", "closed_at"}
        staff = {"coordinator"}

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class GroupMember(models.Model):
    """Somebody belongs to a group. Whoever has left reads nothing of it any more."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="members", db_index=False)
    member = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)

    class Protection:
        owner = "exchange"
        rows = "open: who works in the network may know who is in a group; the coordinator and oneself write"
        retention = "staff"
        operational = {"id", "group", "organisation", "joined_at", "left_at"}
        staff = {"member"}

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_membership_of_a_group", fields=["group", "member"], condition=Q(left_at=None)
            ),
            models.CheckConstraint(
                name="groupmember_left_after_joined",
                condition=Q(left_at=None) | Q(left_at__gte=F("joined_at")),
            ),
        ]
        indexes = [models.Index(fields=["group", "joined_at"], name="groupmember_of_group")]
