# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""By what others know a person and how to reach them, and the fingerprints by which we find them."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lgnet.core.fields import EncryptedTextField
from lgnet.core.ids import new_id
from lgnet.network.models import Colleague, Organisation
from lgnet.people.models.person import Person


class Identifier(models.Model):
    """A number by which somebody else knows the person: tax code, permit, passport... Several, with validity."""

    class Kind(models.TextChoices):
        TAX_CODE = "tax_code", _("Tax code")
        PROVISIONAL_TAX_CODE = "provisional_tax_code", _("Provisional tax code (11 digits)")
        STP = "stp", _("STP code")
        ENI = "eni", _("ENI code")
        RESIDENCE_PERMIT = "residence_permit", _("Residence permit")
        PERMIT_RECEIPT = "permit_receipt", _("Receipt of a permit request")
        PASSPORT = "passport", _("Passport")
        IDENTITY_CARD = "identity_card", _("Identity card")
        ANPR = "anpr", _("ANPR identifier")
        VESTANET = "vestanet", _("Asylum application (Vestanet)")
        OTHER = "other", _("Other document")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", db_index=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="identifiers")
    kind = models.CharField(max_length=30, choices=Kind)
    value = EncryptedTextField(key="person.key")
    value_index = models.BinaryField()
    issuer = models.CharField(max_length=120, blank=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    is_verified = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Protection:
        owner = "people"
        rows = "partner"
        retention = "person"
        identifying = {"value", "value_index"}
        personal = {"kind", "issuer", "valid_from", "valid_until", "is_verified"}
        operational = {"id", "partner", "person", "recorded_at", "withdrawn_at"}
        staff = {"recorded_by"}

    class Meta:
        indexes = [
            models.Index(fields=["partner", "value_index"], name="identifier_by_value"),
            models.Index(fields=["partner", "valid_until"], name="identifier_expiring"),
        ]
        constraints = [
            models.UniqueConstraint(
                name="identifier_once_per_person",
                fields=["person", "kind", "value_index"],
                condition=Q(withdrawn_at=None),
            ),
            models.CheckConstraint(
                name="identifier_until_after_from",
                condition=Q(valid_from=None) | Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
            ),
        ]


class ContactChannel(models.Model):
    """How to reach the person, and whether that is safe to use."""

    class Kind(models.TextChoices):
        PHONE = "phone", _("Telephone")
        EMAIL = "email", _("E-mail")
        THROUGH = "through", _("Through somebody")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="channels")
    kind = models.CharField(max_length=10, choices=Kind)
    value = EncryptedTextField(key="person.key")
    is_safe = models.BooleanField(default=True)
    recorded_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Protection:
        owner = "people"
        rows = "partner"
        retention = "person"
        contact = {"value", "is_safe"}
        operational = {"id", "partner", "person", "kind", "recorded_at", "withdrawn_at"}


class MatchKey(models.Model):
    """One keyed fingerprint by which a person can be found (`lgnet.people.match_keys`); never readable back."""

    # The primary key answers the look-up by itself: twenty rows a person bear no index and no reference more.
    pk = models.CompositePrimaryKey("partner", "key", "person")
    partner = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+", db_index=False, db_constraint=False
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="match_keys")
    key = models.BigIntegerField()

    class Protection:
        owner = "people"
        rows = "partner"
        retention = "person"
        identifying = {"key"}
        operational = {"pk", "partner", "person"}
