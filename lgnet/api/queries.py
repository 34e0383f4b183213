# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reads of the API, page by page: a page follows the key at which the last one ended, so none is counted over."""

import base64
import datetime as dt
import json
import uuid
from typing import Any, TypeVar

from django.db.models import Model, Q, QuerySet

from lgnet.api.models import ApiToken
from lgnet.cases.models import Case
from lgnet.core.first_rows import first_rows
from lgnet.network.worker import Worker
from lgnet.people.models import Person

M = TypeVar("M", bound=Model)
Place = tuple[dt.datetime, uuid.UUID]


def tokens_of(by: Worker) -> QuerySet[ApiToken]:
    """The keys of the organisation, those that open something first."""
    own = ApiToken.objects.filter(partner_id=by.partner_id).select_related("user")
    return own.order_by("-expires_on", "-made_at")


def write_place(place: Place) -> str:
    """A place in a list as clients hand it back; its inside is nobody's business."""
    return base64.urlsafe_b64encode(json.dumps([place[0].isoformat(), place[1].hex]).encode()).decode()


def read_place(text: str) -> Place:
    """The place that a client handed back. Raises ValueError for what we did not write."""
    try:
        moment, row = json.loads(base64.urlsafe_b64decode(text.encode("ascii", "strict")))
        found = dt.datetime.fromisoformat(moment), uuid.UUID(hex=row)
    except (TypeError, ValueError, AttributeError) as trouble:
        raise ValueError("not a place of ours") from trouble
    if found[0].tzinfo is None:
        raise ValueError("not a place of ours")
    return found


def people(after: Place | None, size: int) -> tuple[list[Person], str | None]:
    """A page of the partner's people, the latest registered first. One query."""
    return _page(Person.objects.select_related("key"), "registered_at", after, size)


def cases(after: Place | None, size: int) -> tuple[list[Case], str | None]:
    """A page of the partner's cases, the latest touched first. Few queries, whatever the size of the list."""
    return _page(Case.objects.all(), "last_activity_at", after, size)


def _page(rows: QuerySet[M], by: str, after: Place | None, size: int) -> tuple[list[M], str | None]:
    rows = rows.order_by(f"-{by}", "-id")
    if after is not None:
        moment, row = after
        rows = rows.filter(Q(**{f"{by}__lt": moment}) | Q(**{by: moment, "id__lt": row}))
    found: list[Any] = first_rows(rows, size + 1)
    shown = found[:size]
    return shown, write_place((getattr(shown[-1], by), shown[-1].pk)) if len(found) > size else None
