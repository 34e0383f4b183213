# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What partners tell society in the demo, who registered, what neighbours wrote. Runs as the owner."""

import datetime as dt
from collections.abc import Sequence

from django.db import transaction
from django.utils.text import slugify

from lgnet.core import vault
from lgnet.core.clock import ROME, add_working_days, now, today
from lgnet.core.ids import new_id, readable_code
from lgnet.core.models import DataKey
from lgnet.core.rowsecurity import acting_as
from lgnet.demo.society import (
    EVENTS,
    FRIENDS,
    HOMES,
    JOINED,
    LETTER,
    MATERIALS,
    MESSAGES,
    NAMES,
    REACHED,
    Announced,
)
from lgnet.network.worker import Worker
from lgnet.society.actions import counted
from lgnet.society.models import (
    Campaign,
    CampaignPart,
    Event,
    EventFeedback,
    EventText,
    Friend,
    Issue,
    Material,
    Message,
    Reach,
    Registration,
    Subscription,
)

STATE = Event.State
ENDED = (STATE.HELD, STATE.CANCELLED)


@transaction.atomic
def tell_society(*, by: Sequence[Worker]) -> int:
    """Write it as the coordinators and the national communications would have; how many events."""
    people = {worker.organisation.code: worker for worker in by}
    campaigns = {HOMES: _campaign(people)}
    for told in EVENTS:
        _event(told, people[told.partner], campaigns.get(told.campaign))
    for code, kind, ago, state, language, words, answer in MESSAGES:
        _message(people[code], kind, ago, state, language, words, answer)
    for code, kind, name, skills, languages, purpose in FRIENDS:
        _friend(people[code], kind, name, skills, languages, purpose)
    for code in ("genova", "sassari"):
        _newsletter(people[code])
    return Event.objects.count()


def _campaign(people: dict[str, Worker]) -> Campaign:
    by, start = people["anci"], today() - dt.timedelta(days=40)
    campaign = Campaign.objects.create(
        partner_id=by.partner_id, title=HOMES,
        aim="Che i proprietari affittino a chi può pagare, senza guardare da dove viene.",
        audience="Proprietari di case, agenzie, amministratori di condominio, vicini.",
        messages="- Chi affitta non è solo: la rete garantisce.\n- Un contratto è un contratto, in ogni lingua.",
        channels=["poster", "event", "press", "school", "association"], starts_on=start,
        ends_on=start + dt.timedelta(days=160), state=Campaign.State.RUNNING, made_at=now() - dt.timedelta(days=50),
        made_by=by.user,
    )  # fmt: skip
    CampaignPart.objects.bulk_create(
        CampaignPart(
            campaign=campaign, partner_id=people[code].partner_id, joined_at=now() - dt.timedelta(days=30 - n),
            joined_by=people[code].user,
        )
        for n, code in enumerate(JOINED)
    )  # fmt: skip
    Reach.objects.bulk_create(
        Reach(
            campaign=campaign, partner_id=people[code].partner_id, channel=channel, people=n, is_estimate=estimate,
            how=how, counted_on=today() - dt.timedelta(days=7), written_at=now(), written_by=people[code].user,
        )
        for code, channel, n, estimate, how in REACHED
    )  # fmt: skip
    Material.objects.bulk_create(
        Material(
            campaign=campaign, partner_id=people[code].partner_id, kind=kind, language=language, title=title,
            copies=copies, release=release, added_at=now() - dt.timedelta(days=20),
        )
        for code, kind, language, title, copies, release in MATERIALS
    )  # fmt: skip
    return campaign


def _event(told: Announced, by: Worker, campaign: Campaign | None) -> None:
    day = today() + dt.timedelta(days=told.days)
    starts_at = dt.datetime.combine(day, dt.time(told.hour), ROME)
    made_at = min(now(), starts_at) - dt.timedelta(days=20)
    is_public = told.state not in {STATE.DRAFT, STATE.REVIEW}
    title = told.words[told.language][0]
    event = Event.objects.create(
        slug=f"{slugify(f'{told.partner}-{title}')[:60].strip('-')}-{day:%Y%m%d}", partner_id=by.partner_id,
        campaign=campaign, state=told.state, audience=told.audience, starts_at=starts_at,
        ends_at=starts_at + dt.timedelta(hours=told.hours), place="" if told.is_online else told.place,
        is_online=told.is_online, online_url="https://stanza.example/lgnet" if told.is_online else "",
        access=told.access, contact=f"Ufficio LGNET, lgnet@{told.partner}.example",
        takes_registrations=bool(told.people or told.capacity), capacity=told.capacity, language=told.language,
        arrivals=told.people, key=_key(by) if told.people else None, walk_ins=told.walk_ins,
        made_at=made_at, made_by=by.user, published_at=made_at + dt.timedelta(days=2) if is_public else None,
        published_by=by.user if is_public else None,
        ended_at=min(now(), starts_at + dt.timedelta(hours=3)) if told.state in ENDED else None,
        ended_by=by.user if told.state in ENDED else None, end_reason=told.reason,
    )  # fmt: skip
    EventText.objects.bulk_create(
        EventText(
            event=event, partner_id=by.partner_id, language=language, title=words[0], description=words[1],
            is_checked=True, written_at=made_at, written_by=by.user,
        )
        for language, words in told.words.items()
    )  # fmt: skip
    Registration.objects.bulk_create(_somebody(told, event, n) for n in range(told.people))
    if told.state == STATE.HELD:
        with acting_as(by.actor()):
            counted.count_held(event)
    EventFeedback.objects.bulk_create(
        EventFeedback(event=event, partner_id=by.partner_id, rating=rating, words=words, given_on=day)
        for rating, words in told.said
    )


