# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whole partners are invited; their coordinator says who comes."""

import uuid
from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext as _

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now
from lgnet.meetings import policies, queries
from lgnet.meetings.actions.organising import locked, path_of
from lgnet.meetings.actions.telling import write_to
from lgnet.meetings.models import Attendance, InvitedPartner, Meeting
from lgnet.meetings.notifications import APPOINTED
from lgnet.network.models import Organisation
from lgnet.network.worker import Worker


@transaction.atomic
def invite_partners(*, by: Worker, meeting: Meeting, partners: Collection[Organisation]) -> int:
    """Invite partners as a whole; how many are new. Their people read it on their first page."""
    meeting = locked(meeting)
    policies.invite_partners(by, meeting).enforce()
    known = set(InvitedPartner.objects.filter(meeting=meeting).values_list("partner", flat=True))
    fresh = [
        InvitedPartner(meeting=meeting, partner=one, invited_at=now())
        for one in partners
        if one.pk not in known
    ]
    InvitedPartner.objects.bulk_create(fresh, ignore_conflicts=True)
    audit.record("meeting.partners_invited", on=meeting, partners=len(fresh))
    return len(fresh)


@transaction.atomic
def appoint(*, by: Worker, meeting: Meeting, colleagues: Collection[uuid.UUID]) -> int:
    """Enrol colleagues of one's partner, which was invited; they are told. How many are new."""
    is_invited = InvitedPartner.objects.filter(meeting=meeting, partner=by.partner_id).exists()
    policies.appoint(by, meeting, is_invited=is_invited).enforce()
    free = {one.pk for one in queries.colleagues_to_appoint(by, meeting)}
    if not set(colleagues) <= free:
        raise Refused(_("Choose people who work for your partner today and are not enrolled."))
    known = {
        row.colleague_id: row for row in Attendance.objects.filter(meeting=meeting, colleague__in=colleagues)
    }
    at = now()
    for row in known.values():
        row.enrolled_at, row.declined_at = at, None
    Attendance.objects.bulk_update(known.values(), ["enrolled_at", "declined_at"])
    Attendance.objects.bulk_create(
        Attendance(
            meeting=meeting, colleague_id=one, organisation_id=by.partner_id, invited_at=at, enrolled_at=at
        )
        for one in colleagues
        if one not in known
    )
    audit.record("meeting.appointed", on=meeting, people=len(colleagues))
    write_to(set(colleagues) - {by.user.pk}, APPOINTED, on=meeting.starts_at, path=path_of(meeting))
    return len(colleagues)
