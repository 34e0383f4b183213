# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who reads and writes what: everybody who works in the network, of a group its members, of one's own things oneself.

A post's words are changed by its author alone, whoever else may hide it: a trigger refuses the rest.
"""

from django.db import migrations

from lgnet.core.protection import CURRENT_PARTNER, CURRENT_USER, protect

PEOPLE = ("lgnet_local", "lgnet_national")
READERS = (*PEOPLE, "lgnet_worker")
WHO, ALL = ", ".join(PEOPLE), ", ".join(READERS)
READ = dict.fromkeys(READERS, "select")


def rows(table: str, name: str, condition: str, command: str = "select", roles: str = "") -> str:
    """A policy in few words."""
    shown = "" if command == "insert" else f" using ({condition})"
    checked = "" if command == "select" else f" with check ({condition})"
    return f"create policy {name} on exchange_{table} for {command} to {roles or WHO}{shown}{checked}"


def mine(column: str) -> str:
    return f"{column} = {CURRENT_USER}"


MY_GROUPS = (
    f"select m.group_id from exchange_groupmember m where m.member_id = {CURRENT_USER} and m.left_at is null"
)
COORDINATED = f"select g.id from exchange_group g where g.coordinator_id = {CURRENT_USER}"
THREADS = f"(group_id is null or group_id in ({MY_GROUPS}))"
WITH_THREAD = "thread_id in (select t.id from exchange_thread t)"  # by its own row security
WITH_POST = "exists (select from exchange_post p where p.id = post_id)"
MY_POST = f"exists (select from exchange_post p where p.id = post_id and p.author_id = {CURRENT_USER})"
OF_MY_GROUP = f"thread_id in (select t.id from exchange_thread t where t.group_id in ({COORDINATED}))"
POST_OF_MY_GROUP = (
    "exists (select from exchange_post p join exchange_thread t on t.id = p.thread_id"
    f" where p.id = post_id and t.group_id in ({COORDINATED}))"
)
SIGNED = f"author_id = {CURRENT_USER} and organisation_id = {CURRENT_PARTNER}"

TRIGGERS = """
create function exchange_words_are_the_authors() returns trigger language plpgsql as $$
begin
    if (new.text, new.author_id, new.thread_id, new.kind, new.deleted_at, new.edited_at)
       is distinct from (old.text, old.author_id, old.thread_id, old.kind, old.deleted_at, old.edited_at)
       and old.author_id::text is distinct from nullif(current_setting('app.user', true), '') then
        raise exception 'a post is changed by its author alone';
    end if;
    return new;
end $$;
create trigger exchange_words_are_the_authors before update on exchange_post
    for each row execute function exchange_words_are_the_authors();

create function exchange_thread_follows_its_posts() returns trigger language plpgsql
security definer set search_path = public, pg_temp as $$
begin
    update exchange_thread t set
        replies = n.replies, last_post_at = greatest(t.started_at, n.last_at),
        is_gone = n.is_gone
    from (
        select count(*) filter (where p.kind <> 'opening' and p.deleted_at is null and p.hidden_at is null) as replies,
               max(p.written_at) as last_at,
               coalesce(bool_or(p.kind = 'opening' and (p.deleted_at is not null or p.hidden_at is not null)), false)
                   as is_gone
        from exchange_post p where p.thread_id = new.thread_id
    ) n
    where t.id = new.thread_id;
    return null;
end $$;
create trigger exchange_thread_follows_its_posts after insert or update of deleted_at, hidden_at on exchange_post
    for each row execute function exchange_thread_follows_its_posts();
