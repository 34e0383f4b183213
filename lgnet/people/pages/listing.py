# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The list of a partner's people and the results of the search box."""

import datetime as dt
import uuid
from dataclasses import dataclass

from lgnet.core.authz import Verdict
from lgnet.network.worker import Worker
from lgnet.people import policies
from lgnet.people.names import clean
from lgnet.people.pages.lines import PersonLine, line_of
from lgnet.people.queries import PAGE_SIZE, people_page, search

MAX_QUERY = 300


@dataclass(frozen=True)
class ListPage:
    """People, the latest first, or those who answer to `q`."""

    q: str
    lines: list[PersonLine]
    next_url: str
    is_first: bool
    may_register: Verdict


def list_page(by: Worker, *, q: str = "", after: str = "") -> ListPage:
    """The page for what was typed and the place in the list (`after`: a key of `place_of`)."""
    text = clean(q, max_length=MAX_QUERY)
    if text:
        lines = [line_of(hit.person, hit) for hit in search(text)]
        return ListPage(text, lines, "", True, policies.register(by))
    place = read_place(after)
    people = people_page(after=place)
    shown = people[:PAGE_SIZE]
    more = f"?after={place_of(shown[-1].registered_at, shown[-1].pk)}" if len(people) > PAGE_SIZE else ""
    return ListPage("", [line_of(person) for person in shown], more, place is None, policies.register(by))


def place_of(moment: dt.datetime, person_id: uuid.UUID) -> str:
    """A place in the list as it stands in an address: microseconds since 1970 and the id."""
    return f"{moment.timestamp():.6f}_{person_id.hex}"


def read_place(text: str) -> tuple[dt.datetime, uuid.UUID] | None:
    """The place that an address names; None for the beginning and for what nobody wrote."""
    moment, _sep, person_id = text.partition("_")
    try:
        return dt.datetime.fromtimestamp(float(moment), tz=dt.UTC), uuid.UUID(hex=person_id)
    except (ValueError, OverflowError, OSError):
        return None
