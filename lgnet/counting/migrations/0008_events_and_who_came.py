# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Events that were held, and participations in them, are facts about nobody: each one counts.

They are stated and taken back by two functions that act as their owner, for whoever acts for a partner or for a body of
the nation, whose role writes no fact otherwise. Many participations are one statement.
"""

from importlib import import_module

from django.db import migrations, models
from django.db.models import Q

BEFORE = import_module("lgnet.counting.migrations.0006_one_person_is_frozen_for_all_kinds")
NOBODY = ["event", "participation"]
EVENTS = "('contact', 'declined', 'event', 'participation')"
# The same as before with two kinds more of which every fact counts. No such fact is there yet: nothing is rebuilt.
TOTALS = (
    (BEFORE.ROLL_UP + BEFORE.MAINTENANCE)
    .replace(BEFORE.EVENTS, EVENTS)
    .replace("select counting_rebuild();", "")
)
WRITTEN = """
create function counting_hold(p_kind text, p_day date, p_detail text, p_n integer, p_subject uuid, p_evidence text,
                              p_now timestamptz)
returns bigint
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
    whose uuid := nullif(current_setting('app.partner', true), '')::uuid;
    made bigint;
begin
    if whose is null or p_kind not in ('event', 'participation') then
        raise exception 'only who acts for a partner states facts of events' using errcode = '42501';
    end if;
    with facts as (
        insert into counting_countingfact (id, kind, partner_id, occurred_on, is_weak, sex, age_band, weight, reason,
                                           detail, recorded_at)
        select gen_random_uuid(), p_kind, whose, p_day, false, '', '', 1, '', p_detail, p_now
        from generate_series(1, p_n)
        returning id
    )
    insert into counting_factsubject (fact_id, partner_id, subject_id, evidence)
    select id, whose, p_subject, p_evidence from facts;
    get diagnostics made = row_count;
    return made;
end $$;

-- p_detail '': of every detail; p_most null: all that stand.
create function counting_take_back(p_kind text, p_detail text, p_subject uuid, p_most integer, p_reason text,
                                   p_now timestamptz)
returns bigint
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
    whose uuid := nullif(current_setting('app.partner', true), '')::uuid;
    made bigint;
begin
    with standing as (
        select f.*, s.subject_id, s.evidence, gen_random_uuid() as counter_id
        from counting_factsubject s join counting_countingfact f on f.id = s.fact_id
        where s.subject_id = p_subject and s.partner_id = whose and f.kind = p_kind
          and p_kind in ('event', 'participation') and (p_detail = '' or f.detail = p_detail) and f.weight = 1
          and not exists (select from counting_countingfact g where g.corrects_id = f.id)
        order by f.id limit p_most
    ), facts as (
        insert into counting_countingfact (id, kind, partner_id, occurred_on, is_weak, sex, age_band, weight,
                                           corrects_id, reason, detail, recorded_at)
        select counter_id, kind, partner_id, occurred_on, false, '', '', -1, id, p_reason, detail, p_now from standing
    )
    insert into counting_factsubject (fact_id, partner_id, subject_id, evidence)
    select counter_id, partner_id, subject_id, evidence from standing;
    get diagnostics made = row_count;
    return made;
end $$;
"""
GRANTS = """
revoke execute on function counting_hold(text, date, text, integer, uuid, text, timestamptz) from public;
grant execute on function counting_hold(text, date, text, integer, uuid, text, timestamptz)
    to lgnet_local, lgnet_national;
revoke execute on function counting_take_back(text, text, uuid, integer, text, timestamptz) from public;
grant execute on function counting_take_back(text, text, uuid, integer, text, timestamptz)
    to lgnet_local, lgnet_national;
"""
KINDS = [
    ("contact", "Contact"),
    ("declined", "Help declined at a contact"),
    ("registered", "Person registered"),
    ("not_taken", "Person not taken in charge"),
    ("taken_in_charge", "Person taken in charge"),
    ("assisted", "Person assisted"),
    ("supported", "Participant supported"),
    ("language_course", "Participant in a language course"),
    ("civic_orientation", "Participant in a civic orientation course"),
    ("guidance", "Participant with personalised professional guidance"),
    ("reunification", "Participant helped with family reunification"),
    ("recognition", "Participant who applied for recognition of qualifications"),
    ("long_term", "Participant who applied for long-term residence"),
    ("level_gained", "Participant who gained a language level"),
    ("helpful", "Participant who found the activity helpful"),
    ("housed", "Person who reached housing autonomy"),
    ("event", "Event or exchange that was held"),
    ("participation", "Participation in a public event"),
]


class Migration(migrations.Migration):
    dependencies = [("counting", "0007_no_index_twice")]
    operations = [
        migrations.AlterField("countingfact", "kind", models.CharField(choices=KINDS, max_length=20)),
        migrations.RemoveConstraint("countingfact", "fact_person_has_pseudonym"),
        migrations.AddConstraint(
            "countingfact",
            models.CheckConstraint(
                name="fact_person_has_pseudonym",
                condition=Q(kind__in=["contact", "declined"])
                | Q(kind__in=NOBODY, pseudonym=None, is_weak=False, sex="", age_band="")
                | Q(pseudonym__isnull=False) & ~Q(kind__in=NOBODY),
            ),
        ),
        migrations.RunSQL(TOTALS + WRITTEN + GRANTS, reverse_sql=migrations.RunSQL.noop),
    ]
