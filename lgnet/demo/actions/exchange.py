# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Questions, groups, the directory, meetings and their tasks in the demo: a few statements for each table."""

import datetime as dt
from collections.abc import Mapping, Sequence
from random import Random

from django.db import transaction

from lgnet.core.clock import ROME, now, today
from lgnet.core.rowsecurity import acting_as
from lgnet.demo.accounts import BOLZANO
from lgnet.demo.encounters import HEADLINES, HELD, SKILLS, SPEAKS, Held
from lgnet.demo.exchanges import ANYWAY, ASKED, GROUPS, HIDDEN, PURPOSES, REPORTED, Asked
from lgnet.exchange.models import (
    DirectoryEntry,
    Follow,
    Group,
    GroupMember,
    Notice,
    Post,
    PostedAnyway,
    PostReport,
    Theme,
    Thread,
)
from lgnet.meetings.actions import counted
from lgnet.meetings.models import Attendance, Decision, Meeting, Task
from lgnet.network.worker import Worker

Workers = Mapping[str, Sequence[Worker]]
ENTRIES = 30


@transaction.atomic
def talk(*, workers: Workers, seed: int) -> None:
    """Let the colleagues of the demo ask, answer, meet and be found."""
    random = Random(seed)
    groups = _groups(workers)
    posts = _threads(workers, groups, random)
    _moderate(workers, posts)
    _directory(workers, random)
    _meetings(workers, groups)


def _one(workers: Workers, partner: str, turn: int = 0) -> Worker:
    """Somebody who follows cases there, always the same for a turn."""
    team = workers.get(BOLZANO if partner == "bolzano" else partner, ())
    known = [each for each in team if each.membership.role in {"case_manager", "specialist"}]
    return known[turn % len(known)]


def _groups(workers: Workers) -> dict[str, Group]:
    made: dict[str, Group] = {}
    members: list[GroupMember] = []
    for days, (name, partners) in enumerate(GROUPS.items()):
        lead, opened = _one(workers, partners[0]), now() - dt.timedelta(days=100 + 7 * days)
        group = Group(
            name=name, purpose=PURPOSES[name], coordinator_id=lead.user.pk, organisation_id=lead.partner_id,
            opened_at=opened,
        )  # fmt: skip
        made[name] = group
        people = [_one(workers, partner) for partner in partners]
        members += [
            GroupMember(group=group, member_id=w.user.pk, organisation_id=w.partner_id, joined_at=opened)
            for w in people
        ]
    Group.objects.bulk_create(made.values())
    GroupMember.objects.bulk_create(members)
    return made


def _threads(workers: Workers, groups: Mapping[str, Group], random: Random) -> dict[str, list[Post]]:
    """Every thread with its posts; the posts of each by its title."""
    themes = {theme.pk: theme for theme in Theme.objects.all()}
    threads: list[Thread] = []
    written: dict[str, list[Post]] = {}
    accepted: list[tuple[Thread, Post]] = []
    follows: list[Follow] = []
    for turn, told in enumerate(ASKED):
        at = now() - dt.timedelta(days=told.days_ago, minutes=random.randint(20, 400))
        asker = _one(workers, told.partner, 0 if told.group else turn)
        thread = Thread(
            kind=told.kind, title=told.title, theme=themes[told.theme], group=groups.get(told.group),
            language=told.language, author_id=asker.user.pk, organisation_id=asker.partner_id, started_at=at,
            last_post_at=at,
        )  # fmt: skip
        threads.append(thread)
        written[told.title] = [_post(thread, asker, Post.Kind.OPENING, told.text, at)]
        follows.append(Follow(follower_id=asker.user.pk, thread=thread, since=at))
        chosen = _replies(workers, told, thread, written[told.title], random)
        if chosen is not None:
            accepted.append((thread, chosen))
    Thread.objects.bulk_create(threads)
    Post.objects.bulk_create([post for posts in written.values() for post in posts])
    Follow.objects.bulk_create(follows)
    for thread, post in accepted:
        thread.accepted, thread.accepted_at = post, min(post.written_at + dt.timedelta(hours=3), now())
    Thread.objects.bulk_update([thread for thread, _post in accepted], ["accepted", "accepted_at"])
    _tell(accepted)
    return written


