# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The queue that everybody sees: the least time left first, one click to the step."""

import datetime as dt
import uuid
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lgnet.cases import queries
from lgnet.cases.models import Intake, NextStep, Urgency
from lgnet.cases.queries import QueueFilter
from lgnet.cases.queries.queue import waiting
from lgnet.core.clock import now
from lgnet.core.rowsecurity import acting_as
from lgnet.network.worker import Worker
from lgnet.people.models import Person
from tests.cases.statements import statements
from tests.factories.cases import a_case, an_intake, screened
from tests.world import World

Browser = Callable[[Worker], Client]
URL = "/cases/queue/"
STEPS = [NextStep.SCREEN, NextStep.TAKE_IN_CHARGE, NextStep.FIRST_SERVICE]


def test_a_row_says_who_without_the_name_and_leads_to_the_step(world: World, browser: Browser) -> None:
    with acting_as(world.fabio.actor()):
        intake = an_intake(world.fabio, world.person("mamadou"), urgency=Urgency.HIGH)

    html = browser(world.fabio).get(URL, headers={"accept-language": "en"}).content.decode()

    assert f"/cases/intakes/{intake.pk}/screen/" in html
    assert "M.D." in html
    assert "French" in html
    assert "Diallo" not in html


def test_each_step_leads_to_its_own_page(world: World, browser: Browser) -> None:
    with acting_as(world.anna.actor()):
        waiting = screened(world.anna, an_intake(world.anna))
        case = a_case(world.anna)

    html = browser(world.anna).get(URL).content.decode()

    assert f"/cases/intakes/{waiting.pk}/take/" in html
    assert f"/cases/{case.pk}/" in html
    assert "Anna Parodi" in html


def test_who_is_under_protection_has_no_initials(world: World, browser: Browser) -> None:
    with acting_as(world.anna.actor()):
        person = world.person("olena")
        an_intake(world.anna, person)
        Person.objects.filter(pk=person.pk).update(is_protected=True)

    html = browser(world.anna).get(URL).content.decode()

    assert "O.S." not in html
    assert person.code in html


def test_what_must_happen_at_once_stands_on_top(world: World, browser: Browser) -> None:
    with acting_as(world.fabio.actor()):
        an_intake(world.fabio)
    before = browser(world.fabio).get(URL).content.decode()
    with acting_as(world.fabio.actor()):
        urgent = an_intake(world.fabio, urgency=Urgency.IMMEDIATE)
    html = browser(world.fabio).get(URL).content.decode()

    assert "ui-card--bad" not in before
    assert html.index("ui-card--bad") < html.index("ui-table-wrap")
    assert html.count(str(urgent.pk)) >= 2


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("", {"late", "urgent", "screened", "speaks"}),
        ("?late=on", {"late"}),
        ("?urgent=on", {"urgent"}),
        ("?step=take_in_charge", {"screened"}),
        ("?interpreter=on", {"speaks"}),
        ("?step=dance&after=never", {"late", "urgent", "screened", "speaks"}),
    ],
)
def test_the_filters_leave_what_was_asked(
    world: World, browser: Browser, asked: str, names: set[str]
) -> None:
    with acting_as(world.anna.actor()):
        rows = {
            "late": an_intake(world.anna, hours_ago=24 * 30),
            "urgent": an_intake(world.anna, urgency=Urgency.HIGH),
            "screened": screened(world.anna, an_intake(world.anna)),
            "speaks": an_intake(world.anna, world.person("yusuf")),
        }

    html = browser(world.anna).get(URL + asked).content.decode()

    assert {name for name, intake in rows.items() if str(intake.pk) in html} == names


def test_an_empty_queue_says_what_comes_next(world: World, browser: Browser) -> None:
    client = browser(world.bruno)

    assert "ui-empty" in client.get(URL).content.decode()
    assert f'href="{URL}"' in client.get(URL + "?late=on").content.decode()


def test_a_fragment_holds_only_the_rows(world: World, browser: Browser) -> None:
    html = browser(world.bruno).get(URL, headers={"hx-request": "true"}).content.decode()

    assert html.strip().startswith('<div id="queue-rows">')


