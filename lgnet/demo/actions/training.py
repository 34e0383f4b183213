# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The training of the demo: a module that is over, one that runs, one with a waiting list, one being planned."""

import datetime as dt
from collections.abc import Sequence
from random import Random

from django.db import transaction

from lgnet.core.clock import ROME, now, today
from lgnet.core.rowsecurity import acting_as
from lgnet.demo.accounts import FIRST_PARTNER
from lgnet.demo.lessons import (
    ADDRESS,
    AIMS,
    CAPTIONS,
    FILM,
    LESSONS,
    LINK,
    LIST,
    MADE_UP,
    READING,
    ROOM,
    TITLE,
    TRANSCRIPT,
    Lesson,
    Meeting,
)
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker
from lgnet.training import actions as training
from lgnet.training.actions.places import settle
from lgnet.training.models import (
    Attendance,
    Enrolment,
    Module,
    Notice,
    Prerequisite,
    Programme,
    Session,
    Teaching,
)
from lgnet.training.queries import completed

UNDECIDED = {"genova", "torino", "milano"}  # whose coordinators find requests on their first page
STATE, HOW = Enrolment.State, Attendance.How


@transaction.atomic
def teach(*, by: Worker, trainers: Sequence[Worker], workers: Sequence[Worker], seed: int) -> int:
    """Plan the programme and let people take part; how many enrolments there are."""
    random = Random(seed)
    with acting_as(by.actor()):
        programme = training.plan_programme(by=by, title=TITLE, aims=AIMS)
    people = _who_attends(workers, random)
    modules: dict[str, Module] = {}
    enrolled = 0
    for lesson in LESSONS:
        module = modules[lesson.code] = _module(by, programme, lesson, trainers)
        if lesson.requires:
            Prerequisite.objects.create(module=module, required=modules[lesson.requires])
            people = _who_completed(modules[lesson.requires], people) or people
        enrolled += len(_enrol(module, lesson, people[: lesson.people], random))
    with acting_as(by.actor()):
        _materials(by, modules["M1"])
    return enrolled


def _who_attends(workers: Sequence[Worker], random: Random) -> list[Worker]:
    """Each person once, in a random order that lets every partner come; those whom visitors enter as come first."""
    local = {one.user.pk: one for one in workers if one.may(Permission.TRAINING_ATTEND)}
    people = list(local.values())
    random.shuffle(people)
    people.sort(
        key=lambda one: one.organisation.code != FIRST_PARTNER or one.membership.role != "case_manager"
    )
    first: dict[str, Worker] = {}
    for one in people:
        first.setdefault(one.organisation.code, one)
    chosen = {one.user.pk for one in first.values()}
    return [*first.values(), *(one for one in people if one.user.pk not in chosen)]


def _who_completed(module: Module, people: Sequence[Worker]) -> list[Worker]:
    done = {one.colleague.pk for one in completed(module)}
    return [one for one in people if one.user.pk in done]


def _module(by: Worker, programme: Programme, lesson: Lesson, trainers: Sequence[Worker]) -> Module:
    begin = now() + dt.timedelta(days=min(0, lesson.until) - 30)
    module = Module.objects.create(
        programme=programme, code=lesson.code, title=lesson.title, area=lesson.area, contents=lesson.contents,
        places=lesson.places, places_per_partner=lesson.share, enrol_until=today() + dt.timedelta(days=lesson.until),
        state=Module.State.DRAFT if lesson.is_draft else Module.State.OPEN, written_at=begin, written_by=by.user,
        published_at=None if lesson.is_draft else begin,
    )  # fmt: skip
    sessions = [_session(module, meeting) for meeting in lesson.meetings]
    Session.objects.bulk_create(sessions)
    Teaching.objects.bulk_create(
        Teaching(session=one, trainer_id=trainers[n % len(trainers)].user.pk)
        for n, one in enumerate(sessions)
    )
    return module


def _session(module: Module, meeting: Meeting) -> Session:
    day = today() + dt.timedelta(days=meeting.days)
    starts = dt.datetime.combine(day, dt.time(meeting.hour), ROME)
    is_online, is_here = meeting.mode != "presence", meeting.mode != "online"
    return Session(
        module=module, title=meeting.title, mode=meeting.mode, starts_at=starts,
        ends_at=starts + dt.timedelta(minutes=meeting.minutes), break_minutes=meeting.break_minutes,
        room=ROOM if is_here else "", address=ADDRESS if is_here else "", link=LINK if is_online else "",
        room_places=150 if meeting.mode == "presence" else None,
    )  # fmt: skip


