# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The direction prepares, looks and publishes; the public reads, and computes no small cell, ever."""

import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client

from lgnet.core.authz import Refused, Stale
from lgnet.core.rowsecurity import PUBLIC, acting_as
from lgnet.disclosure import TOTAL, Key, margins
from lgnet.disclosure.releases import Earlier, joined
from lgnet.disclosure.shapes import Dimension
from lgnet.disclosure.suppress import unsafe
from lgnet.network.worker import Worker
from lgnet.open_data import actions, queries
from lgnet.open_data.figures import AGE, DATASETS, SEX
from lgnet.open_data.models import Release, ReleasedCell, ReleasedTable
from lgnet.snapshots.models import Snapshot
from tests.disclosure.attacker import Attacker
from tests.environment import ROOT
from tests.factories.open_data import counted, prepared, published
from tests.factories.snapshots import a_cutoff
from tests.world import World

Browser = Callable[[Worker], Client]
STANDARDS = Path(os.environ.get("LGNET_STANDARDS", ROOT.parent / "shared" / "standards"))
URL = "/open-data/"
SLUG = "taken-in-charge"


@pytest.fixture
def june(world: World) -> Snapshot:
    """A cut-off in which Genova and Torino count some, two of them alone in their cell."""
    for sex, band, n in (("F", "18-60", 24), ("M", "18-60", 31), ("M", "<18", 2), ("F", ">60", 1)):
        counted(world.anna, n, sex=sex, band=band)
    for sex, band, n in (("F", "18-60", 9), ("M", "18-60", 12), ("M", "<18", 6), ("F", ">60", 4)):
        counted(world.carla, n, sex=sex, band=band)
    return a_cutoff(world.ugo)


def told(release: Release) -> dict[Key, int | None]:
    """What the public reads of a release."""
    with acting_as(PUBLIC):
        table = next(t for t in queries.tables_of_dataset(SLUG) if t.release.code == release.code)
        return {(c.partner, c.sex, c.age_band): c.value for c in queries.cells_of(table)}


def test_a_release_is_seen_by_nobody_outside_before_it_is_published(
    world: World, browser: Browser, june: Snapshot
) -> None:
    release = prepared(world.ugo, june)
    ugo = browser(world.ugo)

    page = ugo.get(f"{URL}releases/{release.pk}/")
    html = page.content.decode()
    assert "sotto la soglia" in html and "Genova" in html
    for outside in (Client(), browser(world.dario)):
        assert SLUG not in outside.get(URL).content.decode()
        assert outside.get(f"{URL}datasets/{SLUG}/").status_code == 404
    with acting_as(PUBLIC):
        assert not ReleasedTable.objects.exists() and not ReleasedCell.objects.only("id").exists()

    assert ugo.post(f"{URL}releases/{release.pk}/publish/").status_code == 302
    assert SLUG in Client().get(URL).content.decode()


def test_no_small_value_is_even_written_down(world: World, june: Snapshot) -> None:
    release = published(world.ugo, june)
    cells = told(release)

    assert cells["genova", "*", "<18"] is None and cells["genova", "*", ">60"] is None
    assert cells["genova", "*", "*"] == 60 and cells[TOTAL, TOTAL, TOTAL] == 90, (
        "58 and 89, to the nearest five"
    )
    assert all(value % 5 == 0 for value in cells.values() if value is not None)
    with acting_as(PUBLIC), pytest.raises(DatabaseError), transaction.atomic():
        list(ReleasedCell.objects.values_list("reason"))


def test_every_published_release_withstands_the_attacker_with_those_before(
    world: World, june: Snapshot
) -> None:
    first = published(world.ugo, june)
    counted(world.anna, 1, sex="F", band="18-60", first=24)
    counted(world.carla, 8, sex="M", band="18-60", first=12)
    second = published(world.ugo, a_cutoff(world.ugo, reason="more people"))

    partners = ("genova", "torino")
    dimensions = (Dimension("partner", partners), SEX, AGE)
    shown = margins(dimensions, ["partner", "sex"], ["partner", "age_band"], ["sex", "age_band"])
    with acting_as(world.ugo.actor()):
        counts = [queries.figures_in(release.snapshot)[SLUG].counts for release in (first, second)]
    seen = [
        [key for key, value in told(release).items() if value is not None and key in shown]
        for release in (first, second)
    ]
    before = Earlier(counts[0], seen[0], [key for key in shown if key not in seen[0]])
    table = joined(dimensions, counts[1], shown, [before])
    visible = {("now", *key): table.value(("now", *key)) for key in seen[1]}
    visible |= {("until 0", *key): table.value(("until 0", *key)) for key in seen[0]}
    attacker = Attacker(table, visible)

    protected = unsafe(table)
    assert ("since 0", "genova", "F", "*") in protected, "one woman more"
    for key in protected:
        assert attacker.width(key) >= table.threshold(key) - 1e-6, f"{key}: {attacker.interval(key)}"