def fill(world: World, count: int) -> None:
    """Many intakes at once, due at moments that repeat."""
    person = world.person("mamadou")
    first = an_intake(world.anna, person)
    with connection.cursor() as cursor:
        cursor.execute(
            """
            insert into cases_intake (id, partner_id, person_id, edition_id, source, first_contact_at, urgency, needs,
                needs_protection_now, eligibility, outcome, next_step, due_at, version)
            select gen_random_uuid(), partner_id, person_id, edition_id, source, first_contact_at, n %% 4, needs,
                false, '', '', case when n %% 5 = 0 then 'screen' else '' end,
                case when n %% 5 = 0 then now() + (n %% 700) * interval '1 hour' end, 1
            from cases_intake, generate_series(1, %s) n where id = %s
            """,
            [count, first.pk],
        )


def test_the_pages_of_the_queue_follow_each_other_without_gap(world: World, browser: Browser) -> None:
    with acting_as(world.anna.actor()):
        fill(world, 700)
        expected = [i.pk for i in Intake.objects.exclude(next_step="").order_by("due_at", "id")]
        found, after = [], None
        while page := queries.queue_page(QueueFilter(), after=after):
            found += [intake.pk for intake in page[:50]]
            last = page[:50][-1]
            assert last.due_at
            after = (last.due_at, last.pk)

    assert found == expected
    html = browser(world.anna).get(URL).content.decode()
    assert "after=" in html


def test_the_queue_reads_its_index(world: World) -> None:
    with acting_as(world.anna.actor()):
        fill(world, 3000)
        plan = waiting().order_by("due_at", "id")[:51].explain()

    assert "intake_queue" in plan


def test_a_full_queue_costs_as_many_queries_as_an_empty_one(world: World, browser: Browser) -> None:
    client = browser(world.anna)
    with statements() as empty:
        client.get(URL)
    with acting_as(world.anna.actor()):
        for _ in range(3):
            a_case(world.anna)
            screened(world.fabio, an_intake(world.anna))
    with statements() as full:
        client.get(URL)

    assert len(empty) == len(full) == 5  # session, colleague, membership, alert, rows


def slow_order(rows: list[Intake], wanted: QueueFilter, at: dt.datetime) -> list[uuid.UUID]:
    """The queue as a child would make it: keep who matches, then take the earliest again and again."""
    left = [row for row in rows if row.next_step != ""]
    left = [row for row in left if wanted.step in {"", row.next_step}]
    left = [row for row in left if not wanted.urgent or row.urgency in {2, 3}]
    left = [row for row in left if not wanted.late or (row.due_at or at) < at]
    ordered = []
    while left:
        first = left[0]
        for row in left:
            if (row.due_at or at, row.pk.bytes) < (first.due_at or at, first.pk.bytes):
                first = row
        ordered.append(first.pk)
        left.remove(first)
    return ordered


waiting_rows = st.lists(
    st.tuples(st.sampled_from(["", *STEPS]), st.integers(0, 3), st.integers(-3, 3)), min_size=0, max_size=12
)
filters = st.builds(QueueFilter, step=st.sampled_from(["", *STEPS]), urgent=st.booleans(), late=st.booleans())


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=waiting_rows, wanted=filters, size=st.integers(1, 5))
def test_the_queue_s_order_agrees_with_the_slow_one(
    world: World, rows: list[tuple[str, int, int]], wanted: QueueFilter, size: int
) -> None:
    at = now()
    with acting_as(world.anna.actor()):
        Intake.objects.exclude(next_step="").update(next_step="", due_at=None)
        person = world.person("mamadou")
        edition = queries.partnership_of(world.genova.pk, on=at.date())
        assert edition
        made = [
            Intake.objects.create(
                partner=world.genova, person=person, edition=edition.edition, first_contact_at=at, urgency=urgency,
                next_step=step, due_at=at + dt.timedelta(days=days, hours=1) if step else None,
            )
            for step, urgency, days in rows
        ]  # fmt: skip
        found, after = [], None
        while page := queries.queue_page(wanted, after=after, size=size):
            found += [intake.pk for intake in page[:size]]
            after = (page[:size][-1].due_at or at, page[:size][-1].pk)

    assert found == slow_order(made, wanted, at)


def test_a_stranger_sees_an_empty_queue(world: World, browser: Browser) -> None:
    with acting_as(world.anna.actor()):
        intake = an_intake(world.anna)

    assert str(intake.pk) not in browser(world.carla).get(URL).content.decode()


def test_the_administrator_and_the_nation_have_no_queue(world: World, browser: Browser) -> None:
    for somebody in (world.amelia, world.nadia):
        assert browser(somebody).get(URL).status_code == 403
