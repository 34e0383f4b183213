# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The page of the library: words, choices, what was found."""

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy

from lgnet.cases.needs import need_choices
from lgnet.core import places
from lgnet.exchange.models import Theme
from lgnet.library import queries
from lgnet.library.models import Document
from lgnet.library.queries import BEGIN, END, LONGEST, PAGE, Asked, Found, Place
from lgnet.network.models import ActionLine, Organisation
from lgnet.network.worker import Worker
from lgnet.practices.models import Language

FACETS: Mapping[str, Promise] = {
    "kind": gettext_lazy("What it is"),
    "theme": gettext_lazy("Theme"),
    "partner": gettext_lazy("Partner"),
    "language": gettext_lazy("Language"),
}
SYMBOLS: Mapping[str, str] = {
    Document.Kind.PRACTICE: "share",
    Document.Kind.MODULE: "presentation",
    Document.Kind.MATERIAL: "clip",
    Document.Kind.DISCUSSION: "comment",
    Document.Kind.DIRECTIVE: "mail",
}
ADDRESSES: Mapping[str, Callable[[Document], str]] = {
    Document.Kind.PRACTICE: lambda row: reverse("practices:card", args=[row.pk]),
    Document.Kind.MODULE: lambda row: reverse("training:module", args=[row.pk]),
    Document.Kind.MATERIAL: lambda row: reverse("training:material", args=[row.pk]),
    Document.Kind.DISCUSSION: lambda row: reverse("exchange:thread", args=[row.pk]),
    Document.Kind.DIRECTIVE: lambda row: reverse("directives:directive", args=[row.pk]),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A document in the list."""

    document: Document
    url: str
    symbol: str
    snippet: SafeString


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet, with how many there are and where choosing or leaving it leads."""

    label: str
    n: int
    url: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet with its values, the most frequent first."""

    title: str | Promise
    values: Sequence[Value]

    @property
    def is_chosen(self) -> bool:
        return any(value.chosen for value in self.values)


@dataclass(frozen=True, slots=True)
class SearchPage:
    """Everything the page shows."""

    words: str
    instead: str
    kept: Sequence[tuple[str, str]]
    lines: Sequence[Line]
    facets: Sequence[Facet]
    is_more_than_ranked: bool
    is_cut: bool
    next_url: str
    is_first: bool
    clear_url: str


def search_page(by: Worker, given: Mapping[str, str]) -> SearchPage:
    """At most seven queries."""
    chosen = {name: given.get(name, "")[:40].replace("\x00", "") for name in FACETS}
    chosen["partner"] = str(_id(chosen["partner"]) or "")
    words = " ".join(given.get("q", "").replace("\x00", "").split())[:LONGEST]
    if not words:
        return _latest(chosen["kind"], given.get("after", ""))
    asked = Asked(words, chosen["kind"], chosen["language"], chosen["theme"], _id(chosen["partner"]))
    place = _place(given.get("after", ""))
    found = queries.search(asked, place)
    kept = {"q": found.instead or words, **{name: one for name, one in chosen.items() if one}}
    return SearchPage(
        words=words,
        instead=found.instead,
        kept=[(name, one) for name, one in chosen.items() if one],
        lines=[_line(hit.document, hit.snippet) for hit in found.hits],
        facets=_facets(found, kept),
        is_more_than_ranked=found.total > queries.MOST,
        is_cut=found.is_cut,
        next_url=_url(kept, after=places.written(found.next_place.score, found.next_place.last))
        if found.next_place
        else "",
        is_first=place is None,
        clear_url=_url({"q": words}),
    )


def _latest(kind: str, after: str) -> SearchPage:
    kinds = Document.Kind.values
    kind = kind if kind in kinds else ""
    start = places.moment(after)
    rows = queries.latest(kind, start)
    last = rows[PAGE - 1] if len(rows) > PAGE else None
    return SearchPage(
        words="",
        instead="",
        kept=[("kind", kind)] if kind else [],
        lines=[_line(row, "") for row in rows[:PAGE]],
        facets=(),
        is_more_than_ranked=False,
        is_cut=False,
        next_url=_url({"kind": kind}, after=places.written(last.at, last.pk)) if last else "",
        is_first=start is None,
        clear_url=_url({}),
    )


def _line(document: Document, snippet: str) -> Line:
    address = ADDRESSES[document.kind]
    return Line(document, address(document), SYMBOLS[document.kind], marked(snippet))


def marked(snippet: str) -> SafeString:
    """A snippet with what was found marked; everything else is escaped."""
    safe = str(escape(snippet)).replace(BEGIN, "<mark>").replace(END, "</mark>")
    return mark_safe(safe)  # noqa: S308 - escaped above


def _facets(found: Found, kept: Mapping[str, str]) -> list[Facet]:
    labels = _labels(found)
    facets = []
    for name, title in FACETS.items():
        chosen = kept.get(name, "")
        values = [
            Value(
                labels[name].get(value, value),
                n,
                _url(
                    {key: one for key, one in kept.items() if key != name}
                    | ({} if value == chosen else {name: value})
                ),
                value == chosen,
            )
            for value, n in sorted(found.facets.get(name, {}).items(), key=lambda pair: (-pair[1], pair[0]))
        ]
        if values:
            facets.append(Facet(title, values))
    return facets


def _labels(found: Found) -> dict[str, dict[str, str]]:
    """The names of the values of each facet. Two queries."""
    partners = Organisation.objects.filter(pk__in=list(found.facets.get("partner", {})))
    return {
        "kind": {str(code): str(label) for code, label in Document.Kind.choices},
        "language": {str(code): str(label) for code, label in Language.choices},
        "theme": {
            **{theme.code: theme.label for theme in Theme.objects.all()},
            **dict(need_choices()),
            **{str(code): str(label) for code, label in ActionLine.choices},
        },
        "partner": {str(one.pk): one.short_name for one in partners},
    }


def _url(kept: Mapping[str, str], **more: str) -> str:
    given = {name: one for name, one in {**kept, **more}.items() if one}
    return f"{reverse('library:search')}?{urlencode(given)}" if given else reverse("library:search")


def _id(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


def _place(text: str) -> Place | None:
    score, _tilde, last = text.partition("~")
    known = _id(last)
    return Place(int(score), known) if known and score.isdecimal() and len(score) < 9 else None
