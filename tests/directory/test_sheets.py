# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A spreadsheet of services or stops: mapped, looked at line by line, written as a whole, undone."""

import datetime as dt
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from lgnet.core.authz import Refused
from lgnet.core.rowsecurity import acting_as
from lgnet.directory import actions
from lgnet.directory.models import Hours, Place, Service, SheetRun, Stop
from lgnet.interop.sheets import Column, Manifest, SheetRefused, write_xlsx
from lgnet.network.worker import Worker
from tests.factories.directory import a_draft, a_van, csv_of
from tests.factories.network import at_work
from tests.world import World

HEADER = "Nome;Tipo;Descrizione;Documenti;Lingue;Telefono;Costo;Sede;Indirizzo;CAP;Lunedì;Martedì"
GOOD = (
    HEADER,
    "Corso di italiano;FOR01;Lezioni;Passaporto o carta d’identità;italiano, arabo;010 1;gratis;CPIA;via Dino Col 1;"
    "16149;9-13, 14:30-18;9-13",
    "Corso di italiano;FOR01;Lezioni;;;;;Biblioteca;via del Seminario 16;16121;;10-12",
    "Sportello casa;Mediazione immobiliare;;;;;contributo;;;;;",
)
STOPS = (
    "Unità;Luogo;Indirizzo;Giorno;Data;Dalle;Alle;Lat;Lon",
    "Unità mobile;Piazza Caricamento;;venerdì;;21:00;0:30;44,41;8,92",
    "Unità mobile;Stadio;via De Pra;;24/12/2026;19;20:30;;",
)


def read(by: Worker, kind: str, *lines: str) -> SheetRun:
    """A file that was read."""
    with acting_as(by.actor()):
        return actions.receive(by=by, kind=kind, file=csv_of(*lines), name="file.csv")


def wrongs(by: Worker, run: SheetRun) -> list[tuple[int, str]]:
    """What is wrong, as line and column."""
    with acting_as(by.actor()):
        return [(one.line, one.column) for one in actions.check(run)[1]]


def test_services_with_their_places_and_hours_come_in(world: World) -> None:
    run = read(world.dario, "services", *GOOD)
    assert wrongs(world.dario, run) == []

    with acting_as(world.dario.actor()):
        actions.write_sheet(by=world.dario, run=run)
        course = Service.objects.get(name="Corso di italiano")
        house = Service.objects.get(name="Sportello casa")

        assert (course.kind_id, course.documents, course.languages) == ("FOR01", ["identity"], ["it", "ar"])
        assert (house.kind_id, house.cost, house.is_published) == ("ABI04", "contribution", False)
        assert {place.name: place.city for place in Place.objects.all()} == {
            "CPIA": "Genova",
            "Biblioteca": "Genova",
        }
        week = Hours.objects.filter(desk__service=course, desk__place__name="CPIA").values_list(
            "weekday", "opens"
        )
        assert list(week) == [(0, dt.time(9)), (0, dt.time(14, 30)), (1, dt.time(9))]


def test_stops_come_in_also_past_midnight(world: World) -> None:
    van, planned = a_van(world.dario)
    run = read(world.dario, "stops", *STOPS)
    assert wrongs(world.dario, run) == []

    with acting_as(world.dario.actor()):
        actions.write_sheet(by=world.dario, run=run)
        made = Stop.objects.filter(service=van).exclude(pk__in=[stop.pk for stop in planned])

        assert {(s.place_name, s.weekday, s.only_on, s.starts, s.ends, s.latitude) for s in made} == {
            ("Piazza Caricamento", 4, None, dt.time(21), dt.time(0, 30), 44.41),
            ("Stadio", None, dt.date(2026, 12, 24), dt.time(19), dt.time(20, 30), None),
        }
    again = read(world.dario, "stops", *STOPS)
    with acting_as(world.dario.actor()):
        lines, remarks = actions.check(again)
        assert (lines, [one.is_remark for one in remarks]) == ([], [True, True])
        with pytest.raises(Refused):
            actions.write_sheet(by=world.dario, run=again)


