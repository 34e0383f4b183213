# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""Picks and fills the Italian texts. A text marked for a situation is only given to those who are in it."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from babel import Locale

from lgnet.demo.people.model import SyntheticPerson
from lgnet.demo.people.tables import Draw, cities, pick, read

DAYS = ("lunedì", "martedì", "mercoledì", "giovedì", "venerdì")
MARKS = frozenset({"@family", "@minor", "@asylum", "@pregnant"})
FAMILY_ROLES = frozenset({"head", "partner"})


@dataclass(frozen=True, slots=True)
class GoalTexts:
    """What a domain offers: the area of its notes, interventions, goals with their steps."""

    area: str
    codes: tuple[str, ...]
    goals: tuple[tuple[str, ...], ...]


@cache
def referrers() -> tuple[str, ...]:
    """Services that send people or receive them."""
    return tuple(name.strip() for name in read("partners")["referrers"]["names"].split(","))


@cache
def goals() -> dict[str, GoalTexts]:
    """By outcome domain."""
    raw = tomllib.loads(files(__package__).joinpath("pools", "goals.toml").read_text("utf-8"))
    return {
        domain: GoalTexts(
            row["area"], tuple(row["codes"].split()), tuple(tuple(goal) for goal in row["goals"])
        )
        for domain, row in raw.items()
    }


@cache
def _texts() -> dict[str, dict[str, tuple[str, ...]]]:
    raw = tomllib.loads(files(__package__).joinpath("pools", "texts.toml").read_text("utf-8"))
    return {part: {kind: tuple(texts) for kind, texts in kinds.items()} for part, kinds in raw.items()}


def situations(person: SyntheticPerson) -> frozenset[str]:
    """The marks of the texts that suit this person."""
    found = set()
    codes = {v.code for v in person.vulnerabilities}
    home = person.household
    if "GSM" in codes or (home is not None and home.size > 2 and home.role in FAMILY_ROLES):
        found.add("@family")
    if "MSNA" in codes:
        found.add("@minor")
    if "GRA" in codes:
        found.add("@pregnant")
    if person.stay.code in ("RIA", "RSC"):
        found.add("@asylum")
    return frozenset(found)


def suits(text: str, marks: frozenset[str]) -> bool:
    """Whether a text is for somebody in these situations."""
    mark = text.split(" ", 1)[0]
    return mark not in MARKS or mark in marks


def plain(text: str) -> str:
    """The text without its mark."""
    mark, _, rest = text.partition(" ")
    return rest if mark in MARKS else text


def write(draw: Draw, part: str, kind: str, person: SyntheticPerson, marks: frozenset[str]) -> str:
    """One text of a kind, with its slots filled for this person."""
    kinds = _texts()[part]
    suitable = [text for text in kinds.get(kind, kinds.get("general", ())) if suits(text, marks)]
    place = pick(draw, cities()[person.partner].places)
    return plain(pick(draw, suitable)).format(
        luogo=f"({place})",
        lingua=language_name(person.languages[0].code),
        servizio=pick(draw, referrers()),
        giorno=pick(draw, DAYS),
    )


@cache
def language_name(code: str) -> str:
    """The Italian name of a language."""
    return str(Locale("it").languages.get(code, code))
