# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Letters after the commit, to colleagues by their ids."""

import datetime as dt
import uuid
from collections.abc import Iterable
from functools import partial

from django.conf import settings
from django.db import transaction

from lgnet.meetings import notifications
from lgnet.network.models import Colleague


def write_to(people: Iterable[uuid.UUID], kind: str, *, on: dt.datetime | dt.date, path: str) -> None:
    """One letter to each of them."""
    letters = [
        notifications.Letter(each.email, each.language, kind, on, f"{settings.SITE_ADDRESS}{path}")
        for each in Colleague.objects.filter(pk__in=set(people)).order_by("pk")
    ]
    if letters:
        transaction.on_commit(partial(notifications.told, letters), robust=True)
