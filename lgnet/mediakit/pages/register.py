# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The register as a spreadsheet: for the report, and for whoever comes to check on the spot."""

import io

from django.utils.translation import gettext as _

from lgnet.core.clock import now
from lgnet.interop.sheets import CellOut, Column, Manifest, write_xlsx
from lgnet.mediakit import queries
from lgnet.mediakit.models import ProductKind, Verdict
from lgnet.network.worker import Worker

MOST = 5_000


def register_file(by: Worker) -> bytes:
    """What the asker may see of the register, the newest first: where it is shown, what its check found, its photo."""
    titles = (
        _("Partner"), _("What it is"), _("Title"), _("Language"), _("Made here"), _("Made on"), _("Place"),
        _("Where exactly"), _("Shown from"), _("Until"), _("Check"), _("Last photo"), _("Photos"), _("SHA-256"),
    )  # fmt: skip
    rows: list[list[CellOut]] = []
    for one in queries.products(by)[:MOST]:
        proofs = list(one.proofs.all())
        rows.append([
            one.partner.short_name, str(ProductKind(one.kind).label), one.title, one.language,
            _("yes") if one.is_made_here else _("no"), one.made_at.date(), one.site.name if one.site else "", one.place,
            one.shown_from, one.shown_until, str(Verdict(one.verdict).label), proofs[0].taken_on if proofs else None,
            len(proofs), one.digest,
        ])  # fmt: skip
    target = io.BytesIO()
    about = Manifest(
        _("Register of products of communication"), by.user.name, now(),
        notes=[_("Rules of visibility: Reg. (EU) 2021/1060, art. 47, 49, 50 and annex IX")],
    )  # fmt: skip
    write_xlsx(target, [Column(title, 20) for title in titles], rows, about)
    return target.getvalue()
