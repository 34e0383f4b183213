# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Events from the draft to what became of them. Whoever registered is told by a job when something moves."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db import connection, transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from lgnet.core import audit
from lgnet.core.authz import Refused, Stale
from lgnet.core.clock import ROME, now
from lgnet.core.ids import new_id
from lgnet.network.worker import Worker
from lgnet.society import policies, queries
from lgnet.society.actions import counted
from lgnet.society.models import Campaign, Event, EventText, Registration

STATE = Event.State
TEXT = 6_000
MOVES = ("starts_at", "ends_at", "place", "is_online", "online_url")  # what whoever registered must know


@dataclass(frozen=True)
class Plan:
    """What an event is, apart from its words in other languages."""

    title: str
    description: str
    starts_at: dt.datetime
    ends_at: dt.datetime
    contact: str
    place: str = ""
    is_online: bool = False
    online_url: str = ""
    access: str = ""
    audience: str = Event.Audience.EVERYBODY
    takes_registrations: bool = True
    capacity: int | None = None
    keep_days: int = 30
    language: str = "it"
    campaign: Campaign | None = None


FIELDS = (
    "starts_at", "ends_at", "contact", "place", "is_online", "online_url", "access", "audience",
    "takes_registrations", "capacity", "keep_days", "language", "campaign",
)  # fmt: skip


@transaction.atomic
def write(*, by: Worker, plan: Plan, event_id: uuid.UUID | None = None) -> Event:
    """Begin an event; sent twice with the same id it is one event."""
    policies.write(by).enforce()
    _check(plan)
    found = Event.objects.filter(pk=event_id).first() if event_id else None
    if found is not None:
        return found
    event = Event(
        id=event_id or new_id(), partner_id=by.partner_id, made_at=now(), made_by=by.user,
        slug=_free_slug(by, plan), **_given(plan),
    )  # fmt: skip
    event.save(force_insert=True)
    _say(by, event, plan.language, plan.title, plan.description)
    audit.record("event.written", on=event)
    return event


@transaction.atomic
def edit(*, by: Worker, event: Event, plan: Plan) -> Event:
    """Change it. Another hour or place of a public event grows its sequence, and whoever registered is told."""
    event = locked(event.pk)
    policies.edit(by, event).enforce()
    _check(plan)
    moved = any(getattr(event, name) != getattr(plan, name) for name in MOVES)
    for name, value in _given(plan).items():
        setattr(event, name, value)
    source = EventText.objects.filter(event=event, language=plan.language).first()
    if source is None or (source.title, source.description) != (plan.title, plan.description):
        event.words_version += 1
    if moved and event.state == STATE.PUBLISHED:
        event.sequence += 1
    event.save()
    _say(by, event, plan.language, plan.title, plan.description)
    audit.record("event.edited", on=event, moved=moved)
    _settle(event)
    return event


@transaction.atomic
def translate(
    *, by: Worker, event: Event, language: str, title: str, description: str, is_checked: bool
) -> EventText:
    """Say it in another language; checked by somebody who speaks it, or not yet."""
    event = locked(event.pk)
    policies.translate(by, event).enforce()
    if language == event.language:
        raise Refused(_("That is the language in which it was written: change the event itself."))
    text = _say(by, event, language, title, description, is_checked=is_checked)
    audit.record("event.translated", on=event, language=language, checked=is_checked)
    return text


@transaction.atomic
def submit(*, by: Worker, event: Event) -> Event:
    """Ask for it to be published."""
    event = locked(event.pk)
    policies.submit(by, event).enforce()
    return _turn(event, STATE.REVIEW, "event.submitted")


@transaction.atomic
def take_back(*, by: Worker, event: Event) -> Event:
    """Make it a draft again."""
    event = locked(event.pk)
    policies.take_back(by, event).enforce()
    return _turn(event, STATE.DRAFT, "event.taken_back")


@transaction.atomic
def publish(*, by: Worker, event: Event) -> Event:
    """Let everybody read it."""
    event = locked(event.pk)
    policies.publish(by, event).enforce()
    event.published_at, event.published_by = now(), by.user
    return _turn(event, STATE.PUBLISHED, "event.published")


@transaction.atomic
def cancel(*, by: Worker, event: Event, reason: str) -> Event:
    """Say that it does not take place, and why: whoever registered is told."""
    event = locked(event.pk)
    policies.cancel(by, event).enforce()
    if not reason.strip():
        raise Refused(_("Say why: whoever registered reads it."))
    event.ended_at, event.ended_by, event.end_reason = now(), by.user, reason.strip()[:300]
    event.sequence += 1
    return _turn(event, STATE.CANCELLED, "event.cancelled")


@transaction.atomic
def hold(*, by: Worker, event: Event, walk_ins: int | None) -> Event:
    """Say that it took place, and how many came without having registered, where somebody counted them."""
    event = locked(event.pk)
    policies.hold(by, event).enforce()
    event.ended_at, event.ended_by, event.walk_ins = now(), by.user, walk_ins
    event = _turn(event, STATE.HELD, "event.held")
    counted.count_held(event)
    return event


