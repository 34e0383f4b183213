# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Surveys are opened, people are asked and reminded, surveys are closed: by the job, for nobody in particular.

Run as `lgnet_worker`, in the transaction in which it acts.
"""

from functools import partial

from django.db import connection, transaction
from django.db.models import F

from lgnet.core import audit
from lgnet.core.clock import today
from lgnet.core.rowsecurity import current_actor
from lgnet.evaluation import notifications
from lgnet.evaluation.models import Invitation, Questionnaire, Survey
from lgnet.evaluation.queries import asking


def open_due() -> int:
    """Open the surveys whose day has come; how many."""
    newest = {one.kind: one for one in Questionnaire.objects.order_by("number")}
    due = [each for each in asking.due_to_open() if each.kind in newest]
    made = Survey.objects.bulk_create(
        [
            Survey(
                module_id=each.module, kind=each.kind, questionnaire=newest[each.kind],
                opens_on=each.opens_on, closes_on=each.closes_on,
            )
            for each in due
        ],
        ignore_conflicts=True,
    )  # fmt: skip
    for survey in made:
        audit.record("survey.opened", on=survey, survey=survey.kind)
    return len(made)


def tell_partner(*, address: str) -> int:
    """Ask who was not asked yet, and remind; the letters sent. Of the partner acting now."""
    actor = current_actor()
    if actor is None or actor.partner_id is None:
        return 0
    new = asking.to_invite(actor.partner_id)
    late = asking.to_remind(actor.partner_id)
    Invitation.objects.bulk_create(
        Invitation(
            survey=one.survey, enrolment_id=one.enrolment, partner_id=actor.partner_id,
            colleague=one.colleague, invited_on=today(),
        )
        for one in new
    )  # fmt: skip
    known = dict(
        Invitation.objects.filter(survey__in={one.survey.pk for one in new}).values_list("enrolment", "pk")
    )
    Invitation.objects.filter(pk__in=[one.pk for one in late]).update(
        reminders=F("reminders") + 1, reminded_on=today()
    )
    letters = [notifications.letter(one.survey, one.colleague, known[one.enrolment], address) for one in new]
    letters += [
        notifications.letter(one.survey, one.colleague, one.pk, address, is_reminder=True) for one in late
    ]
    if letters:
        audit.record("survey.told", kind="evaluation.invitation", asked=len(new), reminded=len(late))
        transaction.on_commit(partial(notifications.tell, letters), robust=True)
    return len(letters)


def close_due() -> int:
    """Close the surveys whose last day is over; how many."""
    rows = list(Survey.objects.filter(closed_on=None, closes_on__lt=today()))
    with connection.cursor() as cursor:
        for survey in rows:
            cursor.execute("select evaluation_close(%s, %s)", [survey.pk, today()])
            audit.record("survey.closed", on=survey, survey=survey.kind)
    return len(rows)
