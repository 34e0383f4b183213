# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Another partner reads a card before it is published: it asks, and approves or sends back with its reasons."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lgnet.core.ids import new_id
from lgnet.network.models import Colleague, Organisation
from lgnet.practices.models.practice import Card


class Review(models.Model):
    """A partner took a card of another one to review. `author` is the card's partner.

    `turn` is the card's at that time: an approval holds for what was given to review then, not for what came later.
    """

    class Outcome(models.TextChoices):
        OPEN = "", _("Being reviewed")
        APPROVED = "approved", _("Approved")
        SENT_BACK = "sent_back", _("Sent back")
        GIVEN_UP = "given_up", _("Given up")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    card = models.ForeignKey(Card, on_delete=models.PROTECT, related_name="reviews")
    author = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    turn = models.PositiveSmallIntegerField()
    taken_at = models.DateTimeField()
    taken_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    reasons = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Protection:
        owner = "practices"
        rows = "the two partners; the nation; the network where it approved; that one is going on"
        retention = "evidence"
        operational = {
            "id",
            "card",
            "author",
            "partner",
            "turn",
            "taken_at",
            "outcome",
            "reasons",
            "decided_at",
        }
        staff = {"taken_by", "decided_by"}

    class Meta:
        constraints = [
            models.CheckConstraint(name="review_by_another_partner", condition=~Q(partner=F("author"))),
            models.UniqueConstraint(
                name="one_review_at_a_time",
                fields=["card", "turn"],
                condition=Q(outcome__in=["", "approved"]),
            ),
            models.CheckConstraint(
                name="review_decided_at_and_by",
                condition=Q(decided_at=None, decided_by=None, outcome="")
                | (Q(decided_at__isnull=False, decided_by__isnull=False) & ~Q(outcome="")),
            ),
            models.CheckConstraint(
                name="review_sent_back_with_reasons", condition=~Q(outcome="sent_back", reasons="")
            ),
        ]


class Question(models.Model):
    """What the reviewing partner asks, and what the author answers."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="questions")
    author = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Protection:
        owner = "practices"
        rows = "the two partners"
        retention = "evidence"
        operational = {
            "id", "review", "author", "partner", "text", "asked_at", "answer", "answered_at",
        }  # fmt: skip
        staff = {"asked_by", "answered_by"}

    class Meta:
        ordering = ["asked_at", "id"]
        constraints = [
            models.CheckConstraint(
                name="question_answered_at_and_by",
                condition=Q(answered_at=None, answered_by=None, answer="")
                | (Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(answer="")),
            )
        ]
