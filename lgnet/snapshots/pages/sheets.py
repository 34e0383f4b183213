# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The sheets that can be made of a cut-off, what keeps them here, the ones that were made; and their columns."""

from dataclasses import dataclass

from django.forms import BoundField, Form
from django.urls import reverse
from django.utils.translation import gettext

from lgnet.core.authz import Sentence, Verdict
from lgnet.direction.indicators import INDICATORS, Indicator
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker
from lgnet.snapshots import policies, queries
from lgnet.snapshots.models import Acknowledgement, Sheet, SheetLayout, Snapshot, Work
from lgnet.snapshots.pages.found import Found
from lgnet.snapshots.pages.work import WorkPage, work_page
from lgnet.snapshots.sheets.columns import CATALOGUE, ColumnKind

SHOWN = 10


@dataclass(frozen=True)
class SheetsPage(Found):
    """Everything the page shows."""

    snapshot: Snapshot
    is_nation: bool
    is_blocked: bool
    acknowledgements: list[Acknowledgement]
    reason_form: Form
    may_acknowledge: Verdict
    may_take_values: Verdict
    may_take_counted: Verdict
    may_take_recipients: Verdict
    may_set_layout: Verdict
    indicators: tuple[Indicator, ...]
    works: tuple[WorkPage, ...]
    refused: Sentence = ""

    @property
    def blocked_word(self) -> str:
        return gettext("Kept here")


def sheets_page(by: Worker, snapshot: Snapshot, reason_form: Form, *, refused: Sentence = "") -> SheetsPage:
    """Build the page of one cut-off, for the nation or for a partner."""
    is_nation = by.may(Permission.FIGURES_NATION)
    is_blocked = is_nation and queries.is_blocked(snapshot)
    works = queries.latest_works(Work.Kind.EXPORT, snapshot=snapshot)[:SHOWN]
    return SheetsPage(
        snapshot=snapshot,
        is_nation=is_nation,
        findings=tuple(queries.findings_of(snapshot)) if is_nation else (),
        is_blocked=is_blocked,
        acknowledgements=queries.acknowledgements(snapshot) if is_nation else [],
        reason_form=reason_form,
        may_acknowledge=policies.acknowledge(by, snapshot),
        may_take_values=policies.export(by, Sheet.INDICATORS, blocked=is_blocked),
        may_take_counted=policies.export(by, Sheet.COUNTED, blocked=is_blocked),
        may_take_recipients=policies.export(by, Sheet.RECIPIENTS),
        may_set_layout=policies.set_layout(by),
        indicators=tuple(one for one in INDICATORS.values() if one.counts_persons),
        works=tuple(work_page(by, work) for work in works),
        refused=refused,
    )


@dataclass(frozen=True)
class ColumnLine:
    """A column of the catalogue in the form."""

    kind: ColumnKind
    place: BoundField
    title: BoundField


@dataclass(frozen=True)
class LayoutPage:
    """The columns of a sheet, and the layouts before."""

    sheet: Sheet
    form: Form
    lines: tuple[ColumnLine, ...]
    history: tuple[SheetLayout, ...]
    sheets: tuple[tuple[str, str, bool], ...]
    refused: Sentence = ""


def layout_page(
    sheet: Sheet, form: Form, history: tuple[SheetLayout, ...], *, refused: Sentence = ""
) -> LayoutPage:
    """Build the page of a sheet's columns."""
    lines = tuple(
        ColumnLine(kind, form[f"place_{kind.code}"], form[f"title_{kind.code}"]) for kind in CATALOGUE[sheet]
    )
    sheets = tuple(
        (reverse("snapshots:layout", args=[one.value]), str(one.label), one == sheet) for one in Sheet
    )
    return LayoutPage(sheet, form, lines, history, sheets, refused)
