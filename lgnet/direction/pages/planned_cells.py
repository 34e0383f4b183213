# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Planned and achieved values side by side, by sex and age band, as the Commission asks for them."""

from collections.abc import Mapping
from dataclasses import dataclass

from lgnet.counting.models import AgeBand, Sex
from lgnet.direction.parts import BANDS, SEXES


@dataclass(frozen=True)
class Pair:
    """A cell: what is reached, and what was planned (None: not plannable, only reached)."""

    band: str
    reached: int
    planned: int | None


@dataclass(frozen=True)
class PlannedCells:
    """The table: a row for each sex with its cells; who is not recorded is reached and cannot be planned."""

    bands: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Pair, ...]], ...]
    not_recorded: int


def planned_cells(
    plan: Mapping[tuple[str, str], int], reached: Mapping[tuple[str, str], int]
) -> PlannedCells | None:
    """The table, or None where nothing was planned by sex and age."""
    if not plan:
        return None
    rows = tuple(
        (
            str(sex.label),
            tuple(
                Pair(str(band.label), reached.get((sex, band), 0), plan.get((str(sex), str(band)), 0))
                for band in BANDS
            ),
        )
        for sex in SEXES
    )
    lost = sum(
        n for (sex, band), n in reached.items() if sex == Sex.NOT_RECORDED or band == AgeBand.NOT_RECORDED
    )
    return PlannedCells(tuple(str(band.label) for band in BANDS), rows, lost)