def test_few_people_of_the_whole_network_do_not_stand_in_the_way_of_the_next_release(
    world: World, june: Snapshot
) -> None:
    counted(world.anna, 9, sex="N", band="18-60")
    counted(world.carla, 2, sex="N", band=">60")
    first = published(world.ugo, a_cutoff(world.ugo, reason="some more"))
    counted(world.anna, 7, sex="N", band="18-60", first=9)
    second = published(world.ugo, a_cutoff(world.ugo, reason="more people"))

    for release in (first, second):
        of_network = {key[1:]: value for key, value in told(release).items() if key[0] == TOTAL}
        assert of_network["N", ">60"] is None, "two people in the network"
        in_line = [of_network["N", age] for age in AGE.atoms if age != ">60"]
        assert of_network["N", "*"] is None or None in in_line, "else they are the difference"
    assert second.state == Release.State.PUBLISHED


def test_another_release_meanwhile_makes_a_prepared_one_stale(world: World, june: Snapshot) -> None:
    counted(world.anna, 1, sex="F", band="18-60", first=24)
    later = a_cutoff(world.ugo, reason="one more")
    waiting = prepared(world.ugo, later)
    published(world.ugo, june)

    with acting_as(world.ugo.actor()), pytest.raises(Stale):
        actions.publish(by=world.ugo, release=waiting)


def test_what_is_out_stays_as_it_is(world: World, june: Snapshot) -> None:
    release = published(world.ugo, june)
    with acting_as(world.ugo.actor()):
        for verb in (actions.publish, actions.discard):
            with pytest.raises(Refused):
                verb(by=world.ugo, release=release)
        for statement in (
            "update open_data_release set note = 'x' where id = %s",
            "update open_data_releasedcell set value = 1 where table_id in"
            " (select id from open_data_releasedtable where release_id = %s)",
        ):
            with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement, [release.pk])


def test_a_release_thrown_away_is_never_seen(world: World, browser: Browser, june: Snapshot) -> None:
    release = prepared(world.ugo, june)
    ugo = browser(world.ugo)

    assert ugo.post(f"{URL}releases/{release.pk}/discard/").status_code == 302
    assert Client().get(f"{URL}datasets/{SLUG}/{release.code}/").status_code == 404


def test_the_form_begins_a_release_that_a_job_computes(
    world: World, browser: Browser, june: Snapshot
) -> None:
    ugo = browser(world.ugo)
    form = ugo.get(f"{URL}releases/").context["page"].form
    sent = {"new_id": form["new_id"].value(), "snapshot": str(june.pk), "note": "Primo semestre"}

    for _time in (1, 2):
        response = ugo.post(f"{URL}releases/", sent)
        assert response.status_code == 302
    with acting_as(world.ugo.actor()):
        release = Release.objects.get()
    html = ugo.get(f"{URL}releases/{release.pk}/").content.decode()
    assert release.state == "preparing" and "hx-trigger" in html
    assert ugo.post(f"{URL}releases/", {**sent, "snapshot": "x"}).status_code == 422


def test_who_may_not_publish_reads_why(world: World, browser: Browser, june: Snapshot) -> None:
    release = prepared(world.ugo, june)

    assert browser(world.nadia).get(f"{URL}releases/{release.pk}/").status_code == 200
    for verb in ("publish", "discard"):
        assert browser(world.nadia).post(f"{URL}releases/{release.pk}/{verb}/").status_code == 403
        assert browser(world.dario).post(f"{URL}releases/{release.pk}/{verb}/").status_code == 403
    assert browser(world.dario).get(f"{URL}releases/").status_code == 403
    assert Client().get(f"{URL}releases/").status_code == 302
    with acting_as(world.nadia.actor()), pytest.raises(Refused):
        actions.prepare(by=world.nadia, snapshot=june)


