# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""From moments of entering and leaving to minutes of attendance (rules TRN-6).

Nobody writes down when the break was: who was there for half of the time between beginning and end was there for
half of what was taught.
"""

import datetime as dt
from collections.abc import Iterable

from lgnet.training.models import Session

Stay = tuple[dt.datetime, dt.datetime]


def of_stays(session: Session, stays: Iterable[Stay]) -> int:
    """Minutes of a session somebody was there for: whole minutes, time counted twice once, at most all of it."""
    length = (session.ends_at - session.starts_at).total_seconds()
    there = sum((end - start).total_seconds() for start, end in _merged(session, stays))
    return min(session.planned_minutes, round(session.planned_minutes * there / length))


def since(session: Session, entered: dt.datetime, left: dt.datetime | None) -> int:
    """Minutes of who entered and perhaps left; who does not say that they leave stays until the end."""
    return of_stays(session, [(entered, session.ends_at if left is None else left)])


def _merged(session: Session, stays: Iterable[Stay]) -> list[Stay]:
    inside = sorted((max(start, session.starts_at), min(end, session.ends_at)) for start, end in stays)
    merged: list[Stay] = []
    for start, end in inside:
        if end <= start:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged
