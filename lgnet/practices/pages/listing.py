# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The list of practices: what waits for one's partner, what comes from partners like it, what was published."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from lgnet.cases.needs import need_choices
from lgnet.core import places
from lgnet.core.authz import Verdict
from lgnet.core.clock import now
from lgnet.network import editions
from lgnet.network.models import ActionLine
from lgnet.network.worker import Worker
from lgnet.practices import alike, policies, queries
from lgnet.practices.models import Adoption, Card, Review
from lgnet.practices.queries import PAGE

MOST_ALIKE = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A card in a list; `state` is a key of the looks with its word."""

    card: Card
    note: str
    look: str
    word: str
    is_stale: bool = False


@dataclass(frozen=True, slots=True)
class Alike:
    """A practice of a partner like one's own, and why."""

    card: Card
    reasons: Sequence[str]


@dataclass(frozen=True, slots=True)
class Filters:
    """What the list is narrowed to."""

    line: str = ""
    need: str = ""
    partner: str = ""
    text: str = ""

    @property
    def any(self) -> bool:
        return bool(self.line or self.need or self.partner or self.text)


@dataclass(frozen=True, slots=True)
class Option:
    """A choice of a filter."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class ListPage:
    """Everything the page shows."""

    is_nation: bool
    may_write: Verdict
    own: Sequence[Line]
    to_confirm: Sequence[Card]
    reviewing: Sequence[Line]
    to_review: Sequence[Card]
    adoptions: Sequence[Adoption]
    alike: Sequence[Alike]
    published: Sequence[Line]
    filters: Filters
    lines: Sequence[Option]
    needs: Sequence[Option]
    partners: Sequence[Option]
    next_url: str
    is_first: bool


def list_page(by: Worker, asked: Mapping[str, str]) -> ListPage:
    """A constant number of queries, however many practices there are."""
    place, nation = places.moment(asked.get("after", "")), policies.is_nation(by)
    filters = Filters(
        **{name: asked.get(name, "")[:80].replace("\x00", "") for name in ("line", "need", "partner", "text")}
    )
    found = list(queries.published(after=place, **_asked(filters))[: PAGE + 1])
    is_first = place is None
    waiting = list(queries.to_review()[:PAGE]) if is_first and not filters.any else []
    at_home = is_first and not filters.any and not nation
    return ListPage(
        is_nation=nation,
        may_write=policies.write(by),
        own=[_own(card) for card in queries.own_at_work(by)[:PAGE]] if at_home else [],
        to_confirm=list(queries.due_for_confirmation(by)[:PAGE]) if at_home else [],
        reviewing=[_reviewing(card) for card in waiting if _taken_by(card, by.partner_id)],
        to_review=[card for card in waiting if not _review_of(card) and card.partner_id != by.partner_id],
        adoptions=list(queries.adoptions_by(by)[:5]) if at_home else [],
        alike=_alike(by, found) if at_home else [],
        published=[_published(card) for card in found[:PAGE]],
        filters=filters,
        lines=_options(ActionLine.choices, filters.line),
        needs=_options(need_choices(), filters.need),
        partners=_options(
            [(one.organisation.code, one.organisation.short_name) for one in editions.local_partnerships()],
            filters.partner,
        ),
        next_url=_next(found[PAGE - 1], filters) if len(found) > PAGE else "",
        is_first=is_first,
    )


def _asked(filters: Filters) -> dict[str, str]:
    return {name: getattr(filters, name) for name in ("line", "need", "partner", "text")}


def _options(choices: Sequence[tuple[str, object]], chosen: str) -> list[Option]:
    return [Option(str(value), str(label), value == chosen) for value, label in choices]


def _next(last: Card, filters: Filters) -> str:
    assert last.published_at is not None  # noqa: S101 - the list is of published cards
    given = {name: one for name, one in _asked(filters).items() if one}
    given["after"] = places.written(last.published_at, last.pk)
    return f"{reverse('practices:list')}?{urlencode(given)}"


def _review_of(card: Card) -> Review | None:
    """The review that counts, of those fetched with the card."""
    counts = [
        one for one in card.reviews.all() if one.turn == card.turn and one.outcome != Review.Outcome.GIVEN_UP
    ]
    return counts[0] if counts else None


def _taken_by(card: Card, partner_id: uuid.UUID) -> bool:
    review = _review_of(card)
    return review is not None and review.outcome == Review.Outcome.OPEN and review.partner_id == partner_id


def _reviewing(card: Card) -> Line:
    return Line(card, card.partner.short_name, "open", _("You review it"))


def _own(card: Card) -> Line:
    review = _review_of(card)
    who = review.partner.short_name if review else ""
    if card.state == Card.State.DRAFT:
        return Line(card, _("version %(n)s") % {"n": card.version}, "draft", _("Draft"))
    if review is None:
        return Line(card, "", "waiting", _("Waits for a reviewer"))
    words = {
        Review.Outcome.OPEN: ("open", _("Being reviewed")),
        Review.Outcome.APPROVED: ("approved", _("Approved: publish it")),
        Review.Outcome.SENT_BACK: ("sent_back", _("Sent back")),
    }
    look, word = words[Review.Outcome(review.outcome)]
    return Line(card, who, look, word)


def _published(card: Card) -> Line:
    taken_up = getattr(card, "taken_up", 0)
    note = _("tried elsewhere %(n)s times") % {"n": taken_up} if taken_up > 1 else ""
    if taken_up == 1:
        note = _("tried by another partner")
    stale = card.practice.is_stale(now())
    return Line(card, note, "expired" if stale else "", _("To be confirmed") if stale else "", stale)


def _alike(by: Worker, cards: Sequence[Card]) -> list[Alike]:
    """The published practices that suit one's partner best, of those on the first page. Four queries."""
    sizes = queries.sizes()
    known = {
        one.organisation_id: alike.Profile(
            sizes.get(one.organisation_id, ""), frozenset(one.lines), one.organisation.region
        )
        for one in editions.local_partnerships()
    }
    mine = known.get(by.partner_id)
    if mine is None:
        return []
    needs, words = frozenset(queries.frequent_needs(by)), dict(need_choices())
    lines = {str(code): str(label).lower() for code, label in ActionLine.choices}
    found = [
        (
            alike.likeness(
                mine, known[card.partner_id], my_needs=needs, needs=card.needs, words=words, lines=lines
            ),
            card,
        )
        for card in cards
        if card.partner_id in known and card.partner_id != by.partner_id
    ]
    found = sorted(
        (pair for pair in found if pair[0].points >= alike.LEAST), key=lambda pair: -pair[0].points
    )
    return [Alike(card, like.reasons) for like, card in found[:MOST_ALIKE]]
