# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who lives as one family, and who answers for a minor."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lgnet.core.fields import EncryptedTextField
from lgnet.core.ids import new_id
from lgnet.network.models import Organisation
from lgnet.people.models.person import Person


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
