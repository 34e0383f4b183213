# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The figures of a report as pages and papers show them."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise

from lgnet.counting.models import AgeBand, Sex
from lgnet.direction.indicators import HEADLINE
from lgnet.reports.figures import Figures, Line


@dataclass(frozen=True)
class SexRow:
    """One sex (or age band) in the columns of the table."""

    label: str | Promise
    quarter: int
    total: int


@dataclass(frozen=True)
class LineShown:
    """An indicator with its parts in words."""

    line: Line
    sexes: tuple[SexRow, ...]
    ages: tuple[SexRow, ...]

    @property
    def sex_words(self) -> str:
        """In all at the quarter's end, by sex: "Female 12, Male 30"."""
        return _in_words(self.sexes)

    @property
    def age_words(self) -> str:
        """In all at the quarter's end, by age band."""
        return _in_words(self.ages)


def shown_lines(figures: Figures) -> tuple[LineShown, ...]:
    """The indicators of a report that say something, in the order of the path; the files hold all of them."""
    return tuple(
        LineShown(line, _rows(line.by_sex(), dict(Sex.choices)), _rows(line.by_age(), dict(AgeBand.choices)))
        for line in figures.lines
        if line.code in HEADLINE or line.target or line.total
    )


def _rows(sums: Mapping[str, tuple[int, int]], words: Mapping[str, str | Promise]) -> tuple[SexRow, ...]:
    return tuple(SexRow(words.get(key, key), quarter, total) for key, (quarter, total) in sums.items())


def _in_words(rows: tuple[SexRow, ...]) -> str:
    return ", ".join(f"{row.label} {row.total}" for row in rows)
