# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What can be found: one row for each practice, circular, module, material or discussion, and the words they use.

Nobody writes here: triggers on the tables of the domains do (migration 0002), so that what is found is always what
is there. Two columns are the database's alone, `vector` and `title_vector`: the stems of text and title.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lgnet.network.models import Organisation


class Document(models.Model):
    """Something that can be found. Its id is that of the row it tells of.

    `readers` are partners who may open it besides its own; `themes` are areas of need and action lines.
    """

    class Kind(models.TextChoices):
        PRACTICE = "practice", _("Practice")
        MODULE = "module", _("Training module")
        MATERIAL = "material", _("Training material")
        DISCUSSION = "discussion", _("Discussion")
        DIRECTIVE = "directive", _("Circular")

    class Audience(models.TextChoices):
        PUBLIC = "public", _("Everybody")
        NETWORK = "network", _("The network")
        LISTED = "listed", _("Some partners, and the nation")
        PARTNER = "partner", _("Its partner")

    id = models.UUIDField(primary_key=True, editable=False)
    kind = models.CharField(max_length=12, choices=Kind)
    partner = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    audience = models.CharField(max_length=8, choices=Audience)
    readers = ArrayField(models.UUIDField(), default=list)
    language = models.CharField(max_length=2)
    title = models.CharField(max_length=300)
    body = models.TextField()
    themes = ArrayField(models.CharField(max_length=20), default=list)
    at = models.DateTimeField()
    under = models.UUIDField(null=True)

    class Protection:
        owner = "library"
        rows = "as the row it tells of: audience, partner and readers say for whom it exists"
        retention = "evidence"
        operational = {
            "id", "kind", "partner", "audience", "readers", "language", "title", "body", "themes", "at", "under",
        }  # fmt: skip

    class Meta:
        indexes = [
            models.Index(fields=["-at", "-id"], name="document_latest"),
            models.Index(fields=["kind", "-at", "-id"], name="document_latest_of_kind"),
        ]
        constraints = [
            models.CheckConstraint(
                name="document_known_language", condition=Q(language__in=["it", "en", "de", "fr"])
            ),
            models.CheckConstraint(
                name="document_known_audience",
                condition=Q(audience__in=["public", "network", "listed", "partner"]),
            ),
        ]


class Word(models.Model):
    """A word that some document uses, without accents: what a word with a typing error is compared with."""

    word = models.CharField(max_length=40, primary_key=True)

    class Protection:
        owner = "library"
        rows = "nobody's: read by the library's functions, which offer only words somebody may find"
        retention = "evidence"
        operational = {"word"}
