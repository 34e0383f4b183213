# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is kept about the quality of data: misses that somebody dismissed with a reason, suspicions, weekly measures.

Misses themselves are asked of the data each time, so that what is mended is gone at once. The first page alone cannot
wait for that: it shows the head of last night's list (`Pile`), and of it only what still stands.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lgnet.core.ids import new_id
from lgnet.network.models import Colleague, Membership, Organisation
from lgnet.people.models import Missing, Person


class Dismissal(models.Model):
    """Somebody looked at a miss and said why it stays: the person does not know, or it is right as it is."""

    REASONS = (
        *((reason.value, reason.label) for reason in Missing if reason != Missing.NOT_ASKED),
        ("right", _("Checked: it is right as it is")),
        ("two_people", _("Checked: they are two people")),
        ("on_paper", _("Written on paper first: there was no connection, or no time")),
        ("told_later", _("I was told of it later")),
    )

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    check_code = models.CharField(max_length=40)
    subject_id = models.UUIDField()
    reason = models.CharField(max_length=20, choices=REASONS)
    dismissed_at = models.DateTimeField()
    dismissed_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Protection:
        owner = "quality"
        rows = "partner"
        retention = "person"
        identifying = {"subject_id"}
        personal = {"reason"}
        operational = {"id", "partner", "check_code", "dismissed_at", "withdrawn_at"}
        staff = {"dismissed_by"}

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_dismissal_per_miss",
                fields=["subject_id", "check_code"],
                condition=Q(withdrawn_at=None),
            ),
        ]


class Suspicion(models.Model):
    """Something that only reading encrypted values can find, found at night: a likely twin, a tax code that disagrees.

    It holds while the rows it was found on are unchanged: a correction makes it disappear until it is looked at anew.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    check_code = models.CharField(max_length=40)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    person_version = models.PositiveIntegerField()
    other = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    other_version = models.PositiveIntegerField(null=True, blank=True)
    found_at = models.DateTimeField()

    class Protection:
        owner = "quality"
        rows = "partner"
        retention = "person"
        personal = {"person", "other"}
        operational = {"id", "partner", "check_code", "person_version", "other_version", "found_at"}

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_suspicion_per_pair",
                fields=["check_code", "person", "other"],
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="suspicion_of_two_people", condition=Q(other=None) | Q(other__gt=F("person"))
            ),
            models.CheckConstraint(
                name="suspicion_knows_both_versions",
                condition=Q(other=None, other_version=None)
                | Q(other__isnull=False, other_version__isnull=False),
            ),
        ]


class Pile(models.Model):
    """What somebody had to mend in a role last night: how many people, and the first of them with their worst miss.

    `heads`: lists of person, rank, check, subject and case.
    """

    membership = models.OneToOneField(
        Membership, on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    people = models.PositiveIntegerField()
    heads = models.JSONField()
    counted_at = models.DateTimeField()

    class Protection:
        owner = "quality"
        rows = "partner"
        retention = "person"
        personal = {"heads"}
        operational = {"partner", "people", "counted_at"}
        staff = {"membership"}


class Measure(models.Model):
    """How many rows of a partner a check looked at in a week, and how many failed. The nation reads it too."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", db_index=False)
    check_code = models.CharField(max_length=40)
    week = models.DateField()
    looked_at = models.PositiveIntegerField()
    failed = models.PositiveIntegerField()
    measured_at = models.DateTimeField()

    class Protection:
        owner = "quality"
        rows = "partner; the nation reads all: numbers of rows only"
        retention = "evidence"
        operational = {"id", "partner", "check_code", "week", "looked_at", "failed", "measured_at"}

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_measure_per_week", fields=["partner", "week", "check_code"]),
            models.CheckConstraint(
                name="measure_failed_among_looked_at", condition=Q(failed__lte=F("looked_at"))
            ),
            models.CheckConstraint(name="measure_of_a_monday", condition=Q(week__iso_week_day=1)),
        ]


class WorkerMeasure(models.Model):
    """The same for what one worker follows or recorded: for the partner's eyes, to help, never to rank."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", db_index=False)
    worker = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    check_code = models.CharField(max_length=40)
    week = models.DateField()
    looked_at = models.PositiveIntegerField()
    failed = models.PositiveIntegerField()

    class Protection:
        owner = "quality"
        rows = "partner"
        retention = "staff"
        operational = {"id", "partner", "check_code", "week", "looked_at", "failed"}
        staff = {"worker"}

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_worker_measure_per_week", fields=["partner", "week", "check_code", "worker"]
            ),
            models.CheckConstraint(
                name="worker_measure_failed_among_looked_at", condition=Q(failed__lte=F("looked_at"))
            ),
        ]
