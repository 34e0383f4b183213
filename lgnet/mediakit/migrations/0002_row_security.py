# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who sees which assets, products and proofs; what was published stays as it was, also for who holds the table."""

from django.db import migrations

from lgnet.core.protection import CURRENT_PARTNER, protect

NETWORK = "lgnet_local, lgnet_worker, lgnet_national"
WRITE = "select, insert, update, delete"
OWN = f"partner_id = {CURRENT_PARTNER}"
PUBLIC_VERSION = (
    "select (id, asset_id, partner_id, version, state, title, alt, rights_holder, licence, credit, eu_licence_ok,"
    " shows_people, release_until, file_name, content_type, size, digest, width, height, published_at)"
)
PUBLIC_PRODUCT = (
    "select (id, partner_id, site_id, kind, title, language, event_id, digest, content_type, size, place, shown_from,"
    " shown_until, verdict, made_at)"
)
# A release that has run out, or was taken back, ends the publication at that moment: a policy of rows, not a job.
ALLOWED = "(not shows_people or ((release_until is null or release_until >= current_date)))"
# By the row security of the other table, as whoever asks:
OF_ASSET = "exists (select from mediakit_version v where v.asset_id = mediakit_asset.id)"
WITH_VERSION = "exists (select from mediakit_version v where v.id = of_id)"

STAYS = """
create function mediakit_stays_as_published() returns trigger language plpgsql as $$
begin
    if old.state = 'draft' then
        return coalesce(new, old);
    end if;
    if tg_op = 'DELETE'
       or to_jsonb(new) - array['state', 'ended_at', 'ended_by_id', 'end_reason', 'release_withdrawn_on']
       is distinct from
          to_jsonb(old) - array['state', 'ended_at', 'ended_by_id', 'end_reason', 'release_withdrawn_on']
    then
        raise exception 'a version that was published is not changed: a new one is made';
    end if;
    return new;
end $$;
create trigger mediakit_stays_as_published before update or delete on mediakit_version
    for each row execute function mediakit_stays_as_published();

create function mediakit_formats_stay() returns trigger language plpgsql as $$
begin
    if exists (select from mediakit_version v where v.id = old.of_id and v.state <> 'draft') then
        raise exception 'the formats of a version that was published stay as they are';
    end if;
    return coalesce(new, old);
end $$;
create trigger mediakit_formats_stay before update or delete on mediakit_rendition
    for each row execute function mediakit_formats_stay();

create function mediakit_findings_stay() returns trigger language plpgsql as $$
begin
    raise exception 'what a check found stays as it was found';
end $$;
create trigger mediakit_findings_stay before update on mediakit_check
    for each row execute function mediakit_findings_stay();
"""


def select(name: str, table: str, roles: str, using: str) -> str:
    """A policy that lets these roles read."""
    return f"create policy {name} on {table} for select to {roles} using ({using})"


def own(table: str) -> str:
    """The nation's communications keep rows of their own body."""
    return f"create policy own_rows on {table} for all to lgnet_national using ({OWN}) with check ({OWN})"


def grants(**more: str) -> dict[str, str]:
    """What each role of the network may do."""
    return {"lgnet_local": WRITE, "lgnet_national": WRITE, "lgnet_worker": "select", **more}


class Migration(migrations.Migration):
    dependencies = [
        ("mediakit", "0001_assets_and_products"),
        ("core", "0002_audit_chain_and_row_history"),
    ]
    operations = [
        protect(
            "mediakit_version",
            grants=grants(lgnet_public=PUBLIC_VERSION),
            extra=(
                own("mediakit_version"),
                select("network_rows", "mediakit_version", NETWORK, f"state = 'published' and {ALLOWED}"),
                select(
                    "public_rows", "mediakit_version", "lgnet_public", f"state = 'published' and {ALLOWED}"
                ),
            ),
            history=True,
        ),
        protect(
            "mediakit_asset",
            grants=grants(lgnet_public="select (id, partner_id, kind, shipped_as, begun_at)"),
            extra=(
                own("mediakit_asset"),
                select("visible_rows", "mediakit_asset", f"{NETWORK}, lgnet_public", OF_ASSET),
            ),
        ),
        protect(
            "mediakit_rendition",
            grants=grants(lgnet_public="select"),
            extra=(
                own("mediakit_rendition"),
                select("visible_rows", "mediakit_rendition", f"{NETWORK}, lgnet_public", WITH_VERSION),
            ),
        ),
        protect(
            "mediakit_product",
            grants=grants(lgnet_public=PUBLIC_PRODUCT),
            extra=(
                own("mediakit_product"),
                select("national_rows", "mediakit_product", "lgnet_national", "true"),
                select(
                    "public_rows",
                    "mediakit_product",
                    "lgnet_public",
                    "event_id is not null and verdict = 'passed' and ended_at is null",
                ),
            ),
            history=True,
        ),
        protect(
            "mediakit_check",
            grants=grants(),
            extra=(
                own("mediakit_check"),
                select("national_rows", "mediakit_check", "lgnet_national", "true"),
            ),
        ),
        protect(
            "mediakit_proof",
            grants=grants(),
            extra=(
                own("mediakit_proof"),
                select("national_rows", "mediakit_proof", "lgnet_national", "true"),
            ),
            history=True,
        ),
        migrations.RunSQL(STAYS, reverse_sql=migrations.RunSQL.noop),
    ]
