# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What somebody without an account may do, each by one narrow function: visitors have no grant on these tables.

Names, addresses and words come encrypted; what goes out encrypted opens nowhere but in the platform. Places are given
in the order in which links were followed: whoever asks at the same moment waits for the lock of the event, which is
first come, first served.
"""

from django.db import migrations

LOCK = "perform pg_advisory_xact_lock(hashtextextended('society.event' || {}::text, 0));"

REGISTERING = f"""
-- The key of an event: made at the first registration, opened by the platform alone.
create function society_event_key(p_event uuid, p_id uuid, p_key_id text, p_wrapped bytea)
returns table (id uuid, key_id text, wrapped bytea)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
    e society_event%rowtype;
begin
    select * into e from society_event s where s.id = p_event and s.state in ('published', 'held');
    if not found then
        return;
    end if;
    if e.key_id is null and e.state = 'published' and e.takes_registrations then
        select * into e from society_event s where s.id = p_event for update;
        if e.key_id is null then
            insert into core_datakey (id, partner_id, key_id, wrapped)
                values (p_id, e.partner_id, left(p_key_id, 40), p_wrapped);
            update society_event s set key_id = p_id where s.id = p_event returning * into e;
        end if;
    end if;
    return query select d.id, d.key_id::text, d.wrapped from core_datakey d
        where d.id = e.key_id and d.wrapped is not null;
end $$;

-- Ask for a place. 'asked': a link is sent; 'known': this address has one already; 'closed': too late.
create function society_register(p_event uuid, p_id uuid, p_code text, p_name bytea, p_email bytea, p_index bytea,
                                 p_language text, p_consent text, p_now timestamptz)
returns table (verdict text, registration uuid)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
    e society_event%rowtype;
    r uuid;
begin
    select * into e from society_event s
        where s.id = p_event and s.state = 'published' and s.takes_registrations and s.starts_at > p_now;
    if not found then
        return query select 'closed'::text, null::uuid;
        return;
    end if;
    insert into society_registration as t
        (id, event_id, partner_id, name, email, value_index, code, language, consent, state, asked_at, told_state,
         told_sequence, has_answered)
    values (p_id, p_event, e.partner_id, p_name, p_email, p_index, p_code, p_language, p_consent, 'asked', p_now,
            '', e.sequence, false)
    on conflict (event_id, value_index) do update set
        id = excluded.id, name = excluded.name, email = excluded.email, code = excluded.code,
        language = excluded.language, consent = excluded.consent, state = 'asked', arrival = null,
        asked_at = excluded.asked_at, confirmed_at = null, seated_at = null, ended_at = null, told_state = '',
        told_sequence = excluded.told_sequence
        where t.state in ('asked', 'cancelled')
    returning t.id into r;
    if r is not null then
        return query select 'asked'::text, r;
    else
        return query select 'known'::text, t.id from society_registration t
            where t.event_id = p_event and t.value_index = p_index;
    end if;
end $$;

-- Gives free places to who waits, the earliest first; run again it gives nothing more. Nobody loses a place.
create function society_settle(p_event uuid, p_now timestamptz) returns bigint
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
    e society_event%rowtype;
    given bigint;
begin
    {LOCK.format("p_event")}
    select * into e from society_event s where s.id = p_event and s.state = 'published' and s.ends_at > p_now;
    if not found then
        return 0;
    end if;
    with next as (
        select t.id from society_registration t where t.event_id = p_event and t.state = 'waiting' order by t.arrival
        limit case when e.capacity is null then null else greatest(0, e.capacity - (
            select count(*) from society_registration s where s.event_id = p_event and s.state = 'seated')) end
    ), seated as (
        update society_registration t set state = 'seated', seated_at = p_now from next where t.id = next.id
        returning 1
    )
    select count(*) into given from seated;
    return given;
end $$;

