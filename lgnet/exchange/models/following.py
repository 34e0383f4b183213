# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What somebody follows, what they were told, and how often a letter sums it up."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lgnet.core.ids import new_id
from lgnet.exchange.models.groups import Group
from lgnet.exchange.models.threads import Post, Thread
from lgnet.exchange.models.vocabulary import Theme
from lgnet.network.models import Colleague


class Follow(models.Model):
    """Somebody wants to know what is new in a theme, in a thread or in a group: one of the three."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    follower = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+", db_index=False)
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    thread = models.ForeignKey(Thread, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    group = models.ForeignKey(Group, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    since = models.DateTimeField()

    class Protection:
        owner = "exchange"
        rows = "the follower's own"
        retention = "staff"
        operational = {"id", "theme", "thread", "group", "since"}
        staff = {"follower"}

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="follow_one_thing",
                condition=Q(theme__isnull=False, thread=None, group=None)
                | Q(theme=None, thread__isnull=False, group=None)
                | Q(theme=None, thread=None, group__isnull=False),
            ),
            models.UniqueConstraint(
                name="follow_each_once", fields=["follower", "theme", "thread", "group"], nulls_distinct=False
            ),
        ]


class Notice(models.Model):
    """Somebody is told of something that concerns them."""

    class Kind(models.TextChoices):
        MENTION = "mention", _("You are mentioned")
        ANSWER = "answer", _("A reply to you")
        ACCEPTED = "accepted", _("Your answer was accepted")
        HIDDEN = "hidden", _("A post of yours was hidden")
        RESTORED = "restored", _("A post of yours is shown again")
        REPORTED = "reported", _("A post of your group was reported")
        GROUP = "group", _("You belong to a working group")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    recipient = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=10, choices=Kind)
    by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    group = models.ForeignKey(Group, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    told_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)

    class Protection:
        owner = "exchange"
        rows = "the recipient's own"
        retention = "staff"
        operational = {"id", "kind", "post", "group", "told_at", "read_at"}
        staff = {"recipient", "by"}

    class Meta:
        indexes = [
            models.Index(fields=["recipient", "-told_at", "-id"], name="notice_latest"),
            models.Index(fields=["recipient"], condition=Q(read_at=None), name="notice_unread"),
        ]
        constraints = [
            models.CheckConstraint(
                name="notice_of_a_post_or_a_group",
                condition=Q(kind="group", group__isnull=False, post=None)
                | (~Q(kind="group") & Q(group=None, post__isnull=False)),
            )
        ]


class DigestChoice(models.Model):
    """How often somebody wants a letter that sums up what is new in what they follow; weekly unless they say."""

    class Rhythm(models.TextChoices):
        DAILY = "daily", _("Every day")
        WEEKLY = "weekly", _("Every Monday")
        NEVER = "never", _("Never")

    colleague = models.OneToOneField(Colleague, on_delete=models.PROTECT, primary_key=True, related_name="+")
    rhythm = models.CharField(max_length=6, choices=Rhythm, default=Rhythm.WEEKLY)
    chosen_at = models.DateTimeField()

    class Protection:
        owner = "exchange"
        rows = "one's own"
        retention = "staff"
        staff = {"colleague", "rhythm", "chosen_at"}


class DigestSent(models.Model):
    """A digest went out to somebody for a day; at most one, whatever the job does."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    colleague = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+", db_index=False)
    sent_on = models.DateField()
    until = models.DateTimeField()
    threads = models.PositiveSmallIntegerField()

    class Protection:
        owner = "exchange"
        rows = "one's own"
        retention = "staff"
        staff = {"colleague"}
        operational = {"id", "sent_on", "until", "threads"}

    class Meta:
        constraints = [models.UniqueConstraint(name="one_digest_per_day", fields=["colleague", "sent_on"])]
