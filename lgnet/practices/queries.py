# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reads of practices. Row security: a partner sees its own, everybody what is under review or published."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection
from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet

from lgnet.cases.needs import readable
from lgnet.core.clock import now, today
from lgnet.network.models import Colleague, Membership
from lgnet.network.worker import Worker
from lgnet.practices.models import Adoption, AdoptionStep, Card, Figure, Practice, Question, Reminder, Review
from lgnet.practices.models.practice import HOLDS_FOR, REMIND_BEFORE

PAGE = 20
SOON_DAYS = 14
STATE = Card.State
Place = tuple[dt.datetime, uuid.UUID]


def cards() -> QuerySet[Card]:
    """Cards with what a line of a list says of them."""
    return Card.objects.select_related("partner", "practice").defer(
        "context", "results", "went_wrong", "transfer"
    )


def published(
    *, after: Place | None = None, line: str = "", need: str = "", partner: str = "", text: str = ""
) -> QuerySet[Card]:
    """What partners have published, the newest first; `after` is where the page before ended."""
    rows = cards().filter(state=STATE.PUBLISHED)
    if line:
        rows = rows.filter(lines__contains=[line])
    if need:
        rows = rows.filter(needs__contains=[need])
    if partner:
        rows = rows.filter(partner__code=partner)
    if text:
        rows = rows.filter(Q(title__icontains=text) | Q(problem__icontains=text))
    if after is not None:
        moment, last = after
        rows = rows.filter(Q(published_at__lt=moment) | Q(published_at=moment, id__lt=last))
    done = Count("practice__adoptions", filter=~Q(practice__adoptions__outcome=""), distinct=True)
    return rows.annotate(taken_up=done).order_by("-published_at", "-id")


def own_at_work(by: Worker) -> QuerySet[Card]:
    """What the partner is writing, or waits for its review."""
    return (
        cards()
        .filter(partner=by.partner_id, state__in=[STATE.DRAFT, STATE.SUBMITTED])
        .prefetch_related(Prefetch("reviews", Review.objects.order_by("-taken_at").select_related("partner")))
        .order_by("-written_at", "-id")
    )


def to_review() -> QuerySet[Card]:
    """Cards that wait for their review, the oldest first, with the reviews so far."""
    return (
        cards()
        .filter(state=STATE.SUBMITTED)
        .prefetch_related(Prefetch("reviews", Review.objects.order_by("-taken_at").select_related("partner")))
        .order_by("submitted_at", "id")
    )


def due_for_confirmation(by: Worker) -> QuerySet[Card]:
    """The partner's published practices whose year is over or ends within the month, the oldest first."""
    limit = now() - HOLDS_FOR + REMIND_BEFORE
    rows = cards().filter(partner=by.partner_id, state=STATE.PUBLISHED, practice__confirmed_at__lte=limit)
    return rows.order_by("practice__confirmed_at", "id")


def reviews_owed(by: Worker) -> QuerySet[Review]:
    """Reviews that the partner has taken and not decided on, the longest taken first; a card taken back owes none."""
    rows = Review.objects.filter(
        partner=by.partner_id, outcome=Review.Outcome.OPEN, card__state=STATE.SUBMITTED, card__turn=F("turn")
    )
    return rows.select_related("card__partner").order_by("taken_at", "id")


def steps_due(by: Worker, *, all_of_partner: bool) -> QuerySet[AdoptionStep]:
    """Steps of what the partner takes up that are late or due within a fortnight, the earliest first.

    Somebody's own; `all_of_partner`: everybody's, and those that nobody owns.
    """
    soon = today() + dt.timedelta(days=SOON_DAYS)
    rows = AdoptionStep.objects.filter(
        partner=by.partner_id, adoption__outcome="", done_at=None, due_on__lte=soon
    )
    if not all_of_partner:
        rows = rows.filter(owner=by.user.pk)
    return rows.select_related("adoption__card", "owner").order_by("due_on", "id")


def latest_review(card: Card) -> Review | None:
    """The review that counts for a card as it was given last, if somebody has taken it."""
    rows = Review.objects.filter(card=card, turn=card.turn).exclude(outcome=Review.Outcome.GIVEN_UP)
    return rows.select_related("partner", "decided_by").order_by("-taken_at").first()


def card_of(review: Review) -> Card | None:
    """The card under review as it is now; None where its author has taken it back."""
    return Card.objects.filter(pk=review.card_id).first()


def reviews(card: Card) -> list[Review]:
    """Every review of a card that the asker may see, with its questions; the last one first. Two queries."""
    questions = Question.objects.select_related("asked_by", "answered_by")
    rows = Review.objects.filter(card=card).select_related("partner", "taken_by", "decided_by")
    return list(rows.prefetch_related(Prefetch("questions", questions)).order_by("-taken_at"))


def versions(card: Card) -> list[Card]:
    """The other versions of the same practice that the asker may see, the newest first."""
    return list(Card.objects.filter(practice=card.practice_id).exclude(pk=card.pk).order_by("-version"))


def is_at_work(practice_id: uuid.UUID) -> bool:
    """Whether a next version is being written or reviewed."""
    return Card.objects.filter(practice=practice_id, state__in=[STATE.DRAFT, STATE.SUBMITTED]).exists()


def is_under_way(by: Worker, practice_id: uuid.UUID) -> bool:
    """Whether the partner is taking this practice up now."""
    return Adoption.objects.filter(practice=practice_id, partner=by.partner_id, outcome="").exists()


