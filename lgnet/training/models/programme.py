# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A training programme of an edition and the modules it is made of."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lgnet.core.ids import new_id
from lgnet.network.models import Colleague, Edition

USUAL_THRESHOLD = 80  # percent of the hours (rules TRN-6)


class Programme(models.Model):
    """What the network teaches its workers in an edition."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    aims = models.TextField(blank=True)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")

    class Protection:
        owner = "training"
        rows = "open: the programme is for everybody who works in the network"
        retention = "evidence"
        operational = {"id", "edition", "title", "aims", "written_at"}
        staff = {"written_by"}

    def __str__(self) -> str:
        return self.title


class Module(models.Model):
    """A part of the programme that somebody enrols in as a whole: its sessions, its places, its threshold."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        OPEN = "open", pgettext_lazy("module", "Published")
        CALLED_OFF = "called_off", pgettext_lazy("module", "Called off")

    class Area(models.TextChoices):
        """What the training is about, for the fund's form on operators."""

        RECEPTION = "reception", _("Taking in charge and integrated services")
        RIGHTS = "rights", _("Rights and legal matters")
        HEALTH = "health", _("Health and vulnerability")
        HOUSING = "housing", pgettext_lazy("training", "Housing autonomy")
        WORK = "work", pgettext_lazy("training", "Work autonomy and civic engagement")
        MEDIATION = "mediation", _("Language and cultural mediation")
        PROTECTION = "protection", _("Violence, trafficking and exploitation")
        GOVERNANCE = "governance", _("Networks, co-planning and governance")
        DATA = "data", _("Data, monitoring and reporting")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="modules", db_index=False)
    code = models.CharField(max_length=12)
    title = models.CharField(max_length=200)
    area = models.CharField(max_length=12, choices=Area)
    contents = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    places = models.PositiveIntegerField(validators=[MinValueValidator(1)])
    places_per_partner = models.PositiveIntegerField(null=True, blank=True)
    needs_approval = models.BooleanField(default=True)
    enrol_until = models.DateField()
    threshold = models.PositiveSmallIntegerField(
        default=USUAL_THRESHOLD, validators=[MinValueValidator(1), MaxValueValidator(100)]
    )
    arrivals = models.PositiveIntegerField(default=0)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField(null=True, blank=True)
    called_off_at = models.DateTimeField(null=True, blank=True)
    called_off_reason = models.CharField(max_length=300, blank=True)

    class Protection:
        owner = "training"
        rows = "the nation all; everybody else what was published"
        retention = "evidence"
        operational = {
            "id", "programme", "code", "title", "area", "contents", "state", "places", "places_per_partner",
            "needs_approval", "enrol_until", "threshold", "arrivals", "written_at", "published_at",
            "called_off_at", "called_off_reason",
        }  # fmt: skip
        staff = {"written_by"}

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_module_per_code", fields=["programme", "code"]),
            models.CheckConstraint(name="module_has_places", condition=Q(places__gte=1)),
            models.CheckConstraint(
                name="module_places_per_partner_within_places",
                condition=Q(places_per_partner=None)
                | Q(places_per_partner__gte=1, places_per_partner__lte=F("places")),
            ),
            models.CheckConstraint(
                name="module_threshold_is_a_percentage", condition=Q(threshold__gte=1, threshold__lte=100)
            ),
            models.CheckConstraint(
                name="module_published_when_open",
                condition=Q(state="draft", published_at=None)
                | (~Q(state="draft") & Q(published_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="module_called_off_says_why",
                condition=Q(state="called_off", called_off_at__isnull=False) & ~Q(called_off_reason="")
                | (~Q(state="called_off") & Q(called_off_at=None, called_off_reason="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"


class Prerequisite(models.Model):
    """Whoever enrols in a module must have completed another one."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    module = models.ForeignKey(Module, on_delete=models.CASCADE, related_name="prerequisites", db_index=False)
    required = models.ForeignKey(Module, on_delete=models.PROTECT, related_name="opens")

    class Protection:
        owner = "training"
        rows = "open: what a module asks for is part of the programme"
        retention = "evidence"
        operational = {"id", "module", "required"}

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_prerequisite_per_pair", fields=["module", "required"]),
            models.CheckConstraint(name="no_module_requires_itself", condition=~Q(module=F("required"))),
        ]
