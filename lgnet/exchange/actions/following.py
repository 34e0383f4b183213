# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Follow, choose how often to be written to, look at what one was told, and send the digests."""

import datetime as dt

from django.db import transaction

from lgnet.core import audit
from lgnet.core.clock import ROME, now
from lgnet.core.rowsecurity import current_actor
from lgnet.exchange import notifications, policies, queries
from lgnet.exchange.models import DigestChoice, DigestSent, Follow, Group, Notice, Theme, Thread
from lgnet.network.models import Colleague
from lgnet.network.worker import Worker

FIRST = dt.timedelta(days=7)  # how far back the first digest looks
MONDAY = 0


@transaction.atomic
def follow(
    *, by: Worker, thread: Thread | None = None, theme: Theme | None = None, group: Group | None = None
) -> Follow:
    """Want to know what is new in a thread, a theme or a group. Twice is once."""
    policies.take_part(by).enforce()
    found, _made = Follow.objects.get_or_create(
        follower_id=by.user.pk, thread=thread, theme=theme, group=group, defaults={"since": now()}
    )
    return found


@transaction.atomic
def unfollow(
    *, by: Worker, thread: Thread | None = None, theme: Theme | None = None, group: Group | None = None
) -> None:
    """Want to know it no more."""
    Follow.objects.filter(follower_id=by.user.pk, thread=thread, theme=theme, group=group).delete()


@transaction.atomic
def choose_rhythm(*, by: Worker, rhythm: str) -> None:
    """Say how often one wants the digest."""
    DigestChoice.objects.update_or_create(
        colleague_id=by.user.pk, defaults={"rhythm": rhythm, "chosen_at": now()}
    )


@transaction.atomic
def look_at_notices(*, by: Worker, notice: Notice | None = None) -> int:
    """Mark one's notices as read, or one of them; how many were new."""
    rows = Notice.objects.filter(recipient=by.user.pk, read_at=None)
    if notice is not None:
        rows = rows.filter(pk=notice.pk)
    return rows.update(read_at=now())


@transaction.atomic
def look_at_thread(*, by: Worker, thread: Thread) -> None:
    """Whoever opens a thread has seen what they were told of it."""
    Notice.objects.filter(recipient=by.user.pk, read_at=None, post__thread=thread).update(read_at=now())


def send_digest(*, colleague: Colleague, day: dt.date, address: str) -> bool:
    """Sum up for somebody what is new in what they follow, if today is their day; whether a letter goes out.

    Run by the job as `lgnet_worker` on behalf of this colleague, so that nothing is named that they may not open;
    twice on a day sends once. A title that the guard warned of stays in the platform: the letter names its theme.
    """
    actor = current_actor()
    if actor is None or actor.user_id != colleague.pk or not _is_day(queries.rhythm_of(colleague.pk), day):
        return False
    last = queries.last_digest(colleague.pk)
    if last is not None and last.sent_on >= day:
        return False
    until = now()
    begin = dt.datetime.combine(day, dt.time.min, ROME) - FIRST
    since = max(last.until, begin) if last is not None else begin
    found = queries.news(colleague.pk, since=since, until=until)
    if not found:
        return False
    DigestSent.objects.create(colleague=colleague, sent_on=day, until=until, threads=len(found))
    digest = notifications.Digest(
        email=colleague.email,
        language=colleague.language,
        since=since,
        news=[_line(thread, address) for thread in found],
        choice_link=f"{address}/exchange/following/",
    )
    audit.record("exchange.digest_sent", kind="exchange.digest", threads=len(found))
    transaction.on_commit(lambda: notifications.summed_up(digest), robust=True)
    return True


def _is_day(rhythm: str, day: dt.date) -> bool:
    if rhythm == DigestChoice.Rhythm.WEEKLY:
        return day.weekday() == MONDAY
    return rhythm == DigestChoice.Rhythm.DAILY


def _line(thread: Thread, address: str) -> notifications.News:
    return notifications.News(
        words=thread.title if thread.is_plain else "",
        theme=thread.group.name if thread.group else thread.theme.label_it,
        replies=thread.replies,
        link=f"{address}/exchange/threads/{thread.pk}/",
    )
