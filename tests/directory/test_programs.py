# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""For programs: HSDS 3.0 judged by its own schemas, CPSV-AP by its own shapes, addresses that last, answers to keep."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from lgnet.core.clock import now, today
from lgnet.core.rowsecurity import acting_as
from lgnet.directory import actions, hsds
from lgnet.directory.actions import Otherwise, Words
from lgnet.directory.export import write_files
from lgnet.directory.models import Service
from lgnet.directory.nights import night_of
from lgnet.directory.openapi import openapi
from tests.directory.standards import hsds_schema, needed
from tests.factories.directory import a_draft, a_service, a_van
from tests.world import World

HSDS = "/hsds/v3/"


@pytest.fixture
def told(world: World) -> Service:
    """A service with everything that can be said of it, a van with a night otherwise, a draft that nobody may see."""
    service = a_service(
        world.dario, documents=("identity", "permit"), languages=("it", "ar", "wo"), phone="+39 010 123 456",
        email="sportello@example.org", eligibility="Per tutti.", provider="Agorà", cost_note="Anche il bus.",
    )  # fmt: skip
    _van, stops = a_van(world.dario, latitude=44.4, longitude=8.9)
    a_draft(world.dario, "Non ancora")
    with acting_as(world.dario.actor()):
        desk = service.desks.get()
        actions.set_special(by=world.dario, desk=desk, from_on=today(), until_on=today())
        later = today() + dt.timedelta(days=3)
        actions.set_special(
            by=world.dario, desk=desk, from_on=later, until_on=later, opens=dt.time(10), closes=dt.time(12)
        )
        night = night_of(now()) + dt.timedelta(days=1)
        tomorrow = next(stop for stop in stops if stop.weekday == night.weekday())
        actions.change_night(by=world.dario, stop=tomorrow, night=night, otherwise=Otherwise())
        actions.translate(by=world.dario, service=service, language="fr", words=Words("Bureau juridique"))
    return service


def ask(address: str, **parameters: str) -> Any:
    """What a program is answered."""
    answer = Client().get(f"{HSDS}{address}", parameters)
    assert answer.status_code == 200, answer.content
    return answer.json()


def judge(name: str, *documents: Any) -> None:
    """The official schema, with nothing allowed that it does not name, finds nothing wrong; and finds a fault."""
    jsonschema = pytest.importorskip("jsonschema")
    schema = hsds_schema(name)
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    for document in documents:
        assert not [f"{error.json_path}: {error.message}" for error in validator.iter_errors(document)]
        assert list(validator.iter_errors({**document, "colour": "blue"}))
        assert list(validator.iter_errors({**document, "id": 1}))


def test_services_are_valid_by_the_official_schemas(told: Service) -> None:
    listed = ask("services")["contents"]
    judge("service_list", *listed)
    judge("service", *(ask(f"services/{one['id']}") for one in listed))
    judge("service", *ask("services", full="true")["contents"])

    assert [one["name"] for one in listed] == ["Unità mobile", "Sportello legale"]


def test_organisations_and_places_are_valid_by_the_official_schemas(told: Service) -> None:
    judge("organization_list", *ask("organizations")["contents"])
    judge("organization", ask(f"organizations/{told.partner_id}"))
    judge("organization", ask(f"organizations/{told.partner_id}", full_service="true"))
    places = ask("service_at_locations")["contents"]
    judge("service_at_location", *places)
    judge("service_at_location", *(ask(f"service_at_locations/{one['id']}") for one in places))

    assert len(places) == 8  # a desk, and a stop of each night
    assert len(ask("organizations", per_page="500")["contents"]) == 22


def test_a_service_says_where_and_when_and_what_to_bring(told: Service) -> None:
    said = ask(f"services/{told.pk}")
    (place,) = said["service_at_locations"]
    week, *specials = place["schedules"]

    assert week | {"id": ""} == {
        "id": "", "service_at_location_id": place["id"], "freq": "WEEKLY", "wkst": "MO", "byday": "MO,TU,WE,TH,FR",
        "opens_at": "09:00", "closes_at": "13:00", "notes": "Local time, Europe/Rome",
    }  # fmt: skip
    assert [one.get("opens_at") for one in specials] == [None, "10:00"]
    assert place["location"]["addresses"][0]["postal_code"] == "16124"
    assert said["required_documents"][0]["document"] == "Passaporto o carta d’identità"
    assert [one["code"] for one in said["languages"]] == ["it", "ar", "wo"]
    assert said["attributes"][0]["taxonomy_term"]["code"] == "LEG01"
    assert said["url"].endswith("/it/help/genova/")