def adoptions_of(practice_id: uuid.UUID) -> list[Adoption]:
    """Who took it up, as far as the asker may see: what is over, and for its author what is under way."""
    rows = Adoption.objects.filter(practice=practice_id).select_related("partner", "card")
    return list(rows.order_by("-begun_at", "-id")[:PAGE])


def adoptions_by(by: Worker) -> QuerySet[Adoption]:
    """What the partner takes up, what is under way first, with how many of its steps are done."""
    return (
        Adoption.objects.filter(partner=by.partner_id)
        .select_related("card", "author", "owner")
        .annotate(all_steps=Count("steps"), done_steps=Count("steps", filter=Q(steps__done_at__isnull=False)))
        .order_by("outcome", "-begun_at", "-id")
    )


def colleagues(by: Worker) -> list[Colleague]:
    """Who works at the partner today, by name: may own an adoption or a step."""
    members = Membership.objects.valid_now().filter(organisation=by.partner_id).select_related("user")
    return sorted({member.user for member in members}, key=lambda user: user.name)


def adoptions_everywhere() -> QuerySet[Adoption]:
    """For the nation: who takes up what, what is under way first."""
    rows = Adoption.objects.select_related("card", "author", "partner", "owner")
    return rows.order_by("outcome", "-begun_at", "-id")


def told_figures(partner_id: uuid.UUID, indicator: str, *, but: uuid.UUID) -> list[int]:
    """What the network has read of a partner's indicator on cards, the oldest first; not of the card `but`."""
    rows = Figure.objects.filter(partner=partner_id, indicator=indicator, value__isnull=False)
    rows = rows.exclude(card=but).exclude(card__state=STATE.DRAFT).order_by("measured_at")
    return [value for value in rows.values_list("value", flat=True) if value is not None]


_FREQUENT = """
select need, count(distinct person_id) from cases_intake, unnest(needs) need
where partner_id = %s and first_contact_at > %s
group by 1 having count(distinct person_id) >= %s order by 2 desc, 1 limit 4
"""
LEAST_ASKING = 10  # people; fewer of them would say too much about somebody


def frequent_needs(by: Worker) -> list[str]:
    """What many of the partner's own people asked for within a year, the most frequent first. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_FREQUENT, [by.partner_id, now() - dt.timedelta(days=365), LEAST_ASKING])
        return readable([need for need, _n in cursor.fetchall()], special=False)


def sizes() -> dict[uuid.UUID, str]:
    """How large each partner's work is: small, medium or large, never a number. One query of a function."""
    with connection.cursor() as cursor:
        cursor.execute("select partner_id, size from practices_sizes()")
        return dict(cursor.fetchall())


def coordinators_of(partner_id: uuid.UUID) -> list[Colleague]:
    """Who answers for a partner today; asked while the partner acts."""
    members = Membership.objects.valid_now().filter(organisation=partner_id, role="coordinator")
    return [member.user for member in members.select_related("user").order_by("user__name")]


def due_for_a_reminder(day: dt.date, at: dt.datetime) -> list[Practice]:
    """What the partner acting now should confirm: a month before the year is over, then every month."""
    limit = at - HOLDS_FOR + REMIND_BEFORE
    rows = Practice.objects.filter(
        Exists(Card.objects.filter(practice=OuterRef("pk"), state=STATE.PUBLISHED)), confirmed_at__lte=limit
    ).exclude(Exists(Reminder.objects.filter(practice=OuterRef("pk"), sent_on__gt=day - REMIND_BEFORE)))
    return list(rows.order_by("confirmed_at"))


@dataclass(frozen=True, slots=True)
class PublicCard:
    """A published practice that its partner shows to everybody: nobody's name in it."""

    id: uuid.UUID
    practice_id: uuid.UUID
    partner_code: str
    partner_name: str
    language: str
    title: str
    context: str
    problem: str
    steps: Sequence[str]
    people: str
    cost: str
    cost_euro: int | None
    months: int | None
    results: str
    went_wrong: str
    transfer: str
    needs: Sequence[str]
    lines: Sequence[str]
    version: int
    published_at: dt.datetime
    confirmed_at: dt.datetime | None
    figures: Sequence[Figure] = ()


_PUBLIC = (
    "id", "practice_id", "language", "title", "context", "problem", "steps", "people", "cost", "cost_euro", "months",
    "results", "went_wrong", "transfer", "needs", "lines", "version", "published_at",
)  # fmt: skip


def public_cards(
    *, after: Place | None = None, limit: int = PAGE, card_id: uuid.UUID | None = None
) -> list[PublicCard]:
    """What anybody may read, the newest first: for the public website, which acts as `lgnet_public`. Two queries."""
    rows = Card.objects.filter(state=STATE.PUBLISHED, is_public=True)
    if card_id is not None:
        rows = rows.filter(pk=card_id)
    if after is not None:
        moment, last = after
        rows = rows.filter(Q(published_at__lt=moment) | Q(published_at=moment, id__lt=last))
    named = {"code": "partner__code", "name": "partner__short_name", "confirmed": "practice__confirmed_at"}
    found = list(rows.order_by("-published_at", "-id").values(*_PUBLIC, *named.values())[:limit])
    figures: dict[uuid.UUID, list[Figure]] = {}
    for figure in Figure.objects.filter(card__in=[row["id"] for row in found]).order_by("indicator"):
        figures.setdefault(figure.card_id, []).append(figure)
    return [
        PublicCard(
            **{name: row[name] for name in _PUBLIC},
            partner_code=row[named["code"]],
            partner_name=row[named["name"]],
            confirmed_at=row[named["confirmed"]],
            figures=figures.get(row["id"], ()),
        )
        for row in found
    ]
