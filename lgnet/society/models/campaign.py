# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A campaign that raises awareness: what it wants of whom, with which words and products, and whom it reached."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lgnet.core.ids import new_id
from lgnet.network.models import Colleague, Organisation


class Channel(models.TextChoices):
    """By what a campaign, and a figure of whom it reached, came to people."""

    EVENT = "event", _("Public events")
    SCHOOL = "school", _("Schools")
    ASSOCIATION = "association", _("Associations")
    POSTER = "poster", _("Posters and cards")
    PRESS = "press", _("Press, radio and television")
    SOCIAL = "social", _("Social networks")
    WEB = "web", _("Website")
    NEWSLETTER = "newsletter", _("Newsletter")


class Campaign(models.Model):
    """What a partner or the nation wants to tell, to whom, by when. Others may take part."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        RUNNING = "running", pgettext_lazy("campaign", "Running")
        ENDED = "ended", pgettext_lazy("campaign", "Ended")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", db_index=False)
    title = models.CharField(max_length=160)
    aim = models.TextField()
    audience = models.TextField(blank=True)
    messages = models.TextField(blank=True)
    channels = ArrayField(models.CharField(max_length=12, choices=Channel), default=list, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField()
    state = models.CharField(max_length=8, choices=State, default=State.DRAFT)
    result = models.TextField(blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Protection:
        owner = "society"
        rows = "partner; the network from the day it runs"
        retention = "evidence"
        operational = {
            "id", "partner", "title", "aim", "audience", "messages", "channels", "starts_on", "ends_on", "state",
            "result", "made_at", "ended_at",
        }  # fmt: skip
        staff = {"made_by", "ended_by"}

    class Meta:
        indexes = [models.Index(fields=["partner", "-starts_on"], name="campaign_latest")]
        constraints = [
            models.CheckConstraint(
                name="campaign_ends_after_start", condition=Q(ends_on__gte=F("starts_on"))
            ),
            models.CheckConstraint(
                name="campaign_ended_at_and_by",
                condition=Q(ended_at=None, ended_by=None, state__in=["draft", "running"])
                | Q(ended_at__isnull=False, ended_by__isnull=False, state="ended"),
            ),
        ]


class CampaignPart(models.Model):
    """A partner that takes part in the campaign of another one or of the nation."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="parts", db_index=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    joined_at = models.DateTimeField()
    joined_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")

    class Protection:
        owner = "society"
        rows = "with the campaign; each partner writes its own"
        retention = "evidence"
        operational = {"id", "campaign", "partner", "joined_at"}
        staff = {"joined_by"}

    class Meta:
        constraints = [models.UniqueConstraint(name="one_part_per_partner", fields=["campaign", "partner"])]


class Material(models.Model):
    """A product of a campaign in one language. A photo says whose release it has; `product_id` names the register's."""

    class Kind(models.TextChoices):
        POSTER = "poster", _("Poster")
        CARD = "card", _("Card or leaflet")
        VIDEO = "video", _("Video")
        PHOTO = "photo", _("Photo")
        LESSON = "lesson", _("Lesson for schools")
        TEXT = "text", _("Text")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="materials", db_index=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind)
    language = models.CharField(max_length=2)
    title = models.CharField(max_length=160)
    address = models.URLField(max_length=300, blank=True)
    copies = models.PositiveIntegerField(null=True, blank=True)
    release = models.CharField(max_length=200, blank=True)
    product_id = models.UUIDField(null=True, blank=True)  # in the register of products, or
    asset_id = models.UUIDField(null=True, blank=True)  # an asset of the media kit
    added_at = models.DateTimeField()

    class Protection:
        owner = "society"
        rows = "with the campaign; each partner writes its own; everybody with a public event, where a file is offered"
        retention = "evidence"
        public = {"id", "campaign", "partner", "language", "product_id", "asset_id"}
        operational = {"kind", "title", "address", "copies", "release", "added_at"}  # fmt: skip

    class Meta:
        ordering = ["language", "added_at"]
        constraints = [
            models.CheckConstraint(
                name="photo_has_a_release",
                condition=~Q(kind="photo")
                | ~Q(release="")
                | Q(product_id__isnull=False)
                | Q(asset_id__isnull=False),
            ),
            models.CheckConstraint(
                name="material_is_one_thing", condition=Q(product_id=None) | Q(asset_id=None)
            ),
            models.UniqueConstraint(
                name="one_product_per_campaign", fields=["campaign", "partner", "product_id", "language"]
            ),
            models.UniqueConstraint(
                name="one_kit_asset_per_campaign", fields=["campaign", "partner", "asset_id", "language"]
            ),
        ]


class Reach(models.Model):
    """How many people a channel reached at a partner, as counted or estimated there, and how."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="reached")
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    channel = models.CharField(max_length=12, choices=Channel)
    counted_on = models.DateField()
    people = models.PositiveIntegerField()
    is_estimate = models.BooleanField(default=False)
    how = models.CharField(max_length=200)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")

    class Protection:
        owner = "society"
        rows = "with the campaign; each partner writes its own"
        retention = "evidence"
        operational = {
            "id", "campaign", "partner", "channel", "counted_on", "people", "is_estimate", "how", "written_at",
        }  # fmt: skip
        staff = {"written_by"}

    class Meta:
        ordering = ["-counted_on", "id"]
        constraints = [models.CheckConstraint(name="reach_says_how", condition=~Q(how=""))]
