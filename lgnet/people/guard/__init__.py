# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Warns of personal data in what somebody is about to write where others read it: `passages(text, by=...)`.

Numbers and addresses are told by their form, names by three ways: those of the partner's own register, through the
keyed hashes of the search; those in a list of names; and what stands after "signora" or "si chiama". The text is
read, never stored. A finding is a warning: who writes mends the text or says why it may stand. How well it finds is
measured in docs/evidence/guard.md.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lgnet.core.authz import Refused, Sentence
from lgnet.network.worker import Worker
from lgnet.people.guard.colleagues import known_colleagues
from lgnet.people.guard.names import likely_names
from lgnet.people.guard.passages import Kind, Passage, without_overlaps
from lgnet.people.guard.patterns import numbers_and_addresses
from lgnet.people.guard.register import registered_names

__all__ = ["Checked", "Kind", "Passage", "Segment", "Warned", "check", "passages", "seal_of", "segments"]

LONGEST = 20_000  # characters looked at; forms take less


def passages(text: str, *, by: Worker) -> tuple[Passage, ...]:
    """Where a text seems to tell who somebody is, in its order, never overlapping. At most three queries.

    Colleagues are named freely: a full name or an address of somebody who works in the network is no finding.
    """
    text = text[:LONGEST]
    found = [*numbers_and_addresses(text), *registered_names(text, by=by), *likely_names(text)]
    named = known_colleagues({each.words(text) for each in found if each.kind in _OF_STAFF_TOO})
    return without_overlaps(each for each in found if each.words(text).casefold() not in named)


_OF_STAFF_TOO = frozenset({Kind.NAME, Kind.REGISTERED, Kind.EMAIL})


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a text; `kind` where it is a passage."""

    text: str
    kind: Kind | None = None


def segments(text: str, found: Sequence[Passage]) -> list[Segment]:
    """The whole text in pieces, the passages marked."""
    pieces, at = [], 0
    for each in found:
        pieces += [Segment(text[at : each.start]), Segment(text[each.start : each.end], each.kind)]
        at = each.end
    return [piece for piece in (*pieces, Segment(text[at:])) if piece.text]


@dataclass(frozen=True, slots=True)
class Checked:
    """Texts that were looked at, each with its passages: what a page shows marked."""

    texts: tuple[tuple[str, tuple[Passage, ...]], ...]

    @property
    def kinds(self) -> list[Kind]:
        """What was found, each kind once."""
        return sorted({each.kind for _text, found in self.texts for each in found})

    @property
    def count(self) -> int:
        return sum(len(found) for _text, found in self.texts)

    @property
    def marked(self) -> list[list[Segment]]:
        """The texts in which something was found, in pieces."""
        return [segments(text, found) for text, found in self.texts if found]


def check(texts: Iterable[str], *, by: Worker) -> Checked:
    """Look at several texts that are sent together: a title and its words."""
    return Checked(tuple((text, passages(text, by=by)) for text in texts if text.strip()))


def seal_of(texts: Iterable[str]) -> str:
    """A digest by which a form says that these very texts were warned of, without carrying them twice."""
    return hashlib.sha256("\x1f".join(" ".join(text.split()) for text in texts).encode()).hexdigest()[:32]


class Warned(Refused):
    """Something was found and no reason was given: the page shows the text marked and asks."""

    status = 422

    def __init__(self, reason: Sentence, checked: Checked) -> None:
        super().__init__(reason)
        self.checked = checked
