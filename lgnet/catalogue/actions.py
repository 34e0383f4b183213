# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every change of the catalogue: what we ship, and the versions that the direction prepares and pushes."""

import datetime as dt
from dataclasses import replace

from django.db import connection, transaction
from django.utils.translation import gettext as _

from lgnet.catalogue import policies, queries, shipped
from lgnet.catalogue.models import CatalogueChange, CatalogueVersion, InterventionType
from lgnet.catalogue.succession import Code
from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now
from lgnet.network.worker import Worker

_WORDS = ("label_it", "label_en", "counts_for")


@transaction.atomic
def load_shipped() -> None:
    """Bring the types of intervention to what the shipped file says. Repeatable; run as the owner.

    A code that the direction has touched is the direction's from then on.
    """
    touched = set(
        CatalogueChange.objects.filter(version__state=CatalogueVersion.State.PUSHED).values_list(
            "code", flat=True
        )
    )
    for row in shipped.intervention_types():
        if row.code not in touched:
            InterventionType.objects.update_or_create(
                code=row.code,
                defaults={
                    "area": row.area,
                    "label_it": row.label_it,
                    "label_en": row.label_en,
                    "counts_for": " ".join(row.indicators),
                    "is_monetary": row.is_monetary,
                },
            )


@transaction.atomic
def prepare_version(*, by: Worker, title: str, valid_from: dt.date) -> CatalogueVersion:
    """Begin a change of the catalogue; nobody but the nation sees it until it is pushed."""
    policies.prepare_version(by).enforce()
    version = CatalogueVersion.objects.create(
        title=title.strip(), valid_from=valid_from, prepared_at=now(), prepared_by=by.user
    )
    audit.record("catalogue.version_prepared", on=version, valid_from=valid_from)
    return version


@transaction.atomic
def reschedule_version(*, by: Worker, version: CatalogueVersion, title: str, valid_from: dt.date) -> None:
    """Give what is being prepared another title or another day."""
    version = _locked(version)
    policies.edit_version(by, version).enforce()
    version.title, version.valid_from = title.strip(), valid_from
    version.save(update_fields=["title", "valid_from"])
    audit.record("catalogue.version_rescheduled", on=version, valid_from=valid_from)


@transaction.atomic
def write_change(*, by: Worker, version: CatalogueVersion, change: CatalogueChange) -> CatalogueChange:
    """Add a line to what is being prepared, or write the line of its code anew."""
    version = _locked(version)
    policies.edit_version(by, version).enforce()
    others = list(version.changes.exclude(code=change.code))
    _apply_all([*others, change], version.valid_from)
    version.changes.filter(code=change.code).delete()
    change.version = version
    change.save(force_insert=True)
    audit.record("catalogue.change_written", on=version, code=change.code, change=change.kind)
    return change


@transaction.atomic
def drop_change(*, by: Worker, change: CatalogueChange) -> None:
    """Take a line out of what is being prepared."""
    version = _locked(change.version)
    policies.edit_version(by, version).enforce()
    change.delete()
    audit.record("catalogue.change_dropped", on=version, code=change.code)


@transaction.atomic
def push_version(*, by: Worker, version: CatalogueVersion) -> CatalogueVersion:
    """Let a change hold from its day on. What is recorded keeps its code; forms follow the day."""
    version = _locked(version)
    changes = list(version.changes.all())
    policies.push_version(by, version, changes).enforce()
    _apply_all(changes, version.valid_from)
    for change in sorted(changes, key=_order):
        _write(change, version.valid_from)
    version.state, version.pushed_at, version.pushed_by = CatalogueVersion.State.PUSHED, now(), by.user
    version.save(update_fields=["state", "pushed_at", "pushed_by"])
    audit.record("catalogue.version_pushed", on=version, codes=[change.code for change in changes])
    return version


@transaction.atomic
def undo_version(*, by: Worker, version: CatalogueVersion) -> CatalogueVersion:
    """Take a pushed change back before its day: the catalogue is as if it had never been."""
    version = _locked(version)
    built_upon = queries.later_versions_touching(version)
    policies.undo_version(by, version, built_upon=built_upon).enforce()
    for change in sorted(version.changes.all(), key=_order, reverse=True):
        _take_back(change, version.valid_from)
    version.state, version.undone_at, version.undone_by = CatalogueVersion.State.UNDONE, now(), by.user
    version.save(update_fields=["state", "undone_at", "undone_by"])
    audit.record("catalogue.version_undone", on=version)
    return version


def _locked(version: CatalogueVersion) -> CatalogueVersion:
    return CatalogueVersion.objects.select_for_update(of=("self",)).get(pk=version.pk)


def _order(change: CatalogueChange) -> tuple[int, str]:
    """New codes first, so that those retired the same day may lead to them."""
    turns = [CatalogueChange.Kind.ADD, CatalogueChange.Kind.REWORD, CatalogueChange.Kind.RETIRE]
    return turns.index(CatalogueChange.Kind(change.kind)), change.code


def _apply_all(changes: list[CatalogueChange], day: dt.date) -> None:
    """Refuse what does not make sense; a code retired the same day takes nobody's place."""
    before = dict(queries.codes())
    born = {
        change.code: Code(change.code, day) for change in changes if change.kind == CatalogueChange.Kind.ADD
    }
    retired = {change.code for change in changes if change.kind == CatalogueChange.Kind.RETIRE}
    after = born | before
    after |= {code: replace(after[code], retired_on=day) for code in retired & after.keys()}
    for change in changes:
        there = {code: found for code, found in after.items() if code != change.code}
        if change.code in before:
            there[change.code] = before[change.code]
        verdict = policies.apply_change(change, day, there)
        if not verdict:
            raise Refused(_("%(code)s: %(why)s") % {"code": change.code, "why": verdict.reason})


def _write(change: CatalogueChange, day: dt.date) -> None:
    words = {name: getattr(change, name) for name in _WORDS}
    if change.kind == CatalogueChange.Kind.ADD:
        InterventionType.objects.create(
            code=change.code, area=change.area, is_monetary=change.is_monetary, valid_from=day, **words
        )
        return
    row = InterventionType.objects.select_for_update().get(pk=change.code)
    if change.kind == CatalogueChange.Kind.RETIRE:
        row.retired_on, row.successors = day, list(change.successors)
        row.save(update_fields=["retired_on", "successors"])
        return
    former = {name: getattr(row, name) for name in _WORDS}
    row.earlier = [*row.earlier, {"until": day.isoformat(), **former}]
    for name, value in words.items():
        setattr(row, name, value)
    row.save(update_fields=["earlier", *_WORDS])


def _take_back(change: CatalogueChange, day: dt.date) -> None:
    row = InterventionType.objects.select_for_update().get(pk=change.code)
    if change.kind == CatalogueChange.Kind.ADD:
        _forget(row)
        return
    if change.kind == CatalogueChange.Kind.RETIRE:
        row.retired_on, row.successors = None, []
        row.save(update_fields=["retired_on", "successors"])
        return
    former = row.earlier.pop()
    assert former.pop("until") == day.isoformat()  # noqa: S101 - the policy let no later one through
    for name, value in former.items():
        setattr(row, name, value)
    row.save(update_fields=["earlier", *_WORDS])


def _forget(row: InterventionType) -> None:
    """In plain SQL: Django would look for what hangs on it in tables that the nation may not read."""
    with connection.cursor() as cursor:
        cursor.execute("delete from catalogue_interventiontype where code = %s", [row.code])
