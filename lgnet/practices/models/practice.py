# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A practice of a partner and its cards: one card is one version, written by the partner's people.

What another partner is reviewing and what was published is never edited: a trigger refuses (migration 0002),
and what is to be said otherwise is said in the next version.
"""

import datetime as dt
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lgnet.core.ids import new_id
from lgnet.network.models import ActionLine, Colleague, Organisation

HOLDS_FOR = dt.timedelta(days=365)  # after that its partner says again that it is as the card tells
REMIND_BEFORE = dt.timedelta(days=30)


class Language(models.TextChoices):
    """In which language something is written; the library stems its words by it."""

    ITALIAN = "it", _("Italian")
    ENGLISH = "en", _("English")
    GERMAN = "de", _("German")
    FRENCH = "fr", _("French")


class Practice(models.Model):
    """A way of working that a partner offers to the others. What it is, its cards say."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(
        Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Protection:
        owner = "practices"
        rows = "partner; everybody where one of its cards exists for them"
        retention = "evidence"
        operational = {"id", "partner", "begun_at", "confirmed_at"}
        staff = {"begun_by", "confirmed_by"}

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="practice_confirmed_at_and_by",
                condition=Q(confirmed_at=None, confirmed_by=None)
                | Q(confirmed_at__isnull=False, confirmed_by__isnull=False),
            )
        ]

    @property
    def holds_until(self) -> dt.datetime | None:
        """Until when what its partner last said of it is fresh; None before it was published."""
        return self.confirmed_at + HOLDS_FOR if self.confirmed_at else None

    def is_stale(self, at: dt.datetime) -> bool:
        """Whether nobody has said for a year that it is still so."""
        return self.holds_until is not None and self.holds_until <= at


