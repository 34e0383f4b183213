# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The site in the background: what editors planned is published or withdrawn on time; who waits for a page is told."""

import logging
import uuid
from collections.abc import Sequence

from procrastinate.contrib.django import app

from lgnet.core.letters import link
from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.network import editions
from lgnet.network.models import Colleague
from lgnet.website import actions, notifications, queries
from lgnet.website.telling import Told

log = logging.getLogger(__name__)
PUBLISHER = Actor(DbRole.PUBLISHER)


def publish_what_is_due() -> int:
    """As the nation's editors do; nobody in particular acts. One page that cannot be published stops no other."""
    with acting_as(PUBLISHER):
        due = queries.due_revisions()
        done = sum(actions.publish_planned(revision) for revision in due)
        return done + sum(actions.withdraw_expired(page) for page in queries.expired_pages())


def tell_one(what: Told, page_id: int, author_id: uuid.UUID | None) -> int:
    """Tell the nation that a page waits, or its author what the nation decided; the letters sent."""
    with acting_as(PUBLISHER):
        page = queries.written_page(page_id)
        author = queries.colleague(author_id)
        is_planned = page is not None and page.approved_schedule
    if page is None:
        return 0
    if what == Told.APPROVED and is_planned:
        what = Told.PLANNED
    people: Sequence[Colleague] = _approvers() if what == Told.WAITS else [author] if author else []
    is_public = what == Told.APPROVED and page.live
    where = link(page.url_path if is_public else f"/site-admin/pages/{page_id}/edit/")
    who = page.partner.short_name if page.partner else (author.name if author else "")
    return notifications.told(
        [notifications.Letter(one.email, one.language, what, page.draft_title, who, where) for one in people]
    )


def _approvers() -> list[Colleague]:
    """Who communicates for the nation; where nobody does, who directs."""
    with acting_as(Actor(DbRole.WORKER)):
        bodies = sorted({row.organisation_id for row in editions.other_partnerships()})
    found = []
    for body in bodies:
        with acting_as(Actor(DbRole.WORKER, body)):
            found += queries.who_publishes(body)
    officers = [user for role, user in found if role == "national_communications"]
    return officers or [user for _role, user in found]


@app.periodic(cron="* * * * *")
@app.task(name="website.publish", queueing_lock="website.publish", pass_context=False)
def publish(timestamp: int) -> None:
    """Every minute. `timestamp` is when it was due (Unix seconds)."""
    done = publish_what_is_due()
    if done:
        log.info("site: %s pages published or withdrawn, due at %s", done, timestamp)


@app.task(name="website.tell")
def tell(what: str, page_id: int, author_id: str | None = None) -> None:
    """After a page was sent to the nation, approved or sent back."""
    sent = tell_one(Told(what), page_id, uuid.UUID(author_id) if author_id else None)
    log.info("page %s, %s: %s letters", page_id, what, sent)
