# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""What invented coordinators write in their quarterly reports: varied, always the same for a seed, no database."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from random import Random

from lgnet.demo.people.tables import City, cities

KINDS = ("deviations", "problems")


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """A deviation or a problem."""

    kind: str
    text: str
    origin: str
    indicator: str
    remedy: str


@dataclass(frozen=True, slots=True)
class WrittenSubject:
    """A body of the territory."""

    name: str
    kind: str
    role: str


@dataclass(frozen=True, slots=True)
class WrittenReport:
    """All texts of a report, by question."""

    answers: dict[str, str]
    rows: tuple[WrittenRow, ...]
    subjects: tuple[WrittenSubject, ...]


@cache
def _pool() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files(__package__).joinpath("pools", "reports.toml").read_text("utf-8"))


def remark(about: str, draw: Random) -> str:
    """What the nation asks to correct."""
    return draw.choice(_pool()["remarks"][about])


def reason_to_reopen() -> str:
    """Why a validated report opens again."""
    return _pool()["reasons"]["reopened"][0]


def written(city: City, draw: Random, *, taken: int, contacts: int) -> WrittenReport:
    """A report of a city; `taken` and `contacts` are the figures of the quarter that its text names."""
    others = [name for name in cities() if name != city.code]
    slots = {
        "citta": city.code.title(),
        "luogo": draw.choice(city.places),
        "sportello": city.one_stop_shop[0].lower() + city.one_stop_shop[1:],
        "nuove": f"{taken}",
        "contatti": f"{contacts}",
        "altro": draw.choice(others).title(),
    }
    answers, rows = {}, list[WrittenRow]()
    for question, pool in _pool().items():
        if "opening" in pool:
            texts = [
                draw.choice(pool["opening"]),
                *draw.sample(pool.get("body", []), _how_many(question, draw)),
            ]
            answers[question] = "\n\n".join(texts).format(**slots)
        elif "rows" in pool:
            found = draw.sample(
                pool["rows"], draw.choice((0, 1, 1, 2) if question == "deviations" else (1, 1, 2, 2))
            )
            rows += [_row(question, text) for text in found]
            answers[question] = draw.choice(pool["some"] if found else pool["none"])
    subjects = draw.sample(_pool()["networks"]["subjects"], draw.choice((2, 3, 3, 4)))
    return WrittenReport(answers, tuple(rows), tuple(WrittenSubject(*_parts(text)) for text in subjects))


def _how_many(question: str, draw: Random) -> int:
    return {"activities": draw.choice((2, 2, 3)), "strengths": draw.choice((0, 1, 1))}.get(question, 0)


def _row(question: str, text: str) -> WrittenRow:
    origin, indicator, what, remedy = _parts(text)
    return WrittenRow(question, what, origin, indicator, remedy)


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split("|")]
