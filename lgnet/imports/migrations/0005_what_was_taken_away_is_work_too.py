# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""An undo also notices work that only changed a row below a person or a case.

A telephone withdrawn, a vulnerability ended, a colleague who left the team: no new row, and nothing written in
the history of the person or the case themselves. Such work was thrown away by an undo without a word.
"""

from django.db import migrations

OF_PERSON = (
    "people_identifier",
    "people_contactchannel",
    "people_staystatus",
    "people_guardian",
    "people_privacynotice",
    "people_householdmember",
    "cases_intake",
    "cases_case",
)
OF_CASE = (
    "cases_assessment",
    "cases_plan",
    "cases_intervention",
    "cases_review",
    "cases_note",
    "cases_vulnerability",
    "cases_casemember",
)


def _added(table: str, parents: str, column: str, person: str) -> str:
    return f"select {person} from {table} t join {parents} u on u.id = t.{column} where t.id > later"


def _changed(table: str, parents: str, column: str, person: str) -> str:
    return (
        f"select {person} from core_rowhistory h join {table} t on t.id = h.row_id"
        f" join {parents} u on u.id = t.{column} where h.table_name = '{table}'"
    )


# The ids of 0003: what somebody added later has an id made later, for UUIDv7 begins with the milliseconds.
TOUCHED = "\n        union ".join(
    [
        *(
            kind(table, "undo_people", "person_id", "t.person_id")
            for table in OF_PERSON
            for kind in (_added, _changed)
        ),
        *(
            kind(table, "undo_cases", "case_id", "u.person_id")
            for table in OF_CASE
            for kind in (_added, _changed)
        ),
        "select c.person_id from outreach_contact c join undo_people u on u.id = c.person_id",
        "select u.id from core_rowhistory h join undo_people u on u.id = h.row_id",
    ]
)

FUNCTION = f"""
create or replace function imports_touched(run uuid) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    finished timestamptz := imports_undo_scope(run);
    later uuid := (lpad(to_hex((extract(epoch from finished) * 1000)::bigint), 12, '0')
                   || '7fffbfffffffffffffff')::uuid;
    n bigint;
begin
    select count(*) into n from (
        {TOUCHED}
    ) touched;
    return n;
end $$;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("imports", "0004_know_the_tables_before_an_undo"),
        ("people", "0002_row_security"),
    ]
    operations = [migrations.RunSQL(FUNCTION, reverse_sql=migrations.RunSQL.noop)]
