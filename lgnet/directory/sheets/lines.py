# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reads the cells of one line, and collects what is wrong with them."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence

from django.utils.translation import gettext as _

from lgnet.directory.models import SheetRun
from lgnet.directory.sheets.columns import TARGETS
from lgnet.directory.sheets.wrong import Wrong
from lgnet.imports.targets import folded
from lgnet.interop.sheets.rows import column_letter

_TIME = re.compile(r"([01]?[0-9]|2[0-4])(?:[:.h]([0-5][0-9]))?(?::00)?")
_DAY = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?: 00:00:00)?|([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})"
)


class Line:
    """One line with what its columns are; what is wrong is added to `wrong`."""

    def __init__(
        self, number: int, cells: Mapping[str, str], letters: Mapping[str, str], most: int = 200
    ) -> None:
        self.number, self._cells, self._letters, self._most = number, cells, letters, most
        self.wrong: list[Wrong] = []

    def complain(self, target: str, sentence: str, *, is_remark: bool = False) -> None:
        """Say what is wrong with a cell."""
        self.wrong.append(Wrong(self.number, self._letters.get(target, ""), sentence, is_remark))

    def text(self, target: str, most: int = 0) -> str:
        """The cell, "" where there is none."""
        found = self._cells.get(target, "")
        limit = most or self._most
        if len(found) > limit:
            self.complain(target, _("Longer than %(limit)s characters.") % {"limit": limit})
        return found[:limit]

    def needed(self, target: str, most: int = 0) -> str:
        """The cell, which must say something."""
        found = self.text(target, most)
        if not found:
            self.complain(target, _("This cell is empty: it is needed."))
        return found

    def time(self, target: str) -> dt.time | None:
        """A time; None where it is not understood, which is said."""
        text = self.needed(target)
        found = _TIME.fullmatch(text)
        if text and (found is None or (found[1] == "24" and found[2] not in {None, "00"})):
            self.complain(target, _('"%(value)s" is not a time: write 19:30.') % {"value": text[:40]})
            return None
        return dt.time(int(found[1]) % 24, int(found[2] or 0)) if found else None

    def day(self, target: str) -> dt.date | None:
        """A day; None where the cell is empty or not understood, which is said."""
        text = self.text(target)
        if not text:
            return None
        found = _DAY.fullmatch(text)
        try:
            if found and found[1]:
                return dt.date(int(found[1]), int(found[2]), int(found[3]))
            if found:
                return dt.date(int(found[6]), int(found[5]), int(found[4]))
        except ValueError:
            found = None
        self.complain(target, _('"%(value)s" is not a day: write 31/12/2026.') % {"value": text[:40]})
        return None

    def coordinate(self, target: str, most: int) -> float | None:
        """A number of degrees; None where the cell is empty or not understood, which is said."""
        text = self.text(target).replace(",", ".")
        if not text:
            return None
        try:
            found = float(text)
        except ValueError:
            found = 999.0
        if not -most <= found <= most:
            self.complain(target, _('"%(value)s" is not a number of degrees.') % {"value": text[:40]})
            return None
        return found

    def coordinates(self) -> tuple[float | None, float | None]:
        """Both or none."""
        lat, lon = self.coordinate("latitude", 90), self.coordinate("longitude", 180)
        if (lat is None) != (lon is None) and not self.wrong:
            self.complain("latitude" if lat is None else "longitude", _("Write both coordinates, or none."))
        return (lat, lon) if lat is not None and lon is not None else (None, None)

    def one_of(self, target: str, known: Mapping[str, str], sentence: str) -> str:
        """A code that the cell names by itself or by a name; `known`: folded name -> code."""
        text = self.text(target)
        code = known.get(folded(text), "")
        if text and not code:
            self.complain(target, sentence % {"value": text[:40]})
        return code

    def some_of(self, target: str, known: Mapping[str, str], sentence: str) -> tuple[str, ...]:
        """Codes that the cell names, separated by commas or semicolons."""
        found = []
        for part in re.split(r"[,;\n]", self.text(target)):
            code = known.get(folded(part))
            if code:
                found.append(code)
            elif part.strip():
                self.complain(target, sentence % {"value": part.strip()[:40]})
        return tuple(dict.fromkeys(found))


def lines_of(run: SheetRun, most: int = 2_000) -> Iterator[Line]:
    """The lines of a run by the mapping it has now, with what was wrong in the file itself."""
    columns = {int(number): target for number, target in run.columns.items() if target in TARGETS[run.kind]}
    letters = {target: column_letter(number) for number, target in columns.items()}
    for number, cells, problems in run.cells:
        values = {target: cells[at] for at, target in columns.items() if at < len(cells)}
        line = Line(number, values, letters, most)
        line.wrong += [Wrong(number, column, sentence) for column, sentence in problems]
        yield line


def missing_columns(run: SheetRun) -> Sequence[Wrong]:
    """Targets without which nothing can be read."""
    have = set(run.columns.values())
    return [
        Wrong(0, "", _('No column is "%(name)s": choose it.') % {"name": target.label})
        for target in TARGETS[run.kind].values()
        if target.is_needed and target.code not in have
    ]
