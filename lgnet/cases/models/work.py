# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The daily work on a case: interventions delivered, notes, reviews."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lgnet.cases.models.case import Case
from lgnet.catalogue.models import InterventionType
from lgnet.core.fields import EncryptedTextField
from lgnet.core.ids import new_id
from lgnet.network.models import Colleague, Organisation


class Intervention(models.Model):
    """Something done for the person: type, day, minutes, by whom, with what result."""

    class Result(models.TextChoices):
        DONE = "done", _("Done")
        NO_SHOW = "no_show", _("The person did not come")
        REFUSED = "refused", _("Refused by the person")
        INTERRUPTED = "interrupted", _("Interrupted")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="interventions", db_index=False)
    type = models.ForeignKey(InterventionType, on_delete=models.PROTECT, related_name="+")
    delivered_on = models.DateField()
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    delivered_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    result = models.CharField(max_length=12, choices=Result, default=Result.DONE)
    cost_cents = models.PositiveIntegerField(null=True, blank=True)
    note = EncryptedTextField(key="case.person.key")
    recorded_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Protection:
        owner = "cases"
        rows = "partner"
        retention = "evidence"
        special = {"note"}
        personal = {"type", "result", "cost_cents"}
        operational = {"id", "partner", "case", "delivered_on", "minutes", "recorded_at", "withdrawn_at"}
        staff = {"delivered_by"}

    class Meta:
        indexes = [models.Index(fields=["case", "-delivered_on"], name="intervention_of_case")]
        constraints = [
            models.CheckConstraint(
                name="intervention_at_most_a_day", condition=Q(minutes=None) | Q(minutes__lte=1440)
            )
        ]


class Note(models.Model):
    """A note in the diary of a case. A note of level "circle" exists only for the members of the case's team."""

    class Level(models.TextChoices):
        PARTNER = "partner", _("Everybody who works on cases here")
        CIRCLE = "circle", _("Only the team of this case")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="notes", db_index=False)
    level = models.CharField(max_length=10, choices=Level, default=Level.PARTNER)
    text = EncryptedTextField(key="case.person.key")
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Protection:
        owner = "cases"
        rows = "circle"
        retention = "person"
        special = {"text"}
        operational = {"id", "partner", "case", "level", "written_at", "withdrawn_at"}
        staff = {"written_by"}

    class Meta:
        indexes = [models.Index(fields=["case", "-written_at"], name="note_of_case")]


class Review(models.Model):
    """The worker and the person look at the plan together (every 90 days) and say what changes."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="reviews")
    reviewed_on = models.DateField()
    reviewed_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    summary = EncryptedTextField(key="case.person.key")
    next_review_on = models.DateField()
    recorded_at = models.DateTimeField()

    class Protection:
        owner = "cases"
        rows = "partner"
        retention = "person"
        special = {"summary"}
        operational = {"id", "partner", "case", "reviewed_on", "next_review_on", "recorded_at"}
        staff = {"reviewed_by"}

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="review_next_is_later", condition=Q(next_review_on__gt=models.F("reviewed_on"))
            )
        ]
