# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who is told of what: a notice in the platform, and for what cannot wait a letter after the commit."""

import uuid
from collections.abc import Iterable
from functools import partial

from django.conf import settings
from django.db import transaction

from lgnet.core.clock import now
from lgnet.exchange import notifications
from lgnet.exchange.models import Group, Notice, Post
from lgnet.network.models import Colleague
from lgnet.network.worker import Worker

BY_MAIL = frozenset({Notice.Kind.MENTION, Notice.Kind.HIDDEN, Notice.Kind.GROUP})


def tell(
    *,
    by: Worker,
    to: Iterable[uuid.UUID],
    kind: Notice.Kind,
    post: Post | None = None,
    group: Group | None = None,
) -> None:
    """Tell each of them once; nobody is told of what they did themselves. A letter says that there is something."""
    people = {each for each in to if each != by.user.pk}
    Notice.objects.bulk_create(
        Notice(recipient_id=each, kind=kind, by_id=by.user.pk, post=post, group=group, told_at=now())
        for each in sorted(people)
    )
    if kind not in BY_MAIL or not people:
        return
    path = (
        f"/exchange/threads/{post.thread_id}/#post-{post.pk}"
        if post
        else f"/exchange/groups/{group and group.pk}/"
    )
    letters = [
        notifications.Letter(
            email=each.email, language=each.language, kind=kind, link=f"{settings.SITE_ADDRESS}{path}"
        )
        for each in Colleague.objects.filter(pk__in=people).order_by("pk")
    ]
    transaction.on_commit(partial(notifications.told, letters), robust=True)