def _somebody(told: Announced, event: Event, n: int) -> Registration:
    at = event.made_at + dt.timedelta(days=3, minutes=37 * n)
    has_place = told.capacity is None or n < told.capacity
    state = Registration.State.SEATED if has_place else Registration.State.WAITING
    email = f"{slugify(NAMES[n % len(NAMES)]).replace('-', '.')}{n}@mail.example"
    return Registration(
        event=event, partner_id=event.partner_id, name=NAMES[n % len(NAMES)], email=email,
        value_index=vault.blind_index(f"society.event.{event.pk}", email), code=readable_code("E")[2:], language="it",
        consent="events-1", state=state, arrival=n + 1, asked_at=at, confirmed_at=at,
        seated_at=at if has_place else None, told_state=state if told.state != STATE.CANCELLED else "off",
        came_at=event.starts_at if n < told.came else None,
    )  # fmt: skip


def _message(by: Worker, kind: str, ago: int, state: str, language: str, words: str, answer: str) -> None:
    at = now() - dt.timedelta(days=ago)
    over = state in {Message.State.ANSWERED, Message.State.CLOSED}
    taken = over or state == Message.State.TAKEN
    due = add_working_days(at, Message.WORKING_DAYS[kind])
    is_anonymous = kind in {"complaint", "report"}
    Message.objects.create(
        id=new_id(), number=readable_code("L"), secret=b"demo", partner_id=by.partner_id, kind=kind, key=_key(by),
        name="" if is_anonymous else NAMES[ago % len(NAMES)], email="" if is_anonymous else f"{kind}@mail.example",
        words=words, answer=answer, language=language, state=state, received_at=at, due_at=due, told_at=at,
        escalated_at=due if not over and due < now() else None,
        taken_at=at + dt.timedelta(hours=5) if taken else None, taken_by=by.user if taken else None,
        ended_at=at + dt.timedelta(days=2) if over else None, ended_by=by.user if over else None,
        end_reason="Pubblicità" if state == Message.State.CLOSED else "",
    )  # fmt: skip


def _friend(
    by: Worker, kind: str, name: str, skills: tuple[str, ...], languages: tuple[str, ...], purpose: str
) -> None:
    Friend.objects.create(
        partner_id=by.partner_id, kind=kind, key=_key(by), name=name, phone="010 5550 100",
        email=f"{slugify(name)}@mail.example", skills=list(skills), when=["afternoon"], languages=list(languages),
        purposes=[purpose], consent_on=today() - dt.timedelta(days=60), consent_how="modulo firmato allo sportello",
        entered_at=now() - dt.timedelta(days=60), entered_by=by.user,
    )  # fmt: skip


def _newsletter(by: Worker) -> None:
    at = now() - dt.timedelta(days=25)
    for n, name in enumerate(NAMES):
        email = f"{slugify(name)}@mail.example"
        Subscription.objects.create(
            partner_id=by.partner_id, key=_key(by), email=email, language="it" if n % 4 else "en",
            value_index=vault.blind_index(f"society.newsletter.{by.partner_id}", email), consent="newsletter-1",
            asked_at=at - dt.timedelta(days=n), confirmed_at=at,
        )  # fmt: skip
    subject, body = LETTER
    Issue.objects.create(
        partner_id=by.partner_id, subject=subject, body=body, state=Issue.State.SENT, made_at=at, made_by=by.user,
        sent_at=at, sent_by=by.user, letters=10,
    )  # fmt: skip
    Issue.objects.create(
        partner_id=by.partner_id, subject="Il prossimo mese", body=body, made_at=now(), made_by=by.user
    )


def _key(by: Worker) -> DataKey:
    key = DataKey.fresh(partner_id=by.partner_id)
    key.save(force_insert=True)
    return key
