# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""People, or what was wrong with a file, as a file: with a sheet that says what it holds, who took it and when."""

import tempfile
from collections.abc import Iterator
from typing import IO

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now
from lgnet.imports import files, policies, queries
from lgnet.imports.findings import Finding
from lgnet.imports.models import ImportRun
from lgnet.interop.sheets import CellOut, Column, ExportTooLong, Manifest, write_csv, write_xlsx
from lgnet.network.worker import Worker
from lgnet.people.countries import country_name
from lgnet.people.identity import SEX_WORDS
from lgnet.people.models import Person

BATCH = 1_000
FILTERS = frozenset({"mine", "expiring"})


@transaction.atomic
def export_people(*, by: Worker, which: str = "all", kind: str = "xlsx") -> IO[bytes]:
    """Everybody one sees, those of one's cases, or those whose document expires, as XLSX or CSV.

    Streamed to a temporary file that vanishes when it is closed. Audited with the number of people.
    """
    policies.export_people(by).enforce()
    which = which if which in FILTERS else "all"  # the audit says what was taken, not what was asked
    people = queries.people_to_export(which, by.user.pk)
    target = tempfile.TemporaryFile(prefix="lgnet-export-")  # noqa: SIM115 - the answer closes it
    if kind == "csv":
        for block in write_csv(_columns(), _rows(people)):
            target.write(block)
        count = people.count()
    else:
        count = _write_workbook(target, people, _manifest(by, which))
    audit.record("people.exported", kind="people.person", people=count, which=which, format=kind)
    target.seek(0)
    return target


def _write_workbook(target: IO[bytes], people: "QuerySet[Person]", manifest: Manifest) -> int:
    try:
        return write_xlsx(target, _columns(), _rows(people), manifest)  # type: ignore[arg-type]  # binary file
    except ExportTooLong as too_long:
        raise Refused(str(too_long)) from too_long


def _columns() -> list[Column]:
    titles = (
        _("Code"), _("Given name"), _("Family name"), _("Name in the original script"), _("Sex"),
        _("Date of birth"), _("Known of the date"), _("Citizenships"), _("Registered on"),
    )  # fmt: skip
    return [Column(title) for title in titles]


def _rows(people: "QuerySet[Person]") -> Iterator[list[CellOut]]:
    for person in people.iterator(chunk_size=BATCH):
        yield [
            person.code, person.given_name, person.family_name, person.native_name, str(SEX_WORDS[person.sex]),
            person.birth_date, person.get_birth_precision_display(), _citizenships(person),
            person.registered_at,
        ]  # fmt: skip


def _citizenships(person: Person) -> str:
    if person.is_stateless:
        return _("Stateless")
    return ", ".join(country_name(code) for code in person.citizenships)


def _manifest(by: Worker, which: str) -> Manifest:
    words = {
        "mine": _("people whose case manager I am"),
        "expiring": _("people whose document of stay has expired or expires within 90 days"),
    }
    return Manifest(
        title=_("People of %(partner)s") % {"partner": by.organisation.name},
        exported_by=f"{by.user.name} ({by.role.name})",
        exported_at=now(),
        filters=[(_("Filter"), words.get(which, _("everybody")))],
        notes=[_("Personal data: keep this file as you keep the people's files, and delete it after use.")],
    )


@transaction.atomic
def export_problems(*, by: Worker, run: ImportRun) -> IO[bytes]:
    """What was found in a file, one row each."""
    policies.receive(by).enforce()
    found = [Finding.stored(row) for row in run.problems]
    columns = [
        Column(_("Row"), 8),
        Column(_("Column"), 30),
        Column(_("Kind"), 12),
        Column(_("What is wrong"), 90),
    ]
    titles = files.titles(run.stored_as, run.file_name)
    rows = (
        [one.line, one.where(titles), _("Warning") if one.is_warning else _("Error"), one.message]
        for one in found
    )
    target = tempfile.TemporaryFile(prefix="lgnet-problems-")  # noqa: SIM115 - the answer closes it
    manifest = Manifest(title=run.file_name, exported_by=by.user.name, exported_at=now())
    write_xlsx(target, columns, rows, manifest)  # type: ignore[arg-type]  # a binary file
    audit.record("import.problems_exported", on=run, rows=len(found))
    target.seek(0)
    return target
