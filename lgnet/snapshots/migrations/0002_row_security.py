# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Cut-offs are written once by the nation and never changed, not even by the owner; who sees which rows.

The rows of a cut-off are written before its head: once the head stands, nothing can be added under it either.
"""

from django.db import migrations

from lgnet.core.protection import CURRENT_PARTNER, protect

READERS = ("lgnet_local", "lgnet_national", "lgnet_worker")
NETWORK = "'00000000-0000-0000-0000-000000000000'::uuid"
WRITTEN_ONCE = dict.fromkeys(READERS, "select") | {"lgnet_national": "select, insert"}
FROZEN = ("snapshots_snapshot", "snapshots_frozendefinition", "snapshots_factleaf", "snapshots_result")
UNDER_A_HEAD = FROZEN[1:]

FUNCTIONS = """
create function snapshots_never_again() returns trigger language plpgsql as $$
begin raise exception 'a cut-off is never changed: take another one'; end $$;

create function snapshots_before_the_head() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if exists (select from new_rows n join snapshots_snapshot s on s.id = n.snapshot_id) then
        raise exception 'this cut-off is sealed: nothing is added to it';
    end if;
    return null;
end $$;

-- No fact is half written while the lock is held, and whatever is written after it is entered later. Microseconds
-- since 1970. The lock ends with the transaction: call it in one of its own.
create function snapshots_boundary() returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    lock table counting_countingfact in share mode;
    return (extract(epoch from clock_timestamp()) * 1000000)::bigint;
end $$;
revoke execute on function snapshots_boundary() from public;
grant execute on function snapshots_boundary() to lgnet_national;
"""
TRIGGERS = [
    *(
        f"create trigger never_again before update or delete or truncate on {table}"
        " for each statement execute function snapshots_never_again()"
        for table in FROZEN
    ),
    *(
        f"create trigger before_the_head after insert on {table} referencing new table as new_rows"
        " for each statement execute function snapshots_before_the_head()"
        for table in UNDER_A_HEAD
    ),
]


def nation(table: str, command: str = "all") -> str:
    check = "" if command == "select" else " with check (true)"
    return f"create policy national_rows on {table} for {command} to lgnet_national using (true){check}"


class Migration(migrations.Migration):
    dependencies = [
        ("snapshots", "0001_cutoffs_and_sheets"),
        ("counting", "0005_facts_say_more"),
        ("core", "0002_audit_chain_and_row_history"),
    ]
    operations = [
        migrations.RunSQL(FUNCTIONS, reverse_sql=migrations.RunSQL.noop),
        migrations.RunSQL(TRIGGERS, reverse_sql=migrations.RunSQL.noop),
        protect("snapshots_snapshot", grants=WRITTEN_ONCE, partner_rows=None, open_to=READERS),
        protect("snapshots_frozendefinition", grants=WRITTEN_ONCE, partner_rows=None, open_to=READERS),
        protect("snapshots_factleaf", grants=WRITTEN_ONCE, extra=(nation("snapshots_factleaf"),)),
        protect(
            "snapshots_result",
            grants=WRITTEN_ONCE,
            partner_rows=f"scope = {CURRENT_PARTNER} or scope = {NETWORK}",
            extra=(nation("snapshots_result"),),
        ),
        protect("snapshots_sheetlayout", grants=WRITTEN_ONCE, partner_rows=None, open_to=READERS),
        protect(
            "snapshots_acknowledgement",
            grants={"lgnet_national": "select, insert"},
            partner_rows=None,
            open_to=("lgnet_national",),
        ),
        protect(
            "snapshots_work",
            grants={"lgnet_local": "select, insert, update", "lgnet_national": "select, insert, update"},
            extra=(
                "create policy national_rows on snapshots_work to lgnet_national"
                " using (partner_id is null) with check (partner_id is null)",
            ),
        ),
    ]
