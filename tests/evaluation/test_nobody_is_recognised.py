# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Answers belong to nobody, and what is told of them lets nobody be computed."""

from collections import Counter

import psycopg
import pytest
from django.db import ProgrammingError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lgnet.core.clock import today
from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.evaluation.models import Answer, Invitation, Quote, Remark
from lgnet.evaluation.models.answer import LEAST
from lgnet.evaluation.queries.results import quotes, told
from tests.database import TestDatabases
from tests.factories.evaluation import answered, asked, closed, team
from tests.world import World

ROLES = (DbRole.LOCAL, DbRole.NATIONAL, DbRole.WORKER, DbRole.PUBLIC, DbRole.GATE)


def test_no_role_reads_an_answer_nor_what_somebody_wrote(world: World) -> None:
    _module, survey = asked(world, world.anna)
    assert answered(world.anna, survey, text="È servito il gruppo.")

    for role in ROLES:
        for model in (Answer, Remark):
            who = Actor(role, world.genova.pk, world.anna.user.pk)
            with acting_as(who), pytest.raises(ProgrammingError, match="denied"), transaction.atomic():
                model.objects.count()
    nation = world.ugo.actor()
    with acting_as(nation), pytest.raises(ProgrammingError, match="denied"), transaction.atomic():
        Invitation.objects.count()
    with acting_as(world.dario.actor()):
        assert not Invitation.objects.exists(), "the coordinator reads numbers, not who answered"


def test_no_column_leads_back_and_none_tells_when() -> None:
    for model in (Answer, Remark):
        fields = {field.name: field.get_internal_type() for field in model._meta.local_fields}
        assert set(fields) <= {"id", "survey", "partner", "marks", "text"}
        assert not {"DateField", "DateTimeField", "BigAutoField"} & set(fields.values())


def test_no_entry_of_the_audit_tells_who_answered_when(world: World) -> None:
    _module, survey = asked(world, world.anna)
    with acting_as(world.anna.actor()), connection.cursor() as cursor:
        cursor.execute("select count(*) from core_auditentry")
        before = cursor.fetchone()
    assert answered(world.anna, survey)
    with acting_as(world.anna.actor()), connection.cursor() as cursor:
        cursor.execute("select count(*) from core_auditentry")
        assert cursor.fetchone() == before


def test_results_are_told_when_the_survey_is_closed_and_from_five_answers_on(world: World) -> None:
    genova, torino = team(world.genova, 6), team(world.torino, 5)
    _module, survey = asked(world, *genova, *torino, world.anna, world.carla)
    for n, one in enumerate(genova):
        answered(one, survey, 1 + n % 5, text=f"Genova dice {n}.")
    for one in torino[:4]:
        answered(one, survey, 5, text="Torino dice.")
    with acting_as(world.ugo.actor()):
        assert told(survey) == [], "day by day the results would give answers away"

    closed(survey)
    with acting_as(world.ugo.actor()):
        groups = {(one.group.scope, one.group.partner): one for one in told(survey)}
        # Four of Torino would be what is left of the network without Genova: neither stands alone.
        assert [scope for scope, _partner in groups] == ["network", "others"]
        assert groups["network", None].group.answers == 10
        assert groups["network", None].number(6) == 0, "who cannot say gives no mark"
        assert groups["network", None].mean(1) == 3.6
        assert len(quotes(survey)) == 10
    with acting_as(world.dario.actor()):
        assert [one.group.scope for one in told(survey)] == ["network"]
        assert quotes(survey) == [], "the words of a partner that does not stand alone are not told to it"


def test_a_partner_stands_alone_beside_enough_others(world: World) -> None:
    genova, torino = team(world.genova, 6), team(world.torino, 5)
    _module, survey = asked(world, *genova, *torino)
    for one in genova:
        answered(one, survey, 2, text="Di Genova.")
    for one in torino:
        answered(one, survey, 5, text="Di Torino.")
    closed(survey)

    with acting_as(world.dario.actor()):
        assert {one.group.scope: one.mean(1) for one in told(survey)} == {"partner": 2.0, "network": 3.4}
        assert quotes(survey) == ["Di Genova."] * 6
    with acting_as(world.ugo.actor()):
        assert Counter(quotes(survey)) == {"Di Genova.": 6, "Di Torino.": 5}
        assert Quote.objects.exclude(group__scope="network").count() == 0, "from where is not told"


Sizes = st.lists(st.integers(0, 9), min_size=1, max_size=6)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sizes=Sizes)
def test_nothing_that_is_told_lets_fewer_than_five_be_computed(
    world: World, databases: TestDatabases, sizes: list[int]
) -> None:
    with psycopg.connect(databases.server.dsn("postgres", str(connection.settings_dict["NAME"]))) as owner:
        partners = [
            row[0] for row in owner.execute("select id from network_organisation order by id limit 6")
        ]
        survey = _raw_survey(owner, dict(zip(partners, sizes, strict=False)))
        owner.execute("select evaluation_close(%s, %s)", [survey, today()])
        groups = owner.execute(
            "select scope, partner_id, answers from evaluation_group where survey_id = %s", [survey]
        ).fetchall()
        tallies = owner.execute(
            "select g.id, sum(t.n), g.answers from evaluation_group g join evaluation_tally t on t.group_id = g.id"
            " where g.survey_id = %s and t.position = 1 group by g.id, g.answers",
            [survey],
        ).fetchall()
        owner.rollback()

    total = sum(sizes)
    assert bool(groups) == (total >= LEAST)
    parts = {partner: n for scope, partner, n in groups if scope != "network"}
    assert not groups or sum(parts.values()) == total
    assert all(n >= LEAST for n in parts.values())
    for partner, n in parts.items():
        if partner is not None:
            assert n == dict(zip(partners, sizes, strict=False))[partner]
            assert total - n == 0 or total - n >= LEAST
    assert all(summed == answers for _group, summed, answers in tallies)


def _raw_survey(owner: "psycopg.Connection[tuple[object, ...]]", sizes: dict[object, int]) -> object:
    """A survey with answers, written as the owner: the rule is tried, not the way to it."""
    owner.execute("set local session_replication_role = replica")  # no module is needed for the rule
    (row,) = owner.execute(
        "insert into evaluation_survey (id, module_id, kind, questionnaire_id, opens_on, closes_on)"
        " select gen_random_uuid(), gen_random_uuid(), 'usefulness', q.id, %s, %s from evaluation_questionnaire q"
        " where q.kind = 'usefulness' limit 1 returning id",
        [today(), today()],
    ).fetchall()
    for partner, n in sizes.items():
        owner.execute(
            "insert into evaluation_answer (id, survey_id, partner_id, marks)"
            " select gen_random_uuid(), %s, %s, '{1,2,3,4,5,0}' from generate_series(1, %s)",
            [row[0], partner, n],
        )
    return row[0]
