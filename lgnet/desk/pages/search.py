# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""One box for everything: a name in any script, a telephone, a number of a document, a code."""

from collections.abc import Sequence
from dataclasses import dataclass

from lgnet.desk.addresses import address
from lgnet.desk.queries import people_by_code
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker
from lgnet.people.pages.lines import PersonLine, line_of
from lgnet.people.pages.listing import search_further

LONGEST = 200


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The people found, the most alike first."""

    text: str
    lines: Sequence[PersonLine]
    new_url: str
    more_url: str = ""


def search_page(worker: Worker, text: str, *, is_more: bool = False) -> SearchPage:
    """At most six queries. A code finds exactly whom it names; everything else finds who resembles it."""
    asked = text.replace("\x00", "").strip()[:LONGEST]
    coded = people_by_code(asked) if asked else []
    known = {person.pk for person in coded}
    found, more_url = search_further(asked, is_more=is_more) if asked else ([], "")
    hits = [hit for hit in found if hit.person.pk not in known]
    return SearchPage(
        text=asked,
        lines=[*map(line_of, coded), *(line_of(hit.person, hit) for hit in hits)],
        new_url=address("people:new") if worker.may(Permission.PERSON_REGISTER) else "",
        more_url=more_url,
    )
