# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What can be done for a person: the types of intervention every partner shares."""

from django.db import models
from django.utils.translation import get_language


class InterventionType(models.Model):
    """One of the types of intervention of the network's common catalogue."""

    code = models.CharField(primary_key=True, max_length=8)
    area = models.CharField(max_length=40)
    label_it = models.CharField(max_length=200)
    label_en = models.CharField(max_length=200)
    counts_for = models.CharField(max_length=40, blank=True)
    is_monetary = models.BooleanField(default=False)
    retired_on = models.DateField(null=True, blank=True)

    class Protection:
        owner = "catalogue"
        rows = "open: a public code list"
        retention = "reference"
        public = {"code", "area", "label_it", "label_en", "counts_for", "is_monetary", "retired_on"}

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return self.label_it if (get_language() or "it").startswith("it") else self.label_en
