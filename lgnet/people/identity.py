# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who somebody says to be: the value that forms parse and actions store, without a database."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import pgettext_lazy

from lgnet.counting.models import Sex
from lgnet.people import tax_code
from lgnet.people.match_keys import MatchRecord, bag
from lgnet.people.models import Person, Precision
from lgnet.people.names import skeleton, tokens

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


# Said of one person; the words of `Sex` stand over columns of figures.
SEX_WORDS: dict[str, _StrPromise] = {
    Sex.FEMALE.value: pgettext_lazy("one person", "Female"),
    Sex.MALE.value: pgettext_lazy("one person", "Male"),
    Sex.NON_BINARY.value: pgettext_lazy("one person", "Non-binary"),
    Sex.NOT_RECORDED.value: pgettext_lazy("one person", "Not recorded"),
}


@dataclass(frozen=True)
class Identity:
    """The identity of a person as declared or read from a document. Unknown is empty, never invented.

    `birth_date` holds 1 for the parts that `birth_precision` says are not known. Countries are ISO 3166
    alpha-2, languages ISO 639.
    """

    given_name: str = ""
    family_name: str = ""
    native_name: str = ""
    known_as: str = ""
    sex: str = ""
    birth_date: dt.date | None = None
    birth_precision: str = Precision.UNKNOWN.value
    birth_country: str = ""
    birth_place: str = ""
    citizenships: tuple[str, ...] = ()
    is_stateless: bool = False
    languages: tuple[str, ...] = ()
    needs_interpreter: bool = False
    arrived_on: dt.date | None = None

    @classmethod
    def of(cls, person: Person) -> Identity:
        """The identity of a registered person (its key must be selected with it)."""
        return cls(
            given_name=person.given_name,
            family_name=person.family_name,
            native_name=person.native_name,
            known_as=person.known_as,
            sex=person.sex,
            birth_date=person.birth_date,
            birth_precision=person.birth_precision,
            birth_country=person.birth_country,
            birth_place=person.birth_place,
            citizenships=tuple(person.citizenships),
            is_stateless=person.is_stateless,
            languages=tuple(person.languages),
            needs_interpreter=person.needs_interpreter,
            arrived_on=person.arrived_on,
        )

    def match_record(
        self, *, phones: tuple[str, ...] = (), documents: tuple[str, ...] = (), tax_code_value: str = ""
    ) -> MatchRecord:
        """What the search compares."""
        return MatchRecord(
            given_name=self.given_name,
            family_name=self.family_name,
            other_names=tuple(name for name in (self.native_name, self.known_as) if name),
            birth_date=self.birth_date,
            birth_date_is_placeholder=self.birth_precision != Precision.DAY,
            sex=self.sex,
            nationality=self.citizenships[0] if self.citizenships else "",
            phones=phones,
            documents=documents,
            tax_code=tax_code_value,
        )

    def pseudonym_source(self, tax_code_value: str = "") -> tuple[str, bool]:
        """The text whose keyed hash is the pseudonym, and whether it is weak (rules PRIV-6).

        Strong: the root of an alphanumeric tax code. Weak: consonants of the name, birth date, sex, country.
        """
        parsed = tax_code.parse(tax_code_value) if tax_code_value else None
        if isinstance(parsed, tax_code.TaxCode) and parsed.kind is not tax_code.Kind.PROVISIONAL:
            return f"cf:{parsed.root}", False
        words = tokens(f"{self.given_name} {self.family_name}") or tokens(self.native_name or self.known_as)
        country = self.citizenships[0] if self.citizenships else ""
        born = self.birth_date.isoformat() if self.birth_date else ""
        return f"weak:{bag(map(skeleton, words))}|{born}|{self.sex}|{country}", True
