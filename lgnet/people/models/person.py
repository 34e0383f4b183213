# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who somebody is: names and birth, sealed with their own key, and what is not known with its reason."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lgnet.core.fields import EncryptedTextField
from lgnet.core.ids import new_id
from lgnet.core.models import DataKey
from lgnet.counting.models import Sex
from lgnet.network.models import Colleague, Organisation


class Precision(models.TextChoices):
    """How much of a date is known. The unknown parts of the stored date are 1 and are never shown."""

    DAY = "day", _("Exact day")
    MONTH = "month", _("Month and year")
    YEAR = "year", _("Year only")
    ESTIMATED = "estimated", _("Estimated year")
    UNKNOWN = "unknown", _("Unknown")


class Missing(models.TextChoices):
    """Why a value is not there."""

    NOT_ASKED = "not_asked", _("Not asked yet")
    NOT_KNOWN = "not_known", _("The person does not know")
    NOT_SHOWN = "not_shown", _("Document not shown")
    REFUSED = "refused", _("The person prefers not to say")
    BEING_ISSUED = "being_issued", _("Being issued or renewed")
    LOST = "lost", _("Lost or stolen")
    NOT_FORESEEN = "not_foreseen", _("Not foreseen for this document")


class Person(models.Model):
    """Somebody identified and registered by a partner. `same_as`: the file with which this one counts once."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", db_index=False)
    key = models.OneToOneField(DataKey, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=16)
    given_name = EncryptedTextField()
    family_name = EncryptedTextField()
    native_name = EncryptedTextField()
    known_as = EncryptedTextField()
    birth_place = EncryptedTextField()
    sex = models.CharField(max_length=1, choices=Sex, blank=True)
    birth_date = models.DateField(null=True, blank=True)
    birth_precision = models.CharField(max_length=10, choices=Precision, default=Precision.DAY)
    birth_country = models.CharField(max_length=2, blank=True)
    citizenships = ArrayField(models.CharField(max_length=2), default=list, blank=True)
    is_stateless = models.BooleanField(default=False)
    languages = ArrayField(models.CharField(max_length=8), default=list, blank=True)
    needs_interpreter = models.BooleanField(default=False)
    arrived_on = models.DateField(null=True, blank=True)
    is_protected = models.BooleanField(default=False)
    pseudonym = models.BinaryField(null=True)
    pseudonym_is_weak = models.BooleanField(default=True)
    registered_at = models.DateTimeField()
    registered_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    import_run = models.UUIDField(null=True, blank=True)
    same_as = models.ForeignKey("self", models.PROTECT, null=True, related_name="followers", db_index=False)
    version = models.PositiveIntegerField(default=1)

    class Protection:
        owner = "people"
        rows = "partner"
        retention = "person"
        identifying = {"code", "given_name", "family_name", "native_name", "known_as", "birth_place"}
        personal = {
            "sex", "birth_date", "birth_precision", "birth_country", "citizenships", "is_stateless", "languages",
            "needs_interpreter", "arrived_on", "pseudonym", "pseudonym_is_weak", "same_as",
        }  # fmt: skip
        special = {"is_protected"}
        operational = {"id", "partner", "key", "import_run", "version", "registered_at"}
        staff = {"registered_by"}

    class Meta:
        indexes = [
            models.Index(fields=["partner", "-registered_at", "-id"], name="person_partner_latest"),
            models.Index(fields=["import_run"], name="person_import", condition=Q(import_run__isnull=False)),
            models.Index(fields=["same_as"], name="person_same_as", condition=Q(same_as__isnull=False)),
        ]
        constraints = [
            models.UniqueConstraint(name="person_code_per_partner", fields=["partner", "code"]),
            models.CheckConstraint(
                name="person_birth_date_or_unknown",
                condition=Q(birth_date=None, birth_precision="unknown")
                | Q(birth_date__isnull=False) & ~Q(birth_precision="unknown"),
            ),
            models.CheckConstraint(
                name="person_born_after_1900", condition=Q(birth_date=None) | Q(birth_date__gte="1900-01-01")
            ),
            models.CheckConstraint(name="person_not_same_as_itself", condition=~Q(same_as=F("id"))),
            models.CheckConstraint(name="person_known_sex", condition=Q(sex__in=Sex.values)),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def full_name(self) -> str:
        """Given and family name as recorded; the code where the name was erased or never given."""
        name = " ".join(part for part in (self.given_name, self.family_name) if part)
        return name or self.known_as or self.code
