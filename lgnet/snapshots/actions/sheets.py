# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""How a sheet looks, the small sheet of values, and letting figures leave in spite of a finding."""

import tempfile
from collections.abc import Sequence
from typing import IO, Any, cast

from django.db import transaction
from django.utils.translation import gettext as _

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now
from lgnet.interop.sheets import Column, Manifest, write_csv, write_xlsx
from lgnet.network import editions
from lgnet.network.worker import Worker
from lgnet.snapshots import policies, queries
from lgnet.snapshots.models import Acknowledgement, Sheet, SheetLayout, Snapshot, Work
from lgnet.snapshots.sheets import indicators
from lgnet.snapshots.sheets.columns import CATALOGUE, NEEDED


@transaction.atomic
def set_layout(
    *, by: Worker, sheet: str, columns: Sequence[tuple[str, str]], source: str = ""
) -> SheetLayout:
    """Decide the columns of a sheet: code and title, in their order. The layouts before stay as they were."""
    policies.set_layout(by).enforce()
    codes = [code for code, _title in columns]
    known = {kind.code for kind in CATALOGUE[sheet]}
    if not set(codes) <= known or len(set(codes)) != len(codes):
        raise Refused(_("A column is not in the catalogue, or is there twice."))
    if missing := NEEDED[sheet] - set(codes):
        raise Refused(_("The sheet needs these columns: %(codes)s.") % {"codes": ", ".join(sorted(missing))})
    edition = editions.current()
    layout = SheetLayout.objects.create(
        edition=edition,
        sheet=sheet,
        version=queries.layout_version(edition, sheet) + 1,
        columns=[[code, title.strip()] for code, title in columns],
        source=source.strip(),
        decided_at=now(),
        decided_by_id=by.user.pk,
    )
    audit.record("snapshot.layout_set", on=layout, sheet=sheet, version=layout.version, columns=codes)
    return layout


@transaction.atomic
def acknowledge(*, by: Worker, snapshot: Snapshot, reason: str) -> Acknowledgement:
    """Let the figures of a cut-off leave although the checks found something: those findings, no later ones."""
    policies.acknowledge(by, snapshot).enforce()
    if not reason.strip():
        raise Refused(_("Say why the figures may leave all the same."))
    findings = sorted(queries.blocking_findings(snapshot))
    made = Acknowledgement.objects.create(
        snapshot=snapshot, findings=findings, reason=reason.strip(), acknowledged_at=now(),
        acknowledged_by_id=by.user.pk,
    )  # fmt: skip
    audit.record("snapshot.findings_acknowledged", on=snapshot, findings=findings)
    return made


@transaction.atomic
def take_sheet_away(*, by: Worker, snapshot: Snapshot, kind: str) -> IO[bytes]:
    """The values of a cut-off as a file; refused while a finding is not acknowledged."""
    policies.export(by, Sheet.INDICATORS, blocked=queries.is_blocked(snapshot)).enforce()
    columns = queries.columns_of(snapshot.edition, Sheet.INDICATORS)
    lines = indicators.lines(snapshot, columns, _("Network (each person once)"))
    titles = [Column(column.title) for column in columns]
    target = tempfile.TemporaryFile(prefix="lgnet-sheet-")  # noqa: SIM115 - the answer closes it
    if kind == "csv":
        for block in write_csv(titles, lines):
            target.write(block)
    else:
        write_xlsx(cast("Any", target), titles, lines, _manifest(by, snapshot))
    audit.record("snapshot.sheet_made", on=snapshot, sheet=Sheet.INDICATORS.value, format=kind)
    target.seek(0)
    return target


def _manifest(by: Worker, snapshot: Snapshot) -> Manifest:
    definitions = [(one.indicator, f"v{one.version}") for one in queries.definitions(snapshot)]
    given = queries.acknowledgements(snapshot)
    return Manifest(
        title=str(Sheet.INDICATORS.label),
        exported_by=f"{by.user.name} ({by.role.name})",
        exported_at=now(),
        filters=[(_("Cut-off"), f"{snapshot.code} ({snapshot.cutoff_on:%d/%m/%Y})")],
        definitions=definitions,
        notes=[
            _("Seal of the cut-off: %(seal)s") % {"seal": snapshot.seal},
            _(
                "Cumulative values from the start of the edition; sex and age band as on the first counted day."
            ),
            *(_("Let out in spite of findings: %(reason)s") % {"reason": one.reason} for one in given),
        ],
    )


@transaction.atomic
def fetch_sheet(*, by: Worker, work: Work, what: str) -> None:
    """Write down that a sheet that was made is taken away."""
    policies.export(by, work.sheet).enforce()
    audit.record("snapshot.sheet_fetched", on=work, sheet=work.sheet, what=what)
