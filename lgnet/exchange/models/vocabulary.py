# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What one writes about and what one is good at: two short lists that are data, shipped as CSV."""

from django.db import models
from django.db.models import Q
from django.utils.translation import get_language


class _Term(models.Model):
    """A word of a list, in both languages of the interface; retired ones stay for what bears them."""

    code = models.SlugField(primary_key=True)
    label_it = models.CharField(max_length=80)
    label_en = models.CharField(max_length=80)
    position = models.PositiveSmallIntegerField(default=0)
    is_offered = models.BooleanField(default=True)

    class Meta:
        abstract = True
        ordering = ["position", "code"]
        constraints = [
            models.CheckConstraint(name="%(class)s_has_words", condition=~Q(label_it="") & ~Q(label_en=""))
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """Its name in the reader's language."""
        return self.label_it if (get_language() or "it").startswith("it") else self.label_en


class Theme(_Term):
    """What a question or a discussion is about."""

    class Protection:
        owner = "exchange"
        rows = "open: a list of words"
        retention = "reference"
        operational = {"code", "label_it", "label_en", "position", "is_offered"}


class Skill(_Term):
    """What somebody knows well enough to be asked about it."""

    class Protection:
        owner = "exchange"
        rows = "open: a list of words"
        retention = "reference"
        operational = {"code", "label_it", "label_en", "position", "is_offered"}
