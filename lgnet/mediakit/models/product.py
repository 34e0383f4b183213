# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The register of products: what was made, where it is shown, what the check found, the photo that proves it.

Rules VIS-9 and VIS-11 (Reg. (EU) 2021/1060, art. 50): each place shows a poster, and what is missing may cost up to
three hundredths of the support.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lgnet.core.ids import new_id
from lgnet.network.models import Colleague, Organisation, Site


class ProductKind(models.TextChoices):
    """What tells the public of the network. The first six are made here, the others only registered."""

    POSTER = "poster", _("A3 poster")
    CARD = "card", _("Card for social media")
    SQUARE = "square", _("Square card")
    NOTE = "note", _("Press note")
    SLIDE = "slide", _("Slide")
    CERTIFICATE = "certificate", _("Head of a certificate")
    SIGNATURE = "signature", _("E-mail signature")
    DISPLAY = "display", _("Electronic display")
    PLAQUE = "plaque", _("Plaque")
    LEAFLET = "leaflet", _("Leaflet")
    PAGE = "page", _("Web page")
    OTHER = "other", pgettext_lazy("product", "Other")


class Verdict(models.TextChoices):
    """What a check found, taken together."""

    NONE = "", _("Not checked")
    PASSED = "passed", _("Keeps the rules")
    BROKEN = "broken", _("Breaks a rule")
    UNSURE = "unsure", _("Cannot be told in full")


class Product(models.Model):
    """Something that the public sees, made here or elsewhere."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    site = models.ForeignKey(Site, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=12, choices=ProductKind)
    title = models.CharField(max_length=160)
    language = models.CharField(max_length=2, default="it")
    design = models.JSONField(default=dict, blank=True)
    event_id = models.UUIDField(null=True, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    content_type = models.CharField(max_length=100, blank=True)
    size = models.PositiveIntegerField(default=0)
    place = models.CharField(max_length=200, blank=True)
    shown_from = models.DateField(null=True, blank=True)
    shown_until = models.DateField(null=True, blank=True)
    verdict = models.CharField(max_length=10, choices=Verdict, default=Verdict.NONE, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    is_offered = models.BooleanField(default=False)  # to everybody, by a campaign
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Protection:
        owner = "mediakit"
        rows = "partner; the nation; everybody where it announces an event or is offered, and keeps the rules"
        retention = "evidence"
        public = {
            "id", "partner", "site", "kind", "title", "language", "event_id", "digest", "content_type", "size",
            "place", "shown_from", "shown_until", "verdict", "made_at", "is_offered",
        }  # fmt: skip
        operational = {"design", "ended_at"}
        staff = {"made_by", "ended_by"}

    class Meta:
        indexes = [
            models.Index(fields=["event_id"], name="product_event", condition=Q(event_id__isnull=False))
        ]
        constraints = [
            models.CheckConstraint(name="product_known_kind", condition=Q(kind__in=ProductKind.values)),
            models.CheckConstraint(
                name="product_ended_at_and_by",
                condition=Q(ended_at=None, ended_by=None) | Q(ended_at__isnull=False, ended_by__isnull=False),
            ),
            models.CheckConstraint(
                name="product_shown_until_after_from",
                condition=Q(shown_from=None, shown_until=None)
                | Q(shown_from__isnull=False, shown_until=None)
                | Q(shown_from__lte=F("shown_until")),
            ),
        ]

    @property
    def is_made_here(self) -> bool:
        """Whether the generator drew it."""
        return bool(self.design)


class Check(models.Model):
    """What somebody had looked at, and what was found for each rule, kept as it was found."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    product = models.ForeignKey(
        Product, on_delete=models.PROTECT, null=True, blank=True, related_name="checks"
    )
    what = models.CharField(max_length=200)
    content_type = models.CharField(max_length=100)
    digest = models.CharField(max_length=64, blank=True)  # of what was judged; pages of before have none
    verdict = models.CharField(max_length=10, choices=Verdict)
    findings = models.JSONField(default=list)
    pictures = models.JSONField(default=list)  # of each page looked at: digest, width, height
    checked_at = models.DateTimeField()
    checked_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")

    class Protection:
        owner = "mediakit"
        rows = "partner; the nation"
        retention = "evidence"
        operational = {
            "id", "partner", "product", "what", "content_type", "digest", "verdict", "findings", "pictures",
            "checked_at",
        }  # fmt: skip
        staff = {"checked_by"}

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="check_digest_of_what_was_judged",
                condition=Q(digest__regex=r"^[0-9a-f]{64}$") | Q(digest="", content_type="text/html"),
            )
        ]


class Proof(models.Model):
    """A photo of a product where it hangs, with its day. It lies encrypted: passers-by may be in it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="proofs")
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    taken_on = models.DateField()
    note = models.CharField(max_length=200, blank=True)
    name = models.CharField(max_length=120)
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    stored_as = models.CharField(max_length=64)
    key_id = models.CharField(max_length=40)
    wrapped = models.BinaryField()
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")

    class Protection:
        owner = "mediakit"
        rows = "partner; the nation"
        retention = "evidence"
        operational = {
            "id", "product", "partner", "taken_on", "note", "name", "content_type", "size", "digest", "stored_as",
            "key_id", "wrapped", "added_at",
        }  # fmt: skip
        staff = {"added_by"}

    class Meta:
        ordering = ["-taken_on", "-id"]
