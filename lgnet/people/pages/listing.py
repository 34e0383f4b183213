# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The list of a partner's people and the results of the search box."""

from dataclasses import dataclass
from urllib.parse import urlencode

from lgnet.core import places
from lgnet.core.authz import Verdict
from lgnet.network.worker import Worker
from lgnet.people import policies
from lgnet.people.names import clean
from lgnet.people.pages.lines import PersonLine, line_of
from lgnet.people.queries import FIRST_HITS, MORE_HITS, PAGE_SIZE, Hit, people_page, search

MAX_QUERY = 300


@dataclass(frozen=True)
class ListPage:
    """People, the latest first, or those who answer to `q`."""

    q: str
    lines: list[PersonLine]
    next_url: str
    is_first: bool
    may_register: Verdict
    more_url: str = ""


def list_page(by: Worker, *, q: str = "", after: str = "", is_more: bool = False) -> ListPage:
    """The page for what was typed and the place in the list (`after`: as `places` writes it)."""
    text = clean(q, max_length=MAX_QUERY)
    if text:
        hits, more_url = search_further(text, is_more=is_more)
        lines = [line_of(hit.person, hit) for hit in hits]
        return ListPage(text, lines, "", True, policies.register(by), more_url)
    place = places.moment(after)
    people = people_page(after=place)
    shown = people[:PAGE_SIZE]
    more = (
        f"?after={places.written(shown[-1].registered_at, shown[-1].pk)}" if len(people) > PAGE_SIZE else ""
    )
    return ListPage("", [line_of(person) for person in shown], more, place is None, policies.register(by))


def search_further(text: str, *, is_more: bool) -> tuple[list[Hit], str]:
    """The first hits and the address of more of them, or (`is_more`) all that are worth showing."""
    if is_more:
        return search(text, limit=MORE_HITS), ""
    hits = search(text)
    return hits, f"?{urlencode({'q': text, 'more': 1})}" if len(hits) == FIRST_HITS else ""
