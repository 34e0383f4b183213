# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The data protection officer reads who did or saw what, in words, and whether the log is whole."""

import ast
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.utils import translation

from lgnet.core import audit
from lgnet.core.clock import today
from lgnet.core.models import AuditEntry
from lgnet.core.rowsecurity import GATE, acting_as
from lgnet.network.event_words import EVENT_WORDS, words
from lgnet.network.models import Membership
from lgnet.network.trail import PAGE
from lgnet.network.worker import Worker
from lgnet.people.actions import see
from tests.architecture.house import modules
from tests.world import World

Browser = Callable[[Worker], Client]
LOG = "/network/access-log/"


@pytest.fixture
def officer(world: World, browser: Browser) -> Client:
    """Amelia of Genova is its data protection officer as well."""
    with acting_as(GATE):
        chosen = Membership.objects.create(
            user=world.amelia.user, organisation=world.genova, role="data_protection_officer"
        )
    client = browser(world.amelia)
    client.post("/network/choose/", {"membership": str(chosen.pk)})
    return client


def code_of(world: World, name: str) -> str:
    with acting_as((world.carla if name == "amadou" else world.anna).actor()):
        return world.person(name).code


def test_a_look_at_a_file_is_told_in_words_with_the_code_of_the_person(world: World, officer: Client) -> None:
    with acting_as(world.anna.actor()):
        see(by=world.anna, person=world.person("mamadou"))

    page = officer.get(LOG).content.decode()

    assert "Ha guardato la scheda di una persona" in page
    assert "Anna Parodi" in page and code_of(world, "mamadou") in page
    assert "Diallo" not in page


def test_the_log_is_narrowed_to_a_person(world: World, officer: Client) -> None:
    with acting_as(world.anna.actor()):
        see(by=world.anna, person=world.person("mamadou"))
        see(by=world.anna, person=world.person("olena"))

    rows = officer.get(
        LOG, {"code": code_of(world, "olena").lower()}, headers={"HX-Request": "true"}
    ).content.decode()

    assert code_of(world, "olena") in rows and code_of(world, "mamadou") not in rows


def test_the_log_is_narrowed_to_a_colleague_an_event_and_a_day(world: World, officer: Client) -> None:
    with acting_as(world.anna.actor()):
        see(by=world.anna, person=world.person("mamadou"))
    with acting_as(world.dario.actor()):
        see(by=world.dario, person=world.person("olena"))
    by_dario = {"colleague": str(world.dario.user.pk), "event": "person.seen", "day": str(today())}

    rows = officer.get(LOG, by_dario, headers={"HX-Request": "true"}).content.decode()

    assert "Dario Ferrando" in rows and "Anna Parodi" not in rows
    assert "Nessuna voce" in officer.get(LOG, by_dario | {"day": "2024-02-29"}).content.decode()


@pytest.mark.parametrize(
    "nonsense",
    [{"code": "x" * 400}, {"day": "31/31/2026"}, {"colleague": "me"}, {"event": "a"}, {"after": "x_y"}],
)
def test_nonsense_in_the_address_is_left_out(world: World, officer: Client, nonsense: dict[str, str]) -> None:
    assert officer.get(LOG, nonsense).status_code == 200


def test_long_logs_are_read_page_by_page_without_a_gap(world: World, officer: Client) -> None:
    with acting_as(world.anna.actor()):
        for number in range(PAGE + 10):
            audit.record("contact.seen", kind="outreach.contact", number=number)
    wanted = {"event": "contact.seen"}

    first = officer.get(LOG, wanted).context["page"]
    second = officer.get(LOG + first.next_url).context["page"]

    assert (len(first.rows), len(second.rows)) == (PAGE, 10)
    assert first.rows[-1].at >= second.rows[0].at and not second.next_url


def test_reading_the_log_is_recorded(world: World, officer: Client) -> None:
    officer.get(LOG, {"code": "GE-0000-0000"})

    with acting_as(world.anna.actor()):
        seen = AuditEntry.objects.filter(event="audit.seen").latest("at")
    assert seen.actor_id == world.amelia.user.pk and seen.detail == '{"by": ["code"]}'


def test_the_officer_verifies_the_chain(world: World, officer: Client) -> None:
    with acting_as(world.anna.actor()):
        see(by=world.anna, person=world.person("mamadou"))
    with connection.cursor() as cursor:
        cursor.execute(
            "set constraints all immediate"
        )  # links are made at commit, which a test never reaches

    page = officer.post(f"{LOG}verify/").content.decode()

    assert "reggono" in page


def test_nobody_else_reads_the_log_and_never_another_partners(
    world: World, browser: Browser, officer: Client
) -> None:
    with acting_as(world.carla.actor()):
        see(by=world.carla, person=world.person("amadou"))

    assert "Carla Bianchi" not in officer.get(LOG).content.decode()
    answer = officer.get(LOG, {"code": code_of(world, "amadou")}, headers={"HX-Request": "true"})
    assert "Nessuna voce" in answer.content.decode()
    for worker in (world.anna, world.dario, world.carla, world.nadia, world.ugo):
        assert browser(worker).get(LOG).status_code == 403
        assert browser(worker).post(f"{LOG}verify/").status_code == 403


def test_every_event_that_the_platform_records_has_words_in_both_languages() -> None:
    recorded = {
        str(node.args[0].value)
        for _name, _path, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "record"
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }

    assert not recorded - set(EVENT_WORDS), "give these words in lgnet/network/event_words.py"
    said: dict[str, list[str]] = {}
    for language in ("en", "it"):
        with translation.override(language):
            said[language] = [words(event) for event in EVENT_WORDS]
    assert not set(said["en"]) & set(said["it"])
