# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Write to the people of the partner acting now what they were not told yet: each thing once."""

from functools import partial

from django.db import transaction

from lgnet.core import audit
from lgnet.core.clock import now
from lgnet.core.rowsecurity import current_actor
from lgnet.training import notifications
from lgnet.training.models import Notice
from lgnet.training.queries import telling


def tell_partner(*, address: str) -> int:
    """The letters sent. Run by a job as `lgnet_worker`, in the transaction in which it acts for the partner."""
    actor = current_actor()
    if actor is None or actor.partner_id is None:
        return 0
    found = telling.due(actor.partner_id)
    if not found:
        return 0
    at = now()
    Notice.objects.bulk_create(
        Notice(enrolment=one.enrolment, session=session, kind=one.kind, sent_at=at,
               sequence=session.sequence if session else 0)
        for one in found
        for session in (one.sessions if one.kind != Notice.Kind.ENDED else [None])
    )  # fmt: skip
    audit.record("training.told", kind="training.notice", letters=len(found), partner=actor.partner_id)
    letters = notifications.letters(found, address)
    transaction.on_commit(partial(notifications.tell, letters), robust=True)
    return len(found)
