# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The screening in the browser: start, form, a colleague who was faster, a session that ended."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from lgnet.cases.models import Intake, NextStep
from lgnet.core.models import AuditEntry
from lgnet.core.rowsecurity import acting_as
from lgnet.network.worker import Worker
from tests.factories.cases import a_case, an_intake, screened
from tests.world import World

Browser = Callable[[Worker], Client]


@pytest.fixture
def intake(world: World) -> Intake:
    with acting_as(world.fabio.actor()):
        return an_intake(world.fabio, world.person("mamadou"))


def url(intake: Intake) -> str:
    return f"/cases/intakes/{intake.pk}/screen/"


def typed(**values: Any) -> dict[str, Any]:
    return {
        "version": "1",
        "urgency": "1",
        "needs": ["housing", "legal"],
        "eligibility": "eligible",
        "eligibility_note": "",
        "outcome": "take_in_charge",
    } | values


def stored(world: World) -> Intake:
    with acting_as(world.fabio.actor()):
        row = Intake.objects.select_related("person__key").get()
        assert row.eligibility_note is not None
        return row


def test_somebody_comes_in_and_the_screening_opens(world: World, browser: Browser) -> None:
    response = browser(world.fabio).post("/cases/start/", {"person": world.people["olena"]})
    intake = stored(world)

    assert response["Location"] == url(intake)
    assert (intake.source, intake.next_step) == ("walk_in", NextStep.SCREEN)


def test_coming_in_twice_is_one_intake(world: World, browser: Browser) -> None:
    client = browser(world.fabio)
    first, second = (client.post("/cases/start/", {"person": world.people["olena"]}) for _ in range(2))

    assert first["Location"] == second["Location"]


def test_who_does_not_screen_leaves_the_person_in_the_queue(world: World, browser: Browser) -> None:
    response = browser(world.bruno).post(
        "/cases/start/", {"person": world.people["olena"], "source": "outreach"}
    )

    assert response["Location"] == "/cases/queue/"
    assert stored(world).source == "outreach"


def test_who_is_in_charge_leads_to_the_case(world: World, browser: Browser) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna, world.person("olena"))

    response = browser(world.anna).post("/cases/start/", {"person": world.people["olena"]})

    assert response["Location"] == f"/cases/{case.pk}/"


@pytest.mark.parametrize("sent", ["", "mamadou", "00000000-0000-0000-0000-000000000000"])
def test_nobody_cannot_come_in(world: World, browser: Browser, sent: str) -> None:
    assert browser(world.fabio).post("/cases/start/", {"person": sent}).status_code == 404


def test_the_form_shows_what_the_papers_suggest_and_is_written_down_as_read(
    world: World, browser: Browser, intake: Intake
) -> None:
    html = browser(world.fabio).get(url(intake), headers={"accept-language": "en"}).content.decode()

    assert "data-keep" in html
    assert "From the recorded status of stay." in html
    with acting_as(world.fabio.actor()):
        assert AuditEntry.objects.filter(subject_id=intake.pk, event="intake.seen").count() == 1


def test_a_saved_screening_leads_on_for_who_takes_in_charge(
    world: World, browser: Browser, intake: Intake
) -> None:
    response = browser(world.anna).post(url(intake), typed())

    assert response["Location"] == f"/cases/intakes/{intake.pk}/take/"
    row = stored(world)
    assert (row.urgency, row.needs, row.screened_by_id) == (1, ["housing", "legal"], world.anna.user.pk)


def test_the_front_desk_goes_back_to_the_queue(world: World, browser: Browser, intake: Intake) -> None:
    assert browser(world.fabio).post(url(intake), typed())["Location"] == "/cases/queue/"


