# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whatever somebody does with the owner's powers to facts, results or seals, the verification names it."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection, transaction

from lgnet.core.rowsecurity import acting_as
from lgnet.snapshots import actions, findings
from lgnet.snapshots.findings import Report
from lgnet.snapshots.models import Snapshot
from tests.database import TestDatabases, pointed_at
from tests.factories.counting import facts
from tests.factories.snapshots import JUNE
from tests.world import World, find_world


@pytest.fixture(scope="module")
def kept(
    databases: TestDatabases, django_db_setup: None, django_db_blocker: Any, worker_id: str
) -> Iterator[World]:
    """A database with two cut-offs, entered as the owner of the tables."""
    name = databases.copy(f"cutoffs_{worker_id}")
    with django_db_blocker.unblock():
        with pointed_at(name, "lgnet_web"):
            world = find_world()
            facts(world.anna, 1, 2, 3)
            facts(world.carla, 4)
            actions.take(by=world.ugo, cutoff_on=JUNE)
            facts(world.anna, 5)
            actions.take(by=world.ugo, cutoff_on=JUNE, reason="one more")
        with pointed_at(name, "lgnet_owner"):
            yield world
    databases.drop(name)


TABLES = (
    "counting_countingfact", "counting_factsubject", "snapshots_snapshot", "snapshots_frozendefinition",
    "snapshots_factleaf", "snapshots_result",
)  # fmt: skip


def after(world: World, statement: str) -> Report:
    """What the verification says after a statement, which is then rolled back."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("set constraints all deferred")
            for table in TABLES:
                cursor.execute(f"alter table {table} disable trigger user")
            cursor.execute(statement)
            assert cursor.rowcount > 0
        with acting_as(world.ugo.actor()):
            snapshot = Snapshot.objects.select_related("edition", "before").get(code="2026-06-30.2")
        report = actions.verify(by=world.ugo, snapshot=snapshot)
        transaction.set_rollback(True)
    return report


def test_an_untouched_cutoff_holds(kept: World) -> None:
    report = after(kept, "select 1")

    assert report.holds and not report.findings


ONE = "(select id from counting_countingfact where kind = 'supported' order by id limit 1)"


@pytest.mark.parametrize(
    ("what", "statement", "code"),
    [
        ("a fact is changed", f"update counting_countingfact set sex = 'M' where id = {ONE}", findings.FACTS),
        (
            "a fact gets another day of its month",
            f"update counting_countingfact set occurred_on = occurred_on + 1 where id = {ONE}",
            findings.FACTS,
        ),
        (
            "a fact is removed",
            "with gone as (delete from counting_factsubject where fact_id in"
            " (select id from counting_countingfact where kind = 'supported'))"
            " delete from counting_countingfact where kind = 'supported'",
            findings.FACTS,
        ),
        (
            "a fact is slipped in",
            "insert into counting_countingfact (id, kind, partner_id, occurred_on, pseudonym, is_weak, sex, age_band,"
            " weight, reason, recorded_at, entered_at) select gen_random_uuid(), kind, partner_id, occurred_on,"
            " '\\xaa', is_weak, sex, age_band, 1, '', recorded_at, entered_at from counting_countingfact"
            f" where id = {ONE}",
            findings.FACTS,
        ),
        (
            "a fact is said to have been entered later",
            f"update counting_countingfact set entered_at = entered_at + interval '1 day' where id = {ONE}",
            findings.FACTS,
        ),
        (
            "a result is changed",
            "update snapshots_result set n = n + 1 where indicator = 'O.2.3' and measure = 'achieved'",
            findings.VALUE,
        ),
        (
            "a result is taken away",
            "delete from snapshots_result where indicator = 'O.2.3' and measure = 'achieved'",
            findings.VALUES,
        ),
        ("a digest is changed", "update snapshots_factleaf set digest = repeat('0', 64)", findings.LEAVES),
        (
            "the rule is changed",
            "update snapshots_frozendefinition set text = replace(text, 'O.2.3', 'O.2.9')",
            findings.DEFINITION,
        ),
        (
            "a definition is taken away",
            "delete from snapshots_frozendefinition where indicator = 'R.2.9'",
            findings.DEFINITIONS,
        ),
        ("the day is changed", "update snapshots_snapshot set cutoff_on = '2026-07-01'", findings.SEAL),
        (
            "the cut-off before it is changed with its seal",
            "update snapshots_snapshot set seal = repeat('0', 64) where code = '2026-06-30.1'",
            findings.SEAL,
        ),
    ],
)
def test_what_was_touched_is_named(kept: World, what: str, statement: str, code: str) -> None:
    report = after(kept, statement)

    assert not report.holds, what
    assert code in {finding.code for finding in report.findings}


def test_the_sentence_says_which_partner_kind_and_month(kept: World) -> None:
    report = after(kept, f"update counting_countingfact set sex = 'M' where id = {ONE}")

    found = next(finding for finding in report.findings if finding.code == findings.FACTS)
    names = {str(kept.genova.pk): "Genova", "supported": "Participant supported"}
    assert str(found.sentence(names)).startswith(
        "Fatti di Genova, Participant supported, 2026-03: alla chiusura erano 4"
    )
