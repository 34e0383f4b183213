# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""How documents are stemmed, found, and filled by triggers; who finds which (docs/adr/0025).

Operators of full text are not leakproof: under row security PostgreSQL would look at every visible row before it
asks an index. So the search is a function of the owner that applies the same condition as row security, which
stands once in `VISIBLE`; a test compares the two. Only the page's rows are then read, as whoever asks.
"""

from django.db import migrations

from lgnet.core.protection import CURRENT_PARTNER, protect

STEMMERS = {"it": "italian", "en": "english", "de": "german", "fr": "french"}
MOST = 1_000  # so many of the matches are ranked and can be paged through


def _config(language: str, stemmer: str) -> str:
    name = f"library_{language}"
    return f"""
create text search configuration {name} (copy = pg_catalog.{stemmer});
alter text search configuration {name} alter mapping for hword, hword_part, word with unaccent, {stemmer}_stem;
"""


def _by_language(what: str) -> str:
    """A case over the languages; `{{config}}` in `what` is the configuration of each."""
    cases = " ".join(f"when '{code}' then {what.format(config=f'library_{code}')}" for code in STEMMERS)
    return f"case language {cases} end"


CONFIGURATIONS = f"""
create extension if not exists unaccent;
create extension if not exists pg_trgm;
create extension if not exists fuzzystrmatch;
{"".join(_config(*pair) for pair in STEMMERS.items())}
create text search configuration library_plain (copy = pg_catalog.simple);
alter text search configuration library_plain alter mapping for hword, hword_part, word with unaccent, simple;

alter table library_document
    add column title_vector tsvector generated always as ({
    _by_language("to_tsvector('{config}', title)")
}) stored,
    add column vector tsvector generated always as ({
    _by_language(
        "setweight(to_tsvector('{config}', title), 'A') || setweight(to_tsvector('{config}', body), 'D')"
    )
}) stored;
-- What a search looks at stays narrow: text and stems of the text go out of line.
alter table library_document set (toast_tuple_target = 128);
alter table library_document alter column body set storage external;
alter table library_document alter column vector set storage external;
alter table library_document alter column title set storage main;
alter table library_document alter column title_vector set storage main;
create index document_vector on library_document using gin (vector) with (fastupdate = off);
create index word_trigrams on library_word using gin (word gin_trgm_ops);
"""

VISIBLE = """(
    d.audience = 'public'
    or (asker.role in ('lgnet_local', 'lgnet_worker')
        and (d.audience = 'network' or d.partner_id = asker.partner or asker.partner = any (d.readers)))
    or (asker.role = 'lgnet_national' and d.audience in ('network', 'listed'))
)"""
ASKER = """(
    select coalesce(nullif(current_setting('role', true), 'none'), session_user::text) as role,
           nullif(current_setting('app.partner', true), '')::uuid as partner
)"""
MATCHES = "\n    union all\n".join(
    f"""    select d.id, d.kind, d.language, d.partner_id, d.themes, d.at, d.title_vector @@ q as in_title
    from library_document d, {ASKER} asker, websearch_to_tsquery('library_{code}', p_words) q
    where d.language = '{code}' and d.vector @@ q and {VISIBLE}"""
    for code in STEMMERS
)
# A facet counts what would be found with each of its values, under what was chosen of the others.
CHOSEN = {
    "kind": "(p_kind = '' or m.kind = p_kind)",
    "language": "(p_language = '' or m.language = p_language)",
    "theme": "(p_theme = '' or p_theme = any (m.themes))",
    "partner": "(p_partner is null or m.partner_id = p_partner)",
}
VALUE = {"kind": "m.kind", "language": "m.language", "theme": "t.theme", "partner": "m.partner_id::text"}


def facet(name: str) -> str:
    others = " and ".join(condition for other, condition in CHOSEN.items() if other != name)
    source = "matches m, unnest(m.themes) t(theme)" if name == "theme" else "matches m"
    missing = " and m.partner_id is not null" if name == "partner" else ""
    return (
        f"select '{name}', {VALUE[name]}, count(*)::int, null::uuid from {source}"
        f" where {others}{missing} group by 2"
    )


SEARCH = f"""
create function library_query(p_language text, p_words text) returns tsquery
language sql immutable parallel safe set search_path = public, pg_temp as $$
    select case p_language {
    " ".join(f"when '{code}' then websearch_to_tsquery('library_{code}', p_words)" for code in STEMMERS)
} end
$$;

