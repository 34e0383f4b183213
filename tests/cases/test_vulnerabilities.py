# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What makes somebody vulnerable is read and written by the team of the case alone."""

import datetime as dt

import pytest

from lgnet.cases.actions.assessment import choosable_categories, end_vulnerability, note_vulnerability
from lgnet.cases.actions.team import join_team
from lgnet.cases.models import Case, Vulnerability
from lgnet.core.authz import Refused
from lgnet.core.clock import today
from lgnet.core.models import AuditEntry, RowHistory
from lgnet.core.rowsecurity import acting_as
from lgnet.network.worker import Worker
from tests.factories.cases import a_case
from tests.world import World


def noted(by: Worker, case: Case, category: str = "TRA", certainty: str = "reported") -> Vulnerability:
    return note_vulnerability(by=by, case=case, category=category, certainty=certainty, detected_on=today())


def test_the_team_reads_it_and_a_colleague_outside_does_not(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna)
        noted(world.anna, case)
    with acting_as(world.dario.actor()):
        assert not Vulnerability.objects.exists()
        with pytest.raises(Refused, match="team of this case"):
            noted(world.dario, case)
    with acting_as(world.paola.actor()):
        assert not Vulnerability.objects.exists()
    with acting_as(world.anna.actor()):
        join_team(by=world.anna, case=case, colleague=world.paola.user, part="psychologist")
    with acting_as(world.paola.actor()):
        assert Vulnerability.objects.get().category == "TRA"


def test_noted_again_it_becomes_surer_and_stays_one(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna)
        noted(world.anna, case)
        noted(world.anna, case, certainty="ascertained")

        assert Vulnerability.objects.get().certainty == "ascertained"


def test_the_log_says_that_something_was_noted_and_not_what(world: World) -> None:
    with acting_as(world.anna.actor()):
        noted(world.anna, a_case(world.anna))

        assert "TRA" not in AuditEntry.objects.get(event="case.vulnerability_noted").detail


def test_ended_it_can_be_noted_anew(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna)
        first = noted(world.anna, case)
        end_vulnerability(by=world.anna, vulnerability=first)
        with pytest.raises(Refused, match="already"):
            end_vulnerability(by=world.anna, vulnerability=first)
        noted(world.anna, case)

        assert Vulnerability.objects.filter(ended_at=None).count() == 1


def test_the_history_of_rows_does_not_tell_it_either(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna)
        noted(world.anna, case)
        noted(world.anna, case, certainty="ascertained")
    for reader in (world.dario, world.fabio):
        with acting_as(reader.actor()):
            assert not RowHistory.objects.filter(table_name="cases_vulnerability").exists()


def test_what_is_computed_or_switched_off_cannot_be_typed(world: World) -> None:
    assert "TRA" in choosable_categories()
    assert not {"MIN", "ANZ", "GIU"} & choosable_categories()
    with acting_as(world.anna.actor()):
        case = a_case(world.anna)
        for category, certainty in (("MIN", "reported"), ("TRA", "sure"), ("", "reported")):
            with pytest.raises(Refused):
                noted(world.anna, case, category, certainty)


def test_it_may_have_been_noticed_before_the_case_but_not_tomorrow(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna)
        early = today() - dt.timedelta(days=300)
        row = note_vulnerability(
            by=world.anna, case=case, category="GRA", certainty="observed", detected_on=early,
            valid_until=today(),
        )  # fmt: skip
        assert row.detected_on == early
        with pytest.raises(Refused):
            note_vulnerability(
                by=world.anna, case=case, category="DIS", certainty="observed",
                detected_on=today() + dt.timedelta(days=1),
            )  # fmt: skip
