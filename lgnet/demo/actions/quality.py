# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A demo's data are not in order either: each kind of miss somewhere, and a year of measures that get better."""

import uuid
from dataclasses import replace

from django.db import connection

from lgnet.core.clock import now
from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.network.worker import Worker
from lgnet.people.actions import add_channel, correct_identity
from lgnet.people.identity import Identity
from lgnet.people.models import Person, Precision
from lgnet.quality.actions import look_closer, measure

# What slips at a desk leaves behind; each statement spoils a few rows of the partner, always the same ones.
_SLIPS = (
    "update outreach_contact set area = '' where partner_id = %(p)s and place not in ('one_stop_shop', 'other')"
    " and hashtext(id::text) %% 23 = 0",
    "update cases_intervention set recorded_at = least(recorded_at + interval '5 days', %(now)s)"
    " where partner_id = %(p)s and hashtext(id::text) %% 11 = 0",
    "update people_person set arrived_on = birth_date - 400 where id in (select id from people_person"
    " where partner_id = %(p)s and birth_date > date '1950-01-01' order by id limit 2)",
    "update people_staystatus set expires_on = date '2999-12-31' where id in (select id from people_staystatus"
    " where partner_id = %(p)s and is_current and expires_on is not null order by id limit 2)",
    "update people_person set sex = case sex when 'M' then 'F' else 'M' end where id in (select x.person_id"
    " from people_identifier x where x.partner_id = %(p)s and x.kind = 'tax_code' order by x.id limit 2)",
    "delete from cases_goalaction where goal_id in (select g.id from cases_goal g join cases_plan y"
    " on y.id = g.plan_id where y.partner_id = %(p)s and y.status = 'draft' and hashtext(y.id::text) %% 3 = 0)",
    "delete from cases_goal where plan_id in (select y.id from cases_plan y where y.partner_id = %(p)s"
    " and y.status = 'draft' and hashtext(y.id::text) %% 3 = 0)",
    "update cases_assessment set moment = 'review' where partner_id = %(p)s and moment = 'exit'"
    " and hashtext(id::text) %% 19 = 0",
    "update cases_case set last_activity_at = %(now)s - interval '100 days' where partner_id = %(p)s"
    " and stage <> 'closed' and hashtext(id::text) %% 29 = 0",
    "update people_staystatus set renewal_requested_on = null where partner_id = %(p)s and is_current"
    " and hashtext(id::text) %% 7 = 0",
)
# Fewer rows and more misses in every week before, a little crooked, each partner at its own pace.
_PAST = """
insert into quality_measure (id, partner_id, check_code, week, looked_at, failed, measured_at)
select gen_random_uuid(), m.partner_id, m.check_code, m.week - 7 * w, n.looked_at,
       greatest(0, least(n.looked_at, round(n.looked_at * least(0.9, n.share * (1 + w * n.pace) + n.drift))))::int,
       m.measured_at - make_interval(weeks => w)
from quality_measure m cross join generate_series(1, 52) w
cross join lateral (
    select greatest(1, round(m.looked_at * (1 - 0.013 * w)))::int as looked_at,
           m.failed::numeric / m.looked_at as share,
           (abs(hashtext(m.partner_id::text || m.check_code)) %% 5 - 1) * 0.02 as pace,
           w * 0.0006 + 0.004 * sin(w * 1.7)::numeric as drift
) n
where m.partner_id = %(p)s and m.looked_at > 0
on conflict do nothing
"""
_PAST_OF_COLLEAGUES = """
insert into quality_workermeasure (id, partner_id, worker_id, check_code, week, looked_at, failed)
select gen_random_uuid(), m.partner_id, m.worker_id, m.check_code, m.week - 7 * w, n.looked_at,
       least(n.looked_at, ceil(m.failed * (1 + w * 0.02)))::int
from quality_workermeasure m cross join generate_series(1, 52) w
cross join lateral (select greatest(1, round(m.looked_at * (1 - 0.013 * w)))::int as looked_at) n
where m.partner_id = %(p)s and m.looked_at > 0
on conflict do nothing
"""
FAMILIES = 6


def slip(*, by: Worker) -> None:
    """Spoil a few rows of a partner; call it while the coordinator acts."""
    with connection.cursor() as cursor:
        for statement in _SLIPS:
            cursor.execute(statement, {"p": by.partner_id, "now": now()})
    people = list(Person.objects.select_related("key").order_by("id")[: FAMILIES + 1])
    for person in people[:FAMILIES]:
        add_channel(by=by, person=person, kind="phone", value="+39 010 5550 199")
    nameless = people[-1]
    spoiled = replace(Identity.of(nameless), family_name="Da verificare")
    correct_identity(by=by, person=nameless, identity=spoiled, version=nameless.version)
    _registered_again(by)


def _registered_again(by: Worker) -> None:
    """Somebody who has no document comes to another desk, which writes the family name as it hears it."""
    named = Person.objects.select_related("key").filter(birth_precision=Precision.DAY).order_by("-id")
    first = next((one for one in named[:50] if len(one.given_name or "") > 3 and one.family_name), None)
    nowhere = named.filter(identifiers=None, same_as=None, sex=first.sex) if first else named.none()
    again = next((one for one in nowhere[:50] if one != first), None)
    if first is None or again is None:
        return
    heard = replace(Identity.of(first), family_name=f"{first.family_name}h")
    correct_identity(by=by, person=again, identity=heard, version=again.version)


def measure_a_year(*, partner_id: uuid.UUID) -> None:
    """Look closer and measure as the night does, then invent the weeks before."""
    with acting_as(Actor(DbRole.WORKER, partner_id)), connection.cursor() as cursor:
        look_closer(partner_id=partner_id, thoroughly=True)
        measure(partner_id=partner_id)
        cursor.execute(_PAST, {"p": partner_id})
        cursor.execute(_PAST_OF_COLLEAGUES, {"p": partner_id})
