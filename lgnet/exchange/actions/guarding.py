# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The guard before anything is written for the network, and the trace of who went on in spite of it."""

from collections.abc import Sequence

from django.db import models
from django.utils.translation import gettext as _

from lgnet.core import audit
from lgnet.core.clock import now
from lgnet.exchange.models import Group, PostedAnyway
from lgnet.network.worker import Worker
from lgnet.people import guard


def look_before_posting(*, by: Worker, texts: Sequence[str], reason: str) -> guard.Checked:
    """Raise `Warned` where the texts seem to tell who somebody is and no reason is given; a reason names nobody."""
    checked = guard.check(texts, by=by)
    if not checked.count:
        return checked
    if not reason.strip():
        raise guard.Warned(_("Nothing was posted yet: look at what is marked."), checked)
    if guard.passages(reason, by=by):
        raise guard.Warned(_("The reason itself seems to tell who somebody is: write it without."), checked)
    return checked


def note_posted_anyway(
    *,
    by: Worker,
    checked: guard.Checked,
    reason: str,
    subject: models.Model,
    link: str,
    group: Group | None = None,
) -> None:
    """Write down that somebody went on, where something was found: kinds, number and reason, never the words."""
    if not checked.count:
        return
    PostedAnyway.objects.create(
        subject_kind=subject._meta.label_lower, subject_id=subject.pk, link=link, group=group, author_id=by.user.pk,
        reason=reason.strip()[:300], kinds=[str(kind) for kind in checked.kinds], passages=checked.count, at=now(),
    )  # fmt: skip
    audit.record(
        "guard.posted_anyway", on=subject, passages=checked.count, kinds=sorted(map(str, checked.kinds))
    )
