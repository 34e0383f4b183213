# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who sees which cards, reviews and adoptions; what another partner reviews or the network reads stays as it was."""

from django.db import migrations

from lgnet.core.protection import CURRENT_PARTNER, protect

NETWORK = "lgnet_local, lgnet_worker, lgnet_national"
WRITE = "select, insert, update, delete"
CARD_IN_PUBLIC = (
    "select (id, practice_id, partner_id, version, language, title, context, problem, steps, people, cost,"
    " cost_euro, months, results, went_wrong, transfer, needs, lines, is_public, state, published_at)"
)
# By the row security of the other table, as whoever asks:
WITH_CARD = "exists (select from practices_card c where c.id = card_id)"
WITH_ADOPTION = "exists (select from practices_adoption a where a.id = adoption_id)"
OF_PRACTICE = "exists (select from practices_card c where c.practice_id = practices_practice.id)"

STAYS = """
create function practices_stay_as_given() returns trigger language plpgsql as $$
begin
    if old.state = 'draft' then
        return coalesce(new, old);
    end if;
    if tg_op = 'DELETE' or (new.practice_id, new.partner_id, new.version, new.language, new.title, new.context,
           new.problem, new.steps, new.people, new.cost, new.cost_euro, new.months, new.results, new.went_wrong,
           new.transfer, new.contact, new.needs, new.lines, new.is_public)
       is distinct from (old.practice_id, old.partner_id, old.version, old.language, old.title, old.context,
           old.problem, old.steps, old.people, old.cost, old.cost_euro, old.months, old.results, old.went_wrong,
           old.transfer, old.contact, old.needs, old.lines, old.is_public) then
        raise exception 'a card under review or published is not edited: it goes back to a draft or gets a new version';
    end if;
    return new;
end $$;
create trigger practices_stay_as_given before update or delete on practices_card
    for each row execute function practices_stay_as_given();

create function practices_parts_stay() returns trigger language plpgsql as $$
begin
    if exists (select from practices_card c
               where c.id = coalesce(new.card_id, old.card_id) and c.state <> 'draft') then
        raise exception 'what goes with a card under review or published stays as it is';
    end if;
    return coalesce(new, old);
end $$;
create trigger practices_files_stay before insert or update or delete on practices_cardfile
    for each row execute function practices_parts_stay();
create trigger practices_figures_stay before insert or update or delete on practices_figure
    for each row execute function practices_parts_stay();
"""

# How large a partner's work is, told to the other partners in three bands whose edges lie far above any threshold.
SIZES = """
create function practices_sizes() returns table (partner_id uuid, size text)
language sql stable security definer set search_path = public, pg_temp as $$
    select p.organisation_id,
           case when coalesce(n.n, 0) < 100 then 'small' when n.n < 500 then 'medium' else 'large' end
    from network_partnership p
    join network_edition e on e.id = p.edition_id and e.code = 'lgnet3'
    left join lateral (
        select sum(t.n) as n from counting_total t
        where t.scope = p.organisation_id and t.kind = 'taken_in_charge'
    ) n on true
    where p.role = 'local_partner'
$$;
revoke execute on function practices_sizes() from public;
grant execute on function practices_sizes() to lgnet_local;
"""


def select(name: str, table: str, roles: str, using: str) -> str:
    """A policy that lets these roles read."""
    return f"create policy {name} on {table} for select to {roles} using ({using})"


class Migration(migrations.Migration):
    dependencies = [
        ("practices", "0001_cards_reviews_and_adoptions"),
        ("counting", "0007_no_index_twice"),
        ("core", "0002_audit_chain_and_row_history"),
    ]
    operations = [
        protect(
            "practices_card",
            grants={
                "lgnet_local": WRITE,
                "lgnet_worker": "select",
                "lgnet_national": "select",
                "lgnet_public": CARD_IN_PUBLIC,
            },
            extra=(
                select("network_rows", "practices_card", NETWORK, "state <> 'draft'"),
                select("public_rows", "practices_card", "lgnet_public", "state = 'published' and is_public"),
            ),
            history=True,
        ),
        protect(
            "practices_practice",
            grants={
                "lgnet_local": WRITE,
                "lgnet_worker": "select",
                "lgnet_national": "select",
                "lgnet_public": "select (id, partner_id, confirmed_at)",
            },
            extra=(select("visible_rows", "practices_practice", f"{NETWORK}, lgnet_public", OF_PRACTICE),),
        ),
        protect(
            "practices_figure",
            grants={
                "lgnet_local": WRITE,
                "lgnet_worker": "select",
                "lgnet_national": "select",
                "lgnet_public": "select",
            },
            extra=(select("visible_rows", "practices_figure", f"{NETWORK}, lgnet_public", WITH_CARD),),
        ),
        protect(
            "practices_cardfile",
            grants={"lgnet_local": WRITE, "lgnet_worker": "select", "lgnet_national": "select"},
            extra=(select("visible_rows", "practices_cardfile", NETWORK, WITH_CARD),),
        ),
        protect("practices_reminder", grants={"lgnet_local": "select", "lgnet_worker": "select, insert"}),
        protect(
            "practices_review",
            grants={
                "lgnet_local": "select, insert, update",
                "lgnet_worker": "select",
                "lgnet_national": "select",
            },
            extra=(
                select(
                    "author_and_network_rows",
                    "practices_review",
                    "lgnet_local, lgnet_worker",
                    f"author_id = {CURRENT_PARTNER} or outcome in ('', 'approved')",
                ),
                select("national_rows", "practices_review", "lgnet_national", "true"),
            ),
        ),
        protect(
            "practices_question",
            grants={
                "lgnet_local": "select, insert, update (answer, answered_at, answered_by_id)",
                "lgnet_worker": "select",
            },
            extra=(
                "create policy author_rows on practices_question for select to lgnet_local, lgnet_worker"
                f" using (author_id = {CURRENT_PARTNER})",
                "create policy author_answers on practices_question for update to lgnet_local"
                f" using (author_id = {CURRENT_PARTNER}) with check (author_id = {CURRENT_PARTNER})",
            ),
        ),
        protect(
            "practices_adoption",
            grants={
                "lgnet_local": "select, insert, update",
                "lgnet_worker": "select",
                "lgnet_national": "select",
            },
            extra=(
                select(
                    "author_and_network_rows",
                    "practices_adoption",
                    "lgnet_local, lgnet_worker",
                    f"author_id = {CURRENT_PARTNER} or outcome <> ''",
                ),
                select("national_rows", "practices_adoption", "lgnet_national", "true"),
            ),
            history=True,
        ),
        protect(
            "practices_adoptionstep",
            grants={"lgnet_local": WRITE, "lgnet_worker": "select"},
            history=True,
        ),
        protect(
            "practices_comparedmonth",
            grants={"lgnet_local": "select, insert", "lgnet_worker": "select", "lgnet_national": "select"},
            extra=(select("visible_rows", "practices_comparedmonth", NETWORK, WITH_ADOPTION),),
        ),
        protect(
            "practices_feedback",
            grants={"lgnet_local": "select, insert", "lgnet_worker": "select"},
            extra=(
                select(
                    "author_rows",
                    "practices_feedback",
                    "lgnet_local, lgnet_worker",
                    f"author_id = {CURRENT_PARTNER}",
                ),
            ),
        ),
        migrations.RunSQL(STAYS + SIZES, reverse_sql=migrations.RunSQL.noop),
    ]
