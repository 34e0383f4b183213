# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What was reported, and what was posted although the guard warned of it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lgnet.core.ids import new_id
from lgnet.exchange.models.groups import Group
from lgnet.exchange.models.threads import Post
from lgnet.network.models import Colleague


class PostReport(models.Model):
    """Somebody thinks that a post should not stand as it is; who moderates says what becomes of it."""

    class Outcome(models.TextChoices):
        NONE = "", _("Open")
        HIDDEN = "hidden", _("The post was hidden")
        KEPT = "kept", _("The post stays")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="reports", db_index=False)
    reporter = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=300)
    reported_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    outcome = models.CharField(max_length=6, choices=Outcome, blank=True)

    class Protection:
        owner = "exchange"
        rows = "the reporter's own; who moderates reads those of posts that exist for them"
        retention = "evidence"
        operational = {"id", "post", "reason", "reported_at", "settled_at", "outcome"}
        staff = {"reporter", "settled_by"}

    class Meta:
        indexes = [
            models.Index(fields=["reported_at", "id"], condition=Q(settled_at=None), name="report_open")
        ]
        constraints = [
            models.UniqueConstraint(
                name="one_open_report_each", fields=["post", "reporter"], condition=Q(settled_at=None)
            ),
            models.CheckConstraint(
                name="report_settled_at_and_by_with_outcome",
                condition=Q(settled_at=None, settled_by=None, outcome="")
                | (Q(settled_at__isnull=False, settled_by__isnull=False) & ~Q(outcome="")),
            ),
        ]


class PostedAnyway(models.Model):
    """The guard warned, and somebody went on with a reason. Kinds and numbers are kept, never the words.

    Of posts, and of whatever another domain lets people write for the network: `subject_kind` is its model.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    subject_kind = models.CharField(max_length=40)
    subject_id = models.UUIDField()
    link = models.CharField(max_length=200)
    group = models.ForeignKey(Group, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    author = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=300)
    kinds = ArrayField(models.CharField(max_length=20))
    passages = models.PositiveSmallIntegerField()
    at = models.DateTimeField(db_index=True)

    class Protection:
        owner = "exchange"
        rows = "the author's own; the nation's, and of a group its coordinator's"
        retention = "evidence"
        operational = {
            "id",
            "subject_kind",
            "subject_id",
            "link",
            "group",
            "reason",
            "kinds",
            "passages",
            "at",
        }
        staff = {"author"}