class Card(models.Model):
    """One version of what a partner tells of its practice."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        SUBMITTED = "submitted", _("Given to another partner to review")
        PUBLISHED = "published", pgettext_lazy("practice", "Published")
        REPLACED = "replaced", _("Replaced by a newer version")
        RETIRED = "retired", _("No longer done")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="cards", db_index=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveSmallIntegerField(default=1)
    language = models.CharField(max_length=2, choices=Language, default=Language.ITALIAN)
    title = models.CharField(max_length=160)
    context = models.TextField(blank=True)
    problem = models.TextField(blank=True)
    steps = ArrayField(models.CharField(max_length=300), default=list, blank=True)
    people = models.TextField(blank=True)
    cost = models.TextField(blank=True)
    cost_euro = models.PositiveIntegerField(null=True, blank=True)
    months = models.PositiveSmallIntegerField(null=True, blank=True)
    results = models.TextField(blank=True)
    went_wrong = models.TextField(blank=True)
    transfer = models.TextField(blank=True)
    contact = models.CharField(max_length=200, blank=True)
    needs = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    lines = ArrayField(models.CharField(max_length=20, choices=ActionLine), default=list, blank=True)
    is_public = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    turn = models.PositiveSmallIntegerField(default=0)  # how often it was given to review
    submitted_at = models.DateTimeField(null=True, blank=True)
    submitted_by = models.ForeignKey(
        Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(
        Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    end_reason = models.CharField(max_length=300, blank=True)

    class Protection:
        owner = "practices"
        rows = "partner; the network from the day it is given to review; everybody where it is public"
        retention = "evidence"
        public = {
            "id", "practice", "partner", "version", "language", "title", "context", "problem", "steps", "people",
            "cost", "cost_euro", "months", "results", "went_wrong", "transfer", "needs", "lines", "is_public",
            "state", "published_at",
        }  # fmt: skip
        operational = {"written_at", "turn", "submitted_at", "ended_at", "end_reason"}
        staff = {"contact", "written_by", "submitted_by", "published_by", "ended_by"}

    class Meta:
        indexes = [
            models.Index(fields=["-published_at", "-id"], name="card_latest", condition=Q(state="published"))
        ]
        constraints = [
            models.UniqueConstraint(name="one_card_per_version", fields=["practice", "version"]),
            models.UniqueConstraint(
                name="one_card_at_work",
                fields=["practice"],
                condition=Q(state__in=["draft", "submitted"]),
            ),
            models.UniqueConstraint(
                name="one_card_published", fields=["practice"], condition=Q(state="published")
            ),
            models.CheckConstraint(
                name="card_submitted_at_and_by",
                condition=Q(submitted_at=None, submitted_by=None)
                | Q(submitted_at__isnull=False, submitted_by__isnull=False),
            ),
            models.CheckConstraint(
                name="card_published_at_and_by",
                condition=Q(published_at=None, published_by=None)
                | Q(published_at__isnull=False, published_by__isnull=False),
            ),
            models.CheckConstraint(
                name="card_ended_at_and_by",
                condition=Q(ended_at=None, ended_by=None) | Q(ended_at__isnull=False, ended_by__isnull=False),
            ),
            models.CheckConstraint(
                name="card_published_when_it_says_so",
                condition=Q(state__in=["draft", "submitted"], published_at=None)
                | Q(state__in=["published", "replaced", "retired"], published_at__isnull=False),
            ),
            models.CheckConstraint(name="card_known_language", condition=Q(language__in=Language.values)),
            models.CheckConstraint(
                name="card_known_lines", condition=Q(lines__contained_by=ActionLine.values)
            ),
        ]

    NEXT: ClassVar[dict[State, set[State]]] = {
        State.DRAFT: {State.SUBMITTED},
        State.SUBMITTED: {State.DRAFT, State.PUBLISHED},
        State.PUBLISHED: {State.REPLACED, State.RETIRED},
        State.REPLACED: set(),
        State.RETIRED: {State.PUBLISHED},
    }


class Figure(models.Model):
    """What an indicator of its partner said on a day, frozen with the version of its definition.

    `value` is None where it is too small to be told outside of the partner, or would let an earlier one be
    computed; what is None here was never stored.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    card = models.ForeignKey(Card, on_delete=models.PROTECT, related_name="figures", db_index=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    indicator = models.CharField(max_length=20)
    definition_version = models.PositiveSmallIntegerField()
    value = models.PositiveIntegerField(null=True, blank=True)
    measured_at = models.DateTimeField()

    class Protection:
        owner = "practices"
        rows = "with the card"
        retention = "evidence"
        public = {"id", "card", "partner", "indicator", "definition_version", "value", "measured_at"}

    class Meta:
        constraints = [models.UniqueConstraint(name="one_figure_per_indicator", fields=["card", "indicator"])]


class CardFile(models.Model):
    """A file that goes with a card; it lies encrypted in the storage of attachments.

    `sealed_for` is the row it first came with: the next version shares the file of the one before.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    card = models.ForeignKey(Card, on_delete=models.PROTECT, related_name="files")
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    stored_as = models.CharField(max_length=64)
    sealed_for = models.UUIDField()
    key_id = models.CharField(max_length=40)
    wrapped = models.BinaryField()
    added_at = models.DateTimeField()

    class Protection:
        owner = "practices"
        rows = "with the card, inside the network"
        retention = "evidence"
        operational = {
            "id", "card", "partner", "name", "content_type", "size", "digest", "stored_as", "sealed_for", "key_id",
            "wrapped", "added_at",
        }  # fmt: skip

    class Meta:
        ordering = ["added_at", "id"]


class Reminder(models.Model):
    """A partner was written to on a day that a practice of its own wants to be confirmed. At most once a day."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="+", db_index=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    sent_on = models.DateField()
    letters = models.PositiveSmallIntegerField()

    class Protection:
        owner = "practices"
        rows = "partner"
        retention = "evidence"
        operational = {"id", "practice", "partner", "sent_on", "letters"}

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_practice_reminder_per_day", fields=["practice", "sent_on"])
        ]
