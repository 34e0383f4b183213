# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The catalogue changes by versions: prepared, seen, pushed with a day, followed by forms, taken back before it."""

import datetime as dt
from collections.abc import Callable

import pytest
import time_machine
from django.test import Client

from lgnet.cases.actions.work import deliver
from lgnet.cases.counted import is_support
from lgnet.cases.queries.usual import usual_types
from lgnet.catalogue import actions as catalogue
from lgnet.catalogue.models import CatalogueChange, CatalogueVersion, InterventionType
from lgnet.catalogue.queries import offered_on, type_for
from lgnet.core.authz import Refused
from lgnet.core.clock import today
from lgnet.core.rowsecurity import acting_as
from lgnet.directives import actions, queries
from lgnet.directives.models import Directive
from lgnet.network.worker import Worker
from tests.factories.cases import a_case
from tests.factories.casework import done
from tests.factories.directives import a_version, added, retired, reworded
from tests.world import World

Browser = Callable[[Worker], Client]


def pushed(world: World, *changes: CatalogueChange, days: int = 7) -> Directive:
    """A change in force from a day on, with its circular."""
    with acting_as(world.ugo.actor()):
        version = a_version(world.ugo, *changes, days=days)
        draft = actions.Draft("acknowledge", "Catalogo", "Cambia")
        return actions.push_catalogue(by=world.ugo, version=version, draft=draft)


def in_days(n: int) -> dt.datetime:
    return dt.datetime.combine(today() + dt.timedelta(days=n), dt.time(9), dt.UTC)


def row(code: str) -> InterventionType:
    return InterventionType.objects.get(pk=code)


def test_forms_offer_what_is_valid_on_the_day(world: World) -> None:
    pushed(world, added("FOR11"), retired("FOR01", "FOR11"))
    before, after = today() + dt.timedelta(days=6), today() + dt.timedelta(days=7)

    with acting_as(world.anna.actor()):
        old, new = {t.code for t in offered_on(before)}, {t.code for t in offered_on(after)}
        assert "FOR01" in old and "FOR11" not in old
        assert "FOR11" in new and "FOR01" not in new and old - new == {"FOR01"}
        heir = type_for("FOR01", after)
        assert heir is not None and heir.code == "FOR11"


def test_history_keeps_its_code_and_shows_the_name_of_its_time(world: World, browser: Browser) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna, world.person("olena"))
        former = done(world.anna, case)
        name = former.type.on(today()).label_it
    pushed(world, reworded(former.type_id, "Un nome nuovo"))

    with time_machine.travel(in_days(8)), acting_as(world.anna.actor()):
        kind = row(former.type_id)
        assert str(kind) == "Un nome nuovo" and kind.on(former.delivered_on).label_it == name
        later = deliver(by=world.anna, case=case, kind=kind, delivered_on=today(), minutes=30)
        assert later.type.on(later.delivered_on).label_it == "Un nome nuovo"
        html = browser(world.anna).get(f"/cases/{case.pk}/").content.decode()
        assert name in html and "Un nome nuovo" in html


def test_old_values_that_come_later_become_their_heir(world: World) -> None:
    pushed(world, added("FOR11"), retired("FOR01", "FOR11"))
    with time_machine.travel(in_days(8)), acting_as(world.anna.actor()):
        case = a_case(world.anna, world.person("olena"))
        moved = deliver(by=world.anna, case=case, kind=row("FOR01"), delivered_on=today(), minutes=30)
        assert moved.type_id == "FOR11"


def test_several_heirs_or_none_are_for_the_worker_to_choose(world: World) -> None:
    pushed(world, added("FOR11"), added("FOR12"), retired("FOR01", "FOR11", "FOR12"), retired("CIV02"))
    with time_machine.travel(in_days(8)), acting_as(world.anna.actor()):
        case = a_case(world.anna, world.person("olena"))
        for code in ("FOR01", "CIV02"):
            with pytest.raises(Refused):
                deliver(by=world.anna, case=case, kind=row(code), delivered_on=today(), minutes=30)


def test_a_code_not_born_yet_is_refused(world: World) -> None:
    pushed(world, added("FOR11"))
    with acting_as(world.anna.actor()):
        case = a_case(world.anna, world.person("olena"))
        with pytest.raises(Refused):
            deliver(by=world.anna, case=case, kind=row("FOR11"), delivered_on=today(), minutes=30)


def test_what_it_counts_for_follows_the_day(world: World) -> None:
    pushed(world, reworded("LEG02", "Ricongiungimento", counts_for="O.2.3 O.2.5"))
    with acting_as(world.anna.actor()):
        kind = row("LEG02")

    assert not is_support(kind, today()) and is_support(kind, today() + dt.timedelta(days=7))


def test_the_quick_buttons_follow_too(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna, world.person("olena"))
        deliver(by=world.anna, case=case, kind=row("FOR01"), delivered_on=today(), minutes=30)
    pushed(world, added("FOR11", "Corso nuovo"), retired("FOR01", "FOR11"))

    with acting_as(world.anna.actor()):
        assert usual_types(world.anna.user.pk)[0].code == "FOR01"
    with time_machine.travel(in_days(8)), acting_as(world.anna.actor()):
        first = usual_types(world.anna.user.pk)[0]
        assert (first.code, first.label) == ("FOR11", "Corso nuovo")