def _replies(workers: Workers, told: Asked, thread: Thread, posts: list[Post], random: Random) -> Post | None:
    at, chosen, answer = thread.started_at, None, posts[0]
    for partner, words in told.replies:
        at = min(at + dt.timedelta(hours=random.randint(2, 30)), now())
        by = _one(workers, partner, 0 if told.group else len(posts) + told.days_ago)
        if partner == told.partner and not told.group:
            by = Worker(posts[0].author, by.membership)
        if words.startswith("*"):
            posts.append(_post(thread, by, Post.Kind.COMMENT, words[1:], at, under=answer))
            continue
        answer = _post(thread, by, Post.Kind.ANSWER, words.removeprefix("+"), at)
        posts.append(answer)
        chosen = answer if words.startswith("+") else chosen
    return chosen


def _post(
    thread: Thread, by: Worker, kind: Post.Kind, text: str, at: dt.datetime, under: Post | None = None
) -> Post:
    return Post(
        thread=thread, kind=kind, under=under, text=text, language=thread.language, author_id=by.user.pk,
        organisation_id=by.membership.organisation_id, written_at=at,
    )  # fmt: skip


def _tell(accepted: Sequence[tuple[Thread, Post]]) -> None:
    """Whose answer was accepted knows; the last few have not looked yet."""
    latest = sorted(accepted, key=lambda pair: pair[1].written_at, reverse=True)
    Notice.objects.bulk_create(
        Notice(
            recipient_id=post.author_id, kind=Notice.Kind.ACCEPTED, by_id=thread.author_id, post=post,
            told_at=thread.accepted_at or now(), read_at=None if n < 6 else thread.accepted_at,
        )
        for n, (thread, post) in enumerate(latest)
        if post.author_id != thread.author_id
    )  # fmt: skip


def _moderate(workers: Workers, posts: Mapping[str, list[Post]]) -> None:
    """A post that was hidden, one that waits for a decision, and one that went on against the warning."""
    director = next(w for w in workers["interno"] if w.membership.role == "national_director")
    about = {title: found for title, found in posts.items() if not found[0].thread.group_id}
    residence = next(
        found[0].thread for title, found in about.items() if title.startswith("Il permesso scade")
    )
    other = next(found[0].thread for title, found in about.items() if title.startswith("Iscrizione"))
    at, latina, bari = now() - dt.timedelta(days=9), _one(workers, "latina"), _one(workers, "bari")
    hidden = _post(residence, latina, Post.Kind.ANSWER, HIDDEN[0], at)
    hidden.hidden_at, hidden.hidden_by_id = at + dt.timedelta(hours=4), director.user.pk
    hidden.hidden_reason = HIDDEN[1]
    doubtful = _post(other, bari, Post.Kind.ANSWER, REPORTED[0], now() - dt.timedelta(hours=20))
    Post.objects.bulk_create([hidden, doubtful])
    PostReport.objects.create(
        post=doubtful, reporter_id=_one(workers, "firenze").user.pk, reason=REPORTED[1],
        reported_at=now() - dt.timedelta(hours=3),
    )  # fmt: skip
    Notice.objects.create(
        recipient_id=latina.user.pk, kind=Notice.Kind.HIDDEN, by_id=director.user.pk, post=hidden,
        told_at=hidden.hidden_at, read_at=now(),
    )  # fmt: skip
    named = next(found[0] for title, found in about.items() if title.startswith("Portineria"))
    PostedAnyway.objects.create(
        subject_kind="exchange.post", subject_id=named.pk, link=f"/exchange/threads/{named.thread_id}/",
        author_id=named.author_id, reason=ANYWAY, kinds=["name"], passages=1, at=named.written_at,
    )  # fmt: skip


