# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A passage of a text and what it seems to be."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Kind(StrEnum):
    """What a passage seems to be; of two that overlap the one named first here stands."""

    TAX_CODE = "tax_code"
    PROVISIONAL_TAX_CODE = "provisional_tax_code"
    HEALTH_CODE = "health_code"
    DOCUMENT = "document"
    EMAIL = "email"
    PHONE = "phone"
    BIRTH_DATE = "birth_date"
    REGISTERED = "registered"
    NAME = "name"

    @property
    def label(self) -> Promise:
        """As people call it."""
        return LABELS[self]


LABELS = {
    Kind.TAX_CODE: _("tax code"),
    Kind.PROVISIONAL_TAX_CODE: _("provisional tax code"),
    Kind.HEALTH_CODE: _("STP or ENI code"),
    Kind.DOCUMENT: _("number of a document"),
    Kind.EMAIL: _("e-mail address"),
    Kind.PHONE: _("telephone number"),
    Kind.BIRTH_DATE: _("date of birth"),
    Kind.REGISTERED: _("name of somebody in your register"),
    Kind.NAME: _("perhaps the name of a person"),
}
_RANK = {kind: rank for rank, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True)
class Passage:
    """From a character to another, the second not included."""

    start: int
    end: int
    kind: Kind

    def words(self, text: str) -> str:
        """What stands there."""
        return text[self.start : self.end]


def without_overlaps(found: Iterable[Passage]) -> tuple[Passage, ...]:
    """Each place once: of two that overlap the more certain kind, then the longer."""
    kept: list[Passage] = []
    for each in sorted(set(found), key=lambda p: (_RANK[p.kind], p.start - p.end, p.start)):
        if all(each.end <= other.start or each.start >= other.end for other in kept):
            kept.append(each)
    return tuple(sorted(kept, key=lambda p: p.start))
