# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""A drawing with what one must know to read it, and its table as the page shows it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.formats import date_format, number_format
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from lgnet.core.clock import ROME
from lgnet.ui.charts.drawings import Drawing, Json, Number, Row, Table, Text


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
    def table_body(self) -> SafeString:
        """The rows of the table as the page shows them; `data-raw` is what a file holds.

        Written here, not by a template: a page has thousands of cells, and a loop of tags takes ten times as long.
        """
        table = self.table
        labels = [escape(str(label)) for label in table.head]
        rows = ("".join(self._cells(labels, row)) for row in table.rows)
        return mark_safe("".join(f"<tr>{row}</tr>" for row in rows))  # noqa: S308 - every part is escaped

    def _cells(self, labels: list[SafeString], row: Row) -> Iterator[str]:
        for place, (label, value) in enumerate(zip(labels, row, strict=True)):
            is_number = value is None or isinstance(value, int | float)
            text = escape(self._shown(value))
            raw = repr(round(value, 4)) if isinstance(value, int | float) else text
            if place == 0:
                yield f'<th scope="row" class="ui-cell ui-cell--head" data-raw="{raw}">{text}</th>'
                continue
            css, mark = (" ui-cell--number", " data-number") if is_number else ("", "")
            inside = f'<div class="ui-cell-body">{text}</div>'
            yield f'<td class="ui-cell{css}" data-label="{label}" data-raw="{raw}"{mark}>{inside}</td>'

    def _shown(self, value: Text | Number) -> str:
        if value is None:
            return str(self.missing)
        return shown(value) if isinstance(value, int | float) else str(value)


def shown(value: int | float) -> str:
    """A number as its reader writes it, with at most one decimal."""
    whole = isinstance(value, int) or float(value).is_integer()
    return number_format(value, decimal_pos=0 if whole else 1, force_grouping=True)