def test_a_night_without_its_stop_is_told(told: Service) -> None:
    nights = [
        schedule
        for one in ask("service_at_locations", full="true")["contents"]
        for schedule in one["schedules"]
        if schedule.get("description") == "Cancelled"
    ]

    assert [one["valid_from"] for one in nights] == [(night_of(now()) + dt.timedelta(days=1)).isoformat()]


def test_taxonomies_hold_the_network_s_catalogue(told: Service) -> None:
    (taxonomy,) = ask("taxonomies")["contents"]
    terms = ask("taxonomy_terms", per_page="500", taxonomy_id=taxonomy["id"])["contents"]

    assert ask(f"taxonomies/{taxonomy['id']}") == taxonomy
    assert ask(f"taxonomy_terms/{hsds.term_id('LEG01')}")["code"] == "LEG01"
    assert {"LEG01", "ACC02"} <= {one["code"] for one in terms}
    assert ask("taxonomy_terms", parent_id=terms[0]["id"])["empty"]


def test_lists_are_cut_into_pages_as_the_standard_says(told: Service) -> None:
    first, second = ask("services", per_page="1"), ask("services", per_page="1", page="2")

    assert {name: value for name, value in first.items() if name != "contents"} == {
        "total_items": 2, "total_pages": 2, "page_number": 1, "size": 1, "first_page": True, "last_page": False,
        "empty": False,
    }  # fmt: skip
    assert second["last_page"] and not second["first_page"]
    assert first["contents"][0]["id"] != second["contents"][0]["id"]
    assert ask("services", page="9")["empty"]


def test_lists_are_narrowed(told: Service) -> None:
    def names(**which: str) -> list[str]:
        return [one["name"] for one in ask("services", **which)["contents"]]

    assert names(taxonomy_term_id=hsds.term_id("LEG01")) == ["Sportello legale"]
    assert names(search="mobile") == ["Unità mobile"]
    assert names(organization_id=str(told.partner_id)) == ["Unità mobile", "Sportello legale"]
    assert names(organization_id=str(told.pk)) == []
    assert names(taxonomy_id=str(told.pk)) == []
    assert names(modified_after=(now() + dt.timedelta(hours=1)).isoformat()) == []
    assert len(names(modified_after=(now() - dt.timedelta(hours=1)).isoformat())) == 2
    assert set(ask("services", minimal="true")["contents"][0]) == {"id", "name", "status", "last_modified"}
    lines = Client().get(f"{HSDS}services", {"format": "ndjson"}).content.decode().splitlines()
    assert [json.loads(line)["name"] for line in lines] == ["Unità mobile", "Sportello legale"]


@pytest.mark.parametrize(
    "wrong",
    [
        "page=0",
        "page=x",
        "per_page=100000",
        "format=xml",
        "full=perhaps",
        "organization_id=1",
        "modified_after=now",
    ],
)
def test_a_question_that_is_not_understood_says_what_is_wrong(db: None, wrong: str) -> None:
    answer = Client().get(f"{HSDS}services?{wrong}")

    assert answer.status_code == 400
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert wrong.partition("=")[0] in answer.json()["detail"]


def test_what_is_not_published_has_no_address(world: World, told: Service) -> None:
    with acting_as(world.dario.actor()):
        draft = Service.objects.get(name="Non ancora")
        actions.take_off(by=world.dario, service=told)
    for key in (draft.pk, told.pk, world.genova.pk, "no-id-of-ours"):
        answer = Client().get(f"{HSDS}services/{key}")
        assert (answer.status_code, answer.headers["Content-Type"]) == (404, "application/problem+json")
    assert "Non ancora" not in Client().get("/open-data/services.ttl").content.decode()


def test_any_site_may_read_and_a_cache_is_told_when_it_still_stands(told: Service) -> None:
    answer = Client().get(f"{HSDS}services")
    again = Client(headers={"If-None-Match": answer.headers["ETag"]}).get(f"{HSDS}services")

    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["Cache-Control"] == "public, max-age=300"
    assert answer.headers["Last-Modified"]
    assert again.status_code == 304
    assert Client().options(f"{HSDS}services").status_code == 204
    assert Client().post(f"{HSDS}services").status_code == 405
    assert not answer.cookies


