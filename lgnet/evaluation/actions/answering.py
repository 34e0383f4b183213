# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Somebody answers. Nothing is audited here on purpose: an entry would tell who answered when."""

from collections.abc import Sequence

from django.db import connection, transaction
from django.utils.translation import gettext as _

from lgnet.core.clock import today
from lgnet.evaluation import policies
from lgnet.evaluation.models import Invitation
from lgnet.network.worker import Worker
from lgnet.people import guard

LONGEST = 2000


@transaction.atomic
def answer(
    *, by: Worker, invitation: Invitation, marks: Sequence[int], text: str = "", is_sure: bool = False
) -> bool:
    """Give one's answer; False where it was given before: it counts once.

    `marks` of the questions with a scale, in their order, 0 for "I cannot say". `is_sure`: nobody can be
    recognised from the words although the guard thinks so. Raises Refused and guard.Warned.
    """
    if invitation.answered:
        return False
    policies.answer(by, invitation).enforce()
    if not is_sure:
        checked = guard.check([text], by=by)
        if checked.count:
            raise guard.Warned(_("Nothing was sent yet: look at what is marked."), checked)
    with connection.cursor() as cursor:
        cursor.execute(
            "select evaluation_answer(%s, %s, %s, %s)",
            [invitation.pk, list(marks), " ".join(text.split())[:LONGEST], today()],
        )
        return bool(cursor.fetchone()[0])
