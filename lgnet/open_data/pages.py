# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the pages of open data show: to the public, and to the direction before it publishes."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.forms import Form
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lgnet.core.authz import Verdict
from lgnet.direction.indicators import Indicator
from lgnet.disclosure import TOTAL, Key, Reason
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker
from lgnet.open_data import labels, policies, queries
from lgnet.open_data.figures import DATASETS
from lgnet.open_data.models import Release, ReleasedCell, ReleasedTable
from lgnet.ui.looks import Link

WHY: Mapping[str, str | Promise] = {
    Reason.SHOWN: gettext_lazy("shown"),
    Reason.SMALL: gettext_lazy("below the threshold"),
    Reason.ZERO: gettext_lazy("empty, and that would tell something"),
    Reason.ALL_ALIKE: gettext_lazy("would tell that all of a group are alike"),
    Reason.COMPLEMENT: gettext_lazy("with it a withheld value could be computed"),
    Reason.BEFORE: gettext_lazy("withheld before"),
}
LOOKS = {
    Release.State.PREPARING: "waiting",
    Release.State.PREPARED: "draft",
    Release.State.PUBLISHED: "approved",
    Release.State.DISCARDED: "withdrawn",
    Release.State.FAILED: "blocked",
}


@dataclass(frozen=True, slots=True)
class DatasetLine:
    """A dataset in the list of the public page."""

    url: str
    title: str
    latest: ReleasedTable


@dataclass(frozen=True, slots=True)
class ListPage:
    """The public page of open data, with the way to the releases for the nation."""

    datasets: Sequence[DatasetLine]
    releases_url: str
    turtle_url: str
    json_url: str


def list_page(worker: Worker | None) -> ListPage:
    """One query."""
    latest: dict[str, ReleasedTable] = {}
    for table in queries.every_published_table():
        latest.setdefault(table.dataset, table)
    lines = [
        DatasetLine(
            reverse("open_data:dataset", args=[slug]), str(DATASETS[slug].indicator.name), latest[slug]
        )
        for slug in DATASETS
        if slug in latest
    ]
    nation = worker is not None and worker.may(Permission.FIGURES_NATION)
    return ListPage(
        datasets=lines,
        releases_url=reverse("open_data:releases") if nation else "",
        turtle_url=reverse("open_data:turtle"),
        json_url=reverse("open_data:json_ld"),
    )


@dataclass(frozen=True, slots=True)
class Row:
    """A partner (or the network) by sex, or by age band: values in the order of the columns, None withheld."""

    name: str
    total: int | None
    values: Sequence[tuple[str, int | None]]


@dataclass(frozen=True, slots=True)
class DatasetPage:
    """A dataset in one release: its tables, its files, and the other releases."""

    indicator: Indicator
    title: str
    table: ReleasedTable
    by_sex: Sequence[Row]
    by_age: Sequence[Row]
    largest: int
    files: Sequence[Link]
    others: Sequence[Link]
    latest_url: str
    licence: str


def dataset_page(table: ReleasedTable, versions: Sequence[ReleasedTable]) -> DatasetPage:
    """Two queries. `versions`: the dataset in every release, the latest first."""
    cells: dict[Key, int | None] = {(c.partner, c.sex, c.age_band): c.value for c in queries.cells_of(table)}
    names = queries.partner_names()
    by_sex, by_age = _rows(cells, names, labels.sexes(), 1), _rows(cells, names, labels.ages(), 2)
    files = ("figures.csv", "datapackage.json", "figures.csv-metadata.json")
    return DatasetPage(
        indicator=DATASETS[table.dataset].indicator,
        title=str(DATASETS[table.dataset].indicator.name),
        table=table,
        by_sex=by_sex,
        by_age=by_age,
        largest=max((row.total or 0 for row in by_sex[1:]), default=0),
        files=[
            Link(reverse("open_data:file", args=[table.dataset, table.release.code, name]), name)
            for name in files
        ],
        others=[
            Link(
                reverse("open_data:dataset_of_release", args=[one.dataset, one.release.code]),
                one.release.code,
            )
            for one in versions
            if one.pk != table.pk
        ],
        latest_url="" if table.pk == versions[0].pk else reverse("open_data:dataset", args=[table.dataset]),
        licence=labels.LICENCE,
    )


