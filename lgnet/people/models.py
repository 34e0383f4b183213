# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Persons as a partner knows them: identity (encrypted), status of stay as a dated history, household.

A person may have no tax code, no document, one name only, an estimated birth year. A missing value
carries its reason; a fake value is never stored.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language, pgettext_lazy
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


class Household(models.Model):
    """People who live as one family, as they say it themselves."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()

    class Protection:
        owner = "people"
        rows = "partner"
        retention = "person"
        operational = {"id", "partner", "created_at"}


class HouseholdMember(models.Model):
    """A person's place in a household from a day to a day; also the guardian of a minor."""

    class Role(models.TextChoices):
        HEAD = "head", _("Reference person")
        PARTNER = "partner", _("Spouse or partner")
        CHILD = "child", _("Child")
        PARENT = "parent", _("Parent")
        SIBLING = "sibling", _("Brother or sister")
        OTHER = "other", _("Other relative or cohabitant")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=10, choices=Role)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    class Protection:
        owner = "people"
        rows = "partner"
        retention = "person"
        personal = {"role", "from_on", "until_on"}
        operational = {"id", "partner", "household", "person"}

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_open_place_per_household",
                fields=["household", "person"],
                condition=Q(until_on=None),
            ),
        ]


class Guardian(models.Model):
    """Who answers for a minor: a guardian named by the court, or the person who has custody."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="guardians")
    name = EncryptedTextField(key="person.key")
    reach = EncryptedTextField(key="person.key")
    appointed_on = models.DateField(null=True, blank=True)
    until_on = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField()

    class Protection:
        owner = "people"
        rows = "partner"
        retention = "person"
        identifying = {"name"}
        contact = {"reach"}
        personal = {"appointed_on", "until_on"}
        operational = {"id", "partner", "person", "recorded_at"}


class PrivacyNotice(models.Model):
    """The notice of articles 13-14 GDPR was given: which version, in which language, when and how."""

    class How(models.TextChoices):
        PAPER = "paper", _("On paper")
        READ_ALOUD = "read_aloud", _("Read aloud")
        INTERPRETER = "interpreter", _("With an interpreter")
        SCREEN = "screen", _("On a screen")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="notices")
    version = models.CharField(max_length=20)
    language = models.CharField(max_length=8)
    how = models.CharField(max_length=12, choices=How)
    delivered_on = models.DateField()
    delivered_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")

    class Protection:
        owner = "people"
        rows = "partner"
        retention = "evidence"
        personal = {"language", "how", "delivered_on"}
        operational = {"id", "partner", "person", "version"}
        staff = {"delivered_by"}


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
