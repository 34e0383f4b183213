# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a partner is writing. The nation has no grant on these tables but on attachments that were sent."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lgnet.core.ids import new_id
from lgnet.direction.indicators import INDICATORS
from lgnet.network.models import Colleague, Organisation
from lgnet.reports.models.report import Report
from lgnet.reports.questions import Origin, Question


class Answer(models.Model):
    """The text that answers one of the six questions. `version` grows with each change: two people may write."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="answers", db_index=False)
    question = models.CharField(max_length=12, choices=Question)
    text = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")

    class Protection:
        owner = "reports"
        rows = "partner"
        retention = "evidence"
        operational = {"id", "partner", "report", "question", "text", "version", "written_at"}
        staff = {"written_by"}

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_answer_per_question", fields=["report", "question"]),
            models.CheckConstraint(name="answer_known_question", condition=Q(question__in=Question.values)),
        ]


class Row(models.Model):
    """A line that answers a question beside its text. Taken out, it stays and can come back."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_by = models.ForeignKey(
        Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_removed_at_and_by",
                condition=Q(removed_at=None, removed_by=None)
                | Q(removed_at__isnull=False, removed_by__isnull=False),
            )
        ]


class Deviation(Row):
    """A deviation from the timeline or a problem: what, where from, what is done about it and by when.

    `indicator` is the code of the indicator it weighs on, where there is one.
    """

    class Kind(models.TextChoices):
        DEVIATION = "deviations", _("Deviation from the timeline")
        PROBLEM = "problems", _("Problem")

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="deviations")
    kind = models.CharField(max_length=10, choices=Kind)
    text = models.TextField()
    origin = models.CharField(max_length=11, choices=Origin)
    indicator = models.CharField(max_length=30, blank=True)
    remedy = models.TextField(blank=True)
    due_on = models.DateField(null=True, blank=True)

    class Protection:
        owner = "reports"
        rows = "partner"
        retention = "evidence"
        operational = {
            "id", "partner", "report", "kind", "text", "origin", "indicator", "remedy", "due_on", "written_at",
            "removed_at",
        }  # fmt: skip
        staff = {"written_by", "removed_by"}

    @property
    def indicator_words(self) -> str:
        """The indicator's name, its code where it is not measured any more."""
        return str(INDICATORS[self.indicator].name) if self.indicator in INDICATORS else self.indicator


class NetworkSubject(Row):
    """A body of the territory with which the partner worked, and what it did (form of the subjects of the network)."""

    class Kind(models.TextChoices):
        HEALTH = "health", _("Health service")
        PREFECTURE = "prefecture", _("Prefecture or police headquarters")
        SCHOOL = "school", _("School or adult education")
        WORK = "work", _("Job centre or employer")
        THIRD_SECTOR = "third_sector", _("Third sector")
        MUNICIPAL = "municipal", _("Other municipal office")
        HOUSING = "housing", _("Owners and housing agencies")
        COMMUNITY = "community", _("Communities and associations of migrants")
        OTHER = "other", _("Something else")

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="subjects")
    name = models.CharField(max_length=160)
    kind = models.CharField(max_length=12, choices=Kind)
    role = models.TextField()

    class Protection:
        owner = "reports"
        rows = "partner"
        retention = "evidence"
        operational = {"id", "partner", "report", "name", "kind", "role", "written_at", "removed_at"}
        staff = {"written_by", "removed_by"}


class Attachment(models.Model):
    """A file of the report, encrypted on disk. From its first sending (`sent_at`) on the nation has it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="attachments")
    name = models.CharField(max_length=130)
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    stored_as = models.CharField(max_length=32)
    key_id = models.CharField(max_length=40)
    wrapped = models.BinaryField()
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_by = models.ForeignKey(
        Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    sent_at = models.DateTimeField(null=True, blank=True)

    class Protection:
        owner = "reports"
        rows = "partner; the nation once it was sent"
        retention = "evidence"
        operational = {
            "id", "partner", "report", "name", "content_type", "size", "digest", "stored_as", "key_id", "wrapped",
            "added_at", "removed_at", "sent_at",
        }  # fmt: skip
        staff = {"added_by", "removed_by"}

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="attachment_removed_at_and_by",
                condition=Q(removed_at=None, removed_by=None)
                | Q(removed_at__isnull=False, removed_by__isnull=False),
            )
        ]