def _rows(
    cells: Mapping[Key, int | None], names: Mapping[str, str], words: Mapping[str, str], place: int
) -> list[Row]:
    def key(partner: str, code: str) -> Key:
        return (partner, code, TOTAL) if place == 1 else (partner, TOTAL, code)

    codes = [
        code for code in words if code != TOTAL and any(cells.get(key(p, code)) for p in (TOTAL, *names))
    ]
    return [
        Row(
            name,
            cells.get(key(partner, TOTAL)),
            [(words[code], cells.get(key(partner, code))) for code in codes],
        )
        for partner, name in ((TOTAL, _("The whole network")), *names.items())
        if key(partner, TOTAL) in cells
    ]


@dataclass(frozen=True, slots=True)
class ReleasesPage:
    """For the nation: the releases so far, and the form of a new one."""

    releases: Sequence[Release]
    looks: Mapping[str, str]
    form: Form | None
    may_prepare: Verdict


def releases_page(worker: Worker, form: Form | None) -> ReleasesPage:
    """One query."""
    rows = Release.objects.select_related("prepared_by", "snapshot").order_by("-prepared_at", "-id")
    may = policies.prepare(worker)
    looks = {str(state): look for state, look in LOOKS.items()}
    return ReleasesPage(list(rows[:50]), looks, form if may.allowed else None, may)


@dataclass(frozen=True, slots=True)
class Withheld:
    """A cell that does not leave, and why."""

    where: str
    why: str | Promise


@dataclass(frozen=True, slots=True)
class TablePreview:
    """A dataset of a release as the direction looks at it."""

    table: ReleasedTable
    title: str
    why: Sequence[tuple[str | Promise, int]]
    withheld: Sequence[Withheld]


@dataclass(frozen=True, slots=True)
class ReleasePage:
    """A release before and after it is published."""

    release: Release
    look: str
    tables: Sequence[TablePreview]
    may_publish: Verdict
    may_discard: Verdict
    poll_url: str
    day: dt.date


def release_page(worker: Worker, release: Release) -> ReleasePage:
    """Two queries, and one for each dataset."""
    names = queries.partner_names()
    preparing = release.state == Release.State.PREPARING
    return ReleasePage(
        release=release,
        look=LOOKS[Release.State(release.state)],
        tables=[_preview(table, names) for table in queries.tables_of(release)],
        may_publish=policies.publish(worker, release),
        may_discard=policies.discard(worker, release),
        poll_url=reverse("open_data:release", args=[release.pk]) if preparing else "",
        day=release.period_to,
    )


def _preview(table: ReleasedTable, names: Mapping[str, str]) -> TablePreview:
    cells = [cell for cell in queries.reasons_of(table) if cell.value is None]
    counted = Counter(cell.reason for cell in cells)
    return TablePreview(
        table=table,
        title=str(DATASETS[table.dataset].indicator.name) if table.dataset in DATASETS else table.dataset,
        why=[(WHY[reason], n) for reason, n in counted.most_common()],
        withheld=[Withheld(_where(cell, names), WHY[cell.reason]) for cell in cells],
    )


def _where(cell: ReleasedCell, names: Mapping[str, str]) -> str:
    partner = _("The whole network") if cell.partner == TOTAL else names.get(cell.partner, cell.partner)
    sex = labels.sexes()[cell.sex] if cell.sex != TOTAL else ""
    age = labels.ages()[cell.age_band] if cell.age_band != TOTAL else ""
    return " · ".join(part for part in (partner, sex, age) if part)
