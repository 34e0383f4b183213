# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Releases in the background: protecting takes some seconds. A job names the membership it works for."""

import uuid

from django.utils import translation
from procrastinate.contrib.django import app

from lgnet.core.rowsecurity import GATE, acting_as
from lgnet.imports.queries import membership
from lgnet.network.queries import working_memberships
from lgnet.network.worker import Worker
from lgnet.open_data import actions


def worker_for(membership_id: uuid.UUID) -> Worker | None:
    """Who the job works for; None where the membership has ended meanwhile."""
    with acting_as(GATE):
        found = membership(membership_id)
        valid = {one.pk for one in working_memberships(found.user)}
    return Worker(found.user, found) if found.pk in valid else None


@app.task(name="open_data.compute", queue="open_data")
def compute(release_id: str, membership_id: str) -> None:
    """Protect the figures of a release."""
    by = worker_for(uuid.UUID(membership_id))
    if by is not None:
        with translation.override(by.user.language), acting_as(by.actor()):
            actions.compute(by=by, release_id=uuid.UUID(release_id))