create function society_my_registration(p_registration uuid)
returns table (state text, event uuid, ahead bigint, code text, came boolean, answered boolean)
language sql stable security definer set search_path = public, pg_temp as $$
    select r.state::text, r.event_id,
           (select count(*) from society_registration w
            where w.event_id = r.event_id and w.state = 'waiting' and w.arrival < r.arrival),
           r.code::text, r.came_at is not null, r.has_answered
    from society_registration r where r.id = p_registration
$$;

-- The link in the letter was followed: now there is a turn. Followed again it changes nothing.
create function society_confirm(p_registration uuid, p_now timestamptz) returns bigint
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
    which uuid;
    turn integer;
begin
    select r.event_id into which from society_registration r where r.id = p_registration;
    if not found then
        return 0;
    end if;
    {LOCK.format("which")}
    perform from society_registration r where r.id = p_registration and r.state = 'asked' for update;
    if not found then
        return 0;
    end if;
    update society_event e set arrivals = e.arrivals + 1
        where e.id = which and e.state = 'published' and e.starts_at > p_now returning e.arrivals into turn;
    if turn is null then
        return 0;
    end if;
    update society_registration r set state = 'waiting', arrival = turn, confirmed_at = p_now
        where r.id = p_registration;
    perform society_settle(which, p_now);
    return 1;
end $$;

-- Somebody does not come: who they are goes at once, and the first who waits gets the place.
create function society_withdraw(p_registration uuid, p_now timestamptz) returns bigint
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
    which uuid;
begin
    select r.event_id into which from society_registration r where r.id = p_registration;
    if not found then
        return 0;
    end if;
    {LOCK.format("which")}
    update society_registration r set state = 'cancelled', name = null, email = null, ended_at = p_now,
        told_state = 'cancelled'
        where r.id = p_registration and r.state <> 'cancelled' and r.came_at is null;
    if not found then
        return 0;
    end if;
    perform society_settle(which, p_now);
    return 1;
end $$;

-- Numbers for everybody; names stay with the partner.
create function society_seats(p_events uuid[]) returns table (event uuid, seated bigint, waiting bigint)
language sql stable security definer set search_path = public, pg_temp as $$
    select e, count(r.id) filter (where r.state = 'seated'), count(r.id) filter (where r.state = 'waiting')
    from unnest(p_events) e left join society_registration r on r.event_id = e
    group by e
$$;

-- What somebody who came says, once; nothing joins it to them.
create function society_say(p_registration uuid, p_id uuid, p_rating integer, p_words bytea, p_day date)
returns bigint
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
    which uuid;
    whose uuid;
begin
    update society_registration r set has_answered = true
        where r.id = p_registration and r.came_at is not null and not r.has_answered
        returning r.event_id, r.partner_id into which, whose;
    if not found then
        return 0;
    end if;
    insert into society_eventfeedback (id, event_id, partner_id, rating, words, given_on)
        values (p_id, which, whose, p_rating, p_words, p_day);
    return 1;
end $$;
"""

WRITING = """
create function society_write(p_id uuid, p_number text, p_secret bytea, p_partner uuid, p_kind text, p_key uuid,
    p_key_id text, p_wrapped bytea, p_name bytea, p_email bytea, p_phone bytea, p_words bytea, p_language text,
    p_now timestamptz, p_due timestamptz) returns bigint
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
    perform from network_partnership p where p.organisation_id = p_partner and p.role = 'local_partner';
    if not found then
        return 0;
    end if;
    insert into core_datakey (id, partner_id, key_id, wrapped) values (p_key, p_partner, left(p_key_id, 40), p_wrapped);
    insert into society_message (id, number, secret, partner_id, kind, key_id, name, email, phone, words, language,
                                 state, received_at, due_at, end_reason)
        values (p_id, p_number, p_secret, p_partner, p_kind, p_key, p_name, p_email, p_phone, p_words, p_language,
                'new', p_now, p_due, '');
    return 1;
end $$;

