# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""Loads the pools of names, countries, partners and texts, once, into tables that one draw can index.

A spread tuple (each item as often as it weighs) makes a weighted choice one multiplication: this is what
lets the benchmarks have 900,000 people in less than a minute.
"""

import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypeVar

T = TypeVar("T")
Draw = Callable[[], float]
Spelled = tuple[tuple[str, ...], str]  # Latin spellings, native form


@dataclass(frozen=True, slots=True)
class Culture:
    """How people of a culture are named: what is shared in a family differs more than the names do."""

    script: str
    naming: str  # western, separate, gendered, patronymic, double, family_first
    single: float
    given: dict[str, tuple[Spelled, ...]]  # by sex
    family: dict[str, tuple[Spelled, ...]]  # by sex; parallel lists when gendered


@dataclass(frozen=True, slots=True)
class Country:
    """A country of origin as the generator sees it."""

    iso2: str
    belfiore: str
    weight: int
    men: float
    cultures: tuple[Culture, ...]
    mother_tongues: tuple[str, ...]
    other_languages: tuple[str, ...]
    profile: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class City:
    """A partner's city: where outreach meets people and where the one stop shop is."""

    code: str
    weight: int
    health_region: str
    belfiore: str
    places: tuple[str, ...]
    one_stop_shop: str


def pick(draw: Draw, items: Sequence[T]) -> T:
    """One item, all alike (weights are in how often an item is repeated)."""
    return items[int(draw() * len(items))]


def spread(text: str) -> tuple[str, ...]:
    """The table of "code weight, code weight": each code as often as it weighs."""
    table: list[str] = []
    for part in text.split(","):
        code, weight = part.split()
        table += [code] * int(weight)
    return tuple(table)


def read(name: str) -> dict[str, dict[str, str]]:
    """A pool file as nested tables."""
    return tomllib.loads(files(__package__).joinpath("pools", f"{name}.toml").read_text("utf-8"))


@cache
def culture(name: str) -> Culture:
    """The names of one culture."""
    raw = tomllib.loads(files(__package__).joinpath("pools", "names", f"{name}.toml").read_text("utf-8"))
    given = {"M": _spelled(raw["male"]), "F": _spelled(raw["female"])}
    naming = raw["naming"]
    if naming == "separate":
        family = {
            "M": _spelled(raw["family_male"]),
            "F": _spelled(raw["family_female"]),
        }
    elif naming == "patronymic":
        family = {"M": given["M"], "F": given["M"]}
    else:
        family = {
            "M": _spelled(raw["family"]),
            "F": _spelled(raw.get("family_f", raw["family"])),
        }
    return Culture(raw["script"], naming, raw["single"], given, family)


@cache
def countries() -> tuple[Country, ...]:
    """All countries, the one with most people first."""
    rows = [_country(iso2, row) for iso2, row in read("countries")["countries"].items()]
    return tuple(sorted(rows, key=lambda row: -row.weight))


@cache
def country_table() -> tuple[Country, ...]:
    """Each country as often as it weighs."""
    return tuple(row for row in countries() for _ in range(row.weight))


@cache
def cities() -> dict[str, City]:
    """The 22 partners' cities by code."""
    return {code: _city(code, row) for code, row in read("partners")["partners"].items()}


@cache
def city_table() -> tuple[str, ...]:
    """Each partner's code as often as it weighs."""
    return tuple(city.code for city in cities().values() for _ in range(city.weight))


def _spelled(text: str) -> tuple[Spelled, ...]:
    found = []
    for item in text.split(","):
        latin, _, native = item.strip().partition("=")
        found.append((tuple(latin.split("/")), native))
    return tuple(found)


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.split("|")]


def _names(cell: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in cell.split(","))


def _country(iso2: str, row: str) -> Country:
    belfiore, weight, men, cultures, tongues, others, profile, places = _cells(row)
    return Country(
        iso2,
        belfiore,
        int(weight),
        float(men),
        tuple(culture(name) for name in cultures.split()),
        tuple(tongues.split()),
        tuple(others.split()),
        profile,
        _names(places),
    )


def _city(code: str, row: str) -> City:
    weight, region, belfiore, places, shop = _cells(row)
    return City(code, int(weight), region, belfiore, _names(places), shop)


@cache
def country_by_code() -> dict[str, Country]:
    """Countries by their ISO code."""
    return {row.iso2: row for row in countries()}
