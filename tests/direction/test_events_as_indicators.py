# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Events and participations are indicators as the others: read by the nation without names, kept by a cut-off."""

import datetime as dt
import uuid
from collections.abc import Callable

from django.test import Client

from lgnet.core.ids import new_id
from lgnet.core.rowsecurity import acting_as
from lgnet.counting import actions as counting
from lgnet.counting.models import NETWORK, FactKind
from lgnet.direction.indicators import INDICATORS
from lgnet.network.worker import Worker
from lgnet.snapshots import actions
from lgnet.snapshots.differences import Event
from lgnet.snapshots.models import Result, Snapshot
from lgnet.snapshots.queries.differences import difference
from tests.factories.snapshots import a_cutoff
from tests.world import World

DAY = dt.date(2026, 3, 5)


def state(by: Worker, kind: FactKind, n: int = 1) -> uuid.UUID:
    """So many facts of one event."""
    event = new_id()
    with acting_as(by.actor()):
        counting.hold(
            kind=kind, n=n, occurred_on=DAY, subject_id=event, evidence="tests:1", detail="registered",
        )  # fmt: skip
    return event


def kept(snapshot: Snapshot, code: str) -> int:
    """What a cut-off says of the network."""
    rows = Result.objects.filter(
        snapshot=snapshot, scope=NETWORK, indicator=code, measure=Result.Measure.ACHIEVED
    )
    return sum(row.n for row in rows)


def test_a_cut_off_keeps_what_it_said_when_an_event_is_taken_back_or_written_down_late(world: World) -> None:
    event = state(world.dario, FactKind.EVENT)
    state(world.carla, FactKind.EVENT)
    state(world.dario, FactKind.PARTICIPATION, 40)
    june = a_cutoff(world.ugo)

    with acting_as(world.dario.actor()):
        counting.take_back(kind=FactKind.EVENT, subject_id=event, reason="it was not held")
    state(world.carla, FactKind.PARTICIPATION, 25)
    again = a_cutoff(world.ugo)

    with acting_as(world.ugo.actor()):
        assert (kept(june, "EVENTS"), kept(june, "PARTICIPATIONS")) == (2, 40)
        assert (kept(again, "EVENTS"), kept(again, "PARTICIPATIONS")) == (1, 65)
        found = {
            code: difference(june, again, INDICATORS[code], NETWORK) for code in ("EVENTS", "PARTICIPATIONS")
        }
    assert dict(found["EVENTS"].adds) == {Event.TAKEN_BACK: -1}
    assert dict(found["PARTICIPATIONS"].adds) == {Event.BACKDATED: 25}
    assert actions.verify(by=world.ugo, snapshot=june).holds


def test_the_pages_of_figures_show_them_without_sex_and_age(
    world: World, browser: Callable[[Worker], Client]
) -> None:
    state(world.dario, FactKind.EVENT)
    state(world.dario, FactKind.PARTICIPATION, 1_234)
    own, nation = browser(world.dario), browser(world.nadia)
    for page in (
        own.get("/direction/partners/genova/?indicator=PARTICIPATIONS"),
        nation.get("/direction/?indicator=PARTICIPATIONS"),
    ):
        read = page.content.decode()
        assert "1.234" in read and "Per sesso e fascia" not in read
    definition = own.get("/direction/indicators/PARTICIPATIONS/").content.decode()
    assert "1.234" in definition and "Sono presenze, non persone" in definition
    assert "/evidence/partners/genova/?kind=participation" in definition
    assert (
        "Per sesso e fascia" in own.get("/direction/partners/genova/?indicator=REGISTERED").content.decode()
    )


def test_the_stranger_meets_no_figure_of_another_partner(
    world: World, browser: Callable[[Worker], Client]
) -> None:
    state(world.dario, FactKind.EVENT)
    assert browser(world.carla).get("/direction/partners/genova/?indicator=EVENTS").status_code == 404
    assert browser(world.fabio).get("/direction/partners/genova/?indicator=EVENTS").status_code in {403, 404}
