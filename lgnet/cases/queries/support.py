# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What decides whether somebody counts as supported: the status of stay on a day, and the fact that stands."""

import datetime as dt
import uuid

from lgnet.counting.models import CountingFact, FactKind
from lgnet.people.models import StayStatus


def stay_on(person_id: uuid.UUID, day: dt.date) -> StayStatus | None:
    """The status of stay of a person as of a day."""
    stays = StayStatus.objects.filter(person=person_id, from_on__lte=day).select_related("status")
    return stays.order_by("-from_on", "-recorded_at").first()


def standing_fact(person_id: uuid.UUID) -> CountingFact | None:
    """The fact by which a person counts as supported, not taken back; None where there is none."""
    facts = CountingFact.objects.filter(subject__subject_id=person_id, kind=FactKind.SUPPORTED, weight=1)
    return facts.exclude(corrections__weight=-1).select_related("subject").first()
