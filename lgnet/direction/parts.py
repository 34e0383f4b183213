# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The planned parts of a target: by sex and age band, by action line, by month. Plain arithmetic, no database.

Planned values by gender and age are what the Commission asks beside the achieved ones (Reg. (EU) 2021/1060,
Annex VII, table 11). "Not recorded" cannot be planned.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext, ngettext

from lgnet.counting.models import AgeBand, Sex
from lgnet.direction.sharing import apportion
from lgnet.network.models import ActionLine

SEXES = tuple(sex for sex in Sex if sex)
BANDS = tuple(band for band in AgeBand if band)
CELLS = tuple((str(sex), str(band)) for sex in SEXES for band in BANDS)


@dataclass(frozen=True)
class Parts:
    """What was planned: cells by (sex, age band), lines by their code, cumulative months by their first day."""

    cells: Mapping[tuple[str, str], int] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    months: Mapping[dt.date, int] = field(default_factory=dict)

    def problems(self, whole: int) -> list[str]:
        """Sentences that say what does not fit together; none where everything does."""
        return [*self._cells(whole), *self._lines(whole), *self._months(whole)]

    def _cells(self, whole: int) -> list[str]:
        total = sum(self.cells.values())
        if not self.cells or total == whole:
            return []
        said = {"total": _said(total), "whole": _said(whole), "n": _said(abs(whole - total))}
        start = gettext("The cells by sex and age add up to %(total)s, the target is %(whole)s:") % said
        if total < whole:
            rest = ngettext("%(n)s is missing.", "%(n)s are missing.", whole - total)
        else:
            rest = ngettext("%(n)s is too many.", "%(n)s are too many.", total - whole)
        return [f"{start} {rest % said}"]

    def _lines(self, whole: int) -> list[str]:
        return [
            gettext("%(line)s: %(n)s is more than the whole target of %(whole)s.")
            % {"line": ActionLine(line).label, "n": _said(value), "whole": _said(whole)}
            for line, value in self.lines.items()
            if value > whole
        ]

    def _months(self, whole: int) -> list[str]:
        found = []
        steps = sorted(self.months.items())
        for (_earlier, less), (month, more) in pairwise(steps):
            if more < less:
                said = {"month": date_format(month, "F Y"), "n": _said(more), "less": _said(less)}
                found.append(
                    gettext("By the end of %(month)s: %(n)s is less than the %(less)s planned before it.")
                    % said
                )
        for month, value in steps:
            if value > whole:
                said = {"month": date_format(month, "F Y"), "n": _said(value), "whole": _said(whole)}
                found.append(
                    gettext("By the end of %(month)s: %(n)s is more than the whole target of %(whole)s.")
                    % said
                )
        return found

    def scaled(self, before: int, after: int) -> "Parts":
        """The same plan for another whole: cells in proportion to the unit, lines and months rounded down."""
        if before <= 0:
            return Parts()
        keys = list(self.cells)
        cells = apportion(after, [self.cells[key] for key in keys]) if keys else []
        return Parts(
            dict(zip(keys, cells, strict=True)) if sum(cells) == after else {},
            {line: value * after // before for line, value in self.lines.items()},
            {month: value * after // before for month, value in self.months.items()},
        )


NO_PARTS = Parts()


def _said(number: int) -> str:
    return number_format(number, force_grouping=True)
