# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The coordinator imports in the browser; a colleague is refused, a stranger finds nothing."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from lgnet.core.ids import new_id
from lgnet.core.models import AuditEntry
from lgnet.core.rowsecurity import acting_as
from lgnet.imports import actions
from lgnet.imports.models import ImportRun
from lgnet.network.worker import Worker
from tests.imports.registers import GOOD, checked, received, written
from tests.world import World

Browser = Callable[[Worker], Client]


@pytest.fixture(autouse=True)
def own_files(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


def send(client: Client, text: str = GOOD) -> Any:
    file = SimpleUploadedFile("registro.csv", text.encode())
    return client.post(reverse("imports:new"), {"file": file, "new_id": str(new_id())})


def test_the_coordinator_sends_a_file_names_columns_and_writes(world: World, browser: Browser) -> None:
    client = browser(world.dario)
    assert b"registro.csv" not in client.get(reverse("imports:list")).content
    url = send(client)["Location"]
    page = client.get(url)
    assert page.status_code == 200 and "Ndoye" in page.content.decode()
    with acting_as(world.dario.actor()):
        run = ImportRun.objects.get()
    header = GOOD.splitlines()[0].split(";")
    names = {f"column-{i}": run.columns[name] for i, name in enumerate(header)}

    assert client.post(reverse("imports:columns", args=[run.pk]), names).status_code == 302
    assert b"hx-get" in client.get(url).content
    actions.check_file(by=world.dario, run_id=run.pk)
    assert client.post(reverse("imports:write", args=[run.pk])).status_code == 302
    actions.write_file(by=world.dario, run_id=run.pk)
    assert client.post(reverse("imports:undo", args=[run.pk])).status_code == 302
    followed = client.get(url).content
    assert b"hx-get" in followed and b"<progress" in followed
    actions.undo_file(by=world.dario, run_id=run.pk)
    with acting_as(world.dario.actor()):
        assert ImportRun.objects.get().state == "undone"


def test_a_bad_file_is_refused_on_the_page(world: World, browser: Browser) -> None:
    answer = send(browser(world.dario), "")
    assert answer.status_code == 422 and b"data-error-summary" in answer.content


def test_two_columns_for_one_thing_are_refused_and_the_choice_is_kept(world: World, browser: Browser) -> None:
    run = received(world.dario)
    chosen = {"column-0": "given_name", "column-1": "given_name"}
    answer = browser(world.dario).post(reverse("imports:columns", args=[run.pk]), chosen)
    assert answer.status_code == 422 and answer.content.count(b'value="given_name" selected') == 2


def test_problems_are_shown_and_downloaded(world: World, browser: Browser) -> None:
    run = checked(world.dario, GOOD + "X;Y;31/02/1990;;;;\n")
    client = browser(world.dario)
    page = client.get(reverse("imports:run", args=[run.pk])).content.decode()
    assert "31/02/1990" in page
    assert ">C · Data di nascita</div>" in page and "A · Nome" in page
    answer = client.get(reverse("imports:problems", args=[run.pk]))
    assert b"".join(answer.streaming_content)[:2] == b"PK"  # type: ignore[attr-defined]  # a streamed answer


@pytest.mark.parametrize("name", ["run", "problems"])
def test_a_stranger_finds_no_import(world: World, browser: Browser, name: str) -> None:
    run = received(world.dario)
    with acting_as(world.carla.actor()):
        assert not ImportRun.objects.filter(pk=run.pk).exists()
    assert browser(world.anna).get(reverse(f"imports:{name}", args=[run.pk])).status_code == 403
    assert browser(world.dario).get(reverse(f"imports:{name}", args=[new_id()])).status_code == 404


def test_a_colleague_may_neither_import_nor_export(world: World, browser: Browser) -> None:
    client = browser(world.anna)
    assert client.get(reverse("imports:list")).status_code == 403
    assert client.get(reverse("imports:export_people")).status_code == 403


def test_a_file_of_people_says_sex_and_countries_in_words(world: World, browser: Browser) -> None:
    answer = browser(world.dario).get(reverse("imports:export_people"), {"format": "csv"})
    rows = b"".join(answer.streaming_content).decode().splitlines()  # type: ignore[attr-defined]  # a streamed answer

    (mamadou,) = [row for row in rows if "Diallo" in row]
    assert "Maschio" in mamadou and "Guinea" in mamadou and ";GN" not in mamadou
    assert any("Femmina" in row and "Ucraina" in row for row in rows)


@pytest.mark.parametrize("which", ["all", "mine", "expiring"])
@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_people_leave_as_a_file_and_it_is_written_down(
    world: World, browser: Browser, which: str, kind: str
) -> None:
    written(world.dario, "Nome;Cognome\nAwa;Ndoye\n", with_cases=True)
    answer = browser(world.dario).get(reverse("imports:export_people"), {"which": which, "format": kind})
    content = b"".join(answer.streaming_content)  # type: ignore[attr-defined]  # a streamed answer

    assert content[:2] == b"PK" if kind == "xlsx" else "Ndoye" in content.decode() or which == "expiring"
    with acting_as(world.dario.actor()):
        assert '"people"' in AuditEntry.objects.get(event="people.exported").detail
