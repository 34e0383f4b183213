# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The rules of continuing education that we ship, in versions: docs/data/credits.md says where they are from."""

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from lgnet.core.shipped_csv import Sureness, read_shipped

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Scheme:
    """What a body asks between two days; `activities_most` is None where there is no such limit."""

    code: str
    label_it: str
    label_en: str
    unit: str
    starts_on: dt.date
    ends_on: dt.date
    needed: int
    special_needed: int
    special_it: str
    special_en: str
    activities_most: int | None
    note: str
    source: str
    sure: Sureness


@lru_cache(maxsize=1)
def schemes() -> tuple[Scheme, ...]:
    """Every period of every scheme."""
    return read_shipped(DATA / "schemes.csv", Scheme)
