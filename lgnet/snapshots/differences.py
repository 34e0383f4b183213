# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What lies between two cut-offs: the kinds of events, and the SQL that finds each of them.

A person is looked up again only where one of their facts lies in one cut-off and not in the other. Each event
carries what it adds or takes away, so that the sum of all events is the difference, by cell and on the whole; a
difference that stays (a definition that changed) is told apart, never hidden.
"""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from lgnet.snapshots.boundary import BAND, SEX, inside, standing


class Event(models.TextChoices):
    """Why a person, or a contact, counts in the later cut-off and not in the earlier one, or the other way round."""

    NEW = "new", _("New since the earlier cut-off")
    BACKDATED = "backdated", _("Written down late: it happened before the earlier cut-off")
    MOVED_IN = "moved_in", _("Known before under another code")
    CORRECTED = "corrected", _("Sex or age band corrected")
    MOVED = "moved", _("Known now under another code: identity corrected or confirmed")
    JOINED = "joined", _("Found to be somebody who counts already")
    TAKEN_BACK = "taken_back", _("Taken back, with a reason")
    NOT_YET = "not_yet", _("Not yet written down when the later cut-off was taken")


@dataclass(frozen=True)
class Cell:
    """A sex and an age band, as frozen at the first count."""

    sex: str
    age_band: str


_IN_ONE_ONLY = f"{inside('f', 'a_')} <> {inside('f', 'b_')}"


def _only_later(alias: str) -> str:
    return f"({inside(alias, 'b_')} and not {inside(alias, 'a_')})"


_TOUCHED = " and f.pseudonym in (select pseudonym from touched)"
_OF_SCOPE = "(%(scope)s::uuid = '00000000-0000-0000-0000-000000000000' or {}.partner_id = %(scope)s::uuid)"


def _counted(known: str) -> str:
    """Who counts for the kind in the scope, by their first fact, with sex and age band over all kinds (CNT-5)."""
    return f"""
    select c.pseudonym, p.sex, p.age_band, c.fact_id, c.occurred_on
    from (
        select distinct on (f.pseudonym) f.pseudonym, f.id as fact_id, f.occurred_on
        from {known} f where f.kind = %(kind)s and {_OF_SCOPE.format("f")}
        order by f.pseudonym, f.occurred_on, f.id
    ) c
    join (select pseudonym, {SEX} as sex, {BAND} as age_band from {known} group by pseudonym) p using (pseudonym)
    """  # noqa: S608 - constants only


# `before` and `after`: the touched persons as they counted in the two cut-offs. A loss is explained by the
# counter-facts between the two; where the same fact was stated anew for another pseudonym, that is where the person
# went (the fact recorded next to it, within seconds, of the same partner, kind and day).
PERSON_EVENTS = f"""
with touched as materialized (
    select distinct f.pseudonym from counting_countingfact f
    where f.pseudonym is not null and {_IN_ONE_ONLY}
), known_before as materialized ({standing("a_", _TOUCHED)}),
known_after as materialized ({standing("b_", _TOUCHED)}),
before as materialized ({_counted("known_before")}),
after as materialized ({_counted("known_after")}
), changed as materialized (
    select coalesce(a.pseudonym, b.pseudonym) as pseudonym,
           a.sex as old_sex, a.age_band as old_band, a.fact_id as old_fact,
           b.sex as new_sex, b.age_band as new_band, b.fact_id as new_fact,
           b.occurred_on as new_day
    from before a full join after b using (pseudonym)
    where a.pseudonym is null or b.pseudonym is null
       or (a.sex, a.age_band) is distinct from (b.sex, b.age_band)
), explained as materialized (
    select c.*, g.reason, g.moved_to
    from changed c
    left join lateral (
        select string_agg(distinct g.reason, '; ') as reason,
               (array_agg(r.pseudonym order by g.id) filter (where r.pseudonym is not null))[1] as moved_to
        from counting_countingfact g
        left join lateral (
            select r.pseudonym from counting_countingfact r
            where r.partner_id = g.partner_id and r.kind = g.kind and r.occurred_on = g.occurred_on
              and r.weight = 1 and r.pseudonym <> g.pseudonym
              and r.recorded_at between g.recorded_at - interval '10 seconds' and g.recorded_at + interval '10 seconds'
            order by abs(extract(epoch from r.recorded_at - g.recorded_at)), r.id limit 1
        ) r on true
        where g.pseudonym = c.pseudonym and g.kind = %(kind)s and g.weight = -1 and {_only_later("g")}
          and {_OF_SCOPE.format("g")}
    ) g on true
), placed as (
    select e.*,
           exists (select from before k where k.pseudonym = e.moved_to) as counts_there,
           exists (select from changed k where k.pseudonym = e.moved_to and k.old_fact is null) as gained_there,
           row_number() over (partition by e.moved_to order by e.pseudonym) as turn,
           exists (
               select from explained m where m.moved_to = e.pseudonym and m.new_fact is null
           ) as came_from_another
    from explained e
), events as (
    select p.*,
        case
            when old_fact is not null and new_fact is not null then 'corrected'
            when new_fact is not null and came_from_another then 'moved_in'
            when new_fact is not null and new_day > %(a_until)s then 'new'
            when new_fact is not null then 'backdated'
            when reason is null then 'not_yet'
            when counts_there or (gained_there and turn > 1) then 'joined'
            when gained_there then 'moved'
            else 'taken_back'
        end as event
    from placed p
)
"""  # noqa: S608 - constants only
EVENT_EVENTS = f"""
with events as (
    select f.id as pseudonym,
           case when w.n < 0 then f.sex end as old_sex, case when w.n < 0 then f.age_band end as old_band,
           case when w.n < 0 then f.id end as old_fact,
           case when w.n > 0 then f.sex end as new_sex, case when w.n > 0 then f.age_band end as new_band,
           case when w.n > 0 then f.id end as new_fact,
           f.occurred_on as new_day, f.reason, null::bytea as moved_to,
           case
               when {inside("f", "a_")} then 'not_yet'
               when f.weight < 0 then 'taken_back'
               when f.occurred_on > %(a_until)s then 'new'
               else 'backdated'
           end as event
    from counting_countingfact f
    cross join lateral (select case when {inside("f", "b_")} then f.weight else -f.weight end as n) w
    where f.kind = %(kind)s and {_IN_ONE_ONLY} and {_OF_SCOPE.format("f")}
)
"""  # noqa: S608 - constants only
SUMMARY = """
select event, coalesce(old_sex, ''), coalesce(old_band, ''), old_fact is not null,
       coalesce(new_sex, ''), coalesce(new_band, ''), new_fact is not null, count(*)
from events group by 1, 2, 3, 4, 5, 6, 7
"""
# By key: no fact stands in two events, and its id says less in an address than a pseudonym would.
PAGE = """
select event, pseudonym::text, old_sex, old_band, new_sex, new_band, fact_id, reason, new_day, moved_to
from (select *, coalesce(new_fact, old_fact) as fact_id from events) e
where (%(event)s = '' or event = %(event)s)
  and (%(after)s::uuid is null or fact_id > %(after)s::uuid)
order by fact_id limit %(size)s
"""
