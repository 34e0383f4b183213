# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Circulars and questions from the nation to the partners, who has read them, and what they answered.

What was issued is never edited: a trigger refuses (migration 0002), and a correction is a new version.
"""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lgnet.catalogue.models import CatalogueVersion
from lgnet.core.ids import new_id
from lgnet.network.models import ActionLine, Colleague, Organisation

COORDINATOR = "coordinator"


def coordinators() -> list[str]:
    """Who must read a directive if nobody says otherwise."""
    return [COORDINATOR]


class Directive(models.Model):
    """A circular or a question: one version of it. Partners see it from the moment it is issued."""

    class Kind(models.TextChoices):
        KNOW = "know", _("To know")
        ACKNOWLEDGE = "acknowledge", _("To acknowledge")
        ANSWER = "answer", _("To answer")

    class AnswerKind(models.TextChoices):
        NONE = "", _("No answer")
        TEXT = "text", _("In words")
        CHOICE = "choice", _("One of some choices")
        NUMBER = "number", _("A number")

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        ISSUED = "issued", _("Issued")
        CLOSED = "closed", pgettext_lazy("circular", "Closed")
        WITHDRAWN = "withdrawn", pgettext_lazy("circular", "Withdrawn")
        REPLACED = "replaced", _("Replaced by a correction")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    number = models.PositiveIntegerField(null=True, blank=True)
    version = models.PositiveSmallIntegerField(default=1)
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="correction"
    )
    catalogue = models.ForeignKey(
        CatalogueVersion, on_delete=models.PROTECT, null=True, blank=True, related_name="directives"
    )
    kind = models.CharField(max_length=12, choices=Kind)
    subject = models.CharField(max_length=200)
    text = models.TextField()
    answer_kind = models.CharField(max_length=8, choices=AnswerKind, blank=True)
    question = models.CharField(max_length=300, blank=True)
    choices = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    lines = ArrayField(models.CharField(max_length=20, choices=ActionLine), default=list, blank=True)
    regions = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    partners = ArrayField(models.SlugField(), default=list, blank=True)
    must_read = ArrayField(models.CharField(max_length=30), default=coordinators)
    due_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    issued_at = models.DateTimeField(null=True, blank=True)
    issued_by = models.ForeignKey(
        Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    end_reason = models.CharField(max_length=300, blank=True)

    class Protection:
        owner = "directives"
        rows = "the nation reads all; a partner what was issued to it"
        retention = "evidence"
        operational = {
            "id", "year", "number", "version", "corrects", "catalogue", "kind", "subject", "text", "answer_kind",
            "question", "choices", "lines", "regions", "partners", "must_read", "due_on", "state", "written_at",
            "issued_at", "ended_at", "end_reason",
        }  # fmt: skip
        staff = {"written_by", "issued_by", "ended_by"}

    class Meta:
        indexes = [models.Index(fields=["-issued_at", "-id"], name="directive_latest")]
        constraints = [
            models.UniqueConstraint(
                name="one_directive_per_number",
                fields=["year", "number", "version"],
                condition=Q(number__isnull=False),
            ),
            models.CheckConstraint(
                name="directive_numbered_when_issued",
                condition=Q(state="draft", issued_at=None, issued_by=None)
                | (
                    ~Q(state="draft")
                    & Q(number__isnull=False, issued_at__isnull=False, issued_by__isnull=False)
                ),
            ),
            models.CheckConstraint(
                name="directive_ended_at_and_by",
                condition=Q(ended_at=None, ended_by=None) | Q(ended_at__isnull=False, ended_by__isnull=False),
            ),
            models.CheckConstraint(
                name="directive_asks_what_is_to_be_answered",
                condition=(Q(kind="answer") & ~Q(answer_kind="")) | (~Q(kind="answer") & Q(answer_kind="")),
            ),
        ]

    NEXT: ClassVar[dict[State, set[State]]] = {
        State.DRAFT: {State.ISSUED},
        State.ISSUED: {State.CLOSED, State.WITHDRAWN, State.REPLACED},
        State.CLOSED: {State.ISSUED, State.REPLACED},
        State.WITHDRAWN: set(),
        State.REPLACED: set(),
    }

    @property
    def code(self) -> str:
        """The number as it is quoted, "3/2026"; with its version where it was corrected."""
        if self.number is None:
            return ""
        version = f" v{self.version}" if self.version > 1 else ""
        return f"{self.number}/{self.year}{version}"

    @property
    def is_open(self) -> bool:
        """Whether it still asks something of the partners."""
        return self.state == self.State.ISSUED

    @property
    def is_to_everybody(self) -> bool:
        return not (self.lines or self.regions or self.partners)


class DirectiveFile(models.Model):
    """A file that goes with a directive; the file itself lies encrypted in the storage of attachments.

    `sealed_for` is the row it first came with: a correction shares the file of the version before.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    directive = models.ForeignKey(Directive, on_delete=models.PROTECT, related_name="files")
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
        owner = "directives"
        rows = "with the directive"
        retention = "evidence"
        operational = {
            "id", "directive", "name", "content_type", "size", "digest", "stored_as", "sealed_for", "key_id",
            "wrapped", "added_at",
        }  # fmt: skip

    class Meta:
        ordering = ["added_at", "id"]


