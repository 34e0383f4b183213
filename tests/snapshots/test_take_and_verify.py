# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A cut-off freezes what the facts say; years later it gives the same numbers, or names what was touched."""

import datetime as dt
import uuid
from dataclasses import replace

import pytest
from django.db import Error, transaction

from lgnet.core.authz import Refused
from lgnet.core.rowsecurity import acting_as
from lgnet.counting import actions as counting
from lgnet.counting.models import NETWORK, FactKind
from lgnet.direction.indicators import O_2_3, register
from lgnet.direction.indicators.counting_rules import PERSONS_SQL
from lgnet.direction.indicators.definition import Definition, Wording
from lgnet.snapshots import actions, findings
from lgnet.snapshots.models import FactLeaf, FrozenDefinition, Result, Snapshot
from tests.factories.counting import facts
from tests.factories.snapshots import JUNE, a_cutoff
from tests.world import World


def value(snapshot: Snapshot, scope: uuid.UUID, indicator: str = "O.2.3") -> int:
    rows = Result.objects.filter(
        snapshot=snapshot, scope=scope, indicator=indicator, measure="achieved", line=""
    )
    return sum(row.n for row in rows)


def test_a_cutoff_freezes_the_values_of_the_partners_and_each_person_of_the_network_once(
    world: World,
) -> None:
    facts(world.anna, 1, 2, 3)
    facts(world.carla, 3, 4)

    snapshot = a_cutoff(world.ugo)

    with acting_as(world.ugo.actor()):
        assert value(snapshot, world.genova.pk) == 3
        assert value(snapshot, world.torino.pk) == 2
        assert value(snapshot, NETWORK) == 4
        assert snapshot.code == "2026-06-30.1"
        assert snapshot.facts == sum(FactLeaf.objects.filter(snapshot=snapshot).values_list("n", flat=True))


def test_frozen_values_are_those_of_the_definitions_themselves(world: World) -> None:
    facts(world.anna, 1, 2, 3)
    facts(world.carla, 3, 4, sex="M")
    facts(world.anna, 9, kind=FactKind.REGISTERED)

    snapshot = a_cutoff(world.ugo)

    assert actions.verify(by=world.ugo, snapshot=snapshot).holds


def test_facts_of_a_later_day_are_not_in_it(world: World) -> None:
    facts(world.anna, 1, day=JUNE)
    facts(world.anna, 2, day=JUNE + dt.timedelta(days=1))

    snapshot = a_cutoff(world.ugo)

    with acting_as(world.ugo.actor()):
        assert value(snapshot, NETWORK) == 1


def test_one_year_of_changes_later_the_same_numbers_are_computed(world: World) -> None:
    kept = facts(world.anna, 1, 2, 3)
    facts(world.carla, 3, 4)
    snapshot = a_cutoff(world.ugo)

    facts(world.anna, 11, day=dt.date(2026, 2, 1))  # written down late
    facts(world.anna, 1, day=dt.date(2025, 2, 1), sex="M")  # earlier than what counted until now
    with acting_as(world.anna.actor()):
        counting.counter(fact=kept[0], reason="registered by mistake")
        counting.follow_identity(
            person_id=kept[1].subject.subject_id,
            pseudonym=bytes([3]) * 32,
            is_weak=False,
            sex="F",
            birth_date=None,
            reason="identity corrected or confirmed",
        )
    facts(world.carla, 12, 13, day=dt.date(2027, 3, 1))

    report = actions.verify(by=world.ugo, snapshot=snapshot)

    assert report.holds and not report.findings
    with acting_as(world.ugo.actor()):
        assert value(snapshot, NETWORK) == 4


