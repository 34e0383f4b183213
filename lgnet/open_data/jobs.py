# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Releases in the background: protecting takes some seconds. A job names the membership it works for."""

import uuid

from django.utils import translation
from procrastinate.contrib.django import app

from lgnet.core.rowsecurity import acting_as
from lgnet.network.queries import worker_for
from lgnet.open_data import actions


@app.task(name="open_data.compute", queue="open_data")
def compute(release_id: str, membership_id: str) -> None:
    """Protect the figures of a release."""
    by = worker_for(uuid.UUID(membership_id))
    if by is not None:
        with translation.override(by.user.language), acting_as(by.actor()):
            actions.compute(by=by, release_id=uuid.UUID(release_id))
