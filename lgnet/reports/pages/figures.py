# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The figures of a report as pages and papers show them."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from lgnet.counting.models import AgeBand, Sex
from lgnet.direction.indicators import HEADLINE, INDICATORS
from lgnet.direction.pages.timely import timely_words
from lgnet.reports.figures import Figures, Line, Sums
from lgnet.reports.waits import Waits


@dataclass(frozen=True)
class SexRow:
    """One sex (or age band) in the columns of the table."""

    label: str | Promise
    quarter: int
    total: int
    planned: int | None

    @property
    def words(self) -> str:
        """In all at the quarter's end: "Female 12", or "Female 12 of 30" where so many were planned."""
        number = number_format(self.total, force_grouping=True)
        if self.planned is None:
            return f"{self.label} {number}"
        planned = number_format(self.planned, force_grouping=True)
        return _("%(label)s %(n)s of %(planned)s") % {"label": self.label, "n": number, "planned": planned}


@dataclass(frozen=True)
class LineShown:
    """An indicator with its parts in words."""

    line: Line
    sexes: tuple[SexRow, ...]
    ages: tuple[SexRow, ...]

    @property
    def sex_words(self) -> str:
        """In all at the quarter's end, by sex: "Female 12, Male 30 of 50"."""
        return _in_words(self.sexes)

    @property
    def age_words(self) -> str:
        """In all at the quarter's end, by age band."""
        return _in_words(self.ages)


def shown_lines(figures: Figures) -> tuple[LineShown, ...]:
    """The indicators of a report that say something, in the order of the path; the files hold all of them."""
    return tuple(
        LineShown(line, _rows(line.by_sex(), dict(Sex.choices)), _rows(line.by_age(), dict(AgeBand.choices)))
        if is_about_somebody(line.code)
        else LineShown(line, (), ())
        for line in figures.lines
        if line.code in HEADLINE or line.target or line.total
    )


def is_about_somebody(code: str) -> bool:
    """Whether sex and age band of an indicator say anything; of events nobody has one."""
    return code not in INDICATORS or INDICATORS[code].is_about_somebody


@dataclass(frozen=True)
class WaitsShown:
    """The line of timeliness in words."""

    waits: Waits

    @property
    def quarter(self) -> str:
        return timely_words(self.waits.quarter, within_days=self.waits.within_days)

    @property
    def total(self) -> str:
        return timely_words(self.waits.total, within_days=self.waits.within_days)


def shown_waits(figures: Figures) -> WaitsShown | None:
    """Timeliness as pages show it; None in a report that was sent before reports had it."""
    return WaitsShown(figures.waits) if figures.waits else None


def _rows(sums: Mapping[str, Sums], words: Mapping[str, str | Promise]) -> tuple[SexRow, ...]:
    return tuple(
        SexRow(words.get(key, key), each.quarter, each.total, each.planned) for key, each in sums.items()
    )


def _in_words(rows: tuple[SexRow, ...]) -> str:
    return ", ".join(row.words for row in rows)
