# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Questions and discussions, what was written in them, what it was before, and who is mentioned."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lgnet.core.ids import new_id
from lgnet.exchange.models.groups import Group
from lgnet.exchange.models.vocabulary import Theme
from lgnet.network.models import Colleague, Organisation

TITLE, TEXT = 160, 10_000


class Language(models.TextChoices):
    """The language a text is written in: who searches and who reads aloud must know it."""

    ITALIAN = "it", _("Italian")
    ENGLISH = "en", _("English")
    GERMAN = "de", _("German")
    FRENCH = "fr", _("French")


class Thread(models.Model):
    """A question or a discussion. Its words are its first post; a trigger keeps `last_post_at` and `replies`.

    `is_plain`: the guard found nothing in its title, so that it may stand in a letter.
    """

    class Kind(models.TextChoices):
        QUESTION = "question", _("Question")
        DISCUSSION = "discussion", _("Discussion")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=10, choices=Kind)
    title = models.CharField(max_length=TITLE)
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="+", db_index=False)
    group = models.ForeignKey(Group, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    language = models.CharField(max_length=2, choices=Language, default=Language.ITALIAN)
    author = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    started_at = models.DateTimeField()
    last_post_at = models.DateTimeField()
    replies = models.PositiveIntegerField(default=0)
    accepted = models.ForeignKey(
        "exchange.Post", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    accepted_at = models.DateTimeField(null=True, blank=True)
    is_plain = models.BooleanField(default=True)
    is_gone = models.BooleanField(default=False)

    class Protection:
        owner = "exchange"
        rows = "who works in the network; of a group its members"
        retention = "evidence"
        operational = {
            "id", "kind", "title", "theme", "group", "language", "organisation", "started_at", "last_post_at",
            "replies", "accepted", "accepted_at", "is_plain", "is_gone",
        }  # fmt: skip
        staff = {"author"}

    class Meta:
        indexes = [
            models.Index(fields=["-last_post_at", "-id"], name="thread_latest"),
            models.Index(fields=["theme", "-last_post_at", "-id"], name="thread_of_theme"),
        ]
        constraints = [
            models.CheckConstraint(
                name="thread_accepted_with_its_moment",
                condition=Q(accepted=None, accepted_at=None)
                | Q(accepted__isnull=False, accepted_at__isnull=False),
            ),
            models.CheckConstraint(
                name="only_a_question_is_answered", condition=Q(kind="question") | Q(accepted=None)
            ),
        ]


class Post(models.Model):
    """What somebody wrote in a thread: its opening, an answer (a reply in a discussion), or a comment under one."""

    class Kind(models.TextChoices):
        OPENING = "opening", _("Opening")
        ANSWER = "answer", _("Answer")
        COMMENT = "comment", _("Comment")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    thread = models.ForeignKey(Thread, on_delete=models.PROTECT, related_name="posts", db_index=False)
    kind = models.CharField(max_length=8, choices=Kind)
    under = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="comments"
    )
    text = models.TextField()
    language = models.CharField(max_length=2, choices=Language, default=Language.ITALIAN)
    author = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True, blank=True)
    deleted_at = models.DateTimeField(null=True, blank=True)
    hidden_at = models.DateTimeField(null=True, blank=True)
    hidden_by = models.ForeignKey(
        Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    hidden_reason = models.CharField(max_length=300, blank=True)

    class Protection:
        owner = "exchange"
        rows = "with the thread"
        retention = "evidence"
        operational = {
            "id", "thread", "kind", "under", "text", "language", "organisation", "written_at", "edited_at",
            "deleted_at", "hidden_at", "hidden_reason",
        }  # fmt: skip
        staff = {"author", "hidden_by"}

    class Meta:
        indexes = [models.Index(fields=["thread", "written_at", "id"], name="post_of_thread")]
        constraints = [
            models.UniqueConstraint(
                name="one_opening_per_thread", fields=["thread"], condition=Q(kind="opening")
            ),
            models.CheckConstraint(
                name="only_a_comment_stands_under_a_post",
                condition=Q(kind="comment", under__isnull=False) | (~Q(kind="comment") & Q(under=None)),
            ),
            models.CheckConstraint(
                name="post_hidden_at_and_by_with_reason",
                condition=Q(hidden_at=None, hidden_by=None, hidden_reason="")
                | (Q(hidden_at__isnull=False, hidden_by__isnull=False) & ~Q(hidden_reason="")),
            ),
            models.CheckConstraint(
                name="post_edited_after_written",
                condition=Q(edited_at=None) | Q(edited_at__gte=F("written_at")),
            ),
        ]

    @property
    def is_shown(self) -> bool:
        """Whether everybody reads its words."""
        return self.deleted_at is None and self.hidden_at is None


class PostVersion(models.Model):
    """What a post said before its author mended it; the title is that of the thread where it was the opening."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="versions", db_index=False)
    title = models.CharField(max_length=TITLE, blank=True)
    text = models.TextField()
    replaced_at = models.DateTimeField()

    class Protection:
        owner = "exchange"
        rows = "the author's; who moderates reads them"
        retention = "evidence"
        operational = {"id", "post", "title", "text", "replaced_at"}

    class Meta:
        indexes = [models.Index(fields=["post", "-replaced_at"], name="postversion_of_post")]


class Mention(models.Model):
    """Somebody is named in a post with an @."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="mentions", db_index=False)
    mentioned = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")

    class Protection:
        owner = "exchange"
        rows = "with the post"
        retention = "evidence"
        operational = {"id", "post"}
        staff = {"mentioned"}

    class Meta:
        constraints = [models.UniqueConstraint(name="mentioned_once", fields=["post", "mentioned"])]
