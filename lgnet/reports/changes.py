# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Why a figure that was sent is another one now: who came in late, who was taken back, person by person.

Only facts that the database took in after the sending can have changed anything, and facts are never edited: the
difference is found exactly, under pseudonyms, however long ago the report was sent.
"""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db import connection

from lgnet.direction.indicators import INDICATORS
from lgnet.reports.figures import Figures, Line

# Whom the facts recorded since touch, whether they counted by the period's last day then, and whether they do now.
# Where every event counts by itself, its own id stands for the person.
_TOUCHED = """
with late as (
    select distinct case when %(events)s then sha256(coalesce(corrects_id, id)::text::bytea) else pseudonym end as who,
           case when %(events)s then coalesce(corrects_id, id) end as fact
    from counting_countingfact
    where partner_id = %(partner)s and kind = %(kind)s and entered_at > %(then)s
), facts as (
    select late.who, f.id, f.entered_at, taken.entered_at as taken_at, taken.reason
    from late
    join counting_countingfact f on f.kind = %(kind)s and f.partner_id = %(partner)s and f.weight = 1
        and f.occurred_on <= %(last)s
        and (case when %(events)s then f.id = late.fact else f.pseudonym = late.who end)
    left join counting_countingfact taken on taken.corrects_id = f.id
), counted as (
    select who,
           bool_or(entered_at <= %(then)s and (taken_at is null or taken_at > %(then)s)) as before,
           bool_or(taken_at is null) as after,
           max(reason) filter (where taken_at > %(then)s) as reason
    from facts group by who
)
select before, coalesce(reason, ''), count(*) from counted where before is distinct from after
group by 1, 2 order by 1, 3 desc, 2
"""


@dataclass(frozen=True, slots=True)
class TakenBack:
    """So many that no longer count, with the reason that was written down."""

    n: int
    reason: str


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that is not what it was: `then` + `entered` - those taken back = `now`, if nothing else changed.

    `definition` is the version in use now, where it is another one.
    """

    line: Line
    now: int
    entered: int
    taken_back: tuple[TakenBack, ...]
    definition: str

    @property
    def then(self) -> int:
        return self.line.total

    @property
    def left(self) -> int:
        return sum(each.n for each in self.taken_back)

    @property
    def is_explained(self) -> bool:
        """Whether late and corrected facts account for all of it."""
        return self.then + self.entered - self.left == self.now


def changes(sent: Figures, current: Figures, partner_id: uuid.UUID, last_day: dt.date) -> tuple[Change, ...]:
    """What became of the figures that were sent. One query for each figure that changed."""
    found = []
    for line in sent.lines:
        fresh = current.line(line.code)
        if fresh is not None and (fresh.total != line.total or fresh.label != line.label):
            found.append(_change(line, fresh, partner_id, sent.known_at, last_day))
    return tuple(found)


def _change(line: Line, fresh: Line, partner_id: uuid.UUID, then: dt.datetime, last_day: dt.date) -> Change:
    indicator = INDICATORS.get(line.code)
    rows = []
    if indicator is not None:
        given: dict[str, str | bool | uuid.UUID | dt.datetime | dt.date] = {
            "partner": partner_id,
            "kind": str(indicator.fact_kind),
            "events": not indicator.counts_persons,
            "then": then,
            "last": last_day,
        }
        with connection.cursor() as cursor:
            cursor.execute(_TOUCHED, given)
            rows = cursor.fetchall()
    return Change(
        line=line,
        now=fresh.total,
        entered=sum(int(n) for before, _reason, n in rows if not before),
        taken_back=tuple(TakenBack(int(n), reason) for before, reason, n in rows if before),
        definition=fresh.label if fresh.label != line.label else "",
    )
