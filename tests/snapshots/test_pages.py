# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of cut-offs: the nation freezes, verifies and compares; a partner reads its own; nobody else enters."""

import datetime as dt
import html
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from lgnet.core.rowsecurity import acting_as
from lgnet.counting import actions as counting
from lgnet.counting.models import FactKind
from lgnet.network.worker import Worker
from lgnet.snapshots import actions
from lgnet.snapshots.actions.running import run
from lgnet.snapshots.models import Snapshot, Work
from tests.factories.counting import facts
from tests.factories.snapshots import JUNE, a_cutoff
from tests.world import World

Browser = Callable[[Worker], Client]
SEPTEMBER = dt.date(2026, 9, 30)


def text(answer: Any) -> str:
    return str(answer.content.decode())


def works(by: Worker) -> list[Work]:
    with acting_as(by.actor()):
        return list(Work.objects.order_by("asked_at"))


def test_the_direction_takes_a_cutoff_from_the_calendar(world: World, browser: Browser) -> None:
    facts(world.anna, 1, 2)
    client = browser(world.ugo)

    first = client.get(reverse("snapshots:list"))
    asked = client.post(reverse("snapshots:take"), {"cutoff_on": "2026-06-30"})
    (work,) = works(world.ugo)
    run(by=world.ugo, work_id=work.pk)
    after = client.get(reverse("snapshots:list"))

    assert "31 luglio" in text(first) or "31 July" in text(first) or "gennaio 2027" in text(first)
    assert asked.status_code == 302
    assert reverse("snapshots:cutoff", args=["2026-06-30.1"]) in text(after)
    assert client.get(reverse("snapshots:cutoff", args=["2026-06-30.1"])).status_code == 200


def test_a_day_that_is_not_over_is_refused_and_what_was_typed_stays(world: World, browser: Browser) -> None:
    answer = browser(world.ugo).post(
        reverse("snapshots:take"), {"cutoff_on": "2199-06-30", "reason": "perché no"}
    )

    assert answer.status_code == 422
    assert "perché no" in text(answer)
    assert not works(world.ugo)


def test_a_second_cutoff_of_the_day_without_a_reason_fails_and_says_why(
    world: World, browser: Browser
) -> None:
    a_cutoff(world.ugo)
    client = browser(world.ugo)
    client.post(reverse("snapshots:take"), {"cutoff_on": "2026-06-30"})
    (work,) = works(world.ugo)

    run(by=world.ugo, work_id=work.pk)

    (work,) = works(world.ugo)
    assert work.state == Work.State.FAILED
    assert "perché" in text(client.get(reverse("snapshots:list"))) or work.failure


def test_the_page_of_a_cutoff_shows_values_and_seal_and_verifies(world: World, browser: Browser) -> None:
    facts(world.anna, 1, 2, 3)
    a_cutoff(world.ugo)
    facts(world.carla, 4, sex="M")
    later = a_cutoff(world.ugo, SEPTEMBER)
    client = browser(world.ugo)
    address = reverse("snapshots:cutoff", args=[later.code])

    page = text(client.get(address + "?indicator=O.2.3"))
    client.post(reverse("snapshots:verify", args=[later.code]))
    run(by=world.ugo, work_id=works(world.ugo)[-1].pk)
    verified = text(client.get(address))

    assert later.seal in page and "O.2.3 v1" in page and "+1" in page
    assert "Torino" in page
    assert "ui-tone-good" in verified


def test_the_differences_add_up_on_the_page(world: World, browser: Browser) -> None:
    facts(world.anna, 1)
    a_cutoff(world.ugo)
    facts(world.anna, 2, 3, day=dt.date(2026, 8, 2))
    later = a_cutoff(world.ugo, SEPTEMBER)

    page = text(browser(world.nadia).get(reverse("snapshots:differences", args=[later.code])))

    assert "2026-06-30.1" in page and "+2" in page


@pytest.mark.parametrize(
    "query", ["?after=x", f"?after={'9' * 32}", "?page=7", "?against=no&indicator=no&scope=no&event=no"]
)
def test_a_strange_address_is_read_as_the_plain_one(world: World, browser: Browser, query: str) -> None:
    a_cutoff(world.ugo)
    later = a_cutoff(world.ugo, SEPTEMBER)

    answer = browser(world.nadia).get(reverse("snapshots:differences", args=[later.code]) + query)

    assert answer.status_code == 200


