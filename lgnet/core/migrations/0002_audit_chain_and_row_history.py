# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The audit chain (partitioned by month, linked at commit) and the history of rows."""

import datetime as dt

from django.db import migrations, models

from lgnet.core.protection import CURRENT_PARTNER, protect

FIRST_MONTH = dt.date(2026, 1, 1)
MONTHS = 36  # then the default partition takes over until `lgnet audit partitions` adds more

ENTRY = """
create table core_auditentry (
    id uuid not null default gen_random_uuid(),
    at timestamptz not null default clock_timestamp(),
    partner_id uuid,
    actor_id uuid,
    actor_role text not null,
    event text not null check (event <> ''),
    subject_kind text not null,
    subject_id uuid,
    detail text not null,
    primary key (at, id)
) partition by range (at);
create index core_auditentry_subject on core_auditentry (subject_id, at desc);
create index core_auditentry_partner on core_auditentry (partner_id, at desc);
create table core_auditentry_default partition of core_auditentry default;
create table core_auditlink (
    chain uuid not null,
    position bigint not null,
    entry_id uuid not null,
    entry_at timestamptz not null,
    hash bytea not null,
    primary key (chain, position)
);
create table core_audithead (chain uuid primary key, position bigint not null, hash bytea not null);
"""

# The digest is over plain text, so that it can be recomputed outside the database (`lgnet.core.audit`).
FUNCTIONS = r"""
create function core_audit_digest(before bytea, e core_auditentry) returns bytea language sql stable as $$
    select sha256(before || convert_to(concat_ws(E'\n',
        e.id::text,
        to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        coalesce(e.partner_id::text, '-'), coalesce(e.actor_id::text, '-'), e.actor_role,
        e.event, e.subject_kind, coalesce(e.subject_id::text, '-'), e.detail), 'UTF8'))
$$;

create function core_audit_record(p_event text, p_kind text, p_subject uuid, p_detail text) returns void
language sql security definer set search_path = public, pg_temp as $$
    insert into core_auditentry (partner_id, actor_id, actor_role, event, subject_kind, subject_id, detail)
    values (nullif(current_setting('app.partner', true), '')::uuid,
            nullif(current_setting('app.user', true), '')::uuid,
            coalesce(nullif(current_setting('role', true), ''), 'none'),
            p_event, p_kind, p_subject, p_detail)
$$;

create function core_audit_link() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    the_chain uuid := coalesce(new.partner_id, '00000000-0000-0000-0000-000000000000');
    head core_audithead;
    digest bytea;
begin
    insert into core_audithead values (the_chain, 0, sha256(convert_to(the_chain::text, 'UTF8')))
        on conflict do nothing;
    select * into head from core_audithead where chain = the_chain for update;
    digest := core_audit_digest(head.hash, new);
    insert into core_auditlink values (the_chain, head.position + 1, new.id, new.at, digest);
    update core_audithead set position = head.position + 1, hash = digest where chain = the_chain;
    return null;
end $$;

create function core_audit_refuse() returns trigger language plpgsql as $$
begin raise exception 'the audit trail is append-only'; end $$;

-- Deferred: the head of the chain is locked only while the transaction commits, after everything else.
create constraint trigger core_audit_link after insert on core_auditentry
    deferrable initially deferred for each row execute function core_audit_link();
create trigger core_audit_append_only before update or delete on core_auditentry
    for each row execute function core_audit_refuse();
create trigger core_audit_append_only before update or delete on core_auditlink
    for each row execute function core_audit_refuse();
revoke execute on function core_audit_record(text, text, uuid, text) from public;
grant execute on function core_audit_record(text, text, uuid, text)
    to lgnet_gate, lgnet_local, lgnet_national, lgnet_public, lgnet_worker;

create table core_rowhistory (
    id bigint generated always as identity primary key,
    at timestamptz not null default clock_timestamp(),
    table_name text not null,
    row_id uuid not null,
    partner_id uuid,
    actor_id uuid,
    operation text not null check (operation in ('update', 'delete')),
    before jsonb not null
);
create index core_rowhistory_row on core_rowhistory (row_id, at desc);

create function core_keep_updated() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into core_rowhistory (table_name, row_id, partner_id, actor_id, operation, before)
    select tg_table_name, (old_json->>'id')::uuid, (old_json->>'partner_id')::uuid,
           nullif(current_setting('app.user', true), '')::uuid, 'update', changed
    from (
        select to_jsonb(o) as old_json,
               (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(o)) e
                where to_jsonb(n) -> e.key is distinct from e.value) as changed
        from old_rows o join new_rows n on n.id = o.id
    ) pairs
    where changed is not null;
    return null;
end $$;

create function core_keep_deleted() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into core_rowhistory (table_name, row_id, partner_id, actor_id, operation, before)
    select tg_table_name, (to_jsonb(o)->>'id')::uuid, (to_jsonb(o)->>'partner_id')::uuid,
           nullif(current_setting('app.user', true), '')::uuid, 'delete', to_jsonb(o)
    from old_rows o;
    return null;
end $$;
"""


def month_partitions() -> str:
    statements = []
    month = FIRST_MONTH
    for _ in range(MONTHS):
        following = (month.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
        statements.append(
            f"create table core_auditentry_{month:%Y_%m} partition of core_auditentry"
            f" for values from ('{month}') to ('{following}');"
        )
        month = following
    return "\n".join(statements)


class Migration(migrations.Migration):
    dependencies = [("core", "0001_data_keys")]
    operations = [
        migrations.RunSQL(ENTRY + month_partitions() + FUNCTIONS, reverse_sql=migrations.RunSQL.noop),
        protect(
            "core_auditentry",
            grants={"lgnet_local": "select", "lgnet_national": "select"},
            extra=(
                "create policy network_rows on core_auditentry for select to lgnet_national"
                " using (partner_id is null)",
            ),
        ),
        protect(
            "core_auditlink",
            grants={"lgnet_local": "select"},
            partner_rows=f"chain = {CURRENT_PARTNER}",
        ),
        protect("core_audithead", grants={}, partner_rows=None),
        protect("core_rowhistory", grants={"lgnet_local": "select"}),
        migrations.CreateModel(
            name="AuditEntry",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "at", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("partner_id", models.UUIDField(null=True)),
                ("actor_id", models.UUIDField(null=True)),
                ("actor_role", models.TextField()),
                ("event", models.TextField()),
                ("subject_kind", models.TextField()),
                ("subject_id", models.UUIDField(null=True)),
                ("detail", models.TextField()),
            ],
            options={"db_table": "core_auditentry", "managed": False},
        ),
        migrations.CreateModel(
            name="AuditLink",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "chain", "position", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("chain", models.UUIDField()),
                ("position", models.BigIntegerField()),
                ("entry_id", models.UUIDField()),
                ("entry_at", models.DateTimeField()),
                ("hash", models.BinaryField()),
            ],
            options={"db_table": "core_auditlink", "managed": False},
        ),
        migrations.CreateModel(
            name="RowHistory",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                ("table_name", models.TextField()),
                ("row_id", models.UUIDField()),
                ("partner_id", models.UUIDField(null=True)),
                ("actor_id", models.UUIDField(null=True)),
                ("operation", models.TextField()),
                ("before", models.JSONField()),
            ],
            options={"db_table": "core_rowhistory", "managed": False},
        ),
    ]
