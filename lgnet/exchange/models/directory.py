# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who in the network knows what: an entry exists because the person wanted it, and goes when they say so."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from lgnet.network.models import Colleague, Organisation


class DirectoryEntry(models.Model):
    """How a colleague wants to be found by others who work here. The address is that of their work account."""

    colleague = models.OneToOneField(Colleague, on_delete=models.PROTECT, primary_key=True, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    headline = models.CharField(max_length=120)
    skills = ArrayField(models.SlugField(), default=list, blank=True)
    themes = ArrayField(models.SlugField(), default=list, blank=True)
    languages = ArrayField(models.CharField(max_length=8), default=list, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    shown_since = models.DateTimeField()

    class Protection:
        owner = "exchange"
        rows = "open to who works in the network; written by oneself alone"
        retention = "staff"
        staff = {
            "colleague", "organisation", "headline", "skills", "themes", "languages", "phone", "shown_since",
        }  # fmt: skip
