# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The audit trail of Annex XIII: each element, whether it is held here, and the way there."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from lgnet.evidence.audit_trail import Element, Held, elements

LOOKS = {Held.YES: "done", Held.PART: "soon", Held.NO: "withdrawn"}
WORDS: dict[Held, str | Promise] = {
    Held.YES: _("Held here"),
    Held.PART: _("Held in part"),
    Held.NO: _("Not held here"),
}


@dataclass(frozen=True, slots=True)
class ElementRow:
    """One element in the language of the reader."""

    number: int
    text: str
    look: str
    word: str | Promise
    where: str
    url: str
    source: str


@dataclass(frozen=True, slots=True)
class TrailPage:
    """All elements."""

    rows: Sequence[ElementRow]


def trail_page() -> TrailPage:
    """No query."""
    italian = (get_language() or "it").startswith("it")
    return TrailPage([_row(element, italian=italian) for element in elements()])


def _row(element: Element, *, italian: bool) -> ElementRow:
    return ElementRow(
        number=element.number,
        text=element.text_it if italian else element.text_en,
        look=LOOKS[element.held],
        word=WORDS[element.held],
        where=element.where_it if italian else element.where_en,
        url=_address(element.address),
        source=element.source,
    )


def _address(name: str) -> str:
    try:
        return reverse(name) if name else ""
    except NoReverseMatch:
        return ""