def _enrol(module: Module, lesson: Lesson, people: Sequence[Worker], random: Random) -> list[Enrolment]:
    """Everybody asks, one after the other; the database gives the places by its own rule."""
    is_over = lesson.until < 0
    rows = []
    for n, worker in enumerate(people):
        asked = now() + dt.timedelta(days=min(0, lesson.until) - 12, minutes=n * 7)
        decided = is_over or worker.organisation.code not in UNDECIDED or random.random() < 0.5
        rows.append(
            Enrolment(
                module=module, partner_id=worker.partner_id, colleague_id=worker.user.pk, arrival=n + 1,
                asked_at=asked, asked_by_id=worker.user.pk, approved_at=asked if decided else None,
                approved_by_id=worker.user.pk if decided else None,
            )
        )  # fmt: skip
    Enrolment.objects.bulk_create(rows)
    Module.objects.filter(pk=module.pk).update(arrivals=len(rows))
    sessions = list(Session.objects.filter(module=module))
    if is_over:
        _seat_then(module, rows, lesson)
    else:
        settle(module)
    seated = list(Enrolment.objects.filter(module=module, state=STATE.SEATED).order_by("arrival"))
    _attend([one for one in sessions if one.ends_at <= now()], seated, random)
    _told(seated, [one for one in sessions if sessions and max(s.ends_at for s in sessions) > now()])
    return rows


def _seat_then(module: Module, rows: Sequence[Enrolment], lesson: Lesson) -> None:
    """Places of a module that has begun: `settle` gives none any more, so the same rule is walked once."""
    taken: dict[object, int] = {}
    for row in rows:
        has = taken.get(row.partner_id, 0)
        if sum(taken.values()) < lesson.places and (lesson.share is None or has < lesson.share):
            row.state, row.seated_at = STATE.SEATED, row.asked_at
            taken[row.partner_id] = has + 1
    Enrolment.objects.bulk_update(rows, ["state", "seated_at"])


def _attend(sessions: Sequence[Session], seated: Sequence[Enrolment], random: Random) -> None:
    """Most are there, some leave early, some are absent and a part of them makes up for it."""
    rows = []
    weak = {row.pk for row in seated if random.random() < 0.12}
    for session in sessions:
        trainer = Teaching.objects.filter(session=session).values_list("trainer", flat=True)[0]
        for row in seated:
            found = _attendance(session, row, random, is_weak=row.pk in weak)
            if found is not None:
                found.recorded_by_id = row.colleague_id if found.how in {HOW.QR, HOW.CODE} else trainer
                rows.append(found)
    Attendance.objects.bulk_create(rows)


def _attendance(session: Session, row: Enrolment, random: Random, *, is_weak: bool) -> Attendance | None:
    n = session.planned_minutes
    chance = random.random()
    made = Attendance(enrolment=row, session=session, minutes=n, how=HOW.QR, recorded_at=session.ends_at)
    if session.mode == Session.Mode.ONLINE:
        made.how, made.minutes = HOW.LOG, n - random.choice((0, 0, 1, 2, 4, 7))
    elif chance < 0.75:
        made.how = random.choice((HOW.QR, HOW.QR, HOW.CODE))
        made.entered_at = session.starts_at - dt.timedelta(minutes=random.randint(1, 20))
    else:
        made.how = HOW.LIST
    if chance > (0.45 if is_weak else 0.93):
        if is_weak or random.random() < 0.4:
            return None
        made.how, made.note, made.minutes = HOW.MAKEUP, random.choice(MADE_UP), n
        made.entered_at, made.recorded_at = None, session.ends_at + dt.timedelta(days=6)
        if made.recorded_at > now():
            return None
    return made


def _told(seated: Sequence[Enrolment], sessions: Sequence[Session]) -> None:
    """They were written to: the job of a demo that begins sends no hundreds of letters."""
    Notice.objects.bulk_create(
        Notice(
            enrolment=row, session=one, kind=Notice.Kind.SEATED, sequence=one.sequence, sent_at=row.seated_at
        )
        for row in seated
        if row.approved_at is not None and row.seated_at is not None
        for one in sessions
    )


def _materials(by: Worker, module: Module) -> None:
    page = training.Content(text=READING)
    training.add_material(by=by, module=module, kind="page", title="Prima di cominciare", content=page)
    file = training.Content(name="fasi-della-presa-in-carico.csv", blocks=[LIST])
    training.add_material(by=by, module=module, kind="file", title="Le fasi, una per riga", content=file)
    film = training.Content(
        name=FILM.name, blocks=[FILM.read_bytes()], captions=CAPTIONS, transcript=TRANSCRIPT
    )
    training.add_material(
        by=by, module=module, kind="video", title="Il primo colloquio in tre passi", content=film
    )
