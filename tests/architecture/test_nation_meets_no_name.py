# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The nation and the public cannot read a single identifying row, by any route of the database or the web.

The routes of SQL are tried in a session that is the role itself (`set session authorization`), not in one that
has merely taken it: what is refused here is refused by PostgreSQL, whatever our code would do.
"""

import re
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils.regex_helper import normalize
from psycopg import sql

from lgnet.core.protection import PrivacyClass, declared
from lgnet.core.rowsecurity import acting_as
from lgnet.network.worker import Worker
from tests.architecture.house import our_models
from tests.database import TestDatabases
from tests.factories.cases import a_case
from tests.factories.outreach import a_contact
from tests.world import PEOPLE, World

Session = psycopg.Connection[Any]
OUTSIDE = ("lgnet_national", "lgnet_public")
ABOUT_SOMEBODY = {PrivacyClass.SPECIAL, PrivacyClass.IDENTIFYING, PrivacyClass.CONTACT}
# Personal, of nobody whom one could name: a keyed pseudonym and coarse attributes (rules PRIV-6, 5.4).
PSEUDONYMOUS = {"counting_countingfact"}
# What may be called from outside of the functions that act as their owner, with what they give back.
CALLABLE = {
    "core_audit_record": "nothing",
    "core_count_form": "how often a public form was sent within the hour",
    "snapshots_boundary": "the instant at which no fact was half written",
    "counting_hold": "how many facts about nobody were stated: an event of one's own, how many came to it",
    "counting_take_back": "how many of one's own such facts were taken back",
    "directives_readers": "how many of a partner's people read a circular, and its coordinators by name",
    "exchange_colleagues": "names of colleagues at work today and where they work, for mentions and groups",
    "directives_use_of_types": "how many interventions of a partner bear a code of the catalogue",
    "training_arrive": "the next turn in a module of the training",
    "training_settle": "how many places were given to who waited",
    "training_seats": "how many have a place in a module and how many wait",
    "training_ahead": "how many wait before somebody",
    "evaluation_turnout": "how many were asked in a survey and how many answered",
    "evaluation_tested": "how many sat the test of a module and passed it",
    "evaluation_roles": "roles of staff at their partner on the days of a module",
    "recognition_check": "whether the certificate with a code stands, never whose it is",
    "recognition_revoked": "the numbers of the revoked badges, which are published",
    "society_campaign_numbers": "how many events of a campaign were held, how many had registered and came",
    "society_answer_of": "how far a message is and its answer, sealed, for whoever has number and code",
    "society_confirm": "whether a registration was confirmed just now",
    "society_confirm_subscription": "whether there is such a subscription",
    "society_event_key": "a key that only the platform can unwrap, to seal what a visitor writes",
    "society_inboxes": "how many messages wait at each partner, and nothing of what they say",
    "society_my_registration": "how a registration stands, for whoever holds its link: never whose it is",
    "society_register": "whether a registration was asked for, and its id",
    "society_say": "whether what somebody thinks of an event was taken",
    "society_seats": "how many have a place at an event and how many wait",
    "society_subscribe": "whether a newsletter was asked for, and the id",
    "society_subscribers": "how many get a newsletter, by language",
    "society_unsubscribe": "whether there was such a subscription",
    "society_withdraw": "whether a registration was cancelled just now",
    "society_write": "whether a message was taken",
    "library_search": "numbers and ids of documents that the asker may open",
    "library_suggest": "words that the asker finds in such documents",
    "website_edition": "how often what is public has changed",
    "website_waiting": "pages that wait for the nation: what they are called and whose they are",
    "website_sent_back": "pages of the asking partner that came back, with the remark of whoever sent them back",
    "website_places": "a digest of how many have a place at the events to come, and how many wait",
    "website_count": "nothing: it counts that a page was opened, and by nobody",
    "procrastinate_defer_jobs_v1": "the numbers of the jobs just deferred",
    "procrastinate_defer_periodic_job_v2": "the number of the job just deferred",
}


def secrets() -> list[str]:
    """What must never be met: every name of the people of the world."""
    names = {
        name
        for _partner, identity, _status in PEOPLE.values()
        for name in (identity.given_name, identity.family_name, identity.native_name, identity.known_as)
        if name
    }
    return sorted(names)


def tables_about_somebody() -> set[str]:
    """Tables with a field that names or reaches a person, or that holds special data; and what keeps their past."""
    found = {
        model._meta.db_table
        for model in our_models()
        if ABOUT_SOMEBODY & set(declared(model).classes.values()) and not _is_about_staff(model)
    }
    return found | {"core_datakey", "core_rowhistory", "counting_countedperson", "procrastinate_jobs"}


def _is_about_staff(model: type[Any]) -> bool:
    return bool(model._meta.app_label == "network")


@pytest.fixture(scope="module")
def session(databases: TestDatabases) -> Iterator[Callable[[str], Session]]:
    """Sessions that are a role themselves, on a copy of the world whose statistics are fresh."""
    name = databases.copy("test_no_name")
    opened: list[Session] = []

    def as_role(role: str) -> Session:
        opened.append(psycopg.connect(databases.server.dsn("postgres", name), autocommit=True))
        opened[-1].execute(sql.SQL("set session authorization {}").format(sql.Identifier(role)))
        opened[-1].execute("select set_config('app.partner', %s, false)", [str(uuid.uuid4())])
        return opened[-1]

    with psycopg.connect(databases.server.dsn(database=name), autocommit=True) as owner:
        owner.execute("analyze")
    yield as_role
    for connection in opened:
        connection.close()
    databases.drop(name)


def relations(connection: Session) -> list[str]:
    """Every table, partition, view and materialised view of ours."""
    rows = connection.execute(
        "select relname from pg_class where relnamespace = 'public'::regnamespace"
        " and relkind in ('r', 'p', 'v', 'm', 'f') order by 1"
    )
    return [name for (name,) in rows]


def rows_of(connection: Session, table: str) -> list[Any] | None:
    """All that somebody reads of a table, as text; None where PostgreSQL refuses."""
    query = sql.SQL("select t::text from {} t").format(sql.Identifier(table))
    try:
        return [row for (row,) in connection.execute(query)]
    except psycopg.errors.InsufficientPrivilege:
        return None


@pytest.mark.parametrize("role", OUTSIDE)
def test_no_table_of_the_database_gives_a_row_about_somebody(
    session: Callable[[str], Session], role: str
) -> None:
    connection = session(role)
    about = tables_about_somebody()
    assert about <= set(relations(connection))

    for table in relations(connection):
        rows = rows_of(connection, table)
        if table in about:
            assert rows is None, f"{role} is granted {table}"
        for row in rows or []:
            assert not [name for name in secrets() if name in row], f"{role} meets a name in {table}"


@pytest.mark.parametrize("role", OUTSIDE)
def test_no_partner_setting_opens_anything(
    session: Callable[[str], Session], role: str, world: World
) -> None:
    connection = session(role)
    connection.execute("select set_config('app.partner', %s, false)", [str(world.genova.pk)])
    connection.execute("select set_config('app.user', %s, false)", [str(world.anna.user.pk)])

    assert [table for table in tables_about_somebody() if rows_of(connection, table) is not None] == []
    audit = rows_of(connection, "core_auditentry")
    assert not audit or all(str(world.genova.pk) not in row for row in audit)


@pytest.mark.parametrize("role", OUTSIDE)
def test_the_role_cannot_become_another(session: Callable[[str], Session], role: str) -> None:
    connection = session(role)

    for other in ("lgnet_local", "lgnet_worker", "lgnet_gate", "lgnet_owner", "lgnet_web", "postgres"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(sql.SQL("set role {}").format(sql.Identifier(other)))
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("select set_config('role', %s, false)", [other])


@pytest.mark.parametrize("role", OUTSIDE)
def test_statistics_tell_nothing(session: Callable[[str], Session], role: str) -> None:
    connection = session(role)
    about = tables_about_somebody()

    told = connection.execute(
        "select tablename, attname from pg_stats where schemaname = 'public'"
    ).fetchall()
    extended = connection.execute("select tablename from pg_stats_ext").fetchall()
    activity = connection.execute("select query from pg_stat_activity").fetchall()

    assert not [(table, column) for table, column in told if table in about | PSEUDONYMOUS]
    assert extended == []
    assert not [query for (query,) in activity if any(name in (query or "") for name in secrets())]
    for catalogue in ("pg_statistic", "pg_statistic_ext_data", "pg_authid"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(f"select * from {catalogue}")


@pytest.mark.parametrize("role", OUTSIDE)
def test_sequences_and_sizes_of_tables_about_somebody_are_not_read(
    session: Callable[[str], Session], role: str
) -> None:
    connection = session(role)
    sequences = connection.execute(
        "select relname from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace"
    ).fetchall()

    for (name,) in sequences:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(sql.SQL("select last_value from {}").format(sql.Identifier(name)))


@pytest.mark.parametrize("role", OUTSIDE)
def test_errors_and_foreign_keys_tell_nothing(
    session: Callable[[str], Session], role: str, world: World
) -> None:
    connection = session(role)
    known, unknown = world.people["mamadou"], uuid.uuid4()
    tries = (
        "insert into people_person (id) values (%s)",
        "update people_person set sex = sex where id = %s",
        "delete from people_person where id = %s",
        "select 1 / (extract(year from registered_at) - 2026) from people_person where id = %s",
        "insert into counting_factsubject (subject_id) values (%s)",
        "insert into counting_countingfact (id) values (%s)",
        "lock table people_person; select %s",
        "copy people_person to stdout; select %s",
        "explain analyze select * from people_person where id = %s",
    )

    for attempt in tries:
        said = []
        for person in (known, unknown):
            with pytest.raises(psycopg.Error) as refused:
                connection.execute(attempt.replace("%s", f"'{person}'"))
            assert isinstance(refused.value, psycopg.errors.InsufficientPrivilege), attempt
            said.append(str(refused.value).replace(str(person), "?"))
        assert said[0] == said[1], "the same words whether the person exists or not"


def test_a_function_that_tells_what_it_is_given_is_not_given_hidden_rows(
    session: Callable[[str], Session],
) -> None:
    connection = session("lgnet_national")
    told: list[str] = []
    connection.add_notice_handler(lambda notice: told.append(notice.message_primary or ""))
    connection.execute(
        "create function pg_temp.tell(text) returns boolean language plpgsql cost 0.0000001 as"
        " $$ begin raise notice '%', $1; return true; end $$"
    )

    connection.execute("select pg_temp.tell('a word')")
    connection.execute("select 1 from core_auditentry where pg_temp.tell(partner_id::text)")
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute("select 1 from people_person p where pg_temp.tell(p::text)")

    assert told[0] == "a word"
    assert set(told[1:]) <= {"<NULL>"}, "only entries of no partner"


@pytest.mark.parametrize("role", OUTSIDE)
def test_functions_that_act_as_their_owner_give_the_role_nothing(
    session: Callable[[str], Session], role: str
) -> None:
    found = session(role).execute(
        "select proname, prorettype::regtype::text from pg_proc where prosecdef"
        " and pronamespace = 'public'::regnamespace and has_function_privilege(oid, 'execute')"
    )

    functions = {name: returns for name, returns in found if returns != "trigger"}
    assert set(functions) <= set(CALLABLE), "review what a new one gives back, then write it down here"
    assert set(functions.values()) <= {"void", "bigint", "bigint[]", "record"}


@pytest.mark.parametrize("role", OUTSIDE)
def test_functions_that_read_for_their_owner_are_not_callable(
    session: Callable[[str], Session], role: str
) -> None:
    connection = session(role)

    for call in ("counting_compact()", "counting_rebuild()"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(f"select {call}")
    for call in ("pg_read_file('PG_VERSION')", "lo_get(1)", "pg_ls_dir('.')"):
        with pytest.raises(psycopg.Error):
            connection.execute(f"select {call}")


def test_the_facts_the_nation_reads_hold_no_way_back_to_a_person(
    session: Callable[[str], Session], world: World
) -> None:
    rows = rows_of(session("lgnet_national"), "counting_countingfact")

    assert rows
    for row in rows:
        assert not [person for person in world.people.values() if str(person) in row]


# Over the web: every address of the platform, with the ids of real people and of what hangs on them.


def addresses(resolver: URLResolver | None = None, before: str = "/") -> Iterator[str]:
    """Every address as text with the names of its parameters: "/people/{pk}/"."""
    for entry in (resolver or get_resolver()).url_patterns:
        for form, names in normalize(entry.pattern.regex.pattern):
            here = before + form % {name: "{" + name + "}" for name in names}
            if isinstance(entry, URLPattern):
                yield here
            else:
                yield from addresses(entry, here)


WORDS = {
    "code": ("genova", "O.2.3"),
    "indicator": ("O.2.3",),
    "kind": ("csv", "xlsx"),
    "format": ("csv", "xlsx", "pdf"),
}


@pytest.fixture
def ids(world: World) -> tuple[str, ...]:
    """Ids of real rows of Genova: a person, and one of each kind of thing that hangs on people."""
    found = [str(world.people["mamadou"]), str(world.people["yusuf"])]
    with acting_as(world.anna.actor()):
        case = a_case(world.anna, world.person("olena"))
        found += [str(case.pk), str(case.intake_id), str(a_contact(world.anna).pk)]
    return tuple(found)


def ways_to_ask(client: Client, url: str, ids: tuple[str, ...]) -> tuple[Callable[..., Any], ...]:
    """Reading and sending. Pages of the library that edits the site are read, with its numbers: our ids are no such."""
    if "/logout/" in url:
        return ()
    if url.startswith("/site-admin/"):
        return () if any(known in url for known in ids) else (client.get,)
    return client.get, client.post


@pytest.mark.parametrize("who", ["nadia", "ugo"])
def test_no_page_shows_a_name_to_the_nation(
    world: World, browser: Callable[[Worker], Client], ids: tuple[str, ...], who: str
) -> None:
    client = browser(getattr(world, who))
    asked = 0

    for address in addresses():
        for url in filled(address, ids):
            for ask in ways_to_ask(client, url, ids):
                answer = ask(url)
                asked += 1
                body = answer.getvalue()
                met = [name for name in secrets() if name.encode() in body]
                assert not met, f"{url} shows {met}"
                if not url.startswith("/accounts/") and any(known in url for known in ids):
                    assert answer.status_code != 200, f"{url} is open to the nation"

    assert asked > 100


def test_the_walk_would_find_a_name(world: World, browser: Callable[[Worker], Client]) -> None:
    page = browser(world.anna).get(reverse("people:list")).content

    assert any(name.encode() in page for name in secrets())


def filled(address: str, ids: tuple[str, ...]) -> Iterator[str]:
    """An address with what belongs into the places of its parameters: words, or each of the ids."""
    place = re.search(r"{(\w+)}", address)
    if place is None:
        yield address
        return
    for value in WORDS.get(place[1], ids if "/accounts/" not in address else ids[:1]):
        yield from filled(address.replace(place[0], value), ids[:1])