-- How far a message is, for whoever has its number and its secret code: one answer for a wrong one and an unknown one.
create function society_answer_of(p_number text, p_secret bytea)
returns table (message uuid, kind text, state text, partner uuid, received_at timestamptz, due_at timestamptz,
               ended_at timestamptz, key uuid, key_id text, wrapped bytea, answer bytea)
language sql stable security definer set search_path = public, pg_temp as $$
    select m.id, m.kind::text, m.state::text, m.partner_id, m.received_at, m.due_at, m.ended_at, d.id, d.key_id::text,
           d.wrapped, m.answer
    from society_message m join core_datakey d on d.id = m.key_id
    where m.number = p_number and m.secret = p_secret
$$;

-- For the nation: how many wait and how many are late at each partner, and nothing of what they say.
create function society_inboxes(p_now timestamptz)
returns table (partner uuid, kind text, waiting bigint, late bigint, ended bigint)
language sql stable security definer set search_path = public, pg_temp as $$
    select m.partner_id, m.kind::text, count(*) filter (where m.state in ('new', 'taken')),
           count(*) filter (where m.state in ('new', 'taken') and m.due_at < p_now),
           count(*) filter (where m.state in ('answered', 'closed'))
    from society_message m group by 1, 2
$$;
"""

NEWSLETTER = """
create function society_subscribe(p_id uuid, p_partner uuid, p_key uuid, p_key_id text, p_wrapped bytea,
    p_email bytea, p_index bytea, p_language text, p_consent text, p_now timestamptz)
returns table (verdict text, subscription uuid)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
    s society_subscription%rowtype;
begin
    perform from network_partnership p
        where p.organisation_id = p_partner and p.role in ('local_partner', 'lead', 'national_partner');
    if not found then
        return query select 'closed'::text, null::uuid;
        return;
    end if;
    perform pg_advisory_xact_lock(
        hashtextextended('society.newsletter' || p_partner::text || encode(p_index, 'hex'), 0));
    select * into s from society_subscription t where t.partner_id = p_partner and t.value_index = p_index;
    if s.confirmed_at is not null then
        return query select 'known'::text, s.id;
        return;
    end if;
    if s.id is not null then
        perform society_unsubscribe(s.id, p_now);
    end if;
    insert into core_datakey (id, partner_id, key_id, wrapped) values (p_key, p_partner, left(p_key_id, 40), p_wrapped);
    insert into society_subscription (id, partner_id, key_id, email, value_index, language, consent, asked_at)
        values (p_id, p_partner, p_key, p_email, p_index, p_language, p_consent, p_now);
    return query select 'asked'::text, p_id;
end $$;

create function society_confirm_subscription(p_subscription uuid, p_now timestamptz) returns bigint
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
    update society_subscription s set confirmed_at = coalesce(s.confirmed_at, p_now) where s.id = p_subscription;
    return case when found then 1 else 0 end;
end $$;

create function society_unsubscribe(p_subscription uuid, p_now timestamptz) returns bigint
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
    k uuid;
begin
    delete from society_subscription s where s.id = p_subscription returning s.key_id into k;
    if k is null then
        return 0;
    end if;
    delete from core_datakey d where d.id = k;
    return 1;
end $$;

create function society_subscribers(p_partner uuid) returns table (language text, n bigint)
language sql stable security definer set search_path = public, pg_temp as $$
    select s.language::text, count(*) from society_subscription s
    where s.partner_id = p_partner and s.confirmed_at is not null group by 1
$$;
"""

# For the jobs: where there is something to tell, and what time takes away.
KEEPING = """
create function society_to_tell(p_now timestamptz) returns table (partner uuid)
language sql stable security definer set search_path = public, pg_temp as $$
    select r.partner_id from society_registration r join society_event e on e.id = r.event_id
    where r.state in ('waiting', 'seated')
      and (r.told_state <> r.state or (e.state = 'cancelled' and r.told_state <> 'off')
           or (e.state = 'published' and r.told_sequence <> e.sequence))
      and e.ends_at > p_now
    union
    select m.partner_id from society_message m
    where (m.told_at is null and m.state = 'new')
       or (m.escalated_at is null and m.state in ('new', 'taken') and m.due_at < p_now)
