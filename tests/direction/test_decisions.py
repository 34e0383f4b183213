# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Acts of the direction: many targets at once, taken back by new versions, and never below what is reached unasked."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

import pytest
from django.db import DatabaseError, transaction

from lgnet.core.authz import Refused, Stale
from lgnet.core.rowsecurity import acting_as
from lgnet.counting.models import NETWORK, FactKind
from lgnet.direction import planned, queries
from lgnet.direction.actions import (
    NO_VERSION,
    Wanted,
    redistribute,
    refuse_redistribution,
    set_sheet,
    set_target,
    take_back,
)
from lgnet.direction.indicators import CONTACTS, O_2_3, REGISTERED, TAKEN_IN_CHARGE
from lgnet.direction.models import Decision, Target
from lgnet.direction.parts import Parts
from lgnet.network import editions
from lgnet.network.models import Organisation
from tests.factories.counting import facts
from tests.factories.direction import a_target
from tests.world import World


def seen(wanted: Sequence[Wanted]) -> Mapping[str, int]:
    """The versions that hold now."""
    held = queries.targets(editions.current())
    return {
        f"{each.scope}/{each.indicator}": held[each.scope, each.indicator].version
        if (each.scope, each.indicator) in held
        else NO_VERSION
        for each in wanted
    }


def value(world: World, code: str = "O.2.3") -> int | None:
    target = queries.targets(editions.current()).get((world.genova.pk, code))
    return target.value if target else None


def test_a_target_below_what_is_reached_needs_a_reason(world: World) -> None:
    facts(world.anna, 1, 2, 3)
    with acting_as(world.ugo.actor()):
        with pytest.raises(Refused, match="Genova: 3 sono già raggiunti, 2 è meno: scrivi perché"):
            a_target(world.ugo, world.genova, 2, indicator=O_2_3)
        assert value(world) is None

        made = set_target(
            by=world.ugo, partner=world.genova, indicator=O_2_3, value=2, below_reason="Fondi ridotti"
        )

        assert made.below_reason == "Fondi ridotti"
        a_target(world.ugo, world.genova, 3, indicator=O_2_3)


def test_a_sheet_is_one_act_and_taken_back_as_one(world: World) -> None:
    with acting_as(world.ugo.actor()):
        a_target(world.ugo, world.genova, 100, indicator=O_2_3, day=dt.date(2026, 2, 1))
        wanted = [
            Wanted(world.genova, "O.2.3", 150),
            Wanted(world.torino, "O.2.3", 70),
            Wanted(None, "CONTACTS", 9),
        ]
        act = set_sheet(by=world.ugo, wanted=wanted, reason="Tabella 2026", seen=seen(wanted))

        assert value(world) == 150
        assert act.targets.count() == 3

        back = take_back(by=world.ugo, decision=act, reason="Era la tabella sbagliata")

        held = queries.targets(editions.current())
        assert held[world.genova.pk, "O.2.3"].value == 100
        assert (world.torino.pk, "O.2.3") not in held
        assert (NETWORK, "CONTACTS") not in held
        assert back.takes_back == act
        versions = queries.target_history(editions.current(), world.torino, O_2_3)
        assert [target.value for target in versions] == [None, 70], "nothing is lost"
        with pytest.raises(Refused, match="già annullato"):
            take_back(by=world.ugo, decision=act, reason="Ancora")
        with pytest.raises(Refused):
            take_back(by=world.ugo, decision=back, reason="Ancora")


def test_what_was_decided_anew_since_is_not_taken_back(world: World) -> None:
    with acting_as(world.ugo.actor()):
        first = a_target(world.ugo, world.genova, 100, indicator=O_2_3)
        a_target(world.ugo, world.genova, 120, indicator=O_2_3)
        assert first.decision is not None
        with pytest.raises(Refused, match="Genova"):
            take_back(by=world.ugo, decision=first.decision, reason="Errore")


def test_a_sheet_that_looked_at_older_targets_is_stale(world: World) -> None:
    with acting_as(world.ugo.actor()):
        wanted = [Wanted(world.genova, "O.2.3", 150)]
        before = seen(wanted)
        a_target(world.ugo, world.genova, 90, indicator=O_2_3)
        with pytest.raises(Stale):
            set_sheet(by=world.ugo, wanted=wanted, reason="Tabella", seen=before)


def test_a_redistribution_keeps_the_sum_and_the_plan(world: World) -> None:
    with acting_as(world.ugo.actor()):
        parts = Parts({("F", "18-60"): 70, ("M", "18-60"): 30})
        set_target(by=world.ugo, partner=world.genova, indicator=O_2_3, value=100, parts=parts)
        a_target(world.ugo, world.torino, 50, indicator=O_2_3)
        uneven = [Wanted(world.genova, "O.2.3", 90), Wanted(world.torino, "O.2.3", 61)]
        even = [
            Wanted(world.genova, "O.2.3", 90, parts.scaled(100, 90)),
            Wanted(world.torino, "O.2.3", 60),
        ]

        with pytest.raises(Refused, match="somma"):
            redistribute(by=world.ugo, wanted=uneven, reason="Prova", seen=seen(uneven))
        act = redistribute(by=world.ugo, wanted=even, reason="Al passo di ottobre", seen=seen(even))

        made = act.targets.get(partner=world.genova)
        assert planned.parts_of([made])[made.pk].cells == {("F", "18-60"): 63, ("M", "18-60"): 27}
        take_back(by=world.ugo, decision=act, reason="Non concordato")
        held = queries.targets(editions.current())[world.genova.pk, "O.2.3"]
        assert planned.parts_of([held])[held.pk] == parts


