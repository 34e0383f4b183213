# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pack of an on-the-spot check: a cover with how the people were drawn, then a page for each of them.

In Italian: it is for the auditors of the fund. Names are printed, so it never leaves the partner.
"""

import datetime as dt
import json
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path

from babel.dates import format_date

from lgnet.ui import paper

LABELS = Path(__file__).with_name("labels.json")


@dataclass(frozen=True)
class PackItem:
    """What must be there, and the digest of the row that says so ("" where there is none)."""

    name: str
    asks: str
    label: str
    sha256: str
    frozen_on: str


@dataclass(frozen=True)
class PackPerson:
    """Somebody drawn."""

    position: int
    name: str
    code: str
    counted_on: dt.date
    sex: str
    age_band: str
    items: tuple[PackItem, ...]


@dataclass(frozen=True)
class PackPaper:
    """All that the pack says."""

    issuer: str
    kind: str
    until: dt.date
    seed: str
    confidence: int
    tolerable: int
    population: int
    population_sha256: str
    size: int
    ordered_on: dt.date
    ordered_by: str
    code: str
    people: tuple[PackPerson, ...]


def render_pack(pack: PackPaper) -> bytes:
    """Print the pack as tagged PDF."""
    labels = _labels()
    facts = {
        "kind": pack.kind,
        "until": _day(pack.until),
        "population": str(pack.population),
        "size": str(pack.size),
        "confidence": f"{pack.confidence} %",
        "tolerable": f"{pack.tolerable} %",
        "seed": pack.seed,
        "population_sha256": pack.population_sha256,
        "ordered": f"{_day(pack.ordered_on)}, {pack.ordered_by}",
    }
    return paper.render(
        "evidence/paper/pack.typ",
        {
            "issuer": pack.issuer,
            "foot": f"{labels['title']} · {pack.code}",
            "labels": labels,
            "facts": [[labels[name], value] for name, value in facts.items()],
            "people": [asdict(person) | {"counted_on": _day(person.counted_on)} for person in pack.people],
        },
        language="it",
    )


def _day(day: dt.date) -> str:
    return format_date(day, format="long", locale="it")


@lru_cache(maxsize=1)
def _labels() -> dict[str, str]:
    labels: dict[str, str] = json.loads(LABELS.read_text(encoding="utf-8"))
    return labels
