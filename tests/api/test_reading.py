# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The nation reads aggregates and never a person; a partner reads its own rows, page by page."""

import json

from django.test import Client

from lgnet.core.models import AuditEntry
from lgnet.core.rowsecurity import acting_as
from tests.factories.api import a_key, ask
from tests.factories.cases import a_case, someone
from tests.world import World


def test_a_figure_comes_with_its_version_its_scope_and_its_moment(world: World) -> None:
    found = ask(a_key(world.nadia), "figures/REGISTERED", partner="genova", by=["sex", "age-band"]).json()

    assert (found["indicator"], found["version"], found["partner"]) == ("REGISTERED", 1, "genova")
    assert found["total"] == sum(item["count"] for item in found["items"]) == 3
    assert {item["month"] for item in found["items"]} == {None}
    assert found["as_of"]


def test_the_network_counts_each_person_once_without_a_name(world: World) -> None:
    answer = ask(a_key(world.nadia), "figures/REGISTERED")

    assert answer.json()["partner"] == "network"
    assert "Diallo" not in answer.content.decode()


def test_definitions_say_their_rule_and_what_is_not_measured_has_no_value(world: World) -> None:
    key = a_key(world.nadia)
    by_code = {one["code"]: one for one in ask(key, "indicators").json()["items"]}

    assert by_code["O.2.3"]["is_measured"] and by_code["O.2.3"]["rule"]["it"]
    declared = next(one for one in by_code.values() if not one["is_measured"])
    assert declared["version"] is None
    assert ask(key, f"figures/{declared['code']}").status_code == 404
    assert ask(key, "indicators/O.2.3").json() == by_code["O.2.3"]


def test_a_partner_reads_its_own_figures_and_those_of_the_network_only(world: World) -> None:
    key = a_key(world.dario)

    assert [one["code"] for one in ask(key, "partners").json()["items"]] == ["genova"]
    assert ask(key, "figures/REGISTERED", partner="genova").json()["total"] == 3
    assert ask(key, "figures/REGISTERED", partner="torino").status_code == 404
    assert ask(key, "targets").status_code == 200


def test_people_come_in_pages_without_names_unless_the_key_reads_names(world: World) -> None:
    with acting_as(world.anna.actor()):
        for number in range(4):
            someone(world.anna, f"Persona {number}")
    plain, named = a_key(world.dario, "cases"), a_key(world.dario, "cases", "names")

    seen, after = [], ""
    while True:
        page = ask(plain, "people", limit=3, after=after).json()
        seen += page["items"]
        after = page["next"] or ""
        if not after:
            break

    assert len({one["id"] for one in seen}) == len(seen) == 7
    assert {one["family_name"] for one in seen} == {None}
    assert "Diallo" in {one["family_name"] for one in ask(named, "people").json()["items"]}
    with acting_as(world.dario.actor()):
        told = AuditEntry.objects.filter(event="api.people_read")
        assert {json.loads(entry.detail)["with_names"] for entry in told} == {True, False}


def test_a_case_is_read_by_its_code_and_that_of_another_partner_does_not_exist(world: World) -> None:
    with acting_as(world.anna.actor()):
        own = a_case(world.anna)
    with acting_as(world.carla.actor()):
        other = a_case(world.carla)
    key = a_key(world.dario, "cases")

    assert ask(key, f"cases/{own.code}").json()["stage"] == "taken"
    assert [one["code"] for one in ask(key, "cases").json()["items"]] == [own.code]
    answer = ask(key, f"cases/{other.code}")
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")


def test_wrong_questions_are_told_where(world: World) -> None:
    key = a_key(world.dario, "cases", "figures")
    for path, query in (
        ("people", {"limit": "many"}),
        ("people", {"limit": 10_000}),
        ("figures/O.2.3", {"by": "name"}),
    ):
        answer = ask(key, path, **query)

        assert (answer.status_code, answer["Content-Type"]) == (422, "application/problem+json")
        assert next(iter(query)) in answer.json()["detail"]


def test_a_page_that_was_never_given_does_not_exist(world: World) -> None:
    answer = ask(a_key(world.dario, "cases"), "people", after="somewhere")

    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")


def test_an_address_that_does_not_exist_is_a_problem_too(world: World) -> None:
    answer = ask("", "nothing/here")

    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")


def test_nothing_can_be_written(world: World) -> None:
    answer = Client(headers={"Authorization": f"Bearer {a_key(world.dario, 'cases')}"}).post("/api/v1/people")

    assert (answer.status_code, answer["Content-Type"]) == (405, "application/problem+json")


def test_the_nation_asks_for_people_and_is_refused(world: World) -> None:
    assert ask(a_key(world.nadia), "people").status_code == 403
