# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Answers, which nobody reads, and what is told of them once a survey is closed.

No column leads from an answer to who gave it or to their invitation, none tells when or in which order they came
(docs/adr/0026). Their ids are random; the rows are written anew in a random order when the survey is closed.
"""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from lgnet.core.ids import new_id
from lgnet.evaluation.models.survey import Survey
from lgnet.network.models import Organisation

LEAST = 5  # answers; fewer are never told, nor what would let them be computed. Migration 0002 holds it too
CANNOT_SAY = 0


class Answer(models.Model):
    """One answer to the questions with a scale, in their order: 1 to 5, or 0 for "I cannot say"."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="+")
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", db_index=False)
    marks = ArrayField(models.PositiveSmallIntegerField())

    class Protection:
        owner = "evaluation"
        rows = "nobody: written by one function, counted by another"
        retention = "evidence"
        operational = {"id", "survey", "partner", "marks"}

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="answer_marks_on_the_scale", condition=Q(marks__contained_by=[CANNOT_SAY, 1, 2, 3, 4, 5])
            )
        ]


class Remark(models.Model):
    """What somebody wrote in words: a row of its own, apart from their marks."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="+")
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", db_index=False)
    text = models.TextField()

    class Protection:
        owner = "evaluation"
        rows = "nobody: written by one function, read by another"
        retention = "evidence"
        operational = {"id", "survey", "partner", "text"}


class Group(models.Model):
    """Answers that are told together, at least five: of a partner, of the others together, of the whole network.

    Partners and others never overlap and add up to the network: whatever is subtracted leaves five or more, or none.
    """

    class Scope(models.TextChoices):
        PARTNER = "partner"
        OTHERS = "others"
        NETWORK = "network"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="groups", db_index=False)
    scope = models.CharField(max_length=7, choices=Scope)
    partner = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    answers = models.PositiveIntegerField()

    class Protection:
        owner = "evaluation"
        rows = "own partner and the network as a whole; the nation all"
        retention = "evidence"
        operational = {"id", "survey", "scope", "partner", "answers"}

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_group_per_scope", fields=["survey", "scope", "partner"], nulls_distinct=False
            ),
            models.CheckConstraint(name="group_is_never_small", condition=Q(answers__gte=LEAST)),
            models.CheckConstraint(
                name="group_of_a_partner_names_it",
                condition=Q(scope="partner", partner__isnull=False) | (~Q(scope="partner") & Q(partner=None)),
            ),
        ]


class Tally(models.Model):
    """How many of a group gave a mark to a question."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="tallies", db_index=False)
    position = models.PositiveSmallIntegerField()
    mark = models.PositiveSmallIntegerField()
    n = models.PositiveIntegerField()

    class Protection:
        owner = "evaluation"
        rows = "with the group"
        retention = "evidence"
        operational = {"id", "group", "position", "mark", "n"}

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_tally_per_mark", fields=["group", "position", "mark"])
        ]


class Quote(models.Model):
    """What was written in words, told in no order and only where at least five of a group wrote something."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="quotes")
    text = models.TextField()

    class Protection:
        owner = "evaluation"
        rows = "own partner's; the nation that of the network as a whole"
        retention = "evidence"
        operational = {"id", "group", "text"}

    class Meta:
        ordering = ["id"]
