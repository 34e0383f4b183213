# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Figures as files: the rows of the tables, each with the definition and the moment it was true.

A CSV has no second sheet, so every row names its indicator, version and moment by itself.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from django.http import HttpResponse
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from lgnet.core.clock import ROME, now
from lgnet.counting.models import NETWORK, AgeBand, Sex
from lgnet.direction import queries
from lgnet.direction.indicators import INDICATORS, Indicator
from lgnet.direction.pages.nation import NationPage
from lgnet.interop.sheets import CellOut, Column, Manifest, write_csv, write_xlsx
from lgnet.network import editions
from lgnet.network.models import Organisation
from lgnet.network.worker import Worker

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class FigureFile:
    """A file ready to be sent."""

    name: str
    content_type: str
    content: bytes
    rows: int

    def answer(self) -> HttpResponse:
        """The file as a browser gets it."""
        headers = {"Content-Disposition": f'attachment; filename="{self.name}"'}
        return HttpResponse(self.content, content_type=self.content_type, headers=headers)


_FIXED = (
    Column(_("Indicator"), 34),
    Column(_("Definition"), 16),
    Column(_("As of"), 17),
)


def nation_file(page: NationPage, *, by: Worker, kind: str) -> FigureFile:
    """One row for each partner, and one for the network, in which a person counts once."""
    columns = (
        Column(_("Partner"), 22), *_FIXED, Column(_("Value"), 10), Column(_("Target"), 10),
        Column(_("Share (%)"), 10), Column(_("State"), 20), Column(_("Pace and need"), 60),
        Column(_("Planned by today"), 12), Column(_("Forecast, low end"), 12), Column(_("Forecast, high end"), 12),
    )  # fmt: skip
    scopes = [(row.partner.short_name, row.standing) for row in page.rows]
    scopes.append((gettext("Network (each person once)"), page.whole))
    rows: list[Sequence[CellOut]] = [
        (
            name, *_who(page.indicator, page.as_of), here.progress.value, here.progress.target,
            here.progress.share, here.word, here.sentence, here.planned,
            *((here.forecast.low, here.forecast.high) if here.forecast else (None, None)),
        )
        for name, here in scopes
    ]  # fmt: skip
    note = gettext(
        "The network's value is at most the sum of the partners: who is followed by two partners counts once."
    )
    manifest = _manifest(
        by, gettext("Figures of the network"), [page.indicator], (note,), page.filters.words()
    )
    return _file(f"lgnet-{page.indicator.code.lower()}", kind, columns, rows, manifest)


def partner_file(partner: Organisation, *, by: Worker, kind: str) -> FigureFile:
    """Every indicator of a partner by month, sex and age band."""
    columns = (
        *_FIXED,
        Column(_("Month"), 10),
        Column(_("Sex"), 14),
        Column(_("Age band"), 18),
        Column(pgettext_lazy("count", "New"), 8),
    )
    figures = queries.figures(partner.pk).values()
    rows: list[Sequence[CellOut]] = [
        (
            *_who(each.indicator, each.as_of), f"{cell.month:%Y-%m}", Sex(cell.sex).label,
            AgeBand(cell.age_band).label, n,
        )
        for each in figures
        for cell, n in sorted(each.cells.items())
    ]  # fmt: skip
    manifest = _manifest(by, gettext("Figures of %s") % partner.short_name, INDICATORS.values(), ())
    return _file(f"lgnet-{partner.code}", kind, columns, rows, manifest)


def targets_file(*, by: Worker, kind: str) -> FigureFile:
    """The table of targets: a row for each partner and the network, a column for each indicator.

    The sheet that comes in has the same form (`lgnet.direction.sheet`).
    """
    columns = (
        Column(_("Partner"), 22),
        *(Column(f"{code} {each.name}", 18) for code, each in INDICATORS.items()),
    )
    held = queries.targets(editions.current())
    scopes = [(each.short_name, each.pk) for each in editions.local_partners()]
    scopes.append((gettext("The whole network"), NETWORK))
    rows: list[Sequence[CellOut]] = [
        (name, *(held[scope, code].value if (scope, code) in held else None for code in INDICATORS))
        for name, scope in scopes
    ]
    note = gettext("An empty cell of a sheet that is sent in leaves the target as it is.")
    manifest = _manifest(by, gettext("Targets of the partners"), INDICATORS.values(), (note,))
    return _file("lgnet-targets", kind, columns, rows, manifest)


def _who(indicator: Indicator, as_of: dt.datetime) -> tuple[CellOut, ...]:
    return str(indicator.name), indicator.edition_label, as_of


def _manifest(
    by: Worker,
    title: str,
    indicators: Iterable[Indicator],
    notes: tuple[str, ...],
    filters: Sequence[tuple[str, str]] = (),
) -> Manifest:
    definitions = tuple((str(each.name), each.edition_label) for each in indicators)
    return Manifest(title, by.user.name, now(), filters=filters, definitions=definitions, notes=notes)


def _xlsx(columns: Sequence[Column], rows: Sequence[Sequence[CellOut]], manifest: Manifest) -> bytes:
    made = BytesIO()
    write_xlsx(made, columns, rows, manifest)
    return made.getvalue()


def _csv(columns: Sequence[Column], rows: Sequence[Sequence[CellOut]], _manifest: Manifest) -> bytes:
    pieces: Iterator[bytes] = write_csv(columns, rows)
    return b"".join(pieces)


_Writer = Callable[[Sequence[Column], Sequence[Sequence[CellOut]], Manifest], bytes]
_KINDS: dict[str, tuple[str, _Writer]] = {"xlsx": (XLSX, _xlsx), "csv": ("text/csv; charset=utf-8", _csv)}


def _file(
    stem: str, kind: str, columns: Sequence[Column], rows: Sequence[Sequence[CellOut]], manifest: Manifest
) -> FigureFile:
    content_type, write = _KINDS[kind]
    name = f"{stem}-{now().astimezone(ROME):%Y-%m-%d}.{kind}"
    return FigureFile(name, content_type, write(columns, rows, manifest), len(rows))
