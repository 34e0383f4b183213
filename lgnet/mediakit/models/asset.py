# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Assets of the media kit: one thing in versions. What was published is never changed: a new version is made.

Row security lets the public read a published version while the people in the picture allow it, no day longer.
"""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lgnet.core.ids import new_id
from lgnet.network.models import Colleague, Organisation


class Kind(models.TextChoices):
    """What an asset is for."""

    LOGO = "logo", _("Logo")
    TEMPLATE = "template", _("Template")
    PALETTE = "palette", _("Colours")
    FONT = "font", _("Font")
    PHOTO = "photo", _("Photo")
    VIDEO = "video", _("Video")


class Licence(models.TextChoices):
    """Under what terms others may use an asset."""

    CC_BY = "CC-BY-4.0", _("CC BY 4.0: use it, name the author")
    CC_BY_ND = "CC-BY-ND-4.0", _("CC BY-ND 4.0: use it unchanged, name the author")
    CC0 = "CC0-1.0", _("CC0: use it freely")
    MARK = "mark", _("Mark: to speak of the network or the body, unchanged")
    OFL = "OFL-1.1", _("SIL Open Font License 1.1")
    UBUNTU = "Ubuntu-font-1.0", _("Ubuntu Font Licence 1.0")
    EU_EMBLEM = "EU-emblem", _("Emblem of the Union: by the rules for those who are funded")


class Asset(models.Model):
    """A thing of the media kit. What it is, its versions say."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind)
    shipped_as = models.SlugField(max_length=40, null=True, blank=True, unique=True)
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    is_mark = models.BooleanField(default=False)  # stands for its body on the public site

    class Protection:
        owner = "mediakit"
        rows = "partner; everybody where one of its versions exists for them"
        retention = "evidence"
        public = {"id", "partner", "kind", "shipped_as", "begun_at", "is_mark"}
        staff = {"begun_by"}

    class Meta:
        constraints = [
            models.CheckConstraint(name="asset_known_kind", condition=Q(kind__in=Kind.values)),
            models.CheckConstraint(
                name="asset_begun_by_somebody_or_shipped",
                condition=Q(begun_by__isnull=False) | Q(shipped_as__isnull=False),
            ),
            models.UniqueConstraint(name="one_mark_of_a_body", fields=["partner"], condition=Q(is_mark=True)),
            models.CheckConstraint(name="asset_mark_is_a_logo", condition=Q(is_mark=False) | Q(kind="logo")),
        ]


class Version(models.Model):
    """One version of an asset: its file, what it shows in words, who holds the rights, who allows what."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        PUBLISHED = "published", pgettext_lazy("asset", "Published")
        REPLACED = "replaced", _("Replaced by a newer version")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    asset = models.ForeignKey(Asset, on_delete=models.PROTECT, related_name="versions", db_index=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    title = models.CharField(max_length=120)
    alt = models.CharField(max_length=300)
    rights_holder = models.CharField(max_length=160)
    licence = models.CharField(max_length=20, choices=Licence)
    credit = models.CharField(max_length=200, blank=True)
    eu_licence_ok = models.BooleanField(default=False)
    shows_people = models.BooleanField(default=False)
    release_until = models.DateField(null=True, blank=True)
    release_withdrawn_on = models.DateField(null=True, blank=True)
    release_name = models.CharField(max_length=120, blank=True)
    release_stored_as = models.CharField(max_length=64, blank=True)
    release_key_id = models.CharField(max_length=40, blank=True)
    release_wrapped = models.BinaryField(null=True, blank=True)
    file_name = models.CharField(max_length=120)
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    width = models.PositiveIntegerField(null=True, blank=True)
    height = models.PositiveIntegerField(null=True, blank=True)
    cleaned = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(
        Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    published_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    end_reason = models.CharField(max_length=300, blank=True)

    class Protection:
        owner = "mediakit"
        rows = "partner; everybody where it is published and the people in it allow it"
        retention = "evidence"
        public = {
            "id", "asset", "partner", "version", "state", "title", "alt", "rights_holder", "licence", "credit",
            "eu_licence_ok", "shows_people", "release_until", "file_name", "content_type", "size", "digest", "width",
            "height", "published_at",
        }  # fmt: skip
        operational = {
            "release_withdrawn_on", "release_name", "release_stored_as", "release_key_id", "release_wrapped",
            "cleaned", "written_at", "ended_at", "end_reason",
        }  # fmt: skip
        staff = {"written_by", "ended_by"}

    class Meta:
        indexes = [
            models.Index(fields=["-published_at", "-id"], name="asset_latest", condition=Q(state="published"))
        ]
        constraints = [
            models.UniqueConstraint(name="one_asset_per_version", fields=["asset", "version"]),
            models.UniqueConstraint(name="one_asset_draft", fields=["asset"], condition=Q(state="draft")),
            models.UniqueConstraint(
                name="one_asset_published", fields=["asset"], condition=Q(state="published")
            ),
            models.CheckConstraint(
                name="asset_published_may_go_to_the_union",
                condition=Q(state="draft") | Q(eu_licence_ok=True, published_at__isnull=False),
            ),
            models.CheckConstraint(
                name="asset_people_have_a_release",
                condition=Q(state="draft") | Q(shows_people=False) | ~Q(release_stored_as=""),
            ),
            models.CheckConstraint(
                name="asset_ended_at_and_by",
                condition=Q(ended_at=None, ended_by=None) | Q(ended_at__isnull=False, ended_by__isnull=False),
            ),
            models.CheckConstraint(name="asset_says_what_it_shows", condition=~Q(alt="") & ~Q(title="")),
            models.CheckConstraint(name="asset_known_licence", condition=Q(licence__in=Licence.values)),
        ]

    NEXT: ClassVar[dict[State, set[State]]] = {
        State.DRAFT: {State.PUBLISHED},
        State.PUBLISHED: {State.REPLACED, State.WITHDRAWN},
        State.REPLACED: set(),
        State.WITHDRAWN: set(),
    }


class Rendition(models.Model):
    """A format made from the file of a version: a size, or the same drawing as PNG or PDF."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    of = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="renditions", db_index=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    label = models.SlugField(max_length=20)
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    width = models.PositiveIntegerField(null=True, blank=True)
    height = models.PositiveIntegerField(null=True, blank=True)

    class Protection:
        owner = "mediakit"
        rows = "with the version"
        retention = "evidence"
        public = {"id", "of", "partner", "label", "content_type", "size", "digest", "width", "height"}

    class Meta:
        constraints = [models.UniqueConstraint(name="one_rendition_per_label", fields=["of", "label"])]
