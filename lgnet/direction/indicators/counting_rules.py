# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The two ways to count, each in SQL and in slow, obvious Python: every event, or each person once.

Scopes are a partner, or the network (all zeros) in which a person counts once across partners.
"""

import uuid
from collections import Counter
from collections.abc import Iterable

from lgnet.counting.models import NETWORK
from lgnet.direction.indicators.definition import Cell, Fact

# Parameters of the three: kind, scope. Columns: month, sex, age_band, n.
SCREEN_SQL = """
select month, sex, age_band, sum(n)
from counting_total
where kind = %(kind)s and scope = %(scope)s
group by month, sex, age_band having sum(n) <> 0
"""
_IN_SCOPE = f"(%(scope)s::uuid = '{NETWORK}' or f.partner_id = %(scope)s::uuid)"
EVENTS_SQL = f"""
select date_trunc('month', f.occurred_on)::date, f.sex, f.age_band, sum(f.weight)
from counting_countingfact f
where f.kind = %(kind)s and {_IN_SCOPE}
group by 1, 2, 3 having sum(f.weight) <> 0
"""  # noqa: S608 - constants only
PERSONS_SQL = f"""
select month, sex, age_band, count(*)
from (
    select distinct on (f.pseudonym) date_trunc('month', f.occurred_on)::date as month, f.sex, f.age_band
    from counting_countingfact f
    where f.kind = %(kind)s and f.weight = 1 and {_IN_SCOPE}
      and not exists (select from counting_countingfact g where g.corrects_id = f.id)
    order by f.pseudonym, f.occurred_on, f.id
) persons
group by 1, 2, 3
"""  # noqa: S608 - constants only


def count_events(facts: Iterable[Fact], scope: uuid.UUID) -> Counter[Cell]:
    """Every event counts, less those taken back."""
    cells: Counter[Cell] = Counter()
    for fact in facts:
        if scope in {NETWORK, fact.partner_id}:
            cells[_cell(fact)] += fact.weight
    return +cells


def count_persons(facts: Iterable[Fact], scope: uuid.UUID) -> Counter[Cell]:
    """Each person once, at their earliest fact that nobody took back."""
    known = list(facts)
    taken_back = {fact.corrects_id for fact in known if fact.corrects_id is not None}
    earliest: dict[bytes | None, Fact] = {}
    for fact in sorted(known, key=lambda fact: (fact.occurred_on, fact.id)):
        if fact.weight == 1 and fact.id not in taken_back and scope in {NETWORK, fact.partner_id}:
            earliest.setdefault(fact.pseudonym, fact)
    return Counter(_cell(fact) for fact in earliest.values())


def _cell(fact: Fact) -> Cell:
    return Cell(fact.occurred_on.replace(day=1), fact.sex, fact.age_band)