def test_a_refused_proposal_is_written_down_and_changes_nothing(world: World) -> None:
    with acting_as(world.ugo.actor()):
        refused = refuse_redistribution(by=world.ugo, indicator=O_2_3, reason="Prima si parla con Genova")

        assert refused.kind == Decision.Kind.REFUSED
        assert not refused.targets.exists()
        with pytest.raises(Refused):
            take_back(by=world.ugo, decision=refused, reason="Ancora")


def test_a_partner_is_told_for_sixty_days_what_changed(world: World) -> None:
    with acting_as(world.ugo.actor()):
        a_target(world.ugo, world.genova, 80, indicator=O_2_3, day=dt.date(2026, 2, 1))
        a_target(world.ugo, world.genova, 90, indicator=O_2_3)
        a_target(world.ugo, world.torino, 70, indicator=O_2_3)

    with acting_as(world.dario.actor()):
        told = planned.told_lately(world.genova, editions.current())

    assert [target.value for target in told] == [90]


def test_a_partner_sees_how_others_stand_only_where_there_are_five(world: World) -> None:
    with acting_as(world.ugo.actor()):
        others = [each for each in editions.local_partners() if each not in {world.genova, world.torino}]
    facts(world.carla, 1, 2)
    facts(world.anna, 3)

    def set_for(*partners: Organisation) -> None:
        with acting_as(world.ugo.actor()):
            for partner in partners:
                set_target(
                    by=world.ugo, partner=partner, indicator=CONTACTS, value=10,
                )  # fmt: skip
                if partner == world.torino:
                    set_target(by=world.ugo, partner=partner, indicator=REGISTERED, value=4)

    def shown() -> dict[str, planned.Spread]:
        with acting_as(world.dario.actor()):
            return planned.spread_of_others(editions.current(), [CONTACTS, REGISTERED])

    set_for(world.genova, *others[:4])
    assert shown() == {}
    set_for(world.torino)
    assert set(shown()) == {"CONTACTS"}
    with acting_as(world.ugo.actor()), pytest.raises(DatabaseError), transaction.atomic():
        planned.spread_of_others(editions.current(), [CONTACTS])


def test_the_spread_of_the_database_is_that_of_the_slow_twin(world: World) -> None:
    facts(world.carla, 1, 2, 3)
    facts(world.anna, *range(10, 17), kind=FactKind.TAKEN_IN_CHARGE)
    with acting_as(world.ugo.actor()):
        for index, partner in enumerate(editions.local_partners()):
            a_target(world.ugo, partner, 5 + index, indicator=O_2_3)
        edition, seen_by_nation = editions.current(), queries.overview(O_2_3)
        targets = queries.targets(edition)
        shares = [
            seen_by_nation.value(partner.pk, O_2_3) * 100 // (targets[partner.pk, "O.2.3"].value or 1)
            for partner in editions.local_partners()
            if partner != world.genova
        ]

    with acting_as(world.dario.actor()):
        assert planned.spread_of_others(edition, [O_2_3])["O.2.3"] == planned.spread(shares)


@pytest.mark.parametrize("who", ["nadia", "dario", "carla"])
def test_who_does_not_set_targets_decides_nothing(world: World, who: str) -> None:
    worker = getattr(world, who)
    with acting_as(world.ugo.actor()):
        wanted = [Wanted(world.genova, "TAKEN_IN_CHARGE", 150)]
        looked_at = seen(wanted)
        act = a_target(world.ugo, world.genova, 10, indicator=O_2_3).decision
        assert act is not None
    with acting_as(worker.actor()):
        attempts: tuple[Callable[[], object], ...] = (
            lambda: set_sheet(by=worker, wanted=wanted, reason="Io", seen=looked_at),
            lambda: redistribute(by=worker, wanted=wanted, reason="Io", seen=looked_at),
            lambda: refuse_redistribution(by=worker, indicator=TAKEN_IN_CHARGE, reason="Io"),
            lambda: take_back(by=worker, decision=act, reason="Io"),
        )
        for attempt in attempts:
            with pytest.raises(Refused, match="egia nazionale"):
                attempt()
    with acting_as(world.carla.actor()), pytest.raises(DatabaseError), transaction.atomic():
        Target.objects.create(
            edition=editions.current(), indicator="O.2.3", value=1, decided_on=dt.date(2026, 1, 1)
        )
