# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is read, watched and taken home: in versions, the last one shown, the earlier ones kept."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lgnet.core.ids import new_id
from lgnet.network.models import Colleague
from lgnet.training.models.programme import Module
from lgnet.training.models.session import Session


class Material(models.Model):
    """A file, a page or a video of a module, perhaps of one of its sessions."""

    class Kind(models.TextChoices):
        FILE = "file", _("File")
        PAGE = "page", _("Page")
        VIDEO = "video", _("Video")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    module = models.ForeignKey(Module, on_delete=models.PROTECT, related_name="materials")
    session = models.ForeignKey(
        Session, on_delete=models.PROTECT, null=True, blank=True, related_name="materials"
    )
    kind = models.CharField(max_length=5, choices=Kind)
    title = models.CharField(max_length=200)
    added_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Protection:
        owner = "training"
        rows = "with the module"
        retention = "evidence"
        operational = {"id", "module", "session", "kind", "title", "added_at", "taken_back_at"}


class MaterialVersion(models.Model):
    """One version: the text of a page, or a file that lies encrypted in the storage of attachments.

    A video has captions (WebVTT) and a transcript (WCAG 1.2.2, 1.2.3), or it is none.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    material = models.ForeignKey(Material, on_delete=models.PROTECT, related_name="versions", db_index=False)
    kind = models.CharField(max_length=5, choices=Material.Kind)
    number = models.PositiveSmallIntegerField()
    what_changed = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)
    captions = models.TextField(blank=True)
    transcript = models.TextField(blank=True)
    name = models.CharField(max_length=120, blank=True)
    content_type = models.CharField(max_length=100, blank=True)
    size = models.PositiveIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)
    stored_as = models.CharField(max_length=64, blank=True)
    key_id = models.CharField(max_length=40, blank=True)
    wrapped = models.BinaryField(default=b"", blank=True)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")

    class Protection:
        owner = "training"
        rows = "with the material"
        retention = "evidence"
        operational = {
            "id", "material", "kind", "number", "what_changed", "text", "captions", "transcript", "name",
            "content_type", "size", "digest", "stored_as", "key_id", "wrapped", "added_at",
        }  # fmt: skip
        staff = {"added_by"}

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(name="one_material_per_number", fields=["material", "number"]),
            models.CheckConstraint(
                name="material_is_what_its_kind_says",
                condition=Q(kind="page", stored_as="") & ~Q(text="")
                | Q(kind="file") & ~Q(stored_as="")
                | Q(kind="video") & ~Q(stored_as="") & ~Q(captions="") & ~Q(transcript=""),
            ),
        ]
