# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A service that somebody can go to: what it is, for whom, what to bring; its words in other languages.

What is published is read by everybody, also by programs: no field of these tables says anything about a person served.
"""

import datetime as dt

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lgnet.catalogue.models import InterventionType
from lgnet.core.ids import new_id
from lgnet.network.models import Colleague, Organisation

FRESH_FOR = dt.timedelta(days=90)  # after that somebody of the partner says again that it is still so


class Cost(models.TextChoices):
    """What somebody pays."""

    FREE = "free", _("Free of charge")
    CONTRIBUTION = "contribution", _("A small contribution")
    PAID = "paid", _("To be paid")


class Service(models.Model):
    """One service of a partner, written in Italian. `kind` is a type of the network's common catalogue.

    `words_at` is when the Italian words last changed: a translation that is older is not shown. `changed_at` is
    when anything of it changed, its hours and stops too: programs ask for what is newer.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = models.ForeignKey(InterventionType, on_delete=models.PROTECT, related_name="+")
    is_mobile = models.BooleanField(default=False)
    name = models.CharField(max_length=120)
    provider = models.CharField(max_length=120, blank=True)
    summary = models.TextField(blank=True)
    eligibility = models.TextField(blank=True)
    documents = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    documents_note = models.CharField(max_length=200, blank=True)
    languages = ArrayField(models.CharField(max_length=3), default=list, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    website = models.URLField(blank=True)
    capacity_note = models.CharField(max_length=200, blank=True)
    cost = models.CharField(max_length=12, choices=Cost, default=Cost.FREE)
    cost_note = models.CharField(max_length=200, blank=True)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    words_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    checked_at = models.DateTimeField(null=True, blank=True)
    checked_by = models.ForeignKey(
        Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(
        Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    # What visitors and programs may read of a published service.
    OPEN = (
        "id", "partner_id", "kind_id", "is_mobile", "name", "provider", "summary", "eligibility", "documents",
        "documents_note", "languages", "phone", "email", "website", "capacity_note", "cost", "cost_note", "words_at",
        "changed_at", "checked_at", "published_at",
    )  # fmt: skip

    class Protection:
        owner = "directory"
        rows = "partner; the nation reads all; everybody reads what is published"
        retention = "reference"
        public = {
            "id", "partner", "kind", "is_mobile", "name", "provider", "summary", "eligibility", "documents",
            "documents_note", "languages", "phone", "email", "website", "capacity_note", "cost", "cost_note",
            "words_at", "changed_at", "checked_at", "published_at",
        }  # fmt: skip
        staff = {"written_at", "written_by", "checked_by", "published_by"}

    class Meta:
        indexes = [models.Index(fields=["changed_at", "id"], name="service_changed")]
        constraints = [
            models.UniqueConstraint(name="one_service_per_name", fields=["partner", "name"]),
            models.CheckConstraint(
                name="service_checked_at_and_by",
                condition=Q(checked_at=None, checked_by=None)
                | Q(checked_at__isnull=False, checked_by__isnull=False),
            ),
            models.CheckConstraint(
                name="service_published_at_and_by",
                condition=Q(published_at=None, published_by=None)
                | Q(published_at__isnull=False, published_by__isnull=False, checked_at__isnull=False),
            ),
            models.CheckConstraint(name="service_has_a_name", condition=~Q(name="")),
        ]

    @property
    def is_published(self) -> bool:
        """Whether everybody reads it."""
        return self.published_at is not None

    def is_stale(self, at: dt.datetime) -> bool:
        """Whether nobody has said for 90 days that it is still so."""
        return self.checked_at is not None and self.checked_at + FRESH_FOR <= at


class ServiceText(models.Model):
    """The words of a service in another language, with how far they can be trusted."""

    class State(models.TextChoices):
        WRITTEN = "written", _("Not yet checked by a native speaker")
        CHECKED = "checked", pgettext_lazy("translation", "Checked by a native speaker")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="texts", db_index=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    language = models.CharField(max_length=3)
    name = models.CharField(max_length=120)
    summary = models.TextField(blank=True)
    eligibility = models.TextField(blank=True)
    documents_note = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=8, choices=State, default=State.WRITTEN)
    written_at = models.DateTimeField()

    class Protection:
        owner = "directory"
        rows = "with the service"
        retention = "reference"
        public = {
            "id", "service", "partner", "language", "name", "summary", "eligibility", "documents_note", "state",
            "written_at",
        }  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_text_per_language", fields=["service", "language"]),
            models.CheckConstraint(
                name="text_of_another_language", condition=~Q(language="it") & ~Q(name="")
            ),
        ]
