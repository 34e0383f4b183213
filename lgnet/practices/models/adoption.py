# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A partner takes up the practice of another one: a small project with steps, days, owners and a result."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lgnet.core.ids import new_id
from lgnet.network.models import Colleague, Organisation
from lgnet.practices.models.practice import Card, Practice


class Adoption(models.Model):
    """The project of taking up a practice. `author` is the practice's partner, `partner` the one that takes it up.

    `before` and `after` are what the indicator counted in whole months, protected when they were frozen: None is
    hidden, or nothing was compared (`compared_at` says which).
    """

    class Outcome(models.TextChoices):
        OPEN = "", _("Under way")
        WORKED = "worked", _("It worked here too")
        PARTLY = "partly", _("It worked in part")
        FAILED = "failed", _("It did not work here")
        STOPPED = "stopped", _("We stopped before the end")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="adoptions")
    card = models.ForeignKey(Card, on_delete=models.PROTECT, related_name="adoptions")
    author = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", db_index=False)
    owner = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    aim = models.TextField(blank=True)
    indicator = models.CharField(max_length=20, blank=True)
    definition_version = models.PositiveSmallIntegerField(null=True, blank=True)
    started_on = models.DateField()
    due_on = models.DateField(null=True, blank=True)
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    result = models.TextField(blank=True)
    changed = models.TextField(blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    compared_at = models.DateTimeField(null=True, blank=True)
    before = models.PositiveIntegerField(null=True, blank=True)
    after = models.PositiveIntegerField(null=True, blank=True)

    class Protection:
        owner = "practices"
        rows = "partner; the author and the nation; the network once it has ended"
        retention = "evidence"
        operational = {
            "id", "practice", "card", "author", "partner", "aim", "indicator", "definition_version", "started_on",
            "due_on", "begun_at", "outcome", "result", "changed", "ended_at", "compared_at", "before", "after",
        }  # fmt: skip
        staff = {"owner", "begun_by", "ended_by"}

    class Meta:
        indexes = [models.Index(fields=["partner", "-begun_at"], name="adoption_latest")]
        constraints = [
            models.CheckConstraint(name="adoption_by_another_partner", condition=~Q(partner=F("author"))),
            models.UniqueConstraint(
                name="one_adoption_under_way", fields=["practice", "partner"], condition=Q(outcome="")
            ),
            models.CheckConstraint(
                name="adoption_ended_at_and_by",
                condition=Q(ended_at=None, ended_by=None, outcome="")
                | (Q(ended_at__isnull=False, ended_by__isnull=False) & ~Q(outcome="")),
            ),
            models.CheckConstraint(
                name="adoption_due_after_start", condition=Q(due_on=None) | Q(due_on__gte=F("started_on"))
            ),
            models.CheckConstraint(
                name="adoption_measured_by_a_version",
                condition=Q(indicator="", definition_version=None)
                | (~Q(indicator="") & Q(definition_version__isnull=False)),
            ),
        ]

    @property
    def is_open(self) -> bool:
        """Whether it is still under way."""
        return self.outcome == self.Outcome.OPEN


class AdoptionStep(models.Model):
    """A step of an adoption: copied from the card, or added by the partner that takes it up."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    adoption = models.ForeignKey(Adoption, on_delete=models.PROTECT, related_name="steps", db_index=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=300)
    owner = models.ForeignKey(Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    due_on = models.DateField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Protection:
        owner = "practices"
        rows = "partner"
        retention = "evidence"
        operational = {"id", "adoption", "partner", "position", "text", "due_on", "done_at"}
        staff = {"owner", "done_by"}

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(name="one_step_per_position", fields=["adoption", "position"]),
            models.CheckConstraint(
                name="step_done_at_and_by",
                condition=Q(done_at=None, done_by=None) | Q(done_at__isnull=False, done_by__isnull=False),
            ),
        ]


class ComparedMonth(models.Model):
    """What the indicator counted in a month around an adoption, protected when it was frozen: None is hidden."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    adoption = models.ForeignKey(Adoption, on_delete=models.PROTECT, related_name="months", db_index=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    month = models.DateField()
    is_after = models.BooleanField()
    value = models.PositiveIntegerField(null=True, blank=True)

    class Protection:
        owner = "practices"
        rows = "with the adoption"
        retention = "evidence"
        operational = {"id", "adoption", "partner", "month", "is_after", "value"}

    class Meta:
        ordering = ["month"]
        constraints = [models.UniqueConstraint(name="one_value_per_month", fields=["adoption", "month"])]


class Feedback(models.Model):
    """What a partner that took a practice up says to the one that wrote it; between the two of them."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    adoption = models.OneToOneField(Adoption, on_delete=models.PROTECT, related_name="feedback")
    author = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    given_at = models.DateTimeField()
    given_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")

    class Protection:
        owner = "practices"
        rows = "the two partners"
        retention = "evidence"
        operational = {"id", "adoption", "author", "partner", "text", "given_at"}
        staff = {"given_by"}
