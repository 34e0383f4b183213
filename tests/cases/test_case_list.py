# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The list of cases: filters, pages by key, handing out."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lgnet.cases import queries
from lgnet.cases.models import Case, Intake
from lgnet.cases.queries import CaseFilter
from lgnet.core.clock import now, today
from lgnet.core.rowsecurity import acting_as
from lgnet.network.models import Membership
from lgnet.network.worker import Worker
from tests.cases.statements import statements
from tests.factories.cases import a_case
from tests.world import World

Browser = Callable[[Worker], Client]
URL = "/cases/"


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("", {"anna", "dario", "late", "nobody"}),
        ("?mine=on", {"dario"}),
        ("?unassigned=on", {"nobody"}),
        ("?late=on", {"late"}),
        ("?stage=closed", {"closed"}),
        ("?stage=taken&mine=on", {"dario"}),
        ("?stage=lost&after=x", {"anna", "dario", "late", "nobody"}),
    ],
)
def test_the_filters_leave_what_was_asked(
    world: World, browser: Browser, asked: str, names: set[str]
) -> None:
    with acting_as(world.dario.actor()):
        by = {
            "anna": world.anna,
            "dario": world.dario,
            "late": world.anna,
            "nobody": world.paola,
            "closed": world.anna,
        }
        cases = {name: a_case(world.dario, manager=worker.user) for name, worker in by.items()}
        Intake.objects.filter(pk=cases["late"].intake_id).update(due_at=now() - dt.timedelta(hours=1))
        Membership.objects.filter(user=world.paola.user.pk).update(
            ended_at=now(), ended_by=world.amelia.user.pk
        )
        Case.objects.filter(pk=cases["closed"].pk).update(
            stage="closed", closed_at=now(), closed_by=world.anna.user.pk, closure_reason="moved"
        )

    html = browser(world.dario).get(URL + asked).content.decode()

    assert {name for name, case in cases.items() if case.code in html} == names


def test_a_review_that_was_due_yesterday_is_late(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna)
        Case.objects.update(review_due_on=today() - dt.timedelta(days=1))

        assert [row.pk for row in queries.case_page(CaseFilter(late=True), partner_id=world.genova.pk)] == [
            case.pk
        ]


def test_the_list_costs_the_same_with_ten_cases_as_with_none(world: World, browser: Browser) -> None:
    client = browser(world.anna)
    with statements() as empty:
        client.get(URL)
    with acting_as(world.anna.actor()):
        for _ in range(10):
            a_case(world.anna)
    with statements() as full:
        client.get(URL)

    assert len(empty) == len(full) == 4  # session, colleague, membership, rows
    dario = browser(world.dario)
    with statements() as coordinator:
        dario.get(URL)
    assert len(coordinator) <= 8


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(minutes=st.lists(st.integers(0, 3), min_size=5, max_size=5), size=st.integers(1, 4))
def test_the_pages_follow_each_other_without_gap(world: World, minutes: list[int], size: int) -> None:
    at = now()
    with acting_as(world.anna.actor()):
        cases = list(Case.objects.all()) or [a_case(world.anna) for _ in range(5)]
        for case, minute in zip(cases, minutes, strict=True):
            case.last_activity_at = at - dt.timedelta(minutes=minute)
            case.save(update_fields=["last_activity_at"])
        found, after = [], None
        while page := queries.case_page(CaseFilter(), partner_id=world.genova.pk, after=after, size=size):
            found += [case.pk for case in page[:size]]
            after = (page[:size][-1].last_activity_at, page[:size][-1].pk)

    cases.sort(key=lambda case: (case.last_activity_at, case.pk.bytes), reverse=True)
    assert found == [case.pk for case in cases]


def test_the_coordinator_hands_out_several_cases(world: World, browser: Browser) -> None:
    with acting_as(world.anna.actor()):
        cases = [a_case(world.anna) for _ in range(2)]
    client = browser(world.dario)
    assert "hand-out" in client.get(URL).content.decode()

    sent = {"case": [str(case.pk) for case in cases], "manager": str(world.paola.user.pk)}
    assert client.post("/cases/hand-out/", sent)["Location"] == URL

    with acting_as(world.anna.actor()):
        assert set(Case.objects.values_list("manager__name", flat=True)) == {"Paola Neri"}


def test_nothing_chosen_is_said(world: World, browser: Browser) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna)
    client = browser(world.dario)
    english = {"accept-language": "en"}

    none = client.post(
        "/cases/hand-out/", {"manager": str(world.paola.user.pk), "case": "x"}, headers=english
    )
    nobody = client.post("/cases/hand-out/", {"case": str(case.pk)}, headers=english)

    assert (none.status_code, nobody.status_code) == (422, 422)
    assert "Choose at least one case" in none.content.decode()


def test_an_empty_list_says_what_comes_next(world: World, browser: Browser) -> None:
    assert 'href="/cases/queue/"' in browser(world.anna).get(URL).content.decode()
    assert "ui-empty" in browser(world.anna).get(URL + "?late=on").content.decode()


def test_one_case_changes_hands(world: World, browser: Browser) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna)
    client = browser(world.dario)

    assert client.post(f"/cases/{case.pk}/assign/", {"manager": ""}).status_code == 403
    assert client.post(f"/cases/{case.pk}/assign/", {"manager": str(world.paola.user.pk)}).status_code == 302
    with acting_as(world.anna.actor()):
        assert Case.objects.get().manager_id == world.paola.user.pk


def test_the_stranger_sees_nothing_and_the_colleague_is_refused(world: World, browser: Browser) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna)

    assert case.code not in browser(world.carla).get(URL).content.decode()
    assert browser(world.carla).get(f"/cases/{case.pk}/").status_code == 404
    assert browser(world.bruno).get(URL).status_code == 403
    assert browser(world.anna).post("/cases/hand-out/", {"case": str(case.pk)}).status_code == 403