"""

# Colleagues of the whole network by name, with where they work: for mentions, groups and tasks. Names and
# organisations only, of those at work today; neither roles nor addresses.
COLLEAGUES = """
create function exchange_colleagues(p_like text, p_names text[], p_day date)
returns table (id uuid, name text, organisation_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
    select distinct on (c.name, c.id) c.id, c.name::text, m.organisation_id
    from network_colleague c
    join network_membership m on m.user_id = c.id and m.ended_at is null and m.valid_from <= p_day
        and (m.valid_until is null or m.valid_until >= p_day)
    where (p_like <> '' and c.name ilike '%' || p_like || '%') or c.name = any (p_names)
    order by c.name, c.id, m.valid_from
    limit 60
$$;
revoke execute on function exchange_colleagues(text, text[], date) from public;
grant execute on function exchange_colleagues(text, text[], date) to lgnet_local, lgnet_national;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("exchange", "0001_tables_of_the_exchange"),
        ("network", "0002_row_security"),
        ("core", "0002_audit_chain_and_row_history"),
    ]
    operations = [
        *(
            protect(f"exchange_{table}", grants=READ, partner_rows=None, open_to=READERS)
            for table in ("theme", "skill")
        ),
        protect(
            "exchange_group",
            grants=READ
            | dict.fromkeys(PEOPLE, "select, insert, update (name, purpose, coordinator_id, closed_at)"),
            partner_rows=None,
            extra=(
                rows("group", "known_rows", "true", roles=ALL),
                rows("group", "opened_rows", mine("coordinator_id"), "insert"),
                f"create policy coordinated_rows on exchange_group for update to {WHO}"
                f" using ({mine('coordinator_id')}) with check (true)",
            ),
        ),
        protect(
            "exchange_groupmember",
            grants=READ | dict.fromkeys(PEOPLE, "select, insert, update (left_at)"),
            partner_rows=None,
            extra=(
                rows("groupmember", "known_rows", "true", roles=ALL),
                rows("groupmember", "added_rows", f"group_id in ({COORDINATED})", "insert"),
                rows(
                    "groupmember",
                    "left_rows",
                    f"{mine('member_id')} or group_id in ({COORDINATED})",
                    "update",
                ),
            ),
        ),
        protect(
            "exchange_thread",
            grants=READ
            | dict.fromkeys(
                PEOPLE,
                "select, insert, update (title, theme_id, language, accepted_id, accepted_at, is_plain)",
            ),
            partner_rows=None,
            extra=(
                rows("thread", "readable_rows", THREADS, roles=ALL),
                rows("thread", "started_rows", f"{SIGNED} and {THREADS}", "insert"),
                rows("thread", "own_rows", f"{mine('author_id')} and {THREADS}", "update"),
            ),
        ),
        protect(
            "exchange_post",
            grants=READ
            | dict.fromkeys(
                PEOPLE,
                "select, insert, update (text, language, edited_at, deleted_at, hidden_at, hidden_by_id,"
                " hidden_reason)",
            ),
            partner_rows=None,
            extra=(
                rows("post", "readable_rows", WITH_THREAD, roles=ALL),
                rows("post", "written_rows", f"{SIGNED} and {WITH_THREAD}", "insert"),
                rows(
                    "post", "own_rows", f"({mine('author_id')} or {OF_MY_GROUP}) and {WITH_THREAD}", "update"
                ),
                rows("post", "moderated_rows", WITH_THREAD, "update", "lgnet_national"),
            ),
        ),
        protect(
            "exchange_postversion",
            grants=dict.fromkeys(PEOPLE, "select, insert"),
            partner_rows=None,
            extra=(
                rows("postversion", "readable_rows", f"{MY_POST} or {POST_OF_MY_GROUP}"),
                rows("postversion", "moderated_rows", WITH_POST, roles="lgnet_national"),
                rows("postversion", "written_rows", MY_POST, "insert"),
            ),
        ),
        protect(
            "exchange_mention",
            grants=READ | dict.fromkeys(PEOPLE, "select, insert, delete"),
            partner_rows=None,
            extra=(
                rows("mention", "readable_rows", WITH_POST, roles=ALL),
                rows("mention", "written_rows", MY_POST, "insert"),
                f"create policy mended_rows on exchange_mention for delete to {WHO} using ({MY_POST})",
            ),
        ),
        protect(
            "exchange_follow",
            grants=READ | dict.fromkeys(PEOPLE, "select, insert, delete"),
            partner_rows=None,
            extra=(
                rows("follow", "own_rows", mine("follower_id"), "all"),
                rows("follow", "summed_up_rows", mine("follower_id"), roles="lgnet_worker"),
            ),
        ),
        protect(
            "exchange_notice",
            grants=READ | dict.fromkeys(PEOPLE, "select, insert, update (read_at)"),
            partner_rows=None,
            extra=(
                rows("notice", "own_rows", mine("recipient_id"), roles=ALL),
                rows("notice", "read_rows", mine("recipient_id"), "update"),
                rows("notice", "told_rows", mine("by_id"), "insert"),
            ),
        ),
        protect(
            "exchange_digestchoice",
            grants=READ | dict.fromkeys(PEOPLE, "select, insert, update"),
            partner_rows=None,
            extra=(
                rows("digestchoice", "own_rows", mine("colleague_id"), "all"),
                rows("digestchoice", "summed_up_rows", mine("colleague_id"), roles="lgnet_worker"),
            ),
        ),
        protect(
            "exchange_digestsent",
            grants=READ | {"lgnet_worker": "select, insert"},
            partner_rows=None,
            extra=(
                rows("digestsent", "own_rows", mine("colleague_id")),
                rows("digestsent", "sent_rows", mine("colleague_id"), "all", "lgnet_worker"),
            ),
        ),
        protect(
            "exchange_postreport",
            grants=dict.fromkeys(PEOPLE, "select, insert, update (settled_at, settled_by_id, outcome)"),
            partner_rows=None,
            extra=(
                rows("postreport", "own_rows", f"{mine('reporter_id')} or {POST_OF_MY_GROUP}"),
                rows("postreport", "moderated_rows", WITH_POST, "all", "lgnet_national"),
                rows("postreport", "written_rows", f"{mine('reporter_id')} and {WITH_POST}", "insert"),
                rows("postreport", "settled_rows", POST_OF_MY_GROUP, "update"),
            ),
        ),
        protect(
            "exchange_postedanyway",
            grants=dict.fromkeys(PEOPLE, "select, insert"),
            partner_rows=None,
            extra=(
                rows("postedanyway", "own_rows", f"{mine('author_id')} or group_id in ({COORDINATED})"),
                rows("postedanyway", "moderated_rows", THREADS, roles="lgnet_national"),
                rows("postedanyway", "written_rows", mine("author_id"), "insert"),
            ),
        ),
        protect(
            "exchange_directoryentry",
            grants=READ | dict.fromkeys(PEOPLE, "select, insert, update, delete"),
            partner_rows=None,
            extra=(
                rows("directoryentry", "known_rows", "true", roles=ALL),
                rows("directoryentry", "own_rows", mine("colleague_id"), "all"),
            ),
        ),
        migrations.RunSQL(TRIGGERS + COLLEAGUES, reverse_sql=migrations.RunSQL.noop),
    ]
