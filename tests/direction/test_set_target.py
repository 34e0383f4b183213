# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The direction decides targets in versions; the published ones are there from the beginning."""

import datetime as dt
from collections.abc import Callable

import pytest
import time_machine
from django.db import DatabaseError, transaction
from django.test import Client

from lgnet.core.authz import Refused
from lgnet.core.clock import today
from lgnet.core.models import AuditEntry
from lgnet.core.rowsecurity import acting_as
from lgnet.counting.models import NETWORK
from lgnet.direction import queries
from lgnet.direction.actions import set_target
from lgnet.direction.indicators import O_2_3, TAKEN_IN_CHARGE
from lgnet.direction.models import Target
from lgnet.network import editions
from lgnet.network.worker import Worker
from tests.factories.direction import a_target
from tests.world import World


def held(world: World, code: str = "TAKEN_IN_CHARGE") -> Target | None:
    return queries.targets(editions.current()).get((world.genova.pk, code))


def test_published_targets_are_loaded_where_they_name_what_we_count(world: World) -> None:
    with acting_as(world.nadia.actor()):
        targets = queries.targets(editions.current())

        assert targets[NETWORK, "O.2.3"].value == 9000
        assert targets[world.genova.pk, "TAKEN_IN_CHARGE"].value == 200
        assert (world.genova.pk, "CONTACTS") not in targets, "people intercepted are not contacts"
        assert {target.sureness for target in targets.values()} == {"published"}


def test_the_latest_decision_holds_and_the_earlier_ones_stay(world: World) -> None:
    with acting_as(world.ugo.actor()):
        for value, day in ((220, dt.date(2026, 3, 1)), (210, dt.date(2026, 2, 1))):
            a_target(world.ugo, world.genova, value, day=day)

        now_held = held(world)
        assert now_held is not None
        assert now_held.value == 220
        versions = queries.target_history(editions.current(), world.genova, TAKEN_IN_CHARGE)
        assert [target.value for target in versions] == [220, 210, 200]
        assert AuditEntry.objects.filter(event="target.set").count() == 0, "of Ugo's organisation's chain"


def test_a_second_decision_of_the_day_holds_and_the_first_stays(world: World) -> None:
    with acting_as(world.ugo.actor()):
        first = set_target(by=world.ugo, partner=world.genova, indicator=O_2_3, value=10)
        second = set_target(by=world.ugo, partner=world.genova, indicator=O_2_3, value=100, source="act 12")

        assert (first.version, second.version) == (1, 2)
        now_held = held(world, "O.2.3")
        assert now_held is not None
        assert now_held.pk == second.pk
        assert second.decision is not None
        assert second.decision.reason == "act 12"
        versions = queries.target_history(editions.current(), world.genova, O_2_3)
        assert [target.value for target in versions] == [100, 10]


def test_a_version_is_never_changed(world: World) -> None:
    with acting_as(world.ugo.actor()):
        made = set_target(by=world.ugo, partner=world.genova, indicator=O_2_3, value=10)
        for change in (
            lambda: Target.objects.filter(pk=made.pk).update(value=1),
            lambda: Target.objects.filter(pk=made.pk).delete(),
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                change()


def test_who_may_not_set_targets_is_refused(world: World) -> None:
    for worker in (world.nadia, world.dario):
        with acting_as(worker.actor()), pytest.raises(Refused, match="egia nazionale"):
            set_target(by=worker, partner=world.genova, indicator=O_2_3, value=10)
    with acting_as(world.dario.actor()), pytest.raises(DatabaseError), transaction.atomic():
        Target.objects.filter(partner=world.genova).update(value=1)


@pytest.mark.parametrize("day", [dt.date(2024, 1, 1), dt.date(2030, 1, 1)])
def test_a_target_is_decided_during_the_edition_and_not_in_the_future(world: World, day: dt.date) -> None:
    with acting_as(world.ugo.actor()), pytest.raises(Refused):
        set_target(by=world.ugo, partner=world.genova, indicator=O_2_3, value=10, decided_on=day)


def test_only_local_partners_have_targets(world: World) -> None:
    with acting_as(world.ugo.actor()), pytest.raises(Refused):
        set_target(by=world.ugo, partner=world.ugo.organisation, indicator=O_2_3, value=10)


def test_when_the_edition_is_over_targets_stay(world: World) -> None:
    after = time_machine.travel("2027-01-17T10:00:00Z", tick=False)
    with after, acting_as(world.ugo.actor()), pytest.raises(Refused, match="finita"):
        set_target(by=world.ugo, partner=world.genova, indicator=O_2_3, value=10)


def test_the_director_sets_a_target_in_the_browser(world: World, browser: Callable[[Worker], Client]) -> None:
    ugo = browser(world.ugo)
    url = "/direction/partners/genova/targets/O.2.3/"
    typed = {"value": "1.250", "source": "Convenzione, art. 4", "decided_on": today().isoformat()}

    wrong = ugo.post(url, typed | {"value": "molti"})
    right = ugo.post(url, typed)

    assert wrong.status_code == 422
    assert "Convenzione, art. 4" in wrong.content.decode()
    assert right.status_code == 302
    assert "1.250" in ugo.get("/direction/partners/genova/?indicator=O.2.3").content.decode()
    assert "Convenzione, art. 4" in ugo.get(url).content.decode()
    assert ugo.post("/direction/partners/network/targets/O.2.3/", typed).status_code == 302
    assert ugo.post("/direction/partners/nowhere/targets/O.2.3/", typed).status_code == 404
    assert ugo.post("/direction/partners/genova/targets/O.2.4/", typed).status_code == 404
