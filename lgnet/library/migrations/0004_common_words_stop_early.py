# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A word that stands in most documents no longer reads them all: the search stops at `WIDEST` texts of each language.

Titles are looked through first, with an index of their own, so that what a document is about is found however common
its word is in texts. A choice of a facet is applied before the search stops, so that it finds what it names. Facets
count at most what was looked at: the page says "more than".
"""

from importlib import import_module

from django.db import migrations

before = import_module("lgnet.library.migrations.0002_search")

MOST = 400  # so many of the matches are ranked and can be paged through
WIDEST = 2_000  # so many matching texts of a language are looked at, and as many titles
NARROW = {
    "kind": "(p_kind = '' or d.kind = p_kind)",
    "language": "(p_language = '' or d.language = p_language)",
    "theme": "(p_theme = '' or p_theme = any (d.themes))",
    "partner": "(p_partner is null or d.partner_id = p_partner)",
}


def _matches(also: str) -> str:
    """Titles and texts of each language that match, are for the asker, and satisfy one condition more."""
    return "\n    union all\n".join(
        f"""    (select d.id, d.kind, d.language, d.partner_id, d.themes, d.at, {in_title} as in_title
     from library_document d, {before.ASKER} asker, websearch_to_tsquery('library_{code}', p_words) q
     where d.language = '{code}' and {condition} and {before.VISIBLE} and {also} limit {WIDEST})"""
        for code in before.STEMMERS
        for in_title, condition in (
            ("true", "d.title_vector @@ q"),
            ("false", "d.vector @@ q and not d.title_vector @@ q"),
        )
    )


SEARCH = f"""
create or replace function library_search(
    p_words text, p_kind text, p_language text, p_theme text, p_partner uuid, p_score integer, p_last uuid,
    p_limit integer
) returns table (what text, value text, n integer, id uuid)
language sql stable security definer set search_path = public, pg_temp set enable_seqscan = off as $$
    with choice as materialized (
        select p_kind <> '' or p_language <> '' or p_theme <> '' or p_partner is not null as is_made
    ),
    matches as materialized (
{_matches("true")}
    ),
    narrowed as materialized (
        select * from (
{_matches(" and ".join(NARROW.values()))}
        ) n where (select is_made from choice)
    ),
    best as (
        select b.id, b.language from (
            select * from narrowed union all select * from matches where not (select is_made from choice)
        ) b
        order by b.in_title desc, b.at desc, b.id desc limit {MOST}
    ),
    ranked as (
        select d.id,
            round(1e6 * ts_rank('{{0.1, 0.2, 0.4, 1.0}}', d.vector, library_query(d.language, p_words), 1))::int
                as score
        from best b join library_document d on d.id = b.id
    ),
    page as (
        select r.score, r.id from ranked r
        where p_last is null or (r.score, r.id) < (p_score, p_last)
        order by r.score desc, r.id desc limit p_limit
    )
    select 'hit', '', page.score, page.id from page
    union all {" union all ".join(map(before.facet, before.CHOSEN))}
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("library", "0003_training_and_discussions")]
    operations = [
        migrations.RunSQL(
            "create index document_titles on library_document using gin (title_vector) with (fastupdate = off);"
            + SEARCH,
            reverse_sql=migrations.RunSQL.noop,
        )
    ]
