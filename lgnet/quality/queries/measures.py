# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""How good the data are, from the weekly measures: numbers of rows only, so the nation asks the same."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Max, QuerySet, Sum

from lgnet.core.clock import today
from lgnet.network.models import Colleague, Membership
from lgnet.quality.checks import CHECKS, Dimension
from lgnet.quality.models import Measure, WorkerMeasure

WEEKS = 53


@dataclass(frozen=True, slots=True)
class Score:
    """How many rows were looked at and how many failed."""

    looked_at: int = 0
    failed: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.looked_at + other.looked_at, self.failed + other.failed)

    @property
    def share(self) -> float | None:
        """The part that is in order, 0 to 1; None where there was nothing to look at."""
        return None if self.looked_at == 0 else 1 - self.failed / self.looked_at


NOTHING = Score()
Series = Mapping[dt.date, Score]


def week_of(day: dt.date) -> dt.date:
    """The Monday that names a week."""
    return day - dt.timedelta(days=day.weekday())


def since(weeks: int = WEEKS) -> dt.date:
    """The first Monday of the last so many weeks."""
    return week_of(today()) - dt.timedelta(weeks=weeks - 1)


def by_partner(weeks: int = WEEKS) -> dict[uuid.UUID, dict[Dimension, dict[dt.date, Score]]]:
    """The dimensions of every partner that the asker may see, week by week. One query."""
    rows = Measure.objects.filter(week__gte=since(weeks)).values_list("partner", "check_code", "week")
    found: dict[uuid.UUID, dict[Dimension, dict[dt.date, Score]]] = defaultdict(lambda: defaultdict(dict))
    for partner, code, week, looked_at, failed in rows.annotate(Sum("looked_at"), Sum("failed")):
        if code in CHECKS:
            series = found[partner][CHECKS[code].dimension]
            series[week] = series.get(week, NOTHING) + Score(looked_at, failed)
    return found


def by_check(partner_id: uuid.UUID, weeks: int = WEEKS) -> dict[str, dict[dt.date, Score]]:
    """The checks of one partner, week by week. One query."""
    rows = Measure.objects.filter(partner=partner_id, week__gte=since(weeks))
    found: dict[str, dict[dt.date, Score]] = defaultdict(dict)
    for code, week, looked_at, failed in rows.values_list("check_code", "week", "looked_at", "failed"):
        if code in CHECKS:
            found[code][week] = Score(looked_at, failed)
    return found


def by_worker(partner_id: uuid.UUID) -> dict[Colleague, dict[str, Score]]:
    """The checks of each colleague at the last measure, by name of the colleague. Two queries."""
    mine = WorkerMeasure.objects.filter(partner=partner_id)
    last = mine.aggregate(last=Max("week"))["last"]
    found: dict[Colleague, dict[str, Score]] = defaultdict(dict)
    rows = mine.filter(week=last).select_related("worker").order_by("worker__name", "worker")
    for row in rows:
        if row.check_code in CHECKS:
            found[row.worker][row.check_code] = Score(row.looked_at, row.failed)
    return found


def of_worker(worker_id: uuid.UUID, partner_id: uuid.UUID, weeks: int = WEEKS) -> dict[dt.date, Score]:
    """What one colleague follows, all checks together, week by week. One query."""
    rows = WorkerMeasure.objects.filter(partner=partner_id, worker=worker_id, week__gte=since(weeks))
    summed = rows.values_list("week").annotate(Sum("looked_at"), Sum("failed")).order_by("week")
    return {week: Score(looked_at, failed) for week, looked_at, failed in summed}


def colleagues_of(partner_id: uuid.UUID) -> QuerySet[Colleague]:
    """Everybody at work at a partner today."""
    memberships = Membership.objects.valid_now().filter(organisation=partner_id)
    return Colleague.objects.filter(pk__in=memberships.values("user")).order_by("name")
