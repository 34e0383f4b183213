# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where a long list goes on: what orders its last row and the row's id, as one value of an address.

The order is a moment, a day or a rank. Whatever an address says that none of ours would is no place: the beginning.
"""

import datetime as dt
import uuid
from collections.abc import Callable
from typing import TypeVar

Moment = tuple[dt.datetime, uuid.UUID]
Day = tuple[dt.date, uuid.UUID]
Rank = tuple[int, uuid.UUID]
T = TypeVar("T")


def written(order: dt.datetime | dt.date | int, row: uuid.UUID) -> str:
    """A place as an address holds it; nothing in it needs quoting. A moment must know its zone."""
    if isinstance(order, dt.datetime):
        return f"{order.astimezone(dt.UTC).replace(tzinfo=None).isoformat()}Z~{row}"
    return f"{order.isoformat() if isinstance(order, dt.date) else order}~{row}"


def moment(text: str) -> Moment | None:
    """The place of a list ordered by moments; None where the address names none."""
    return _read(text, _moment)


def day(text: str) -> Day | None:
    """The place of a list ordered by days; None where the address names none."""
    return _read(text, dt.date.fromisoformat)


def rank(text: str) -> Rank | None:
    """The place of a list ordered by small numbers; None where the address names none."""
    return _read(text, _rank)


def _read(text: str, order: Callable[[str], T]) -> tuple[T, uuid.UUID] | None:
    first, _tilde, row = text.partition("~")
    try:
        return order(first), uuid.UUID(row)
    except ValueError:
        return None


def _moment(text: str) -> dt.datetime:
    found = dt.datetime.fromisoformat(text)
    if found.tzinfo is None:
        raise ValueError("a moment without a zone")
    return found


def _rank(text: str) -> int:
    if not text.isdecimal() or len(text) > 4:
        raise ValueError("no rank of ours")
    return int(text)
