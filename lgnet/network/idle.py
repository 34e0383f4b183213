# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A desk that was left: after a while without a click, whoever sees people logs in again.

What was typed stays in the browser tab, as when a session expires, and the page comes back after logging in.
"""

from django.conf import settings
from django.http import HttpRequest

from lgnet.core.clock import now
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker

SEEN_AT = "seen_at"  # in the session: seconds since 1970, to the minute
EVERY = 60  # seconds between two notes of it: not every click writes the session
SEES_PEOPLE = frozenset({Permission.PERSON_SEE, Permission.CASE_SEE, Permission.CONTACT_RECORD})


def is_left(request: HttpRequest, worker: Worker) -> bool:
    """Whether nobody clicked for longer than `IDLE_SECONDS`; notes the click otherwise."""
    if not SEES_PEOPLE & worker.role.permissions:
        return False
    moment, seen = int(now().timestamp()), request.session.get(SEEN_AT)
    if seen is not None and moment - seen > settings.IDLE_SECONDS:
        return True
    if seen is None or moment - seen >= EVERY:
        request.session[SEEN_AT] = moment
    return False