def test_a_second_cutoff_of_a_day_says_why_and_leaves_the_first_as_it_was(world: World) -> None:
    facts(world.anna, 1)
    first = a_cutoff(world.ugo)
    facts(world.anna, 2)

    with pytest.raises(Refused, match="spiega perché"):
        actions.take(by=world.ugo, cutoff_on=JUNE)
    second = a_cutoff(world.ugo, reason="one more person was written down late")

    assert (second.code, second.before) == ("2026-06-30.2", first)
    with acting_as(world.ugo.actor()):
        assert (value(first, NETWORK), value(second, NETWORK)) == (1, 2)
    assert actions.verify(by=world.ugo, snapshot=first).holds


def test_a_definition_changed_in_mid_edition_counts_by_its_version_of_the_day(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts(world.anna, 1, 2, day=dt.date(2026, 3, 5))
    before = a_cutoff(world.ugo)
    only_women = PERSONS_SQL.replace("where f.weight = 1", "where f.sex = 'F' and f.weight = 1")
    changed = replace(
        O_2_3, version=2, valid_from=dt.date(2026, 7, 1), exact_sql=only_women,
        changed=Wording("Solo donne", "Women only"),
    )  # fmt: skip
    _publish(monkeypatch, O_2_3, changed)
    facts(world.anna, 3, 4, sex="M", day=dt.date(2026, 8, 1))

    after = a_cutoff(world.ugo, dt.date(2026, 8, 31))

    with acting_as(world.ugo.actor()):
        versions = [
            FrozenDefinition.objects.get(snapshot=s, indicator="O.2.3").version for s in (before, after)
        ]
        assert versions == [1, 2]
        assert (value(before, NETWORK), value(after, NETWORK)) == (2, 2)
        assert value(after, world.genova.pk) == 2
    for snapshot in (before, after):
        assert actions.verify(by=world.ugo, snapshot=snapshot).holds


def test_a_definition_that_was_edited_without_a_new_version_is_told_and_the_numbers_hold(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts(world.anna, 1)
    snapshot = a_cutoff(world.ugo)
    _publish(monkeypatch, replace(O_2_3, rule=Wording("Altro", "Something else")))

    report = actions.verify(by=world.ugo, snapshot=snapshot)

    assert [finding.code for finding in report.findings] == [findings.EDITED]
    assert report.holds


def _publish(monkeypatch: pytest.MonkeyPatch, *versions: Definition) -> None:
    monkeypatch.setitem(register.VERSIONS, "O.2.3", versions)
    monkeypatch.setitem(register.MEASURED, "O.2.3", versions[-1])


def test_nobody_changes_a_cutoff_or_adds_to_it(world: World) -> None:
    facts(world.anna, 1)
    snapshot = a_cutoff(world.ugo)

    with acting_as(world.ugo.actor()):
        for wrong in (
            lambda: Snapshot.objects.filter(pk=snapshot.pk).update(facts=0),
            lambda: Result.objects.filter(snapshot=snapshot).delete(),
            lambda: Result.objects.create(
                snapshot=snapshot, scope=NETWORK, indicator="O.2.3", measure="achieved", line="x", n=9
            ),
        ):
            with pytest.raises(Error), transaction.atomic():
                wrong()


def test_only_the_direction_takes_cut_offs_and_only_of_days_that_are_over(world: World) -> None:
    for who in (world.nadia, world.dario):
        with pytest.raises(Refused, match="Solo la regia nazionale"):
            actions.take(by=who, cutoff_on=JUNE)
    with pytest.raises(Refused, match="prima dell’inizio"):
        actions.take(by=world.ugo, cutoff_on=dt.date(2019, 6, 30))


def test_a_partner_reads_its_own_frozen_values_and_the_networks(world: World) -> None:
    facts(world.anna, 1, 2)
    facts(world.carla, 3)
    snapshot = a_cutoff(world.ugo)

    with acting_as(world.carla.actor()):
        assert value(snapshot, world.torino.pk) == 1
        assert value(snapshot, NETWORK) == 3
        assert value(snapshot, world.genova.pk) == 0
        assert not FactLeaf.objects.filter(snapshot=snapshot).exclude(partner=world.torino).exists()
