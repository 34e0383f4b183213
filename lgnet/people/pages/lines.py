# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A person in one line, as lists and search results show her."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lgnet.core.clock import today
from lgnet.people.countries import country_name
from lgnet.people.languages import language_name
from lgnet.people.match_score import Strength
from lgnet.people.models import Person
from lgnet.people.pages.addresses import after, file_url
from lgnet.people.partial_date import age_in_words, is_minor
from lgnet.people.queries import Hit
from lgnet.ui.looks import Look

STRENGTHS: dict[Strength, Look] = {
    Strength.ALMOST_CERTAIN: Look("good", "check-circle", gettext_lazy("Almost certainly this person")),
    Strength.PROBABLE: Look("info", "check", gettext_lazy("Probably this person")),
    Strength.POSSIBLE: Look("neutral", "help-circle", gettext_lazy("Possibly this person")),
    Strength.NONE: Look("neutral", "search", gettext_lazy("Something in common")),
}


@dataclass(frozen=True)
class Why:
    """One reason of a hit, and whether it speaks against."""

    text: str | Promise
    is_against: bool


@dataclass(frozen=True)
class PersonLine:
    """What tells a person from others at a glance."""

    id: uuid.UUID
    url: str
    name: str
    other_names: tuple[str, ...]
    code: str
    age: str
    is_minor: bool
    citizenships: str
    languages: str
    needs_interpreter: bool
    strength: Look | None = None
    reasons: tuple[Why, ...] = ()
    is_almost_certain: bool = False


def line_of(person: Person, hit: Hit | None = None, *, token: str = "") -> PersonLine:
    """The line of a person (key selected with her); `token` leads back to who asked for a person."""
    day = today()
    others = tuple(
        name for name in (person.native_name, person.known_as) if name and name != person.full_name
    )
    return PersonLine(
        id=person.pk,
        url=after(token, person.pk) if token else file_url(person.pk),
        name=person.full_name,
        other_names=others,
        code=person.code,
        age=age_in_words(person.birth_date, person.birth_precision, day),
        is_minor=is_minor(person.birth_date, person.birth_precision, day),
        citizenships=citizenships_in_words(person.citizenships, is_stateless=person.is_stateless),
        languages=", ".join(map(language_name, person.languages)),
        needs_interpreter=person.needs_interpreter,
        strength=STRENGTHS[hit.strength] if hit else None,
        reasons=tuple(Why(r.text, r.bits < 0) for r in hit.reasons) if hit else (),
        is_almost_certain=hit is not None and hit.strength is Strength.ALMOST_CERTAIN,
    )


def citizenships_in_words(codes: Sequence[str], *, is_stateless: bool) -> str:
    """Citizenships by name; "stateless" is one of the answers."""
    return _("stateless") if is_stateless else ", ".join(map(country_name, codes))
