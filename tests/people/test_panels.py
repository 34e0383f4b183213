# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The panels of a person's file and the list of what expires: what each colleague may see of them."""

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext

from lgnet.core.rowsecurity import acting_as
from lgnet.people import actions
from lgnet.people.models import Person
from lgnet.people.pages import expiring_panel, person_panels
from tests.factories.people import person, person_of_age, stay
from tests.world import World

PANELS = ("identity", "identifiers", "channels", "stay", "household", "notices")
STP = "STP1201090001234"


def full_file(world: World) -> Person:
    somebody = person_of_age(world.anna, 16, birth_country="SN", needs_interpreter=True)
    for kind, value in (("stp", STP), ("passport", "SN123456")):
        actions.add_identifier(by=world.anna, person=somebody, kind=kind, value=value)
    actions.add_channel(by=world.anna, person=somebody, kind="phone", value="3331234567", is_safe=False)
    stay(world.anna, somebody, code="CS18", days_left=20)
    actions.join_household(by=world.anna, person=somebody, role="child", relative=world.person("olena"))
    actions.add_guardian(by=world.anna, person=somebody, name="Avv. Rossi")
    actions.deliver_notice(by=world.anna, person=somebody, version="2026-1", language="wo", how="paper")
    return Person.objects.select_related("key").get(pk=somebody.pk)


def drawn(panels: object, *names: str) -> str:
    return "".join(
        render_to_string(f"people/panels/{name}.html", {"panels": panels}) for name in names or PANELS
    )


def test_the_panels_show_everything_in_words(world: World) -> None:
    with acting_as(world.anna.actor()):
        html = drawn(person_panels(world.anna, full_file(world)))

    for words in (
        "Ndiaye",
        "Senegal",
        "SN123456",
        "3331234567",
        "Non sicuro",
        "Olena Shevchenko",
        "Avv. Rossi",
    ):
        assert words in html, words
    assert "tratta" in html and "wolof" in html and "Figlia o figlio" in html and "tel:" not in html


def test_a_health_code_is_masked(world: World) -> None:
    with acting_as(world.anna.actor()):
        html = drawn(person_panels(world.anna, full_file(world)))

    assert STP not in html and "1234" in html


def test_a_status_that_tells_of_harm_is_not_for_everybody(world: World) -> None:
    with acting_as(world.bruno.actor()):
        html = drawn(person_panels(world.bruno, full_file(world)), "stay")
        warnings = render_to_string("people/panels/expiring.html", {"expiring": expiring_panel(world.bruno)})

    assert "tratta" not in html and "Riservato" in html
    assert "tratta" not in warnings and "Ndiaye" in warnings


def test_a_colleague_who_may_not_change_reads_why(world: World) -> None:
    with acting_as(world.paola.actor()):
        html = drawn(person_panels(world.paola, world.person("olena")))

    assert "Il tuo ruolo non prevede di registrare persone." in html and "/numbers/" not in html


def test_an_empty_file_says_what_is_missing(world: World) -> None:
    with acting_as(world.anna.actor()):
        html = drawn(person_panels(world.anna, person(world.anna)))

    assert "Per ricevere aiuto non serve" in html and "Non ancora consegnata" in html


def test_the_panels_cost_a_few_queries_however_much_there_is(world: World) -> None:
    with acting_as(world.anna.actor()):
        somebody = full_file(world)
        with CaptureQueriesContext(connection) as captured:
            drawn(person_panels(world.anna, somebody))

    assert len(captured) <= 7


@pytest.mark.parametrize(
    ("days_left", "band"),
    [(-1, "Già scaduti"), (0, "Entro 30 giorni"), (30, "Entro 30 giorni"), (31, "Entro 60 giorni"),
     (90, "Entro 90 giorni"), (91, ""), (None, "")],
)  # fmt: skip
def test_a_permit_is_listed_by_the_time_it_has_left(world: World, days_left: int | None, band: str) -> None:
    with acting_as(world.anna.actor()):
        somebody = person(world.anna)
        stay(world.anna, somebody, days_left=days_left)
        panel = expiring_panel(world.anna)

    found = [str(one.label) for one in panel.bands if any("Ndiaye" in line.name for line in one.lines)]
    assert found == ([band] if band else [])


def test_the_list_of_what_expires_may_be_empty(world: World) -> None:
    with acting_as(world.carla.actor()):
        html = render_to_string("people/panels/expiring.html", {"expiring": expiring_panel(world.carla)})

    assert "Nessun documento scade" in html
