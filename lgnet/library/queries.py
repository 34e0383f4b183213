# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The search: which documents, in which order, with what around the words. Nobody finds what they may not open.

The function of the database knows who asks from the transaction; the rows of the page are read under row security.
"""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.db import connection
from django.db.models import Q

from lgnet.library.models import Document

PAGE = 20
MOST = 400  # so many matches are ranked (migration 0004)
WIDEST = 2_000  # so many texts of a language are looked at, and as many titles
LONGEST = 200
BEGIN, END = "\x01", "\x02"  # around what was found, in a snippet; no text holds them
_SEARCH = "select what, value, n, id from library_search(%s, %s, %s, %s, %s, %s, %s, %s)"
_HEADLINES = """
select id, ts_headline(config::regconfig, left(body, 20000), library_query(language, %(words)s), %(options)s)
from (select id, language, body, 'library_' || language as config from library_document where id = any(%(ids)s)) d
"""
_OPTIONS = (
    f'StartSel="{BEGIN}", StopSel="{END}", MaxFragments=2, MaxWords=20, MinWords=8, FragmentDelimiter=" … "'
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody looks for: words as a search engine takes them, and a value for each facet."""

    words: str = ""
    kind: str = ""
    language: str = ""
    theme: str = ""
    partner: uuid.UUID | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page ended: the score (or the moment) and the id of its last row."""

    score: int
    last: uuid.UUID


@dataclass(frozen=True, slots=True)
class Hit:
    """A document with what stands around the words; the words are between `BEGIN` and `END`."""

    document: Document
    score: int
    snippet: str


@dataclass(frozen=True, slots=True)
class Found:
    """A page of hits and, for each facet, how many there are of each value. `instead`: what was looked for at last."""

    hits: Sequence[Hit]
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    next_place: Place | None = None
    instead: str = ""

    @property
    def total(self) -> int:
        """How many match under the other choices of kind; the largest set that the page counts."""
        return sum(self.facets.get("language", {}).values())

    @property
    def is_cut(self) -> bool:
        """Whether more match than were looked at, so that the numbers of the facets are the least there are."""
        return any(n >= WIDEST for n in self.facets.get("language", {}).values())


def search(asked: Asked, place: Place | None = None) -> Found:
    """The best matches. Where nothing matches, words with a typing error are replaced by the nearest that do.

    Two queries; four where a word is replaced.
    """
    found = _page(asked, place)
    if found.facets or place is not None:
        return found
    better = corrected(asked.words)
    if better == asked.words:
        return found
    again = _page(replace(asked, words=better), None)
    return replace(again, instead=better) if again.facets else found


def corrected(text: str) -> str:
    """The words with those replaced that find nothing while a similar one does. One query."""
    words = [word for word in text.replace('"', " ").split() if word.strip("-").isalpha() and len(word) > 3]
    if not words:
        return text
    with connection.cursor() as cursor:
        cursor.execute("select word, instead from library_suggest(%s)", [words])
        instead = dict(cursor.fetchall())
    return " ".join(instead.get(word.strip('"'), word) for word in text.split())


def _page(asked: Asked, place: Place | None) -> Found:
    facets: dict[str, dict[str, int]] = {}
    scores: list[tuple[uuid.UUID, int]] = []
    last = (place.score, place.last) if place else (None, None)
    with connection.cursor() as cursor:
        cursor.execute(
            _SEARCH, [asked.words, asked.kind, asked.language, asked.theme, asked.partner, *last, PAGE + 1]
        )
        for what, value, n, document_id in cursor.fetchall():
            if what == "hit":
                scores.append((document_id, n))
            else:
                facets.setdefault(what, {})[value] = n
    shown = scores[:PAGE]
    hits = _hits(asked.words, shown)
    further = Place(shown[-1][1], shown[-1][0]) if len(scores) > PAGE else None
    return Found(hits, facets, further)


def _hits(words: str, scores: Sequence[tuple[uuid.UUID, int]]) -> list[Hit]:
    """The rows of the page with their snippets, read as whoever asks. Two queries."""
    ids = [document_id for document_id, _score in scores]
    if not ids:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_HEADLINES, {"words": words, "options": _OPTIONS, "ids": ids})
        snippets = dict(cursor.fetchall())
    rows = Document.objects.filter(pk__in=ids).defer("body").select_related("partner")
    known = {row.pk: row for row in rows}
    return [Hit(known[pk], score, snippets.get(pk, "")) for pk, score in scores if pk in known]


def latest(kind: str = "", after: tuple[dt.datetime, uuid.UUID] | None = None) -> list[Document]:
    """What came last, a page and one row more; without words nothing is ranked or counted. One query."""
    rows = Document.objects.defer("body").select_related("partner")
    if kind:
        rows = rows.filter(kind=kind)
    if after is not None:
        moment, last = after
        rows = rows.filter(Q(at__lt=moment) | Q(at=moment, id__lt=last))
    return list(rows.order_by("-at", "-id")[: PAGE + 1])
