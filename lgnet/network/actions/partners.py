# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the national direction keeps about partners: their action lines and their agreements."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from lgnet.core import audit
from lgnet.core.authz import Stale
from lgnet.network import editions, policies
from lgnet.network.models import DataAgreement, Organisation, Partnership
from lgnet.network.worker import Worker


@transaction.atomic
def edit_partnership(
    *, by: Worker, partnership: Partnership, lines: list[str], signed_on: dt.date | None, seen: list[str]
) -> Partnership:
    """Say which action lines a partner takes and when it signed. `seen` are the lines the form was drawn with."""
    policies.edit_partnership(by).enforce()  # first: others may not even lock the row
    partnership = Partnership.objects.select_for_update(of=("self",)).get(pk=partnership.pk)
    if sorted(partnership.lines) != sorted(seen):
        raise Stale(_("Somebody else has changed the action lines meanwhile: look at them again."))
    before = (sorted(partnership.lines), partnership.agreement_signed_on)
    partnership.lines, partnership.agreement_signed_on = sorted(lines), signed_on
    if before != (partnership.lines, signed_on):
        partnership.save(update_fields=["lines", "agreement_signed_on"])
        audit.record("partnership.edited", on=partnership, lines=partnership.lines, signed_on=signed_on)
    return partnership


@transaction.atomic
def register_agreement(
    *,
    by: Worker,
    organisation: Organisation,
    kind: str,
    reference: str,
    valid_from: dt.date,
    valid_until: dt.date | None = None,
) -> DataAgreement:
    """Register a data-processing agreement: with it the organisation's people may work (GDPR art. 26, 28)."""
    policies.register_agreement(by).enforce()
    agreement, made = DataAgreement.objects.get_or_create(
        organisation=organisation, kind=kind, reference=reference.strip(), valid_from=valid_from,
        defaults={"valid_until": valid_until},
    )  # fmt: skip
    if made:
        audit.record("data_agreement.registered", on=agreement, organisation=organisation.code, kind=kind)
    return agreement


@transaction.atomic
def register_data_agreement(*, organisation: Organisation, kind: str, reference: str) -> DataAgreement:
    """Register an agreement for the whole of LGNET3 while a database is being made; runs as the owner."""
    return DataAgreement.objects.create(
        organisation=organisation,
        kind=kind,
        reference=reference,
        valid_from=editions.current().starts_on,
    )
