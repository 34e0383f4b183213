# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Facts know their action lines, how long somebody waited, and when the database itself took them in.

A counter-fact gets these from the fact that it takes back, so that whoever writes one repeats nothing. No
application can say when a fact was entered: the trigger does, and a cut-off can rely on it.
"""

import django.contrib.postgres.fields
from django.db import migrations, models

LINES = ["civic_engagement", "taking_in_charge", "housing"]
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
]

TRIGGERS = """
create or replace function counting_check_correction() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    select f.lines, f.days, f.detail into new.lines, new.days, new.detail
    from counting_countingfact f
    where f.id = new.corrects_id and f.weight = 1 and f.kind = new.kind and f.partner_id = new.partner_id
      and f.occurred_on = new.occurred_on and f.sex = new.sex and f.age_band = new.age_band
      and f.pseudonym is not distinct from new.pseudonym;
    if not found then
        raise exception 'a counter-fact repeats the fact that it takes back';
    end if;
    return new;
end $$;

create function counting_stamp() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    new.entered_at := clock_timestamp();
    return new;
end $$;
create trigger counting_stamp before insert on counting_countingfact
    for each row execute function counting_stamp();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("counting", "0004_look_each_person_up_by_index"),
        ("network", "0001_tables_of_the_network"),
    ]
    operations = [
        migrations.AddField(
            "countingfact",
            "lines",
            django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("civic_engagement", "Civic engagement and work autonomy"),
                        ("taking_in_charge", "Taking in charge"),
                        ("housing", "Housing"),
                    ],
                    max_length=20,
                ),
                blank=True,
                db_default=[],
                default=list,
                size=None,
            ),
        ),
        migrations.AddField("countingfact", "days", models.PositiveSmallIntegerField(blank=True, null=True)),
        migrations.AddField(
            "countingfact", "detail", models.CharField(blank=True, db_default="", default="", max_length=20)
        ),
        migrations.AddField(
            "countingfact",
            "entered_at",
            models.DateTimeField(
                db_default=models.Func(function="clock_timestamp", output_field=models.DateTimeField()),
                editable=False,
            ),
        ),
        migrations.AlterField("countingfact", "kind", models.CharField(choices=KINDS, max_length=20)),
        migrations.RemoveConstraint("countingfact", "fact_person_has_pseudonym"),
        migrations.AddConstraint(
            "countingfact",
            models.CheckConstraint(
                name="fact_person_has_pseudonym",
                condition=models.Q(kind__in=["contact", "declined"]) | models.Q(pseudonym__isnull=False),
            ),
        ),
        migrations.AddConstraint(
            "countingfact",
            models.CheckConstraint(name="fact_known_lines", condition=models.Q(lines__contained_by=LINES)),
        ),
        migrations.RunSQL(TRIGGERS, reverse_sql=migrations.RunSQL.noop),
    ]
