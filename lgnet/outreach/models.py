# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The street: contacts, anonymous or not, in under a minute."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lgnet.core.fields import EncryptedTextField
from lgnet.core.ids import new_id
from lgnet.core.models import DataKey
from lgnet.counting.models import AgeBand, Sex
from lgnet.network.models import Colleague, Organisation, Site
from lgnet.people.models import Person


class Contact(models.Model):
    """An encounter on the street or at a desk. It may stay anonymous for ever; it may be tied to a person later."""

    class Place(models.TextChoices):
        STREET = "street", _("Street or square")
        MOBILE_UNIT = "mobile_unit", _("At the mobile unit")
        STATION = "station", _("Station")
        SETTLEMENT = "settlement", _("Settlement or occupied building")
        ONE_STOP_SHOP = "one_stop_shop", _("One Stop Shop")
        OTHER = "other", _("Elsewhere")

    class Help(models.TextChoices):
        """What was given on the spot; services of a plan are recorded in the case."""

        INFORMATION = "information", _("Information")
        FOOD = "food", _("Food or drink")
        CLOTHES = "clothes", _("Clothes or blankets")
        HYGIENE = "hygiene", _("Hygiene kit")
        FIRST_AID = "first_aid", _("First aid")
        LISTENING = "listening", _("Listening")
        MEDIATION = "mediation", _("Mediation or interpreting")
        ACCOMPANIED = "accompanied", _("Accompanied to a service")
        BED = "bed", _("A bed for the night")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", db_index=False)
    key = models.OneToOneField(DataKey, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    site = models.ForeignKey(Site, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    place = models.CharField(max_length=15, choices=Place)
    area = models.CharField(max_length=120, blank=True)
    met_at = models.DateTimeField()
    met_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    language = models.CharField(max_length=8, blank=True)
    sex = models.CharField(max_length=1, choices=Sex, blank=True)
    age_band = models.CharField(max_length=5, choices=AgeBand, blank=True)
    nickname = EncryptedTextField()
    note = EncryptedTextField()
    needs = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    help_given = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    declined = models.BooleanField(default=False)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="contacts"
    )
    tied_at = models.DateTimeField(null=True, blank=True)
    tied_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField()

    class Protection:
        owner = "outreach"
        rows = "partner"
        retention = "person"
        identifying = {"nickname"}
        special = {"note", "needs"}
        personal = {"language", "sex", "age_band", "help_given", "declined"}
        operational = {
            "id",
            "partner",
            "key",
            "site",
            "place",
            "area",
            "met_at",
            "person",
            "tied_at",
            "recorded_at",
        }
        staff = {"met_by", "tied_by"}

    class Meta:
        indexes = [models.Index(fields=["partner", "-met_at", "-id"], name="contact_partner_latest")]
        constraints = [
            models.CheckConstraint(
                name="contact_tied_at_and_by",
                condition=Q(person=None, tied_at=None, tied_by=None)
                | Q(person__isnull=False, tied_at__isnull=False, tied_by__isnull=False),
            ),
            models.CheckConstraint(
                name="contact_words_have_a_key",
                condition=Q(key__isnull=False) | Q(nickname__isnull=True, note__isnull=True),
            ),
            models.CheckConstraint(name="contact_known_sex", condition=Q(sex__in=Sex.values)),
            models.CheckConstraint(name="contact_known_age_band", condition=Q(age_band__in=AgeBand.values)),
        ]

    @property
    def seemed(self) -> str:
        """Who it seemed to be, in words: a woman, 18 to 60."""
        words = {Sex.FEMALE: _("woman"), Sex.MALE: _("man"), Sex.NON_BINARY: _("non-binary person")}
        sex = str(words[Sex(self.sex)]) if self.sex else ""
        band = str(AgeBand(self.age_band).label) if self.age_band else ""
        band = band[:1].lower() + band[1:] if sex else band
        return ", ".join(part for part in (sex, band) if part)