def _directory(workers: Workers, random: Random) -> None:
    people = [w for _code, team in sorted(workers.items()) for w in team if w.membership.role in HEADLINES]
    once = list({w.user.pk: w for w in people}.values())
    themes = list(Theme.objects.filter(is_offered=True).values_list("pk", flat=True))
    DirectoryEntry.objects.bulk_create(
        DirectoryEntry(
            colleague_id=w.user.pk, organisation_id=w.partner_id, headline=HEADLINES[w.membership.role],
            skills=sorted(random.sample(SKILLS[w.membership.role], 2)), themes=sorted(random.sample(themes, 2)),
            languages=sorted({"it", *random.sample(SPEAKS, random.randint(1, 3))}),
            shown_since=now() - dt.timedelta(days=random.randint(1, 200)),
        )
        for w in random.sample(once, min(ENTRIES, len(once)))
    )  # fmt: skip


def _meetings(workers: Workers, groups: Mapping[str, Group]) -> None:
    meetings: list[Meeting] = []
    attendances: list[Attendance] = []
    decisions: list[Decision] = []
    tasks: list[Task] = []
    for told in HELD:
        meeting = _meeting(workers, told, groups)
        meetings.append(meeting)
        attendances += _who_comes(workers, told, meeting)
        for text, given in told.decisions:
            decision = Decision(meeting=meeting, text=text, decided_at=meeting.ends_at)
            decisions.append(decision)
            tasks += [_task(workers, decision, *each) for each in given]
    Meeting.objects.bulk_create(meetings)
    Attendance.objects.bulk_create(attendances)
    Decision.objects.bulk_create(decisions)
    Task.objects.bulk_create(tasks)
    for meeting in meetings:
        if meeting.reported_at is not None:
            with acting_as(_one(workers, meeting.host.code).actor()):
                counted.count_held(meeting)


def _meeting(workers: Workers, told: Held, groups: Mapping[str, Group]) -> Meeting:
    by = _one(workers, told.host)
    day = today() + dt.timedelta(days=told.days)
    starts = dt.datetime.combine(day, dt.time(told.hour), ROME)
    ends, before = starts + dt.timedelta(hours=told.hours), min(starts, now()) - dt.timedelta(days=20)
    return Meeting(
        kind=told.kind, title=told.title, purpose=told.purpose, agenda=told.agenda, host=by.organisation,
        group=groups.get(told.group), place=told.place, link=told.link, places=told.places, starts_at=starts,
        ends_at=ends, organiser_id=by.user.pk, organisation_id=by.partner_id, written_at=before,
        report=told.report, reported_at=ends + dt.timedelta(hours=20) if told.report else None,
        cancelled_at=before + dt.timedelta(days=18) if told.called_off else None, cancel_reason=told.called_off,
    )  # fmt: skip


def _who_comes(workers: Workers, told: Held, meeting: Meeting) -> list[Attendance]:
    found, last = [], len(told.comes) - 1
    for n, partner in enumerate(told.comes):
        worker = _one(workers, partner)
        is_asked = told.days > 20 and partner == "genova"  # an invitation that waits for an answer
        is_over = told.days < 0
        found.append(
            Attendance(
                meeting=meeting, colleague_id=worker.user.pk, organisation_id=worker.partner_id,
                invited_at=meeting.written_at if is_asked else None,
                enrolled_at=None if is_asked else meeting.written_at + dt.timedelta(hours=5 * n + 1),
                was_there=(n != last) if is_over else None,
            )
        )  # fmt: skip
    return found


def _task(workers: Workers, decision: Decision, partner: str, text: str, days: int, is_done: bool) -> Task:
    owner = _one(workers, partner)
    due = today() + dt.timedelta(days=days)
    return Task(
        text=text, owner_id=owner.user.pk, organisation_id=owner.partner_id, due_on=due, decision=decision,
        given_at=decision.decided_at, given_by_id=decision.meeting.organiser_id,
        done_at=now() - dt.timedelta(days=max(1, -days + 1)) if is_done else None,
    )  # fmt: skip