@pytest.mark.parametrize(
    ("line", "column"),
    [
        (";FOR01;;;;;;;;;;", "A"),
        ("Uno;Ballo;;;;;;;;;;", "B"),
        ("Uno;;;;;;;;;;;", "B"),
        ("Uno;FOR01;;Patente;;;;;;;;", "D"),
        ("Uno;FOR01;;;klingon;;;;;;;", "E"),
        ("Uno;FOR01;;;;;mille lire;;;;;", "G"),
        ("Uno;FOR01;;;;;;Sede;;;;", "I"),
        ("Uno;FOR01;;;;;;Sede;via Roma 1;1612;;", "J"),
        ("Uno;FOR01;;;;;;Sede;via Roma 1;;13-9;", "K"),
        ("Uno;FOR01;;;;;;Sede;via Roma 1;;9-13, 12-15;", "K"),
        ("Uno;FOR01;;;;;;Sede;via Roma 1;;mattina;", "K"),
        ("Uno;FOR01;;;;;;;;;9-13;", "H"),
        ("Corso di italiano;FOR01;;;;;;CPIA;via Roma;;;", "H"),
    ],
)
def test_what_is_wrong_is_told_at_its_line_and_nothing_is_written(
    world: World, line: str, column: str
) -> None:
    run = read(world.dario, "services", *GOOD, line)

    assert wrongs(world.dario, run) == [(5, column)]
    with acting_as(world.dario.actor()):
        with pytest.raises(Refused, match="righe"):
            actions.write_sheet(by=world.dario, run=run)
        assert not Service.objects.exists()


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("Altra;Piazza;;lunedì;;19;20;;", "A"),
        ("Unità mobile;;;lunedì;;19;20;;", "B"),
        ("Unità mobile;Piazza;;luna;;19;20;;", "D"),
        ("Unità mobile;Piazza;;;;19;20;;", "D"),
        ("Unità mobile;Piazza;;;31/02/2026;19;20;;", "E"),
        ("Unità mobile;Piazza;;lunedì;;25;20;;", "F"),
        ("Unità mobile;Piazza;;lunedì;;21;20;;", "G"),
        ("Unità mobile;Piazza;;lunedì;;19;20;400;8", "H"),
        ("Unità mobile;Piazza;;lunedì;;19;20;44;", "I"),
    ],
)
def test_a_wrong_stop_is_told_at_its_line(world: World, line: str, column: str) -> None:
    a_van(world.dario)
    assert wrongs(world.dario, read(world.dario, "stops", STOPS[0], line)) == [(2, column)]


def test_a_column_that_was_not_recognised_is_named_by_hand(world: World) -> None:
    run = read(world.dario, "services", "Come si chiama;Che tipo è", "Corso;FOR01")
    assert wrongs(world.dario, run) == [(0, ""), (0, "")]

    with acting_as(world.dario.actor()):
        run = actions.map_columns(by=world.dario, run=run, columns={"0": "name", "1": "kind", "7": "phone"})
        assert run.columns == {"0": "name", "1": "kind"}
        assert actions.check(run)[1] == []


def test_a_service_that_exists_is_left_as_it_is(world: World) -> None:
    a_draft(world.dario, "Sportello casa")
    run = read(world.dario, "services", *GOOD)
    with acting_as(world.dario.actor()):
        lines, wrong = actions.check(run)
        assert [(one.line, one.is_remark) for one in wrong] == [(4, True)]
        assert actions.write_sheet(by=world.dario, run=run).rows_written == len(lines) == 2


