# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Imports in the background. A job names the membership it works for, which must be valid when it runs."""

import uuid

from django.utils import translation
from procrastinate.contrib.django import app

from lgnet.imports import actions
from lgnet.network.queries import worker_for


@app.task(name="imports.check", queue="imports")
def check(run_id: str, membership_id: str) -> None:
    """Check a file."""
    by = worker_for(uuid.UUID(membership_id))
    if by is not None:
        with translation.override(by.user.language):
            actions.check_file(by=by, run_id=uuid.UUID(run_id))


@app.task(name="imports.undo", queue="imports")
def undo(run_id: str, membership_id: str) -> None:
    """Take a whole import back."""
    by = worker_for(uuid.UUID(membership_id))
    if by is not None:
        with translation.override(by.user.language):
            actions.undo_file(by=by, run_id=uuid.UUID(run_id))


@app.task(name="imports.write", queue="imports")
def write(run_id: str, membership_id: str) -> None:
    """Write a checked file."""
    by = worker_for(uuid.UUID(membership_id))
    if by is not None:
        with translation.override(by.user.language):
            actions.write_file(by=by, run_id=uuid.UUID(run_id))