def test_public_pages_may_be_kept_by_anybody_and_a_workers_by_nobody(
    world: World, browser: Browser, june: Snapshot
) -> None:
    release = published(world.ugo, june)
    paths = [
        "",
        "catalog.ttl",
        "catalog.jsonld",
        f"datasets/{SLUG}/",
        f"datasets/{SLUG}/{release.code}/figures.csv",
    ]

    for path in paths:
        assert "public" in Client().get(URL + path)["Cache-Control"], path
        assert "private" in browser(world.anna).get(URL + path)["Cache-Control"], path
    assert Client().get(f"{URL}datasets/{SLUG}/{release.code}/secrets.txt").status_code == 404
    assert Client().get(f"{URL}datasets/unknown/").status_code == 404


# What others judge our files by.


def files_of(release: Release) -> Path:
    folder = Path(tempfile.mkdtemp())
    for name in ("figures.csv", "datapackage.json", "figures.csv-metadata.json"):
        content = Client().get(f"{URL}datasets/{SLUG}/{release.code}/{name}").getvalue()
        (folder / name).write_bytes(content)
    return folder


def test_the_data_package_is_valid_for_frictionless(world: World, june: Snapshot) -> None:
    frictionless = pytest.importorskip("frictionless")
    folder = files_of(published(world.ugo, june))

    report = frictionless.validate(str(folder / "datapackage.json"))

    assert report.valid, report.flatten(["message"])
    (folder / "figures.csv").write_text(
        (folder / "figures.csv").read_text().replace(",published", ",perhaps", 1)
    )
    assert not frictionless.validate(str(folder / "datapackage.json")).valid


def test_the_metadata_are_valid_csv_on_the_web(world: World, june: Snapshot) -> None:
    csvw = pytest.importorskip("csvw")
    folder = files_of(published(world.ugo, june))

    group = csvw.CSVW(str(folder / "figures.csv-metadata.json"), validate=True)

    assert group.is_valid
    rows = list(csvw.Table.from_file(str(folder / "figures.csv-metadata.json")).iterdicts())
    assert len(rows) > 100 and {row["status"] for row in rows} == {"published", "withheld"}


def catalogues() -> dict[str, bytes]:
    return {
        "turtle": Client().get(f"{URL}catalog.ttl").getvalue(),
        "json-ld": Client().get(f"{URL}catalog.jsonld").getvalue(),
    }


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_both_forms_of_the_catalogue_say_the_same(world: World, june: Snapshot) -> None:
    rdflib = pytest.importorskip("rdflib")
    compare = pytest.importorskip("rdflib.compare")
    published(world.ugo, june)

    graphs = [rdflib.Graph().parse(data=data, format=form) for form, data in catalogues().items()]

    assert len(graphs[0]) > 100 and compare.isomorphic(*graphs)
    assert json.loads(catalogues()["json-ld"])["@graph"]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_catalogue_conforms_to_the_official_shapes(world: World, june: Snapshot) -> None:
    pyshacl: Any = pytest.importorskip("pyshacl")
    rdflib = pytest.importorskip("rdflib")
    shapes = STANDARDS / "shacl" / "dcat-ap-SHACL.ttl"
    if not shapes.exists():
        pytest.skip(f"the official shapes of DCAT-AP are not at {shapes}")
    published(world.ugo, june)
    graph = rdflib.Graph().parse(data=catalogues()["turtle"], format="turtle")

    conforms, _graph, words = pyshacl.validate(graph, shacl_graph=str(shapes), inference="none")

    assert conforms, words[:3000]
    without = rdflib.Graph().parse(
        data=catalogues()["turtle"].replace(b"dct:title", b"dct:subject"), format="turtle"
    )
    assert not pyshacl.validate(without, shacl_graph=str(shapes))[0], "the shapes would find a missing title"


def test_an_empty_catalogue_is_a_catalogue(db: None) -> None:
    rdflib = pytest.importorskip("rdflib")

    assert rdflib.Graph().parse(data=catalogues()["turtle"], format="turtle")
    assert Client().get(URL).status_code == 200
    assert set(DATASETS) == {"contacts", "registered", "taken-in-charge", "supported"}