def test_urgency_three_says_what_to_do_now(world: World, browser: Browser, intake: Intake) -> None:
    response = browser(world.fabio).post(url(intake), typed(urgency="3"), follow=True)

    assert "112" in response.content.decode()


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"urgency": ""}, "urgency"),
        ({"urgency": "9"}, "urgency"),
        ({"outcome": ""}, "outcome"),
        ({"needs": ["dragons"]}, "needs"),
        ({"eligibility": "to_check"}, "eligibility_note"),
        ({"eligibility": "not_eligible", "eligibility_note": "x"}, "outcome"),
        ({"eligibility_note": "x" * 5001}, "eligibility_note"),
        ({"eligibility_note": "a\x00b"}, "eligibility_note"),
        ({"version": "now"}, "version"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_typed_is_lost(
    world: World, browser: Browser, intake: Intake, values: dict[str, Any], field: str
) -> None:
    response = browser(world.fabio).post(url(intake), typed(eligibility_note="Ho visto il permesso") | values)
    wrong = "eligibility_note" in values

    if values == {"eligibility": "to_check"}:
        assert response.status_code == 302
        return
    assert response.status_code == 422
    html = response.content.decode()
    assert "ui-error" in html
    assert wrong or "Ho visto il permesso" in html
    assert field in html
    assert stored(world).screened_at is None


def test_to_check_without_a_reason_is_asked_again(world: World, browser: Browser, intake: Intake) -> None:
    assert browser(world.fabio).post(url(intake), typed(eligibility="to_check")).status_code == 422


def test_other_scripts_and_directions_are_kept_as_typed(
    world: World, browser: Browser, intake: Intake
) -> None:
    note = "وثيقة قيد التجديد – дозвіл – 居留许可"
    browser(world.fabio).post(url(intake), typed(eligibility_note=note))
    with acting_as(world.fabio.actor()):
        assert Intake.objects.select_related("person__key").get().eligibility_note == note


def test_a_stale_tab_sees_both_and_saves_again(world: World, browser: Browser, intake: Intake) -> None:
    client = browser(world.fabio)
    with acting_as(world.anna.actor()):
        screened(world.anna, intake, note="Anna wrote this")

    stale = client.post(
        url(intake), typed(eligibility_note="Fabio wrote this"), headers={"accept-language": "en"}
    )
    html = stale.content.decode()

    assert stale.status_code == 409
    for text in ("Anna Parodi", "Anna wrote this", "Fabio wrote this", 'name="version" value="2"'):
        assert text in html
    assert client.post(url(intake), typed(version="2", eligibility_note="Fabio again")).status_code == 302


def test_a_session_that_ended_comes_back_to_the_form(world: World, intake: Intake) -> None:
    client = Client()

    page = client.post(url(intake), typed(), headers={"referer": f"http://testserver{url(intake)}"})
    fragment = client.post(url(intake), typed(), headers={"hx-request": "true"})

    assert page.status_code == 302 and f"next={url(intake)}" in page["Location"]
    assert fragment.status_code == 401 and "login" in fragment["HX-Redirect"]


def test_the_restricted_need_is_written_by_all_and_read_by_few(
    world: World, browser: Browser, intake: Intake
) -> None:
    desk, manager = browser(world.fabio), browser(world.anna)
    desk.post(url(intake), typed(needs=["violence_trafficking"]))
    shown = 'value="violence_trafficking" checked'

    assert shown not in " ".join(desk.get(url(intake)).content.decode().split())
    desk.post(url(intake), typed(version="2", needs=["legal"]))

    assert stored(world).needs == ["legal", "violence_trafficking"]
    checked = [
        line for line in manager.get(url(intake)).content.decode().split("<input") if "violence" in line
    ]
    assert "checked" in checked[0]


def test_the_stranger_finds_nothing_and_the_colleague_a_sentence(
    world: World, browser: Browser, intake: Intake
) -> None:
    assert browser(world.carla).get(url(intake)).status_code == 404
    assert browser(world.carla).post(url(intake), typed()).status_code == 404
    refused = browser(world.bruno).get(url(intake), headers={"accept-language": "en"})
    assert refused.status_code == 403
    assert "ask the front desk or a case manager" in refused.content.decode()
    assert browser(world.carla).post("/cases/start/", {"person": world.people["olena"]}).status_code == 404


def test_who_saw_is_known_by_role_only(world: World, browser: Browser, intake: Intake) -> None:
    browser(world.fabio).get(url(intake))
    with acting_as(world.fabio.actor()):
        entry = AuditEntry.objects.filter(event="intake.seen").latest("at")

    assert isinstance(entry.subject_id, UUID)
    assert "Diallo" not in entry.detail
