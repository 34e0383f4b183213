# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Sheets for FAMI 2.0: values from a cut-off, recipients inside the partner, and why somebody is not on it."""

import csv
import datetime as dt
import io
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from lgnet.core.authz import Refused
from lgnet.core.rowsecurity import acting_as
from lgnet.counting import actions as counting
from lgnet.counting.models import FactKind
from lgnet.direction.indicators import O_2_3
from lgnet.direction.parts import Parts
from lgnet.network import editions
from lgnet.network.worker import Worker
from lgnet.people.actions import deliver_notice
from lgnet.quality.reportability import Reason
from lgnet.snapshots import actions, files, queries
from lgnet.snapshots.actions.running import run
from lgnet.snapshots.models import Sheet, Snapshot, Work
from lgnet.snapshots.sheets.columns import CATALOGUE, as_shipped
from lgnet.snapshots.sheets.recipients import VALUES, Recipient
from tests.factories.counting import facts
from tests.factories.direction import a_target
from tests.factories.snapshots import a_cutoff
from tests.world import PEOPLE, World

Browser = Callable[[Worker], Client]
DAY = dt.date(2026, 3, 5)


@pytest.fixture(autouse=True)
def _somewhere(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


def read(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


def values(world: World, snapshot: Snapshot) -> list[dict[str, str]]:
    with acting_as(world.ugo.actor()):
        made = actions.take_sheet_away(by=world.ugo, snapshot=snapshot, kind="csv")
    with made:
        return read(made.read())


def supported(world: World, name: str) -> None:
    """Count one of Genova's people, with the person's own identity; the evidence label is one taken on trust."""
    with acting_as(world.anna.actor()):
        person = world.person(name)
        counting.state(
            kind=FactKind.SUPPORTED, partner_id=world.genova.pk, occurred_on=DAY, subject_id=person.pk,
            evidence="tests:1", pseudonym=bytes(person.pseudonym or b""), sex=person.sex,
            band=counting.age_band(person.birth_date, DAY), lines=["housing"],
        )  # fmt: skip
        deliver_notice(by=world.anna, person=person, version="2024-01", language="fr", how="paper")


def exported(by: Worker, snapshot: Snapshot, sheet: str, kind: str = "csv", indicator: str = "") -> Work:
    with acting_as(by.actor()):
        columns = [(one.kind.code, one.title) for one in queries.columns_of(snapshot.edition, sheet)]
        work = actions.ask(
            by=by, kind="export", snapshot=snapshot, sheet=sheet, format=kind, columns=tuple(columns),
            indicator=indicator, in_background=False,
        )  # fmt: skip
    run(by=by, work_id=work.pk)
    with acting_as(by.actor()):
        return Work.objects.get(pk=work.pk)


def test_values_are_planned_and_achieved_by_sex_and_age_and_add_up(world: World) -> None:
    facts(world.anna, 1, 2)
    facts(world.carla, 3, sex="M")
    with acting_as(world.ugo.actor()):
        a_target(world.ugo, world.genova, 400, indicator=O_2_3, day=dt.date(2026, 1, 10))
    snapshot = a_cutoff(world.ugo)

    lines = [line for line in values(world, snapshot) if line["Codice indicatore"] == "O.2.3"]

    genova = [line for line in lines if line["Codice partner"] == "genova"]
    (whole,) = [line for line in genova if line["Genere"] == "T"]
    assert (whole["Valore programmato"], whole["Valore raggiunto"]) == ("400", "2")
    assert sum(int(line["Valore raggiunto"]) for line in genova if line["Genere"] != "T") == 2
    assert {line["Chiusura"] for line in lines} == {"2026-06-30.1"}
    (network,) = [line for line in lines if not line["Codice partner"] and line["Genere"] == "T"]
    assert network["Valore raggiunto"] == "3"


def test_planned_parts_stand_in_their_cells_beside_the_whole(world: World) -> None:
    facts(world.anna, 1, 2)
    cells = {("F", "18-60"): 30, ("M", "18-60"): 10}
    with acting_as(world.ugo.actor()):
        parts = Parts(cells=cells, lines={"housing": 15})
        a_target(world.ugo, world.genova, 40, indicator=O_2_3, day=dt.date(2026, 1, 10), parts=parts)
    snapshot = a_cutoff(world.ugo)

    found = {
        (line["Genere"], line["Fascia d’età"], line["Linea d’azione"]): line["Valore programmato"]
        for line in values(world, snapshot)
        if (line["Codice indicatore"], line["Codice partner"]) == ("O.2.3", "genova")
    }

    assert found["T", "T", ""] == "40"
    assert (found["F", "18-60", ""], found["M", "18-60", ""], found["F", "<18", ""]) == ("30", "10", "")
    assert found["T", "T", "housing"] == "15"
    assert actions.verify(by=world.ugo, snapshot=snapshot).holds


def test_what_a_check_found_keeps_the_values_here_until_somebody_acknowledges_it_with_a_reason(
    world: World,
) -> None:
    facts(world.anna, 1)
    facts(world.anna, 1, 2, kind=FactKind.HELPFUL)  # more than were supported: rule CNT-3
    snapshot = a_cutoff(world.ugo)
    with acting_as(world.ugo.actor()):
        assert any(code.startswith("CNT-3:R.2.9") for code in queries.blocking_findings(snapshot))
        with pytest.raises(Refused, match="controlli hanno trovato"):
            actions.take_sheet_away(by=world.ugo, snapshot=snapshot, kind="csv")
        with pytest.raises(Refused, match="Spiega perché"):
            actions.acknowledge(by=world.ugo, snapshot=snapshot, reason=" ")
        actions.acknowledge(by=world.ugo, snapshot=snapshot, reason="the partner is asked")

        with actions.take_sheet_away(by=world.ugo, snapshot=snapshot, kind="csv") as made:
            assert made.read()


def test_an_acknowledgement_covers_what_was_found_then_and_nothing_later(world: World) -> None:
    facts(world.anna, 1, 2, kind=FactKind.HELPFUL)
    first = a_cutoff(world.ugo)
    facts(world.anna, 3, kind=FactKind.LEVEL_GAINED)
    second = a_cutoff(world.ugo)

    with acting_as(world.ugo.actor()):
        actions.acknowledge(by=world.ugo, snapshot=first, reason="the partner is asked")

        assert not queries.is_blocked(first)
        assert queries.is_blocked(second)


def test_a_value_that_goes_down_needs_a_correction_that_was_written_down(world: World) -> None:
    (fact, _other) = facts(world.anna, 1, 2)
    a_cutoff(world.ugo)
    with acting_as(world.anna.actor()):
        counting.counter(fact=fact, reason="registered by mistake")
    later = a_cutoff(world.ugo, dt.date(2026, 9, 30))

    with acting_as(world.ugo.actor()):
        assert not queries.is_blocked(later)


def test_the_direction_sets_the_columns_and_a_sheet_that_was_asked_for_keeps_its_own(world: World) -> None:
    facts(world.anna, 1)
    snapshot = a_cutoff(world.ugo)
    with acting_as(world.ugo.actor()):
        layout = actions.set_layout(
            by=world.ugo, sheet=Sheet.INDICATORS,
            columns=[("achieved", "VAL"), ("indicator", "COD"), ("snapshot", "ID")], source="manuale",
        )  # fmt: skip

    lines = values(world, snapshot)

    assert layout.version == 1
    assert list(lines[0]) == ["VAL", "COD", "ID"]


@pytest.mark.parametrize(
    "columns",
    [
        [("achieved", "")],
        [("snapshot", ""), ("indicator", ""), ("achieved", ""), ("given_name", "")],
        [("snapshot", ""), ("indicator", ""), ("achieved", ""), ("achieved", "")],
    ],
)
def test_columns_that_make_no_sheet_are_refused(world: World, columns: list[tuple[str, str]]) -> None:
    with acting_as(world.ugo.actor()), pytest.raises(Refused):
        actions.set_layout(by=world.ugo, sheet=Sheet.INDICATORS, columns=columns)


def test_no_sheet_of_the_nation_has_a_column_that_names_somebody() -> None:
    for sheet in (Sheet.INDICATORS, Sheet.COUNTED):
        assert not [kind.code for kind in CATALOGUE[sheet] if kind.names_somebody]


def test_recipients_are_on_the_partners_sheet_with_names_and_the_others_beside_it_with_reasons(
    world: World,
) -> None:
    supported(world, "mamadou")
    supported(world, "yusuf")  # no status of stay is recorded
    snapshot = a_cutoff(world.ugo)

    work = exported(world.dario, snapshot, Sheet.RECIPIENTS)

    sheet = read(files.sheet_path(work.pk, "csv").read_bytes())
    refused = read(files.sheet_path(work.pk, "csv", "refused").read_bytes())
    assert [(line["Cognome"], line["Titolo di soggiorno"]) for line in sheet] == [("Diallo", "SPE")]
    assert sheet[0]["Data di nascita"] == "12/05/1998" and sheet[0]["Linee d’azione"] == "housing"
    assert work.outcome["refused"] == len(refused) == 1
    assert Reason.NO_STAY in work.outcome["reasons"]
    assert str(Reason.NO_STAY.label) in str(refused)


def test_an_estimated_year_of_birth_is_never_written_as_a_day(world: World) -> None:
    with acting_as(world.anna.actor()):
        person = world.person("yusuf")
        row = Recipient(Snapshot(), "genova", person, "", DAY, "M", "<18", [])
        assert VALUES["birth_date"](row) == "2010"


def test_the_sheet_of_counted_persons_has_codes_and_no_way_back(world: World) -> None:
    facts(world.anna, 1, 2)
    facts(world.carla, 2, 3)
    snapshot = a_cutoff(world.ugo)

    work = exported(world.ugo, snapshot, Sheet.COUNTED, indicator="O.2.3")

    lines = read(files.sheet_path(work.pk, "csv").read_bytes())
    assert len(lines) == len({line["Codice della persona"] for line in lines}) == 3
    text = files.sheet_path(work.pk, "csv").read_text()
    assert not [
        name for _, identity, _ in PEOPLE.values() for name in [identity.family_name] if name and name in text
    ]


def test_an_export_goes_on_after_its_process_was_killed_with_the_same_persons(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts(world.anna, *range(1, 26))
    snapshot = a_cutoff(world.ugo)
    with acting_as(world.ugo.actor()):
        columns = tuple((one.kind.code, one.title) for one in as_shipped(Sheet.COUNTED))
        work = actions.ask(
            by=world.ugo, kind="export", snapshot=snapshot, sheet=Sheet.COUNTED, format="csv", columns=columns,
            indicator="O.2.3", in_background=False,
        )  # fmt: skip
    begun = actions.begin(by=world.ugo, work_id=work.pk)
    assert begun is not None
    for _ in range(2):
        assert actions.export_part(by=world.ugo, work=begun, size=10)
    files.write_part(files.part_path(work.pk, 3), [["half", "written"]])  # killed before it was remembered
    facts(world.anna, 99)  # somebody is written down meanwhile: not in this cut-off

    with acting_as(world.ugo.actor()):
        again = Work.objects.get(pk=work.pk)
        assert again.done == 20
        monkeypatch.setattr("lgnet.snapshots.actions.work.QUIET", dt.timedelta(0))
        actions.ask_again(by=world.ugo, work=again, in_background=False)
    run(by=world.ugo, work_id=work.pk)

    lines = read(files.sheet_path(work.pk, "csv").read_bytes())
    assert len({line["Codice della persona"] for line in lines}) == len(lines) == 25
    assert not list(files.folder().glob("*.gz"))


def test_what_is_being_made_is_not_begun_twice(world: World) -> None:
    facts(world.anna, 1)
    snapshot = a_cutoff(world.ugo)
    with acting_as(world.ugo.actor()):
        work = actions.ask(by=world.ugo, kind="verify", snapshot=snapshot, in_background=False)
    assert actions.begin(by=world.ugo, work_id=work.pk) is not None

    assert actions.begin(by=world.ugo, work_id=work.pk) is None
    with acting_as(world.ugo.actor()), pytest.raises(Refused, match="in corso"):
        actions.ask_again(by=world.ugo, work=work, in_background=False)


def test_the_coordinator_asks_for_recipients_and_downloads_both_lists(world: World, browser: Browser) -> None:
    supported(world, "mamadou")
    supported(world, "yusuf")
    snapshot = a_cutoff(world.ugo)
    client = browser(world.dario)

    client.post(reverse("snapshots:export", args=[snapshot.code, "recipients"]), {"format": "xlsx"})
    with acting_as(world.dario.actor()):
        work = Work.objects.get()
    run(by=world.dario, work_id=work.pk)

    page = client.get(reverse("snapshots:sheets", args=[snapshot.code])).content.decode()
    for what in ("lines", "refused"):
        address = reverse("snapshots:file", args=[work.pk, what])
        assert address in page
        assert b"".join(client.get(address).streaming_content).startswith(b"PK")  # type: ignore[attr-defined]
        for stranger in (world.carla, world.ugo):
            assert browser(stranger).get(address).status_code in {403, 404}


def test_the_nation_makes_no_sheet_of_names_and_a_partner_none_of_the_network(
    world: World, browser: Browser
) -> None:
    snapshot = a_cutoff(world.ugo)

    for who, sheet in ((world.ugo, "recipients"), (world.dario, "counted"), (world.anna, "recipients")):
        answer = browser(who).post(
            reverse("snapshots:export", args=[snapshot.code, sheet]), {"format": "csv"}
        )
        assert answer.status_code == 403
    assert (
        browser(world.dario).get(reverse("snapshots:values", args=[snapshot.code, "csv"])).status_code == 403
    )


def test_the_columns_are_set_in_the_browser(world: World, browser: Browser) -> None:
    client, address = browser(world.ugo), reverse("snapshots:layout", args=["indicators"])
    chosen = {
        "place_snapshot": "3",
        "place_indicator": "1",
        "place_achieved": "2",
        "title_indicator": "CODICE",
    }

    missing = client.post(address, {**chosen, "place_achieved": ""})
    done = client.post(address, chosen)

    assert missing.status_code == 422 and "CODICE" in missing.content.decode()
    assert done.status_code == 302
    with acting_as(world.ugo.actor()):
        columns = queries.columns_of(editions.current(), Sheet.INDICATORS)
    assert [column.kind.code for column in columns] == ["indicator", "achieved", "snapshot"]
    assert browser(world.nadia).get(address).status_code == 403