def test_the_next_page_of_the_events_follows_by_key_and_the_way_back_is_there(
    world: World, browser: Browser
) -> None:
    a_cutoff(world.ugo)
    facts(world.anna, *range(1, 61), day=dt.date(2026, 8, 2))
    later = a_cutoff(world.ugo, SEPTEMBER)
    client, address = browser(world.ugo), reverse("snapshots:differences", args=[later.code])

    first = text(client.get(address + "?event=new"))
    (onwards,) = re.findall(r'rel="next" href="([^"]+)"', first)
    second = text(client.get(address + html.unescape(onwards)))

    assert first.count("<code>") == 50 and second.count("<code>") == 10
    assert "after=" in onwards and "event=new" in onwards
    assert "Torna all" in second and "Torna all" not in first and 'rel="next"' not in second


def test_a_partner_reads_its_own_values_and_its_own_peoples_names_in_the_differences(
    world: World, browser: Browser
) -> None:
    a_cutoff(world.ugo)
    with acting_as(world.anna.actor()):
        person = world.person("olena")
        from_file = bytes(person.pseudonym or b"")
    _supported(world, person.pk, from_file)
    later = a_cutoff(world.ugo, SEPTEMBER)
    address = reverse("snapshots:differences", args=[later.code])

    mine = text(browser(world.dario).get(address))
    national = text(browser(world.ugo).get(address))

    assert "Olena" in mine and reverse("desk:person", args=[person.pk]) in mine
    assert "Olena" not in national and str(person.pk) not in national


def _supported(world: World, person_id: Any, pseudonym: bytes) -> None:
    with acting_as(world.anna.actor()):
        counting.state(
            kind=FactKind.SUPPORTED, partner_id=world.genova.pk, occurred_on=dt.date(2026, 3, 5),
            subject_id=person_id, evidence="tests:1", pseudonym=pseudonym, sex="F", band="18-60",
        )  # fmt: skip


def test_the_number_of_queries_does_not_grow_with_the_facts(
    world: World, browser: Browser, django_assert_max_num_queries: Any
) -> None:
    facts(world.anna, *range(1, 30))
    a_cutoff(world.ugo)
    facts(world.carla, *range(30, 60), day=dt.date(2026, 8, 2))
    later = a_cutoff(world.ugo, SEPTEMBER)
    client = browser(world.ugo)

    for name in ("cutoff", "differences", "sheets"):
        with django_assert_max_num_queries(32):
            assert client.get(reverse(f"snapshots:{name}", args=[later.code])).status_code == 200
    with django_assert_max_num_queries(32):
        client.get(reverse("snapshots:list"))


def test_what_is_not_there_is_not_found(world: World, browser: Browser) -> None:
    client = browser(world.ugo)

    for name in ("cutoff", "differences", "sheets"):
        assert client.get(reverse(f"snapshots:{name}", args=["2001-01-01.1"])).status_code == 404


def test_a_colleague_without_figures_is_refused_and_a_partner_takes_no_cutoff(
    world: World, browser: Browser
) -> None:
    snapshot = a_cutoff(world.ugo)

    assert browser(world.bruno).get(reverse("snapshots:list")).status_code == 403
    for who in (world.dario, world.nadia):
        assert browser(who).post(reverse("snapshots:take"), {"cutoff_on": JUNE}).status_code == 403
    assert browser(world.dario).post(reverse("snapshots:verify", args=[snapshot.code])).status_code == 403
    with acting_as(world.ugo.actor()):
        assert Snapshot.objects.count() == 1


def test_the_work_of_a_partner_does_not_exist_for_another_or_for_the_nation(
    world: World, browser: Browser
) -> None:
    snapshot = a_cutoff(world.ugo)
    with acting_as(world.dario.actor()):
        work = actions.ask(
            by=world.dario, kind="export", snapshot=snapshot, sheet="recipients", format="csv",
            columns=[("person_code", "")], in_background=False,
        )  # fmt: skip
    address = reverse("snapshots:work", args=[work.pk])

    assert browser(world.dario).get(address).status_code == 200
    assert browser(world.ugo).get(address).status_code == 404
