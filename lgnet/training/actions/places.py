# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Places are given in the database, in the order of arrival: two calls that everybody's actions make."""

import uuid

from django.db import connection

from lgnet.core.clock import now
from lgnet.training.models import Module


def arrive(module: Module) -> int | None:
    """The next turn in a module, from here to the end of the transaction nobody else's; None where it is not open."""
    with connection.cursor() as cursor:
        cursor.execute("select training_arrive(%s)", [module.pk])
        turn = cursor.fetchone()[0]
    return None if turn is None else int(turn)


def settle(module: Module | uuid.UUID) -> int:
    """Give free places to who waits longest; how many were given. Nothing once the first session has begun."""
    key = module.pk if isinstance(module, Module) else module
    with connection.cursor() as cursor:
        cursor.execute("select training_settle(%s, %s)", [key, now()])
        return int(cursor.fetchone()[0])
