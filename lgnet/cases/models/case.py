# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The case: somebody is taken in charge, by a case manager and a team, along the action lines."""

import datetime as dt

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lgnet.cases.models.intake import Intake, Urgency
from lgnet.core.clock import ROME
from lgnet.core.fields import EncryptedTextField
from lgnet.core.ids import new_id
from lgnet.network.models import ActionLine, Colleague, Edition, Organisation
from lgnet.people.models import Person


class Case(models.Model):
    """A person taken in charge: open from a day, with a responsible worker, to a closure with its reason."""

    class Stage(models.TextChoices):
        TAKEN = "taken", _("Taken in charge")
        ASSESSED = "assessed", _("Assessed")
        PLANNED = "planned", _("Plan agreed")
        RUNNING = "running", _("Under way")
        CLOSED = "closed", _("Closed")

    NEXT = {
        Stage.TAKEN: {Stage.ASSESSED, Stage.CLOSED},
        Stage.ASSESSED: {Stage.PLANNED, Stage.CLOSED},
        Stage.PLANNED: {Stage.RUNNING, Stage.CLOSED},
        Stage.RUNNING: {Stage.CLOSED},
        Stage.CLOSED: set[str](),
    }

    class Reason(models.TextChoices):
        ACHIEVED = "achieved", _("Goals achieved")
        PARTLY_ACHIEVED = "partly_achieved", _("Goals partly achieved")
        MOVED = "moved", _("Moved to another municipality")
        OTHER_SERVICE = "other_service", _("Passed on to another service")
        WITHDREW = "withdrew", _("The person withdrew")
        UNTRACEABLE = "untraceable", _("The person cannot be found")
        NOT_ELIGIBLE = "not_eligible", _("No longer meets the requirements")
        RETURNED = "returned", _("Returned or moved abroad")
        DIED = "died", _("Died")
        PROJECT_END = "project_end", _("End of the project")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", db_index=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="cases")
    intake = models.OneToOneField(Intake, on_delete=models.PROTECT, related_name="case")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=16)
    stage = models.CharField(max_length=10, choices=Stage, default=Stage.TAKEN)
    lines = ArrayField(models.CharField(max_length=20, choices=ActionLine), default=list)
    manager = models.ForeignKey(Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    urgency = models.PositiveSmallIntegerField(choices=Urgency, default=Urgency.NONE)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    review_due_on = models.DateField(null=True, blank=True)
    last_activity_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    closure_reason = models.CharField(max_length=20, choices=Reason, blank=True)
    closure_note = EncryptedTextField(key="person.key")
    helpfulness = models.PositiveSmallIntegerField(null=True, blank=True)
    import_run = models.UUIDField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Protection:
        owner = "cases"
        rows = "partner"
        retention = "person"
        identifying = {"code"}
        special = {"closure_note"}
        personal = {"urgency", "closure_reason", "helpfulness", "lines", "stage"}
        operational = {
            "id", "partner", "person", "intake", "edition", "opened_at", "review_due_on", "last_activity_at",
            "closed_at", "import_run", "version",
        }  # fmt: skip
        staff = {"manager", "opened_by", "closed_by"}

    class Meta:
        indexes = [
            models.Index(fields=["partner", "-last_activity_at", "-id"], name="case_partner_latest"),
            models.Index(
                fields=["partner", "manager", "review_due_on"],
                name="case_caseload",
                condition=~Q(stage="closed"),
            ),
        ]
        constraints = [
            models.UniqueConstraint(name="case_code_per_partner", fields=["partner", "code"]),
            models.UniqueConstraint(
                name="one_open_case_per_person", fields=["person"], condition=~Q(stage="closed")
            ),
            models.CheckConstraint(
                name="case_closed_with_reason",
                condition=~Q(stage="closed") & Q(closed_at=None, closed_by=None, closure_reason="")
                | Q(stage="closed", closed_at__isnull=False, closed_by__isnull=False) & ~Q(closure_reason=""),
            ),
            models.CheckConstraint(
                name="case_known_lines", condition=Q(lines__contained_by=ActionLine.values)
            ),
            models.CheckConstraint(
                name="case_helpfulness_1_to_5", condition=Q(helpfulness=None) | Q(helpfulness__range=(1, 5))
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def closed_on(self) -> dt.date | None:
        """The day of the closing, in Italy; None while the case is open."""
        return self.closed_at.astimezone(ROME).date() if self.closed_at else None


class CaseMember(models.Model):
    """Somebody of the multidisciplinary team of a case: the circle that may read what is restricted."""

    class Part(models.TextChoices):
        MANAGER = "manager", _("Case manager")
        SOCIAL_WORKER = "social_worker", _("Social worker")
        PSYCHOLOGIST = "psychologist", _("Psychologist")
        LEGAL = "legal", _("Legal operator")
        MEDIATOR = "mediator", _("Cultural mediator")
        EDUCATOR = "educator", _("Educator")
        HOUSING = "housing", _("Housing mediator")
        OTHER = "other", _("Other professional")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="members")
    user = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=15, choices=Part)
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)

    class Protection:
        owner = "cases"
        rows = "partner"
        retention = "person"
        staff = {"user", "part"}
        operational = {"id", "partner", "case", "joined_at", "left_at"}

    class Meta:
        indexes = [models.Index(fields=["case", "user"], name="casemember_circle", condition=Q(left_at=None))]
        constraints = [
            models.UniqueConstraint(name="once_in_a_team", fields=["case", "user"], condition=Q(left_at=None))
        ]
