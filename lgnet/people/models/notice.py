# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a person was told about their data."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from lgnet.core.ids import new_id
from lgnet.network.models import Colleague, Organisation
from lgnet.people.models.person import Person


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