def test_who_asks_without_end_is_told_when_to_come_back(
    told: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lgnet.directory.views.programs.PER_HOUR", 2)
    client = Client(REMOTE_ADDR="192.0.2.7")
    codes = [client.get(f"{HSDS}services").status_code for _ in range(4)]
    other = Client(REMOTE_ADDR="192.0.2.8").get(f"{HSDS}services")

    assert codes == [200, 200, 429, 429]
    assert client.get(f"{HSDS}services").headers["Retry-After"] == "3600"
    assert other.status_code == 200


def test_the_description_is_openapi_and_names_what_the_official_one_names(db: None) -> None:
    validator = pytest.importorskip("openapi_spec_validator")
    described = ask("openapi.json")
    official = json.loads(needed("hsds-3.0/openapi.json").read_text())

    validator.OpenAPIV31SpecValidator(described)
    assert described == openapi()
    assert set(described["paths"]) == set(official["paths"])
    for path, offered in official["paths"].items():
        known = {one["$ref"].rpartition("/")[2] for one in described["paths"][path]["get"]["parameters"]}
        asked = {
            one.get("$ref", "/" + one.get("name", "")).rpartition("/")[2]
            for one in offered["get"].get("parameters", [])
        }
        assert asked - known <= {"proximity", "full_service"}, path


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_linked_data_conform_to_the_official_shapes(told: Service) -> None:
    pyshacl: Any = pytest.importorskip("pyshacl")
    rdflib = pytest.importorskip("rdflib")
    compare = pytest.importorskip("rdflib.compare")
    shapes = needed("shacl/cpsv-ap-SHACL.ttl")
    turtle = Client().get("/open-data/services.ttl").getvalue()
    graph = rdflib.Graph().parse(data=turtle, format="turtle")
    other = rdflib.Graph().parse(data=Client().get("/open-data/services.jsonld").getvalue(), format="json-ld")

    conforms, _graph, words = pyshacl.validate(graph, shacl_graph=str(shapes), inference="none")

    assert conforms, words[:3000]
    assert compare.isomorphic(graph, other)
    assert "Bureau juridique" in {str(value) for value in graph.objects()}
    without = rdflib.Graph().parse(data=turtle.replace(b"dct:title", b"dct:subject"), format="turtle")
    assert not pyshacl.validate(without, shacl_graph=str(shapes))[0], "the shapes would find a missing title"


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_catalogue_of_open_data_names_the_services(told: Service) -> None:
    pyshacl: Any = pytest.importorskip("pyshacl")
    rdflib = pytest.importorskip("rdflib")
    turtle = Client().get("/open-data/catalog.ttl").getvalue()

    assert b"/open-data/services.ttl#dataset" in turtle
    graph = rdflib.Graph().parse(data=turtle, format="turtle")
    shapes = needed("shacl/dcat-ap-SHACL.ttl")
    conforms, _graph, words = pyshacl.validate(graph, shacl_graph=str(shapes), inference="none")
    assert conforms, words[:3000]


def test_the_files_are_valid_and_hold_only_what_is_published(told: Service, tmp_path: Path) -> None:
    counts = write_files(tmp_path)
    (tmp_path / "services" / "old.json").write_text("{}")
    counts = write_files(tmp_path)

    documents = [json.loads(path.read_text()) for path in (tmp_path / "services").glob("*.json")]
    judge("service", *documents)
    judge(
        "organization",
        *(json.loads(path.read_text()) for path in (tmp_path / "organizations").glob("*.json")),
    )
    assert (len(documents), counts["services"], counts["organizations"], counts["service_at_locations"]) == (
        2,
        2,
        22,
        8,
    )
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["message"])
    assert "Non ancora" not in (tmp_path / "services.csv").read_text()


def test_people_read_what_there_is_for_programs(db: None) -> None:
    for language, words in (("it", "I servizi per i programmi"), ("en", "Services for programs")):
        page = Client().get(f"/{language}/services-for-programs/").content.decode()
        assert words in page
        assert "/hsds/v3/services" in page
    assert Client().get("/ar/services-for-programs/").status_code == 404
    assert ask("")["version"] == "3.0"