class Addressee(models.Model):
    """A partner that a directive was issued to: its acknowledgement and its answer."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    directive = models.ForeignKey(
        Directive, on_delete=models.PROTECT, related_name="addressees", db_index=False
    )
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", db_index=False)
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    acknowledged_by = models.ForeignKey(
        Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    answer_text = models.TextField(blank=True)
    answer_choice = models.CharField(max_length=120, blank=True)
    answer_number = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Protection:
        owner = "directives"
        rows = "partner; the nation reads all"
        retention = "evidence"
        operational = {
            "id", "directive", "partner", "acknowledged_at", "answer_text", "answer_choice", "answer_number",
            "answered_at",
        }  # fmt: skip
        staff = {"acknowledged_by", "answered_by"}

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_addressee_per_partner", fields=["directive", "partner"]),
            models.CheckConstraint(
                name="addressee_acknowledged_at_and_by",
                condition=Q(acknowledged_at=None, acknowledged_by=None)
                | Q(acknowledged_at__isnull=False, acknowledged_by__isnull=False),
            ),
            models.CheckConstraint(
                name="addressee_answered_at_and_by",
                condition=Q(answered_at=None, answered_by=None)
                | Q(answered_at__isnull=False, answered_by__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["partner", "directive"], name="addressee_of_partner")]

    @property
    def answer(self) -> str:
        """What was answered, as text; "" while nothing was."""
        if self.answer_number is not None:
            number = self.answer_number.normalize()
            return f"{number:f}"
        return self.answer_choice or self.answer_text

    @property
    def is_done(self) -> bool:
        """Whether the partner did what the directive asks of it; needs the directive."""
        if self.directive.kind == Directive.Kind.ANSWER:
            return self.answered_at is not None
        return self.directive.kind == Directive.Kind.KNOW or self.acknowledged_at is not None


class Reading(models.Model):
    """Somebody at a partner opened a directive, and perhaps said that they took note of it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    directive = models.ForeignKey(
        Directive, on_delete=models.PROTECT, related_name="readings", db_index=False
    )
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    reader = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    read_at = models.DateTimeField()
    noted_at = models.DateTimeField(null=True, blank=True)

    class Protection:
        owner = "directives"
        rows = "partner; the nation asks by a function that names coordinators only"
        retention = "evidence"
        operational = {"id", "directive", "partner", "read_at", "noted_at"}
        staff = {"reader"}

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_reading_per_reader", fields=["directive", "partner", "reader"]),
            models.CheckConstraint(
                name="reading_noted_after_read", condition=Q(noted_at=None) | Q(noted_at__gte=F("read_at"))
            ),
        ]


class Reminder(models.Model):
    """A partner's coordinators were written to on a day: that something was issued, once, or that it is due.

    At most once a day, whatever the jobs do.
    """

    class Kind(models.TextChoices):
        ISSUED = "issued"
        DUE = "due"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    addressee = models.ForeignKey(
        Addressee, on_delete=models.PROTECT, related_name="reminders", db_index=False
    )
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=6, choices=Kind, default=Kind.DUE)
    sent_on = models.DateField()
    letters = models.PositiveSmallIntegerField()

    class Protection:
        owner = "directives"
        rows = "partner; the nation reads all"
        retention = "evidence"
        operational = {"id", "addressee", "partner", "kind", "sent_on", "letters"}

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_reminder_per_day", fields=["addressee", "sent_on"]),
            models.UniqueConstraint(
                name="told_once_that_it_was_issued", fields=["addressee"], condition=Q(kind="issued")
            ),
        ]