def test_an_import_is_undone_as_a_whole_unless_somebody_worked_on_it(world: World) -> None:
    run = read(world.dario, "services", *GOOD)
    with acting_as(world.dario.actor()):
        run = actions.write_sheet(by=world.dario, run=run)
        actions.undo_sheet(by=world.dario, run=run)
        assert not Service.objects.exists() and not Place.objects.exists()

    run = read(world.dario, "services", *GOOD)
    with acting_as(world.dario.actor()):
        run = actions.write_sheet(by=world.dario, run=run)
        actions.confirm(by=world.dario, service=Service.objects.get(name="Sportello casa"))
        with pytest.raises(Refused, match="Sportello casa"):
            actions.undo_sheet(by=world.dario, run=run)
        assert Service.objects.count() == 2


def test_stops_are_undone_and_a_stop_that_was_changed_stays(world: World) -> None:
    _van, planned = a_van(world.dario)
    run = read(world.dario, "stops", *STOPS)
    with acting_as(world.dario.actor()):
        run = actions.write_sheet(by=world.dario, run=run)
        stop = Stop.objects.get(place_name="Stadio")
        stop.address = "corso Sardegna"
        stop.save()
        with pytest.raises(Refused, match="Stadio"):
            actions.undo_sheet(by=world.dario, run=run)
        stop.address = "via De Pra"
        stop.save()
        actions.undo_sheet(by=world.dario, run=run)
        assert Stop.objects.count() == len(planned)


def test_a_file_that_is_none_says_so(world: World) -> None:
    with acting_as(world.dario.actor()), pytest.raises(SheetRefused):
        actions.receive(by=world.dario, kind="services", file=BytesIO(b"%PDF-1.7"), name="servizi.xlsx")
    with acting_as(world.dario.actor()), pytest.raises(SheetRefused):
        actions.receive(by=world.dario, kind="services", file=csv_of(HEADER), name="vuoto.csv")
    lines = [f"Corso {number};FOR01" for number in range(1_001)]
    with acting_as(world.dario.actor()), pytest.raises(SheetRefused, match="1000"):
        actions.receive(by=world.dario, kind="services", file=csv_of("Nome;Tipo", *lines), name="tanti.csv")


def test_through_the_pages_with_a_workbook(world: World, browser: Callable[[Worker], Client]) -> None:
    content = BytesIO()
    rows: list[Any] = [
        ("Corso di italiano", "FOR01", "CPIA", "via Dino Col 1", "9-13"),
        ("Altro", "Ballo", "", "", ""),
    ]
    names = [Column(name) for name in ("Nome", "Tipo", "Sede", "Indirizzo", "Lunedì")]
    write_xlsx(content, names, rows, Manifest("Servizi", "Dario", dt.datetime(2026, 1, 1, tzinfo=dt.UTC)))
    dario = browser(world.dario)
    sent = {"kind": "services", "file": SimpleUploadedFile("servizi.xlsx", content.getvalue())}

    address = dario.post("/directory/sheets/", sent).headers["Location"]
    page = dario.get(address).content.decode()
    assert "riga 3" in page and "«Ballo» non è un tipo del catalogo" in page
    dario.post(f"{address}write/")
    with acting_as(world.dario.actor()):
        assert not Service.objects.exists()

    sent = {"kind": "services", "file": SimpleUploadedFile("servizi.csv", b"Nome;Boh\nCorso;FOR01")}
    address = dario.post("/directory/sheets/", sent).headers["Location"]
    dario.post(f"{address}columns/", {"column_0": "name", "column_1": "kind"})
    dario.post(f"{address}write/")
    assert "Corso" in dario.get("/directory/").content.decode()
    dario.post(f"{address}undo/")
    assert "Corso" not in dario.get("/directory/").content.decode()

    bad = {"kind": "services", "file": SimpleUploadedFile("servizi.csv", b"")}
    assert dario.post("/directory/sheets/", bad).status_code == 422
    assert dario.get("/directory/sheets/stops/empty.xlsx").content[:2] == b"PK"
    assert browser(at_work(world.torino, "coordinator")).get(address).status_code == 404
    assert browser(world.fabio).get(address).status_code == 403
