# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The first page says which reviews of practices one's partner owes and which steps of an adoption are due."""

import datetime as dt

import time_machine
from django.utils import translation

from lgnet.core.clock import now, today
from lgnet.core.rowsecurity import acting_as
from lgnet.desk.pages.exchanging import practices_tiles
from lgnet.network.worker import Worker
from lgnet.practices.models import AdoptionStep
from tests.factories.network import at_work
from tests.factories.practices import published, submitted, taken, taken_up
from tests.world import World


def lines(worker: Worker) -> list[str]:
    with acting_as(worker.actor()), translation.override("it"):
        return [f"{line.name}, {line.note}" for tile in practices_tiles(worker) for line in tile.lines]


def test_a_review_that_the_partner_took_is_owed_until_it_is_decided(world: World) -> None:
    torino = at_work(world.torino, "coordinator")
    card = submitted(world.dario)
    assert lines(torino) == [], "nobody owes a review that nobody took"

    taken(torino, card)
    assert lines(torino) == ["Fondo di garanzia per gli affitti, da rivedere per Genova"]
    assert lines(world.dario) == lines(world.carla) == []


def test_a_step_is_due_to_its_owner_and_to_the_coordinator(world: World) -> None:
    torino = at_work(world.torino, "coordinator")
    adoption = taken_up(torino, published(world.dario, torino))
    with acting_as(torino.actor()):
        step = AdoptionStep.objects.filter(adoption=adoption).first()
        assert step is not None
        AdoptionStep.objects.filter(adoption=adoption).update(due_on=None)
        AdoptionStep.objects.filter(pk=step.pk).update(
            due_on=today() + dt.timedelta(days=30), owner=world.carla.user.pk
        )
    assert lines(torino) == lines(world.carla) == [], "a month away it is not due"

    with time_machine.travel(now() + dt.timedelta(days=20)):
        assert lines(world.carla) == lines(torino) != []
        assert lines(world.dario) == []
