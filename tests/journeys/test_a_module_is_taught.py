# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The direction plans a module, somebody enrols, the coordinator approves, the code on the wall says who is there.

And a module for the whole network, from its plan to the certificates and to its use three months later.
"""

import datetime as dt
import uuid
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
import time_machine
from django.db.models import F
from playwright.sync_api import expect

from lgnet.core.clock import ROME, now, today
from lgnet.core.rowsecurity import acting_as
from lgnet.evaluation.actions import answer
from lgnet.evaluation.jobs import run_surveys
from lgnet.evaluation.models import Group, Invitation, Survey
from lgnet.evaluation.queries.asking import months_later
from lgnet.evaluation.queries.results import Turnout, turnout
from lgnet.network import editions
from lgnet.network.worker import Worker
from lgnet.training.actions import enrol, keep_list
from lgnet.training.models import Enrolment, Module, Session
from tests.factories.network import at_work, colleague
from tests.journeys.somebody import PHONE, Somebody
from tests.world import World

pytestmark = pytest.mark.journey


def a_session_now() -> dict[str, str]:
    """Hours around the present one, on one day in Rome: the doors are open."""
    here = now().astimezone(ROME)
    begins = max(here - dt.timedelta(minutes=10), here.replace(hour=0, minute=0))
    ends = min(here + dt.timedelta(hours=2), here.replace(hour=23, minute=59))
    return {"day": f"{here:%Y-%m-%d}", "begins": f"{begins:%H:%M}", "ends": f"{ends:%H:%M}"}


def planned(ugo: Somebody, title: str) -> str:
    """A module that begins in ten days, with Paola teaching, published; its address."""
    ugo.open("/training/new/")
    ugo.fill(title="Programma di prova", aims="Servizi integrati")
    ugo.send("form.ui-form")
    ugo.fill(code="P1", title=title, places="2", enrol_until=f"{today() + dt.timedelta(days=5):%Y-%m-%d}")
    ugo.expect_accessible()
    ugo.send("form.ui-form")
    address = f"/training/modules/{ugo.id_in_address}/"
    ugo.open(f"{address}sessions/new/")
    ugo.fill(
        title="Primo incontro", day=f"{today() + dt.timedelta(days=10):%Y-%m-%d}", begins="09:00", ends="12:00",
        room="Sala Conferenze", trainers="paola@example.org",
    )  # fmt: skip
    ugo.expect_accessible()
    ugo.send("form.ui-form")
    ugo.send(f'form[action="{address}publish/"]')
    ugo.reads("Iscrizioni aperte", "Paola Neri")
    return address


def test_a_module_is_planned_filled_approved_and_attended(somebody: Callable[..., Somebody]) -> None:
    ugo = somebody("ugo")
    address = planned(ugo, "Presa in carico di prova")
    ugo.expect_accessible()

    anna = somebody("anna", viewport=PHONE)
    anna.open(address)
    anna.send(f'form[action="{address}enrol/"]')
    anna.reads("Un posto è riservato a te")
    anna.expect_accessible()

    dario = somebody("dario")
    dario.open("/")
    dario.reads("Formazione: richieste da approvare")
    dario.open("/training/")
    dario.expect_accessible()
    dario.page.locator(".trn-request", has_text="Anna Parodi").get_by_role("button", name="Approva").click()
    dario.reads("Anna Parodi può partecipare.")

    ugo.open(address)
    ugo.follow("text=Primo incontro")
    ugo.follow("text=Sposta o modifica")
    ugo.fill(**a_session_now())
    ugo.send("form.ui-form")
    ugo.reads("Spostato")

    paola = somebody("paola")
    paola.open("/training/")
    paola.follow("text=Primo incontro")
    session = paola.page.url
    paola.expect_accessible()
    paola.follow("text=Mostra il codice in sala")
    paola.expect_accessible()
    code = paola.page.locator(".trn-code").inner_text()
    expect(paola.page.locator(".trn-picture svg")).to_be_visible()

    anna.open("/")
    anna.reads("Primo incontro")
    anna.open(f"{session}here/")
    anna.fill(code="ABCDEF")
    anna.send("form.ui-form", status=422)
    anna.reads("Questo codice non è valido")
    anna.fill(code=code)
    anna.expect_accessible()
    anna.send("form.ui-form")
    anna.reads("La tua presenza è registrata", "La tua presenza")
    anna.expect_accessible()

    paola.open(session)
    paola.reads("Anna Parodi, Genova", "Segnati 1 su 1.")
    ugo.open(address)
    expect(ugo.page.locator("tr", has_text="Genova").last).to_contain_text("1")
    ugo.expect_accessible()


TEAMS, SIZE = 22, 120


def a_hundred_and_twenty(world: World) -> list[Worker]:
    """Workers of all local partners, in turn; Anna and Dario of Genova among them."""
    with acting_as(world.ugo.actor()):
        partners = list(editions.local_partners())
    assert len(partners) == TEAMS
    found = [world.anna, world.dario]
    for n in range(SIZE - len(found)):
        partner = partners[n % TEAMS]
        user = colleague(f"Operatrice {n} Prova", f"op{n}.{uuid.uuid4().hex[:6]}@example.org")
        found.append(at_work(partner, "case_manager", user, valid_from="2024-01-01"))
    return found


def months_pass(world: World, module_id: uuid.UUID, days: int) -> list[Session]:
    """The module lies so many days further back than it was planned."""
    back = dt.timedelta(days=days)
    with acting_as(world.ugo.actor()):
        Module.objects.filter(pk=module_id).update(enrol_until=F("enrol_until") - back)
        Session.objects.filter(module=module_id).update(
            starts_at=F("starts_at") - back, ends_at=F("ends_at") - back
        )
        return list(Session.objects.filter(module=module_id).select_related("module").order_by("starts_at"))


def attended(world: World, module_id: uuid.UUID, sessions: list[Session]) -> None:
    """Paola keeps the lists: everybody was there, ten of them in one session only."""
    with acting_as(world.ugo.actor()):
        places = list(Enrolment.objects.filter(module=module_id, state="seated").order_by("arrival"))
    assert len(places) == SIZE
    for n, session in enumerate(sessions):
        present = places if n == 0 else places[:-10]
        with acting_as(world.paola.actor()):
            keep_list(by=world.paola, session=session, marks=dict.fromkeys([p.pk for p in present], 180))


def answered(people: list[Worker], module_id: uuid.UUID) -> int:
    """They answer one after the other; how many answers counted."""
    counted = 0
    for n, one in enumerate(people):
        with acting_as(one.actor()):
            invitation = Invitation.objects.select_related("survey__module").get(survey__module=module_id)
            counted += answer(by=one, invitation=invitation, marks=[1 + n % 5, 4, 4, 5, 0])
    return counted


def test_a_module_for_a_hundred_and_twenty_from_the_plan_to_its_use_after_three_months(
    somebody: Callable[..., Somebody], behind: Callable[[], AbstractContextManager[World]]
) -> None:
    ugo = somebody("ugo")
    ugo.open("/training/new/")
    ugo.fill(title="Programma per tutta la rete", aims="Servizi integrati")
    ugo.send("form.ui-form")
    ugo.fill(
        code="R1", title="Lavorare in équipe", contents="Équipe, primo colloquio, piano individuale.",
        places=str(SIZE), enrol_until=f"{today() + dt.timedelta(days=5):%Y-%m-%d}",
    )  # fmt: skip
    ugo.field("needs_approval").uncheck()
    ugo.send("form.ui-form")
    module_id = uuid.UUID(ugo.id_in_address)
    address = f"/training/modules/{module_id}/"
    for n in range(4):
        ugo.open(f"{address}sessions/new/")
        day = today() + dt.timedelta(days=7 + n)
        ugo.fill(
            title=f"Incontro {n + 1}", day=f"{day:%Y-%m-%d}", begins="09:00", ends="12:00",
            room="Sala Conferenze", trainers="paola@example.org",
        )  # fmt: skip
        ugo.send("form.ui-form")
    ugo.send(f'form[action="{address}publish/"]')

    anna = somebody("anna", viewport=PHONE)
    anna.open(address)
    anna.send(f'form[action="{address}enrol/"]')
    with behind() as world:
        people = a_hundred_and_twenty(world)
        with acting_as(world.ugo.actor()):
            module = Module.objects.get(pk=module_id)
        for one in people[1:]:
            with acting_as(one.actor()):
                enrol(by=one, module=module)
        last = today() + dt.timedelta(days=10)
        sessions = months_pass(world, module_id, (last - months_later(today(), -3)).days)
        attended(world, module_id, sessions)

    # The certificates: everybody but the ten who came once.
    ugo.open(f"/recognition/modules/{module_id}/")
    ugo.fill(signatory="Elena Moretti", signatory_role="Responsabile della formazione")
    ugo.send("#award")
    ugo.send(f'form[action="/recognition/modules/{module_id}/issue/"]')
    ugo.reads("110 attestati")
    ugo.open("/evaluation/form/")
    ugo.reads("110 righe si possono rendicontare", "frequentato il 25% delle ore")
    ugo.expect_accessible()

    # Three months after the last session everybody who was there is asked whether they use it.
    with behind():
        run_surveys()
        with acting_as(world.ugo.actor()):
            survey = Survey.objects.get(module=module_id)
            assert survey.kind == "use"
            assert turnout([survey.pk])[survey.pk, None] == Turnout(SIZE, 0)
    anna.open("/")
    anna.reads("Lo usi nel lavoro? Lavorare in équipe")
    anna.follow("text=Lo usi nel lavoro? Lavorare in équipe")
    anna.expect_accessible()
    for n in range(1, 5):
        anna.tick(f"q{n}", "4")
    anna.fill(words="Servono più mediatori.")
    anna.send("#answers", status=422)
    anna.reads("Scegli un numero")
    assert anna.field("words").input_value() == "Servono più mediatori."
    anna.tick("q5", "0")
    anna.expect_accessible()
    anna.send("#answers")
    anna.reads("nessuno può capire quale sia")
    anna.expect_accessible()

    ugo.open(f"/evaluation/modules/{module_id}/")
    ugo.reads("1 su 120 nella rete", "a questionario chiuso")
    with behind() as world:
        assert answered(people[1:90], module_id) == 89
        with time_machine.travel(now() + dt.timedelta(days=31), tick=False):
            run_surveys()
        with acting_as(world.ugo.actor()):
            groups = {one.scope: one.answers for one in Group.objects.filter(survey__module=module_id)}
        assert groups["network"] == 90
    ugo.open(f"/evaluation/modules/{module_id}/")
    ugo.reads("90 su 120 nella rete", "Quanto sono d’accordo", "Altri partner insieme")
    ugo.expect_accessible()
    dario = somebody("dario")
    dario.open(f"/evaluation/modules/{module_id}/")
    dario.reads("90 su 120 nella rete", "Genova")
    dario.expect_accessible()
