# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What staff read: events with their people, campaigns, friends, newsletters. Row security: a partner its own."""

import datetime as dt
import uuid
from collections.abc import Mapping

from django.db import connection
from django.db.models import Avg, Count, Exists, OuterRef, Q, QuerySet, Sum

from lgnet.core.clock import now
from lgnet.network.models import Colleague, Membership, Organisation, Partnership
from lgnet.network.worker import Worker
from lgnet.society.models import (
    Campaign,
    CampaignPart,
    Delivery,
    Event,
    EventFeedback,
    Friend,
    Issue,
    Reach,
    Registration,
    Subscription,
)

PAGE = 20
REGISTERED = "registered"  # in the numbers of a campaign, beside the kinds of facts
Moment = tuple[dt.datetime, uuid.UUID]
ANSWERING = ("coordinator", "communications_officer")  # the roles with Permission.PUBLIC_ANSWER


def own_events(by: Worker, *, after: Moment | None = None, state: str = "") -> QuerySet[Event]:
    """The partner's events, the latest first."""
    rows = Event.objects.filter(partner=by.partner_id).prefetch_related("texts")
    if state:
        rows = rows.filter(state=state)
    return _after(rows, "starts_at", after)


def events_of_the_network(*, after: Moment | None = None) -> QuerySet[Event]:
    """Everybody's public events, the latest first."""
    rows = (
        Event.objects.filter(published_at__isnull=False).select_related("partner").prefetch_related("texts")
    )
    return _after(rows, "starts_at", after)


def _after(rows: QuerySet[Event], field: str, after: Moment | None) -> QuerySet[Event]:
    if after is not None:
        moment, last = after
        rows = rows.filter(Q(**{f"{field}__lt": moment}) | Q(**{field: moment, "id__lt": last}))
    return rows.order_by(f"-{field}", "-id")


def to_publish(by: Worker) -> QuerySet[Event]:
    """What waits for somebody to publish it, the next first."""
    rows = Event.objects.filter(partner=by.partner_id, state=Event.State.REVIEW)
    return rows.prefetch_related("texts").order_by("starts_at", "id")


def to_hold(by: Worker) -> QuerySet[Event]:
    """What is over and nobody has said whether it took place."""
    rows = Event.objects.filter(partner=by.partner_id, state=Event.State.PUBLISHED, ends_at__lt=now())
    return rows.prefetch_related("texts").order_by("starts_at", "id")


def people_of(event: Event) -> QuerySet[Registration]:
    """Who registered and did not cancel, in the order of arrival; with the key that opens their names."""
    rows = Registration.objects.filter(event=event).exclude(state=Registration.State.CANCELLED)
    return rows.select_related("event__key").order_by("arrival", "asked_at")


def said_of(event: Event) -> tuple[float | None, list[EventFeedback]]:
    """The mean of what people said afterwards, and their words. Two queries."""
    rows = EventFeedback.objects.filter(event=event).select_related("event__key")
    mean = rows.aggregate(mean=Avg("rating"))["mean"]
    return mean, list(rows.order_by("-given_on", "id")[:100])


def campaigns(by: Worker) -> QuerySet[Campaign]:
    """The partner's campaigns and those that run in the network, the latest first."""
    rows = Campaign.objects.select_related("partner").annotate(partners=Count("parts", distinct=True))
    return rows.order_by("-starts_on", "-id")


def takes_part(by: Worker, campaign: Campaign) -> bool:
    """Whether the partner has joined it."""
    return CampaignPart.objects.filter(campaign=campaign, partner=by.partner_id).exists()


def reached(campaign: Campaign) -> list[tuple[str, int, int]]:
    """Whom each partner reached: its name, how many as counted and how many as estimated. One query."""
    rows = (
        Reach.objects.filter(campaign=campaign)
        .values("partner__short_name")
        .annotate(
            counted=Sum("people", filter=Q(is_estimate=False), default=0),
            estimated=Sum("people", filter=Q(is_estimate=True), default=0),
        )
        .order_by("partner__short_name")
    )
    return [(row["partner__short_name"], row["counted"], row["estimated"]) for row in rows]


def numbers(campaign: Campaign) -> dict[tuple[uuid.UUID, dt.date], dict[str, int]]:
    """What came of its events, by partner and month: by kind of fact, and who had registered. One query.

    For everybody who sees the campaign; of nobody by name.
    """
    found: dict[tuple[uuid.UUID, dt.date], dict[str, int]] = {}
    with connection.cursor() as cursor:
        cursor.execute("select partner, month, what, n from society_campaign_numbers(%s)", [campaign.pk])
        for partner, month, what, n in cursor.fetchall():
            found.setdefault((partner, month), {})[what] = int(n)
    return found


def friends(by: Worker, *, kind: str = "", skill: str = "", language: str = "") -> QuerySet[Friend]:
    """Who agreed to be kept in mind and still does."""
    rows = Friend.objects.filter(partner=by.partner_id, withdrawn_at=None).select_related("key")
    if kind:
        rows = rows.filter(kind=kind)
    if skill:
        rows = rows.filter(skills__contains=[skill])
    if language:
        rows = rows.filter(languages__contains=[language])
    return rows.order_by("-entered_at", "-id")


def issues(by: Worker) -> QuerySet[Issue]:
    """The partner's letters, the latest first."""
    return Issue.objects.filter(partner=by.partner_id).order_by("-made_at", "-id")


def subscribers(partner_id: uuid.UUID) -> Mapping[str, int]:
    """How many get the newsletter, by language; never who. One query."""
    with connection.cursor() as cursor:
        cursor.execute("select language, n from society_subscribers(%s)", [partner_id])
        return dict(cursor.fetchall())


def not_sent_yet(issue: Issue) -> QuerySet[Subscription]:
    """Who asked for it in its language and has not got it."""
    sent = Delivery.objects.filter(issue=issue, subscription_id=OuterRef("pk"))
    rows = Subscription.objects.filter(
        partner=issue.partner_id, language=issue.language, confirmed_at__isnull=False
    )
    return rows.exclude(Exists(sent)).select_related("key").order_by("id")


def who_answers(partner_id: uuid.UUID, roles: tuple[str, ...] = ANSWERING) -> list[Colleague]:
    """Who answers the public for a partner today; asked while the partner acts."""
    members = Membership.objects.valid_now().filter(organisation=partner_id, role__in=roles)
    found = {member.user_id: member.user for member in members.select_related("user")}
    return sorted(found.values(), key=lambda user: user.name)


def writers() -> QuerySet[Organisation]:
    """The bodies that may send a newsletter: the local partners, the lead and the national ones."""
    roles = (Partnership.Role.LOCAL_PARTNER, Partnership.Role.LEAD, Partnership.Role.NATIONAL_PARTNER)
    return Organisation.objects.filter(partnerships__role__in=roles).distinct().order_by("short_name")
