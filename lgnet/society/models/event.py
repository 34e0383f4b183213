# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A public event of a partner or of the nation, its words in each language, and who registered.

Who registered is encrypted under a key of the event: a while after the event the key is destroyed and the rows go;
how many had registered and came stays.
"""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lgnet.core.fields import EncryptedTextField
from lgnet.core.ids import new_id
from lgnet.core.models import DataKey
from lgnet.network.models import Colleague, Organisation
from lgnet.society.models.campaign import Campaign

KEEP_DAYS = 30  # after the event, then nobody knows who came


class Event(models.Model):
    """When, where, for whom, how many; from the draft to what became of it. `sequence` grows when it moves."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        REVIEW = "review", _("Waits to be published")
        PUBLISHED = "published", pgettext_lazy("event", "Published")
        HELD = "held", pgettext_lazy("event", "Held")
        CANCELLED = "cancelled", pgettext_lazy("event", "Cancelled")

    class Audience(models.TextChoices):
        EVERYBODY = "everybody", pgettext_lazy("audience", "Everybody")
        SCHOOLS = "schools", pgettext_lazy("audience", "Schools")
        ASSOCIATIONS = "associations", pgettext_lazy("audience", "Associations")
        OWNERS = "owners", pgettext_lazy("audience", "Owners of homes")
        EMPLOYERS = "employers", pgettext_lazy("audience", "Employers")

    NEXT: ClassVar[dict[str, frozenset[str]]] = {
        "draft": frozenset({"review", "published"}),
        "review": frozenset({"draft", "published"}),
        "published": frozenset({"held", "cancelled"}),
        "held": frozenset({"published"}),
        "cancelled": frozenset({"published"}),
    }

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    slug = models.SlugField(max_length=80, unique=True)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", db_index=False)
    campaign = models.ForeignKey(
        Campaign, on_delete=models.PROTECT, null=True, blank=True, related_name="events"
    )
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    audience = models.CharField(max_length=12, choices=Audience, default=Audience.EVERYBODY)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    place = models.CharField(max_length=200, blank=True)
    is_online = models.BooleanField(default=False)
    online_url = models.URLField(max_length=300, blank=True)
    access = models.TextField(blank=True)
    contact = models.CharField(max_length=200)
    takes_registrations = models.BooleanField(default=True)
    capacity = models.PositiveIntegerField(null=True, blank=True)
    keep_days = models.PositiveSmallIntegerField(default=KEEP_DAYS)
    language = models.CharField(max_length=2, default="it")
    words_version = models.PositiveSmallIntegerField(default=1)
    sequence = models.PositiveSmallIntegerField(default=0)
    arrivals = models.PositiveIntegerField(default=0)
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    walk_ins = models.PositiveIntegerField(null=True, blank=True)
    registered_n = models.PositiveIntegerField(null=True, blank=True)
    attended_n = models.PositiveIntegerField(null=True, blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(
        Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    end_reason = models.CharField(max_length=300, blank=True)

    class Protection:
        owner = "society"
        rows = "partner; everybody from the day it is published"
        retention = "evidence"
        public = {
            "id", "slug", "partner", "state", "audience", "starts_at", "ends_at", "place", "is_online", "access",
            "contact", "takes_registrations", "capacity", "language", "words_version", "sequence", "published_at",
            "end_reason", "campaign",
        }  # fmt: skip
        operational = {
            "online_url", "keep_days", "arrivals", "key", "walk_ins", "registered_n", "attended_n",
            "erased_at", "made_at", "ended_at",
        }  # fmt: skip
        staff = {"made_by", "published_by", "ended_by"}

    class Meta:
        indexes = [
            models.Index(fields=["partner", "-starts_at"], name="event_of_partner"),
            models.Index(
                fields=["starts_at"],
                name="event_in_public",
                condition=Q(state__in=["published", "held", "cancelled"]),
            ),
        ]
        constraints = [
            models.CheckConstraint(name="event_ends_after_start", condition=Q(ends_at__gt=F("starts_at"))),
            models.CheckConstraint(name="event_has_a_place", condition=~Q(place="") | Q(is_online=True)),
            models.CheckConstraint(
                name="event_places_are_some", condition=Q(capacity=None) | Q(capacity__gt=0)
            ),
            models.CheckConstraint(
                name="event_published_at_and_by",
                condition=Q(published_at=None, published_by=None, state__in=["draft", "review"])
                | Q(published_at__isnull=False, published_by__isnull=False),
            ),
            models.CheckConstraint(
                name="event_ended_at_and_by",
                condition=Q(ended_at=None, ended_by=None, state__in=["draft", "review", "published"])
                | Q(ended_at__isnull=False, ended_by__isnull=False, state__in=["held", "cancelled"]),
            ),
            models.CheckConstraint(
                name="event_cancelled_with_a_reason", condition=~Q(state="cancelled", end_reason="")
            ),
        ]

    def is_public(self) -> bool:
        """Whether visitors may know of it."""
        return self.state in {self.State.PUBLISHED, self.State.HELD, self.State.CANCELLED}


class EventText(models.Model):
    """The words of an event in one language. Those of an older version of the source are not shown as its words."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="texts", db_index=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    language = models.CharField(max_length=2)
    title = models.CharField(max_length=160)
    description = models.TextField()
    of_version = models.PositiveSmallIntegerField(default=1)
    is_checked = models.BooleanField(default=False)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Colleague, on_delete=models.PROTECT, related_name="+")

    class Protection:
        owner = "society"
        rows = "with the event"
        retention = "evidence"
        public = {"id", "event", "partner", "language", "title", "description", "of_version", "is_checked"}
        operational = {"written_at"}
        staff = {"written_by"}

    class Meta:
        ordering = ["language"]
        constraints = [
            models.UniqueConstraint(name="event_text_per_language", fields=["event", "language"]),
            models.CheckConstraint(name="event_text_is_whole", condition=~Q(title="") & ~Q(description="")),
        ]


class Registration(models.Model):
    """Somebody who wants to come: first asked, then confirmed by a link, then with a place or waiting.

    `arrival` is the turn in which the link was followed; places are given by society_settle alone.
    """

    class State(models.TextChoices):
        ASKED = "asked", _("Has not confirmed the address yet")
        WAITING = "waiting", _("On the waiting list")
        SEATED = "seated", _("Has a place")
        CANCELLED = "cancelled", _("Does not come")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="registrations", db_index=False)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    name = EncryptedTextField(key="event.key")
    email = EncryptedTextField(key="event.key")
    value_index = models.BinaryField()
    code = models.CharField(max_length=12)
    language = models.CharField(max_length=2)
    consent = models.CharField(max_length=20)
    state = models.CharField(max_length=10, choices=State, default=State.ASKED)
    arrival = models.PositiveIntegerField(null=True, blank=True)
    asked_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True, blank=True)
    seated_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    told_state = models.CharField(max_length=10, blank=True)
    told_sequence = models.PositiveSmallIntegerField(default=0)
    reminded_at = models.DateTimeField(null=True, blank=True)
    came_at = models.DateTimeField(null=True, blank=True)
    has_answered = models.BooleanField(default=False)

    class Protection:
        owner = "society"
        rows = "partner"
        retention = "event"
        identifying = {"name"}
        contact = {"email", "value_index", "code"}
        operational = {
            "id", "event", "partner", "language", "consent", "state", "arrival", "asked_at", "confirmed_at",
            "seated_at", "ended_at", "told_state", "told_sequence", "reminded_at", "came_at", "has_answered",
        }  # fmt: skip

    class Meta:
        indexes = [
            models.Index(fields=["event", "state", "arrival"], name="registration_in_turn"),
            models.Index(
                fields=["partner"], name="registration_to_tell", condition=~Q(told_state=F("state"))
            ),
        ]
        constraints = [
            models.UniqueConstraint(name="one_registration_per_address", fields=["event", "value_index"]),
            models.UniqueConstraint(name="one_registration_per_code", fields=["event", "code"]),
            models.UniqueConstraint(name="one_turn_each", fields=["event", "arrival"]),
            models.CheckConstraint(
                name="registration_confirmed_in_turn",
                condition=Q(arrival=None, confirmed_at=None, state__in=["asked", "cancelled"])
                | Q(
                    arrival__isnull=False,
                    confirmed_at__isnull=False,
                    state__in=["waiting", "seated", "cancelled"],
                ),
            ),
            models.CheckConstraint(
                name="registration_seated_at", condition=~Q(state="seated") | Q(seated_at__isnull=False)
            ),
        ]


class EventFeedback(models.Model):
    """What somebody who came says afterwards. Nothing leads back to them; not even the hour is kept."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="feedback")
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    rating = models.PositiveSmallIntegerField()
    words = EncryptedTextField(key="event.key")
    given_on = models.DateField()

    class Protection:
        owner = "society"
        rows = "partner"
        retention = "event"
        identifying = {"words"}  # somebody may write a name
        operational = {"id", "event", "partner", "rating", "given_on"}

    class Meta:
        constraints = [
            models.CheckConstraint(name="feedback_from_1_to_5", condition=Q(rating__gte=1, rating__lte=5))
        ]