-- Rows ('hit', '', score, id) of a page in their order, then ('kind', value, number, null) and so on for each facet.
create function library_search(
    p_words text, p_kind text, p_language text, p_theme text, p_partner uuid, p_score integer, p_last uuid,
    p_limit integer
) returns table (what text, value text, n integer, id uuid)
language sql stable security definer set search_path = public, pg_temp set enable_seqscan = off as $$
    with matches as materialized (
{MATCHES}
    ),
    best as (
        select m.id, m.language from matches m where {" and ".join(CHOSEN.values())}
        order by m.in_title desc, m.at desc, m.id desc limit {MOST}
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
    union all {" union all ".join(facet(name) for name in CHOSEN)}
$$;
revoke execute on function library_search(text, text, text, text, uuid, integer, uuid, integer) from public;
grant execute on function library_search(text, text, text, text, uuid, integer, uuid, integer)
    to lgnet_local, lgnet_national;

-- Whether somebody finds anything at all with these words.
create function library_finds(p_words text) returns boolean
language sql stable security definer set search_path = public, pg_temp set enable_seqscan = off as $$
    select exists ({
    " union all ".join(
        f"(select from library_document d, {ASKER} asker where d.language = '{code}'"
        f" and d.vector @@ websearch_to_tsquery('library_{code}', p_words) and {VISIBLE})"
        for code in STEMMERS
    )
})
$$;

-- For each word that finds nothing, the nearest word that does: the asker never learns a word of what is not theirs.
create function library_suggest(p_words text[]) returns table (word text, instead text)
language plpgsql stable security definer set search_path = public, pg_temp set pg_trgm.similarity_threshold = 0.25 as $$
declare
    asked text;
    near text;
begin
    foreach asked in array p_words loop
        continue when library_finds(asked);
        for near in
            select c.word from (
                select w.word, levenshtein(w.word, plain) as letters, similarity(w.word, plain) as alike
                from library_word w, lower(unaccent(asked)) plain
                where w.word % plain
            ) c
            where c.letters <= 1 + length(asked) / 5  -- letters to change: two exchanged ones are two
            order by c.letters, c.alike desc, c.word limit 6
        loop
            if library_finds(near) then
                word := asked;
                instead := near;
                return next;
                exit;
            end if;
        end loop;
    end loop;
end $$;
revoke execute on function library_finds(text) from public;
revoke execute on function library_suggest(text[]) from public;
grant execute on function library_suggest(text[]) to lgnet_local, lgnet_national;
"""

WRITING = """
create function library_keep_words() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into library_word (word)
    select distinct l.lexeme
    from new_rows n, unnest(to_tsvector('library_plain', n.title || ' ' || n.body)) l
    where length(l.lexeme) between 4 and 40 and l.lexeme !~ '[0-9/@.:_]'
    on conflict do nothing;
    return null;
end $$;
create trigger library_keep_words_insert after insert on library_document
    referencing new table as new_rows for each statement execute function library_keep_words();
create trigger library_keep_words_update after update on library_document
    referencing new table as new_rows for each statement execute function library_keep_words();

-- The one way in: what a domain's trigger tells of a row. Sooner or later every kind of document comes through here.
create function library_put(d library_document) returns void
language sql security definer set search_path = public, pg_temp as $$
    insert into library_document
        (id, kind, partner_id, audience, readers, language, title, body, themes, at, under)
    values (d.id, d.kind, d.partner_id, d.audience, coalesce(d.readers, '{}'), d.language, left(d.title, 300),
            coalesce(d.body, ''), array(select distinct t from unnest(d.themes) t order by t), d.at, d.under)
    on conflict (id) do update set
        kind = excluded.kind, partner_id = excluded.partner_id, audience = excluded.audience,
        readers = excluded.readers, language = excluded.language, title = excluded.title, body = excluded.body,
        themes = excluded.themes, at = excluded.at, under = excluded.under
$$;
create function library_drop(p_id uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
    delete from library_document where id = p_id
$$;
revoke execute on function library_put(library_document) from public;
revoke execute on function library_drop(uuid) from public;

create function library_of_card() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    d library_document;
begin
    if tg_op = 'DELETE' then
        perform library_drop(old.id);
        return null;
    end if;
    if new.state in ('replaced', 'retired') then
        perform library_drop(new.id);
        return null;
    end if;
    d.id := new.id;
    d.kind := 'practice';
    d.partner_id := new.partner_id;
    d.audience := case when new.state <> 'published' then 'partner' when new.is_public then 'public' else 'network' end;
    d.language := new.language;
    d.title := new.title;
    d.body := concat_ws(E'\\n', new.problem, new.context, array_to_string(new.steps, E'\\n'), new.people, new.cost,
                        new.results, new.went_wrong, new.transfer);
    d.themes := new.needs || new.lines;
    d.at := coalesce(new.published_at, new.written_at);
    perform library_put(d);
    return null;
end $$;
create trigger library_of_card after insert or update or delete on practices_card
    for each row execute function library_of_card();

create function library_tell_directive(p_id uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    d library_document;
    one directives_directive;
begin
    select * into one from directives_directive where id = p_id;
    if one.state is null or one.state not in ('issued', 'closed') then
        perform library_drop(p_id);
        return;
    end if;
    d.id := one.id;
    d.kind := 'directive';
    d.audience := 'listed';
    d.readers := array(select a.partner_id from directives_addressee a where a.directive_id = p_id);
    d.language := 'it';
    d.title := one.subject;
    d.body := concat_ws(E'\\n', one.text, one.question, array_to_string(one.choices, E'\\n'));
    d.themes := one.lines;
    d.at := one.issued_at;
    perform library_put(d);
end $$;
revoke execute on function library_tell_directive(uuid) from public;
create function library_of_directive() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform library_tell_directive(coalesce(new.id, old.id));
    return null;
end $$;
create function library_of_addressees() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform library_tell_directive(id) from (select distinct directive_id as id from new_rows) n;
    return null;
end $$;
create trigger library_of_directive after insert or update or delete on directives_directive
    for each row execute function library_of_directive();
create trigger library_of_addressees after insert on directives_addressee
    referencing new table as new_rows for each statement execute function library_of_addressees();
select library_tell_directive(id) from directives_directive;
"""

OWN = f"partner_id = {CURRENT_PARTNER} or {CURRENT_PARTNER} = any (readers)"


class Migration(migrations.Migration):
    dependencies = [
        ("library", "0001_documents_and_words"),
        ("practices", "0002_row_security"),
        ("directives", "0004_told_when_issued"),
    ]
    operations = [
        protect(
            "library_document",
            grants={"lgnet_local": "select", "lgnet_national": "select"},
            partner_rows=None,
            extra=(
                "create policy local_rows on library_document for select to lgnet_local"
                f" using (audience in ('public', 'network') or {OWN})",
                "create policy national_rows on library_document for select to lgnet_national"
                " using (audience in ('public', 'network', 'listed'))",
            ),
        ),
        protect("library_word", grants={}, partner_rows=None),
        migrations.RunSQL(CONFIGURATIONS + SEARCH + WRITING, reverse_sql=migrations.RunSQL.noop),
    ]
