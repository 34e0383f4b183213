# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The public reads published releases without the reasons; what was published is never changed or taken away."""

from django.db import migrations

from lgnet.core.protection import protect

EVERYBODY = "lgnet_public, lgnet_local, lgnet_worker"
NATION = {"lgnet_national": "select, insert, update"}
PUBLISHED = "state = 'published'"
OF_A_RELEASE = "exists (select from open_data_release r where r.id = release_id)"  # by its own row security
OF_A_TABLE = "exists (select from open_data_releasedtable t where t.id = table_id)"
HEAD = "select (id, snapshot_id, code, period_from, period_to, note, state, published_at)"
CELL = "select (id, table_id, partner, sex, age_band, value)"

STAYS = """
create function open_data_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.state in ('published', 'discarded') then
        raise exception 'a release that was published or thrown away stays as it is';
    end if;
    return new;
end $$;
create trigger open_data_stays before update or delete on open_data_release
    for each row execute function open_data_stays();

create function open_data_before_publishing() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' or exists (
        select from new_rows n join open_data_releasedtable t on t.id = n.table_id
        join open_data_release r on r.id = t.release_id where r.state <> 'preparing'
    ) then
        raise exception 'cells are written once, while a release is computed';
    end if;
    return null;
end $$;
create trigger open_data_before_publishing after insert on open_data_releasedcell
    referencing new table as new_rows for each statement execute function open_data_before_publishing();
create function open_data_never() returns trigger language plpgsql as $$
begin raise exception 'cells are written once, while a release is computed'; end $$;
create trigger open_data_never before update or delete on open_data_releasedcell
    for each statement execute function open_data_never();
"""


def readers(privileges: str) -> dict[str, str]:
    return dict.fromkeys(("lgnet_public", "lgnet_local", "lgnet_worker"), privileges)


def seen(table: str, condition: str) -> tuple[str, ...]:
    return (f"create policy published_rows on {table} for select to {EVERYBODY} using ({condition})",)


class Migration(migrations.Migration):
    dependencies = [
        ("open_data", "0001_releases"),
        ("snapshots", "0002_row_security"),
        ("core", "0002_audit_chain_and_row_history"),
    ]
    operations = [
        protect(
            "open_data_release",
            grants={**readers(HEAD), **NATION},
            partner_rows=None,
            open_to=("lgnet_national",),
            extra=seen("open_data_release", PUBLISHED),
        ),
        protect(
            "open_data_releasedtable",
            grants={**readers("select"), "lgnet_national": "select, insert"},
            partner_rows=None,
            open_to=("lgnet_national",),
            extra=seen("open_data_releasedtable", OF_A_RELEASE),
        ),
        protect(
            "open_data_releasedcell",
            grants={**readers(CELL), "lgnet_national": "select, insert"},
            partner_rows=None,
            open_to=("lgnet_national",),
            extra=seen("open_data_releasedcell", OF_A_TABLE),
        ),
        migrations.RunSQL(
            "grant usage on sequence open_data_releasedcell_id_seq to lgnet_national",
            reverse_sql=migrations.RunSQL.noop,
        ),
        migrations.RunSQL(STAYS, reverse_sql=migrations.RunSQL.noop),
    ]
