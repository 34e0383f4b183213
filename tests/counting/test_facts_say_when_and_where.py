# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A fact says its action lines and its waiting; the database alone says when it was entered."""

import datetime as dt

from django.db import connection

from lgnet.core.ids import new_id
from lgnet.core.rowsecurity import acting_as
from lgnet.counting import actions
from lgnet.counting.models import CountingFact, FactKind
from tests.world import World

LONG_AGO = dt.datetime(2001, 1, 1, tzinfo=dt.UTC)


def taken(world: World) -> CountingFact:
    return actions.state(
        kind=FactKind.TAKEN_IN_CHARGE, partner_id=world.genova.pk, occurred_on=dt.date(2026, 3, 1),
        subject_id=new_id(), evidence="tests:1", pseudonym=b"1" * 32, lines=["housing", "housing"], days=9,
    )  # fmt: skip


def test_nobody_can_say_when_a_fact_was_entered_but_the_database(world: World) -> None:
    with acting_as(world.anna.actor()):
        CountingFact.objects.bulk_create(
            CountingFact(
                kind=FactKind.CONTACT, partner=world.genova, occurred_on=LONG_AGO.date(), recorded_at=LONG_AGO,
                entered_at=LONG_AGO,
            )
            for _ in range(2)
        )  # fmt: skip
        with connection.cursor() as cursor:
            cursor.execute("select now(), clock_timestamp()")
            begun, ended = cursor.fetchone()

        for fact in CountingFact.objects.filter(recorded_at=LONG_AGO):
            assert begun < fact.entered_at < ended


def test_a_counter_fact_repeats_lines_waiting_and_detail_by_itself(world: World) -> None:
    with acting_as(world.anna.actor()):
        fact = taken(world)
        with connection.cursor() as cursor:
            cursor.execute(
                "insert into counting_countingfact (id, kind, partner_id, occurred_on, pseudonym, is_weak, sex,"
                " age_band, weight, corrects_id, reason, recorded_at)"
                " select %s, kind, partner_id, occurred_on, pseudonym, is_weak, sex, age_band, -1, id, 'why', now()"
                " from counting_countingfact where id = %s",
                [new_id(), fact.pk],
            )

        taken_back = CountingFact.objects.get(corrects=fact)
        assert (taken_back.lines, taken_back.days) == (["housing"], 9)
        assert taken_back.entered_at > fact.entered_at
