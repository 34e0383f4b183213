# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where a list goes on: the last row's moment and id, as one value of an address."""

import datetime as dt
import uuid
from urllib.parse import urlencode

from django.http import QueryDict

Place = tuple[dt.datetime, uuid.UUID]


def read_place(text: str) -> Place | None:
    """The place in an address; None where there is none or it does not make sense."""
    moment, _, row = text.rpartition("_")
    try:
        at = dt.datetime.fromisoformat(moment)
        found = (at, uuid.UUID(row))
    except ValueError:
        return None
    return found if at.tzinfo is not None else None


def next_address(asked: QueryDict, moment: dt.datetime, row: uuid.UUID) -> str:
    """The query of the next page, with the same filters."""
    kept = {name: value for name, value in asked.items() if name != "after"}
    return "?" + urlencode(kept | {"after": f"{moment.astimezone(dt.UTC).isoformat()}_{row}"})