def test_a_push_can_be_taken_back_before_its_day_and_leaves_no_trace_in_the_catalogue(world: World) -> None:
    with acting_as(world.ugo.actor()):
        before = list(InterventionType.objects.values())
    told = pushed(world, added("FOR11"), reworded("FOR02", "Altro"), retired("FOR01", "FOR11"))
    with acting_as(world.ugo.actor()):
        actions.withdraw(by=world.ugo, directive=told, reason="Rinviato")
        assert list(InterventionType.objects.values()) == before
        assert CatalogueVersion.objects.get().state == "undone"


def test_not_any_more_on_its_day_nor_while_another_builds_upon_it(world: World) -> None:
    first = pushed(world, added("FOR11"), days=7)
    pushed(world, retired("FOR01", "FOR11"), days=9)
    with acting_as(world.ugo.actor()), pytest.raises(Refused, match=r"later|successiva"):
        actions.withdraw(by=world.ugo, directive=first, reason="No")
    with time_machine.travel(in_days(7)), acting_as(world.ugo.actor()), pytest.raises(Refused):
        actions.withdraw(by=world.ugo, directive=first, reason="No")


@pytest.mark.parametrize(
    "changes",
    [
        (added("FOR01"),),
        (reworded("XXX99", "Niente"),),
        (retired("XXX99"),),
        (retired("FOR01", "FOR01"),),
        (retired("FOR01", "XXX99"),),
        (retired("FOR01", "FOR02"), retired("FOR02", "FOR01")),
        (retired("FOR01", "FOR02"), retired("FOR02")),
        (),
    ],
)
def test_what_makes_no_sense_is_refused(world: World, changes: tuple[CatalogueChange, ...]) -> None:
    with pytest.raises(Refused):
        pushed(world, *changes)


def test_it_begins_tomorrow_at_the_earliest(world: World) -> None:
    with pytest.raises(Refused):
        pushed(world, added("FOR11"), days=0)


def test_what_is_shipped_does_not_undo_what_the_direction_decided(world: World) -> None:
    told = pushed(world, reworded("FOR02", "Educazione civica"))
    with acting_as(world.ugo.actor()):
        catalogue.load_shipped()
        assert row("FOR02").label_it == "Educazione civica"
        actions.withdraw(by=world.ugo, directive=told, reason="No")
        catalogue.load_shipped()
        assert row("FOR02").label_it == "Educazione e orientamento civico"


def test_the_nation_sees_how_many_interventions_it_touches_and_nothing_else(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna, world.person("olena"))
        for _time in range(3):
            deliver(by=world.anna, case=case, kind=row("FOR01"), delivered_on=today(), minutes=30)
    with acting_as(world.ugo.actor()):
        found = queries.use_of_codes(["FOR01", "CIV02"])

    assert [(use.code, use.partner_id, use.interventions) for use in found] == [("FOR01", world.genova.pk, 3)]


def test_the_whole_way_in_the_browser(world: World, browser: Browser) -> None:
    ugo = browser(world.ugo)
    day = (today() + dt.timedelta(days=7)).isoformat()
    begun = ugo.post("/directives/catalogue/new/", {"title": "Corsi di lingua", "valid_from": day})
    page = begun["Location"]
    new = {
        "kind": "add",
        "code": "for11",
        "label_it": "Corso A1",
        "label_en": "Course A1",
        "area": "training",
    }
    assert ugo.post(f"{page}changes/", new).status_code == 302
    gone = {"kind": "retire", "code": "FOR01", "successors": ["FOR11"]}
    assert ugo.post(f"{page}changes/", gone).status_code == 302
    wrong = ugo.post(f"{page}changes/", {"kind": "retire", "code": "FOR99"})
    assert wrong.status_code == 422 and "FOR99" in wrong.content.decode()
    assert browser(world.dario).get(page).status_code == 404, "being prepared"

    assert ugo.post(f"{page}push/").status_code == 302
    with acting_as(world.ugo.actor()):
        told = Directive.objects.get(catalogue__isnull=False)
    dario = browser(world.dario)
    html = dario.get(f"/directives/{told.pk}/").content.decode()
    assert "FOR01" in html and "FOR11" in html and "Corso A1" in html
    assert dario.get(page).status_code == 200 and dario.get("/directives/catalogue/").status_code == 200
    assert dario.post(f"/directives/{told.pk}/note/").status_code == 302


def test_a_colleague_and_a_stranger_change_nothing(world: World, browser: Browser) -> None:
    with acting_as(world.ugo.actor()):
        version = a_version(world.ugo, added("FOR11"))
    for who in (world.dario, world.nadia):
        assert browser(who).get("/directives/catalogue/new/").status_code == 403
        assert browser(who).post(f"/directives/catalogue/{version.pk}/push/").status_code == 403
    with acting_as(world.nadia.actor()), pytest.raises(Refused):
        catalogue.push_version(by=world.nadia, version=version)
