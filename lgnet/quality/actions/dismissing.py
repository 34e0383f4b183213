# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Saying why a miss stays: the value is still missing, and now everybody reads why."""

import uuid

from django.db import transaction

from lgnet.core import audit
from lgnet.core.clock import now
from lgnet.network.worker import Worker
from lgnet.quality import policies, queries
from lgnet.quality.checks import CHECKS, Check
from lgnet.quality.models import Dismissal


@transaction.atomic
def dismiss(*, by: Worker, check: Check, subject_id: uuid.UUID, reason: str) -> Dismissal | None:
    """Take a miss off the lists with a reason of the check's own. None where it was mended meanwhile.

    The reason is the missing-value reason of the field: reports and their lists of who is not reportable tell it.
    """
    policies.dismiss(by, check, reason).enforce()
    if queries.stands(check, partner_id=by.partner_id, subject_id=subject_id) is None:
        return None
    row, made = Dismissal.objects.get_or_create(
        partner_id=by.partner_id,
        check_code=check.code,
        subject_id=subject_id,
        withdrawn_at=None,
        defaults={"reason": reason, "dismissed_at": now(), "dismissed_by_id": by.user.pk},
    )
    if made:
        audit.record("quality.dismissed", on=row, check=check.code, reason=reason)
    return row


@transaction.atomic
def take_back(*, by: Worker, dismissal: Dismissal) -> None:
    """Put a dismissed miss back on the lists."""
    policies.take_back(by, CHECKS.get(dismissal.check_code)).enforce()
    Dismissal.objects.filter(pk=dismissal.pk, withdrawn_at=None).update(withdrawn_at=now())
    audit.record("quality.dismissal_taken_back", on=dismissal, check=dismissal.check_code)
