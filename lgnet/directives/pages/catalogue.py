# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The common catalogue as it holds, and a change of it with what it touches."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.forms import Form
from django.utils.translation import get_language

from lgnet.catalogue import policies as catalogue_policies
from lgnet.catalogue import queries as catalogue
from lgnet.catalogue.models import CatalogueChange, CatalogueVersion, InterventionType
from lgnet.core.authz import Verdict
from lgnet.core.clock import today
from lgnet.directives import policies, queries
from lgnet.network import editions
from lgnet.network.worker import Worker

LOOKS = {
    CatalogueVersion.State.PREPARED: "draft",
    CatalogueVersion.State.PUSHED: "approved",
    CatalogueVersion.State.UNDONE: "withdrawn",
}


@dataclass(frozen=True, slots=True)
class TypeLine:
    """A code as it holds today, with what is to come or came before."""

    row: InterventionType
    label: str
    counts_for: str
    formerly: str
    last_day: dt.date | None
    is_to_come: bool
    is_retired: bool
    heirs: str


@dataclass(frozen=True, slots=True)
class CataloguePage:
    """Every code, and for the nation the changes prepared and pushed."""

    types: Sequence[TypeLine]
    retired: Sequence[TypeLine]
    versions: Sequence[CatalogueVersion]
    looks: Mapping[str, str]
    may_prepare: Verdict
    day: dt.date


def catalogue_page(by: Worker) -> CataloguePage:
    """Two queries."""
    lines = [_line(row) for row in catalogue.all_types().values()]
    return CataloguePage(
        types=[line for line in lines if not line.is_retired],
        retired=[line for line in lines if line.is_retired],
        versions=list(CatalogueVersion.objects.order_by("-valid_from", "-id")[: queries.PAGE]),
        looks={str(state): look for state, look in LOOKS.items()},
        may_prepare=catalogue_policies.prepare_version(by),
        day=today(),
    )


def _line(row: InterventionType) -> TypeLine:
    day = today()
    held = row.on(day)
    former = [word for word in row.earlier if dt.date.fromisoformat(word["until"]) <= day]
    language = "label_it" if (get_language() or "it").startswith("it") else "label_en"
    return TypeLine(
        row=row,
        label=held.label,
        counts_for=held.counts_for,
        formerly=str(former[-1][language]) if former else "",
        last_day=row.retired_on - dt.timedelta(days=1) if row.retired_on else None,
        is_to_come=row.valid_from is not None and row.valid_from > day,
        is_retired=row.retired_on is not None and row.retired_on <= day,
        heirs=", ".join(row.successors),
    )


@dataclass(frozen=True, slots=True)
class NewVersionPage:
    """The form of a change that does not exist yet."""

    form: Form


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A line of a change: how it was, how it will be, and whose work it touches."""

    change: CatalogueChange
    before: str
    after: str
    uses: int
    partners: Sequence[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class VersionPage:
    """A change of the catalogue."""

    version: CatalogueVersion
    look: str
    lines: Sequence[ChangeLine]
    form: Form
    version_form: Form
    may_edit: Verdict
    may_push: Verdict
    is_nation: bool


def version_page(by: Worker, version: CatalogueVersion, *, form: Form, version_form: Form) -> VersionPage:
    """At most five queries. Numbers of use are asked for the nation alone."""
    changes, nation = list(version.changes.all()), policies.is_nation(by)
    types = catalogue.all_types()
    names = {each.organisation_id: each.organisation.short_name for each in editions.local_partnerships()}
    uses: dict[str, Counter[str]] = {}
    for use in queries.use_of_codes([change.code for change in changes]) if nation else ():
        by_name = uses.setdefault(use.code, Counter())
        by_name[names.get(use.partner_id, "?")] += use.interventions
    return VersionPage(
        version=version,
        look=LOOKS[CatalogueVersion.State(version.state)],
        lines=[_change(change, version, types, uses.get(change.code, Counter())) for change in changes],
        form=form,
        version_form=version_form,
        may_edit=catalogue_policies.edit_version(by, version),
        may_push=catalogue_policies.push_version(by, version, changes),
        is_nation=nation,
    )


def _change(
    change: CatalogueChange,
    version: CatalogueVersion,
    types: Mapping[str, InterventionType],
    uses: "Counter[str]",
) -> ChangeLine:
    known = types.get(change.code)
    before = known.on(version.valid_from - dt.timedelta(days=1)).label if known else ""
    is_new = change.kind == CatalogueChange.Kind.ADD
    language = get_language() or "it"
    return ChangeLine(
        change=change,
        before="" if is_new else before,
        after=change.label_it if language.startswith("it") else change.label_en,
        uses=uses.total(),
        partners=sorted(uses.items()),
    )


def told(version: CatalogueVersion, lines: Sequence[ChangeLine], words: Mapping[str, str]) -> str:
    """The text of the circular that tells a change, ready to be read: one item for each line."""
    items = []
    for line in lines:
        change = line.change
        form = words[
            "end" if change.kind == CatalogueChange.Kind.RETIRE and not change.successors else change.kind
        ]
        said = {
            "code": change.code,
            "before": line.before,
            "after": line.after,
            "heirs": ", ".join(change.successors),
        }
        items.append("- " + form % said)
    return "\n".join(
        [words["intro"] % {"day": f"{version.valid_from:%d/%m/%Y}"}, "", *items, "", words["end_note"]]
    )
