# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The themes and skills that we ship (`data/*.csv`): our own choice, from what the network works on."""

from dataclasses import dataclass
from pathlib import Path

from lgnet.core.shipped_csv import Labelled, read_shipped

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class TermRow(Labelled):
    """A word of a list."""

    code: str
    label_it: str
    label_en: str


def themes() -> tuple[TermRow, ...]:
    """What one writes about, in the order in which it is offered."""
    return read_shipped(DATA / "themes.csv", TermRow)


def skills() -> tuple[TermRow, ...]:
    """What one may be good at, in the order in which it is offered."""
    return read_shipped(DATA / "skills.csv", TermRow)