$$;

create function society_forget(p_now timestamptz) returns bigint
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
    e record;
    n bigint := 0;
begin
    delete from society_registration r where r.state = 'asked' and r.asked_at < p_now - interval '3 days';
    perform society_unsubscribe(s.id, p_now) from society_subscription s
        where s.confirmed_at is null and s.asked_at < p_now - interval '7 days';
    for e in
        select s.id, s.key_id from society_event s
        where s.erased_at is null and s.state in ('published', 'held', 'cancelled')
          and s.ends_at + make_interval(days => s.keep_days) < p_now
        for update
    loop
        update society_event s set erased_at = p_now, key_id = null,
            registered_n = (select count(*) from society_registration r
                            where r.event_id = s.id and r.state = 'seated'),
            attended_n = (select count(*) from society_registration r
                          where r.event_id = s.id and r.came_at is not null)
            where s.id = e.id;
        delete from society_registration r where r.event_id = e.id;
        update society_eventfeedback f set words = null where f.event_id = e.id;
        delete from core_datakey d where d.id = e.key_id;
        n := n + 1;
    end loop;
    for e in
        select m.id, m.key_id from society_message m join core_datakey d on d.id = m.key_id and d.wrapped is not null
        where m.state in ('answered', 'closed') and m.ended_at < p_now - interval '2 years'
    loop
        update society_message m set name = null, email = null, phone = null, words = null, answer = null
            where m.id = e.id;
        update core_datakey d set wrapped = null, destroyed_at = p_now where d.id = e.key_id;
        n := n + 1;
    end loop;
    return n;
end $$;
"""
VISITORS = "lgnet_public, lgnet_local, lgnet_national"  # who works here opens public pages too
GRANTS = {
    "society_event_key(uuid, uuid, text, bytea)": VISITORS,
    "society_register(uuid, uuid, text, bytea, bytea, bytea, text, text, timestamptz)": VISITORS,
    "society_settle(uuid, timestamptz)": "lgnet_local, lgnet_worker",
    "society_my_registration(uuid)": VISITORS,
    "society_confirm(uuid, timestamptz)": VISITORS,
    "society_withdraw(uuid, timestamptz)": VISITORS,
    "society_seats(uuid[])": f"{VISITORS}, lgnet_worker",
    "society_say(uuid, uuid, integer, bytea, date)": VISITORS,
    "society_write(uuid, text, bytea, uuid, text, uuid, text, bytea, bytea, bytea, bytea, bytea, text, timestamptz,"
    " timestamptz)": VISITORS,
    "society_answer_of(text, bytea)": VISITORS,
    "society_inboxes(timestamptz)": "lgnet_national",
    "society_subscribe(uuid, uuid, uuid, text, bytea, bytea, bytea, text, text, timestamptz)": VISITORS,
    "society_confirm_subscription(uuid, timestamptz)": VISITORS,
    "society_unsubscribe(uuid, timestamptz)": VISITORS,
    "society_subscribers(uuid)": "lgnet_local, lgnet_national",
    "society_to_tell(timestamptz)": "lgnet_worker",
    "society_forget(timestamptz)": "lgnet_worker",
}


class Migration(migrations.Migration):
    dependencies = [("society", "0002_row_security"), ("network", "0002_row_security")]
    operations = [
        migrations.RunSQL(
            [
                REGISTERING,
                WRITING,
                NEWSLETTER,
                KEEPING,
                *(
                    f"revoke execute on function {function} from public;"
                    f" grant execute on function {function} to {roles}"
                    for function, roles in GRANTS.items()
                ),
            ],
            reverse_sql=migrations.RunSQL.noop,
        )
    ]
