# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The obligatory elements of the audit trail (Reg. (EU) 2021/1060 Annex XIII), and where each is held, or not.

The words of the elements are ours, shortened; the numbers are those of the annex, part I.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from lgnet.core.shipped_csv import Sureness, read_shipped

DATA = Path(__file__).parent / "data" / "annex_xiii.csv"


class Held(StrEnum):
    """Whether the platform holds an element."""

    YES = "yes"
    PART = "part"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Element:
    """One element; `address` is the name of the page where it is held."""

    number: int
    text_it: str
    text_en: str
    held: Held
    address: str
    where_it: str
    where_en: str
    source: str
    sure: Sureness


@lru_cache(maxsize=1)
def elements() -> tuple[Element, ...]:
    """All elements in the order of the annex."""
    return read_shipped(DATA, Element)
