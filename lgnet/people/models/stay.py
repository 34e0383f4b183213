# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The status of stay as a dated history, and the list of legal grounds."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from lgnet.core.ids import new_id
from lgnet.network.models import Colleague, Organisation
from lgnet.people.models.person import Missing, Person


class ResidenceStatus(models.Model):
    """A legal ground of stay, from the shipped list; `so2_default` says whether it counts for FAMI."""

    class Eligibility(models.TextChoices):
        ELIGIBLE = "ELIGIBLE", pgettext_lazy("status of stay", "Eligible")
        CHECK = "CHECK", _("To be checked")
        NOT_ELIGIBLE = "NOT_ELIGIBLE", pgettext_lazy("status of stay", "Not eligible")

    code = models.CharField(primary_key=True, max_length=6)
    label_it = models.CharField(max_length=200)
    label_en = models.CharField(max_length=200)
    legal_basis = models.CharField(max_length=300, blank=True)
    family = models.CharField(max_length=30, blank=True)
    so2_default = models.CharField(max_length=12, choices=Eligibility)
    is_sensitive = models.BooleanField(default=False)

    class Protection:
        owner = "people"
        rows = "open: a public code list"
        retention = "reference"
        public = {"code", "label_it", "label_en", "legal_basis", "family", "so2_default", "is_sensitive"}

    class Meta:
        ordering = ["label_it"]

    def __str__(self) -> str:
        return self.label_it if (get_language() or "it").startswith("it") else self.label_en


class StayStatus(models.Model):
    """The status of stay from a day on, with the document shown. Rows are added, never rewritten."""

    class Document(models.TextChoices):
        PERMIT = "permit", _("Residence permit")
        RECEIPT_FIRST = "receipt_first", _("Receipt of first request")
        RECEIPT_RENEWAL = "receipt_renewal", _("Receipt of renewal")
        CERTIFICATE = "certificate", _("Certificate or order")
        NONE = "none", _("No document")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="stay_statuses")
    status = models.ForeignKey(ResidenceStatus, on_delete=models.PROTECT, related_name="+")
    document = models.CharField(max_length=20, choices=Document)
    from_on = models.DateField()
    issued_on = models.DateField(null=True, blank=True)
    expires_on = models.DateField(null=True, blank=True)
    expiry_missing = models.CharField(max_length=20, choices=Missing, blank=True)
    renewal_requested_on = models.DateField(null=True, blank=True)
    questura = models.CharField(max_length=80, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    is_current = models.BooleanField(default=True)

    class Protection:
        owner = "people"
        rows = "partner"
        retention = "person"
        special = {"status"}
        personal = {
            "document", "from_on", "issued_on", "expires_on", "expiry_missing", "renewal_requested_on", "questura",
        }  # fmt: skip
        operational = {"id", "partner", "person", "recorded_at", "is_current"}
        staff = {"recorded_by"}

    class Meta:
        indexes = [
            models.Index(
                fields=["partner", "expires_on"], name="stay_expiring", condition=Q(is_current=True)
            ),
        ]
        constraints = [
            models.UniqueConstraint(name="one_current_stay", fields=["person"], condition=Q(is_current=True)),
            models.CheckConstraint(
                name="stay_expiry_or_reason",
                condition=Q(expires_on__isnull=False, expiry_missing="")
                | Q(expires_on=None) & ~Q(expiry_missing=""),
            ),
            models.CheckConstraint(
                name="stay_expires_after_issue",
                condition=Q(issued_on=None) | Q(expires_on=None) | Q(expires_on__gte=F("issued_on")),
            ),
        ]