@transaction.atomic
def restore(*, by: Worker, event: Event) -> Event:
    """Undo that; whoever was told that it is cancelled is told again, and what counted of a held one counts no more."""
    event = locked(event.pk)
    policies.restore(by, event).enforce()
    counted.take_back(event)
    event.ended_at, event.ended_by, event.end_reason, event.walk_ins = None, None, "", None
    event.sequence += 1
    return _turn(event, STATE.PUBLISHED, "event.restored")


@transaction.atomic
def throw_away(*, by: Worker, event: Event) -> None:
    """Throw a draft away."""
    event = locked(event.pk)
    policies.throw_away(by, event).enforce()
    audit.record("event.thrown_away", on=event)
    event.texts.all().delete()
    event.delete()


@transaction.atomic
def check_in(*, by: Worker, registration: Registration) -> Registration:
    """Somebody has come; ticked twice it stays."""
    event = _at_the_door(by, registration)
    if registration.came_at is None:
        registration.came_at = now()
        registration.save(update_fields=["came_at"])
        audit.record("event.came", on=registration)
        if event.state == STATE.HELD:
            counted.count_one_more(event)
    return registration


@transaction.atomic
def undo_check_in(*, by: Worker, registration: Registration) -> Registration:
    """That was somebody else; taken back twice it stays."""
    event = _at_the_door(by, registration)
    if registration.came_at is not None:
        registration.came_at = None
        registration.save(update_fields=["came_at"])
        audit.record("event.came_undone", on=registration)
        if event.state == STATE.HELD:
            counted.count_one_less(event)
    return registration


def _at_the_door(by: Worker, registration: Registration) -> Event:
    """The event of a registration, held, and the registration as it is now: nobody is counted twice."""
    policies.see_people(by, registration.event).enforce()
    event = locked(registration.event_id)
    registration.refresh_from_db(fields=["state", "came_at"])
    policies.check_in(by, event, registration).enforce()
    return event


def note_people_seen(*, on: Event) -> None:
    """Leave a trace that somebody looked at who registered."""
    audit.record("event.people_seen", on=on)


def locked(event_id: uuid.UUID) -> Event:
    """The event, held until this is over. What is read and not one's own cannot be held.

    First its turn, as whoever registers takes it (migration 0003), then its row: in the other order the two wait for
    each other.
    """
    with connection.cursor() as cursor:
        turn = "select pg_advisory_xact_lock(hashtextextended('society.event' || %s::uuid::text, 0))"
        cursor.execute(turn, [event_id])
    found = Event.objects.select_for_update(of=("self",)).filter(pk=event_id).first()
    if found is None:
        raise Refused(_("This is another partner's."))
    return found


def _check(plan: Plan) -> None:
    if plan.ends_at <= plan.starts_at:
        raise Refused(_("It cannot end before it begins."))
    if not plan.place and not plan.is_online:
        raise Refused(_("Say where it is, or that it is online."))


def _given(plan: Plan) -> dict[str, object]:
    given = {name: getattr(plan, name) for name in FIELDS}
    if not plan.takes_registrations:
        given["capacity"] = None
    return given


def _say(
    by: Worker, event: Event, language: str, title: str, description: str, *, is_checked: bool = True
) -> EventText:
    title, description = " ".join(title.split())[:160], description.strip()[:TEXT]
    if not title or not description:
        raise Refused(_("Write a title and what it is about."))
    text, _made = EventText.objects.update_or_create(
        event=event, language=language,
        defaults={
            "partner_id": event.partner_id, "title": title, "description": description,
            "of_version": event.words_version, "is_checked": is_checked, "written_at": now(), "written_by": by.user,
        },
    )  # fmt: skip
    return text


def _free_slug(by: Worker, plan: Plan) -> str:
    """An address that says what and when, and never changes."""
    day = plan.starts_at.astimezone(ROME).date()
    stem = slugify(f"{by.organisation.code}-{plan.title}")[:60].strip("-") or by.organisation.code
    wanted = f"{stem}-{day:%Y%m%d}"
    return wanted if not queries.slug_is_taken(wanted) else f"{wanted}-{new_id().hex[-6:]}"


def _turn(event: Event, state: Event.State, said: str) -> Event:
    if state not in Event.NEXT[event.state]:
        raise Stale(_("This event has changed meanwhile: load the page again."))
    event.state = state
    event.save()
    audit.record(said, on=event)
    return event


def _settle(event: Event) -> None:
    """More places than before go to who waits."""
    if event.state == STATE.PUBLISHED and event.takes_registrations and event.arrivals:
        with connection.cursor() as cursor:
            cursor.execute("select society_settle(%s, %s)", [event.pk, now()])
