# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""A drawing with what one must know to read it, and its table as the page shows it."""

import datetime as dt
from dataclasses import dataclass

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from lgnet.core.clock import ROME
from lgnet.ui.charts.drawings import Drawing, Json, Number, Table, Text


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the table beside a chart, as it is read and as a file holds it."""

    label: Text
    shown: str
    raw: str
    is_number: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing with what one must know to read it.

    `name`: unique on the page, in letters and dashes; files are called so. `unit`: of every number. `note`: the
    definition in one or two sentences. `missing`: what the table says where a number is not shown.
    """

    name: str
    title: Text
    drawing: Drawing
    as_of: dt.date | dt.datetime
    unit: Text = ""
    note: Text = ""
    source: Text = "LGNET"
    missing: Text = "–"

    @property
    def foot(self) -> str:
        """When it was true and whose numbers they are, in one line: stands under the picture and inside it."""
        moment = self.as_of.astimezone(ROME) if isinstance(self.as_of, dt.datetime) else self.as_of
        style = "SHORT_DATETIME_FORMAT" if isinstance(moment, dt.datetime) else "DATE_FORMAT"
        return _("As of %(day)s. Source: %(source)s.") % {
            "day": date_format(moment, style),
            "source": self.source,
        }

    @property
    def payload(self) -> Json:
        """What the script draws from."""
        return {
            "kind": self.drawing.kind,
            "title": str(self.title),
            "unit": str(self.unit),
            "note": str(self.note),
            "foot": self.foot,
            "missing": str(self.missing),
            **self.drawing.data(),
        }

    @property
    def table(self) -> Table:
        """The numbers as they are."""
        return self.drawing.table()

    @property
    def table_rows(self) -> list[list[Cell]]:
        """The numbers as the page shows them; the first cell of a row is its head."""
        table = self.table
        return [
            [self._cell(label, value) for label, value in zip(table.head, row, strict=True)]
            for row in table.rows
        ]

    def _cell(self, label: Text, value: Text | Number) -> Cell:
        if value is None:
            return Cell(label, str(self.missing), str(self.missing), is_number=True)
        if isinstance(value, int | float):
            return Cell(label, shown(value), repr(round(value, 4)), is_number=True)
        return Cell(label, str(value), str(value), is_number=False)


def shown(value: int | float) -> str:
    """A number as its reader writes it, with at most one decimal."""
    whole = isinstance(value, int) or float(value).is_integer()
    return number_format(value, decimal_pos=0 if whole else 1, force_grouping=True)
