# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""One cut-off: its values by indicator, sex, age band and partner; its seal; whether it was verified."""

import json
import uuid
from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language, gettext

from lgnet.core.authz import Verdict
from lgnet.counting.models import NETWORK, AgeBand, Sex
from lgnet.network import editions
from lgnet.network.models import ActionLine
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker
from lgnet.snapshots import policies, queries
from lgnet.snapshots.calendar import Purpose, transmission_of
from lgnet.snapshots.models import FrozenDefinition, Result, Snapshot, Work
from lgnet.snapshots.pages.found import Found, signed
from lgnet.snapshots.pages.listing import PURPOSES
from lgnet.snapshots.pages.work import WorkPage, work_page

BANDS = (AgeBand.UNDER_18, AgeBand.FROM_18_TO_60, AgeBand.OVER_60, AgeBand.NOT_RECORDED)


@dataclass(frozen=True)
class IndicatorRow:
    """An indicator in the table of all: its value in the whole, and before."""

    code: str
    name: str
    definition: str
    value: int
    planned: int | None
    out_of: int | None
    change: int | None
    url: str
    is_chosen: bool

    @property
    def signed_change(self) -> str:
        return signed(self.change or 0)


@dataclass(frozen=True)
class Cells:
    """The chosen indicator by sex and age band."""

    bands: tuple[str, ...]
    rows: tuple[tuple[str, tuple[tuple[str, int], ...], int], ...]
    sums: tuple[tuple[str, int], ...]
    total: int


@dataclass(frozen=True)
class CutoffPage(Found):
    """Everything the page shows."""

    snapshot: Snapshot
    purpose: Any
    transmission: Any
    is_nation: bool
    scope_name: str
    indicators: tuple[IndicatorRow, ...]
    chosen: IndicatorRow
    cells: Cells
    lines: tuple[tuple[str, int], ...]
    partners: tuple[tuple[str, int, int | None], ...]
    before: Snapshot | None
    newer: Snapshot | None
    may_verify: Verdict
    verification: WorkPage | None
    sheets_url: str
    differences_url: str


def cutoff_page(by: Worker, snapshot: Snapshot, *, indicator: str = "") -> CutoffPage:
    """Build the page with a constant number of queries; a partner sees its own values."""
    is_nation = by.may(Permission.FIGURES_NATION)
    scope = NETWORK if is_nation else by.partner_id
    before = queries.snapshot_before(snapshot)
    values, then = _values(snapshot), _values(before) if before else {}
    rows = _indicators(snapshot, values, then, scope, indicator, has_before=before is not None)
    chosen = next(row for row in rows if row.is_chosen)
    achieved = values.get((scope, chosen.code, "achieved"), Counter())
    found = transmission_of(snapshot.cutoff_on)
    work = queries.latest_works(Work.Kind.VERIFY, snapshot=snapshot).first() if is_nation else None
    newest = queries.newest(snapshot.edition)[snapshot.cutoff_on]
    return CutoffPage(
        snapshot=snapshot,
        purpose=PURPOSES[found.purpose if found else Purpose.OTHER],
        transmission=found,
        is_nation=is_nation,
        scope_name=gettext("The whole network") if is_nation else by.organisation.short_name,
        indicators=rows,
        chosen=chosen,
        cells=_cells(achieved),
        lines=_lines(achieved),
        partners=_partners(values, chosen.code) if is_nation else (),
        before=before,
        newer=newest if newest != snapshot else None,
        findings=tuple(queries.findings_of(snapshot)) if is_nation else (),
        may_verify=policies.verify(by),
        verification=work_page(by, work) if work else None,
        sheets_url=reverse("snapshots:sheets", args=[snapshot.code]),
        differences_url=reverse("snapshots:differences", args=[snapshot.code]),
    )


_Values = dict[tuple[uuid.UUID, str, str], Counter[tuple[str, str, str]]]


def _values(snapshot: Snapshot) -> _Values:
    found: _Values = {}
    for row in Result.every.filter(snapshot=snapshot).iterator():
        cells = found.setdefault((row.scope, row.indicator, row.measure), Counter())
        cells[row.sex, row.age_band, row.line] += row.n
    return found


def _sum(values: _Values, scope: uuid.UUID, code: str, measure: str = "achieved") -> int | None:
    cells = values.get((scope, code, measure))
    if cells is None:
        return None
    if measure == "planned":  # the whole stands beside its planned parts
        return cells["", "", ""]
    return sum(n for cell, n in cells.items() if not cell[2])


def _indicators(
    snapshot: Snapshot, values: _Values, then: _Values, scope: uuid.UUID, wanted: str, *, has_before: bool
) -> tuple[IndicatorRow, ...]:
    frozen = list(
        FrozenDefinition.objects.filter(snapshot=snapshot).exclude(indicator__startswith="*").order_by("id")
    )
    codes = [one.indicator for one in frozen]
    chosen = wanted if wanted in codes else ("O.2.3" if "O.2.3" in codes else codes[0])
    language = 0 if (get_language() or "it").startswith("it") else 1
    rows = []
    for one in frozen:
        value = _sum(values, scope, one.indicator) or 0
        before = (_sum(then, scope, one.indicator) or 0) if has_before else None
        rows.append(
            IndicatorRow(
                code=one.indicator,
                name=json.loads(one.text)["name"][language],
                definition=f"{one.indicator} v{one.version}",
                value=value,
                planned=_sum(values, scope, one.indicator, "planned"),
                out_of=_sum(values, scope, one.indicator, "out_of"),
                change=None if before is None else value - before,
                url=f"?indicator={one.indicator}",
                is_chosen=one.indicator == chosen,
            )
        )
    return tuple(rows)


def _cells(achieved: Counter[tuple[str, str, str]]) -> Cells:
    whole = {(sex, band): n for (sex, band, line), n in achieved.items() if not line}
    bands = [band for band in BANDS if band or any(not key[1] for key in whole)]
    sexes = [sex for sex in Sex if sex in {"F", "M"} or any(key[0] == sex for key in whole)]
    rows = tuple(
        (
            str(sex.label),
            tuple((str(band.label), whole.get((sex, band), 0)) for band in bands),
            sum(n for key, n in whole.items() if key[0] == sex),
        )
        for sex in sexes
    )
    sums = tuple((str(band.label), sum(n for key, n in whole.items() if key[1] == band)) for band in bands)
    return Cells(tuple(str(band.label) for band in bands), rows, sums, sum(whole.values()))


def _lines(achieved: Counter[tuple[str, str, str]]) -> tuple[tuple[str, int], ...]:
    sums: Counter[str] = Counter()
    for (_sex, _band, line), n in achieved.items():
        sums[line] += n
    return tuple((str(line.label), sums[line]) for line in ActionLine if sums[line])


def _partners(values: _Values, code: str) -> tuple[tuple[str, int, int | None], ...]:
    return tuple(
        (partner.short_name, _sum(values, partner.pk, code) or 0, _sum(values, partner.pk, code, "planned"))
        for partner in editions.local_partners()
    )
