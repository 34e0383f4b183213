# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where the person stands in the eight outcome domains, and what makes them vulnerable (restricted)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lgnet.cases.models.case import Case
from lgnet.core.fields import EncryptedTextField
from lgnet.core.ids import new_id
from lgnet.network.models import Colleague, Organisation
from lgnet.people.models import Person


class Domain(models.TextChoices):
    """The eight outcome domains; each has its own scale (`lgnet.cases.code_lists`)."""

    HOUSING = "housing", pgettext_lazy("outcome domain", "Housing")  # the action line has another word for it
    LANGUAGE = "language", _("Italian language")
    WORK = "work", _("Work")
    INCOME = "income", _("Income")
    LEGAL = "legal", _("Legal status")
    HEALTH_ACCESS = "health_access", _("Access to health care")
    NETWORK = "network", _("Social network")
    AUTONOMY = "autonomy", _("Autonomy")


class Assessment(models.Model):
    """A multidimensional assessment at one moment of the path; never rewritten, a new one is made."""

    class Moment(models.TextChoices):
        ENTRY = "entry", _("At entry")
        REVIEW = "review", _("At review")
        EXIT = "exit", _("At exit")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="assessments")
    moment = models.CharField(max_length=10, choices=Moment)
    assessed_on = models.DateField()
    assessed_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    summary = EncryptedTextField(key="case.person.key")
    recorded_at = models.DateTimeField()

    class Protection:
        owner = "cases"
        rows = "partner"
        retention = "person"
        special = {"summary"}
        operational = {"id", "partner", "case", "moment", "assessed_on", "recorded_at"}
        staff = {"assessed_by"}


class Score(models.Model):
    """The value of one domain in an assessment: a code of the domain's scale, or why it is not known."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    assessment = models.ForeignKey(
        Assessment, on_delete=models.PROTECT, related_name="scores", db_index=False
    )
    domain = models.CharField(max_length=15, choices=Domain)
    value = models.CharField(max_length=10, blank=True)
    missing = models.CharField(max_length=20, blank=True)

    class Protection:
        owner = "cases"
        rows = "partner"
        retention = "person"
        special = {"value"}
        operational = {"id", "partner", "assessment", "domain", "missing"}

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_score_per_domain", fields=["assessment", "domain"]),
            models.CheckConstraint(name="score_value_or_reason", condition=Q(value="") ^ Q(missing="")),
        ]


class Vulnerability(models.Model):
    """A vulnerability noticed (art. 17 D.Lgs 142/2015 and the project's own). Only the case's circle reads it."""

    class Certainty(models.TextChoices):
        REPORTED = "reported", _("Reported")
        OBSERVED = "observed", _("Observed")
        ASCERTAINED = "ascertained", _("Ascertained by a professional")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="vulnerabilities")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="vulnerabilities")
    category = models.CharField(max_length=5)
    certainty = models.CharField(max_length=12, choices=Certainty)
    detected_on = models.DateField()
    detected_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    valid_until = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Protection:
        owner = "cases"
        rows = "circle"
        retention = "person"
        special = {"category", "certainty", "detected_on", "valid_until"}
        operational = {"id", "partner", "person", "case", "ended_at"}
        staff = {"detected_by"}

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="vulnerability_once", fields=["case", "category"], condition=Q(ended_at=None)
            )
        ]
