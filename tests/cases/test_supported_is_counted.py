# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""O.2.3 counts a person once, at the first support, when the papers or the screening say so (CNT-5 to CNT-7)."""

import datetime as dt

import pytest
from django.db.models import Sum

from lgnet.cases.actions.case import close, take_in_charge
from lgnet.cases.actions.work import withdraw_intervention
from lgnet.cases.counted import is_regular, is_support, judge
from lgnet.cases.models import Case, Intake, Intervention
from lgnet.catalogue.models import InterventionType
from lgnet.core.clock import today
from lgnet.core.rowsecurity import acting_as
from lgnet.counting.models import CountingFact, FactKind, Total
from lgnet.people.actions import record_stay
from lgnet.people.models import ResidenceStatus, StayStatus
from tests.factories.cases import a_case, an_intake, screened
from tests.factories.casework import done
from tests.world import World


def facts() -> int:
    total = CountingFact.objects.filter(kind=FactKind.SUPPORTED).aggregate(n=Sum("weight"))["n"]
    return total or 0


def in_the_network() -> int:
    zero = "00000000-0000-0000-0000-000000000000"
    return Total.objects.filter(scope=zero, kind=FactKind.SUPPORTED).aggregate(n=Sum("n"))["n"] or 0


def test_the_first_support_counts_and_later_ones_do_not(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna, world.person("mamadou"))
        done(world.anna, case)
        done(world.anna, case, "ABI01")

        fact = CountingFact.objects.get(kind=FactKind.SUPPORTED)
        assert (fact.sex, fact.age_band, fact.occurred_on) == ("M", "18-60", today())
        assert in_the_network() == 1


def test_a_second_episode_counts_nobody_again(world: World) -> None:
    with acting_as(world.anna.actor()):
        person = world.person("mamadou")
        case = a_case(world.anna, person)
        done(world.anna, case)
        close(
            by=world.anna, case=case, reason="moved", note="", goal_outcomes={}, helpfulness=None,
            version=Case.objects.get().version,
        )  # fmt: skip
        done(world.anna, a_case(world.anna, person))

        assert facts() == 1


def test_a_slip_taken_back_is_not_counted_and_the_next_support_is(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna, world.person("mamadou"))
        first = done(world.anna, case)
        withdraw_intervention(by=world.anna, intervention=first)
        assert facts() == 0
        second = done(world.anna, case)
        third = done(world.anna, case)
        withdraw_intervention(by=world.anna, intervention=second)

        assert facts() == 1
        standing = CountingFact.objects.filter(kind=FactKind.SUPPORTED, weight=1).latest("recorded_at")
        assert standing.subject.evidence == f"cases.intervention:{third.pk}"


def test_no_status_of_stay_and_no_decision_counts_nobody(world: World) -> None:
    with acting_as(world.anna.actor()):
        done(world.anna, a_case(world.anna, world.person("yusuf")))

        assert facts() == 0


def test_found_eligible_at_the_screening_is_enough(world: World) -> None:
    with acting_as(world.anna.actor()):
        intake = screened(
            world.anna, an_intake(world.anna, world.person("yusuf")), eligibility="eligible", note="Minor."
        )
        case = take_in_charge(by=world.anna, intake=intake, manager=world.anna.user, lines=["housing"])
        done(world.anna, case)

        fact = CountingFact.objects.get(kind=FactKind.SUPPORTED)
        assert fact.age_band == "<18"


@pytest.mark.parametrize(("code", "counts"), [("PIC01", 1), ("LAV01", 1), ("ACC02", 0), ("LEG02", 0)])
def test_only_support_counts(world: World, code: str, counts: int) -> None:
    with acting_as(world.anna.actor()):
        done(world.anna, a_case(world.anna, world.person("mamadou")), code)

        assert facts() == counts


DAY = dt.date(2026, 11, 23)
ELIGIBLE = ResidenceStatus(code="SPE", so2_default="ELIGIBLE")


@pytest.mark.parametrize(
    ("expires", "renewal", "regular"),
    [
        (DAY, None, True),
        (DAY - dt.timedelta(days=1), None, False),
        (DAY - dt.timedelta(days=1), DAY, True),
        (None, None, True),
    ],
)
def test_an_expired_document_counts_only_with_a_renewal(
    expires: dt.date | None, renewal: dt.date | None, regular: bool
) -> None:
    stay = StayStatus(status=ELIGIBLE, expires_on=expires, renewal_requested_on=renewal)

    assert is_regular(stay, DAY) is regular


def test_every_refusal_to_count_has_its_sentence() -> None:
    support = InterventionType(code="PIC01", counts_for="O.2.3")
    row = Intervention(type=support, result="done", delivered_on=DAY)
    to_check = StayStatus(status=ResidenceStatus(so2_default="CHECK"))
    sentences = {
        str(verdict.why)
        for verdict in (
            judge(Intervention(type=support, result="no_show", delivered_on=DAY), Intake(), None),
            judge(Intervention(type=InterventionType(), result="done", delivered_on=DAY), Intake(), None),
            judge(row, Intake(eligibility="not_eligible"), StayStatus(status=ELIGIBLE)),
            judge(row, Intake(), None),
            judge(row, Intake(eligibility="to_check"), to_check),
        )
    }

    assert len(sentences) == 5
    assert judge(row, Intake(eligibility="to_check"), StayStatus(status=ELIGIBLE)).counts
    assert not is_support(InterventionType(counts_for="O.2.5 R.2.11"), today())


def test_papers_that_come_after_the_service_count_at_the_next_step_of_the_case(world: World) -> None:
    with acting_as(world.anna.actor()):
        person = world.person("yusuf")
        case = a_case(world.anna, person)
        service = done(world.anna, case)
        assert facts() == 0
        record_stay(
            by=world.anna, person=person, status=ResidenceStatus.objects.get(code="SPE"), document="permit",
            from_on=today(), expires_on=today() + dt.timedelta(days=365),
        )  # fmt: skip

        close(
            by=world.anna, case=case, reason="moved", note="", goal_outcomes={}, helpfulness=None,
            version=Case.objects.get().version,
        )  # fmt: skip

        assert CountingFact.objects.get(kind=FactKind.SUPPORTED).occurred_on == service.delivered_on


def test_a_support_that_a_wrong_status_counted_is_taken_back_and_stated_anew_when_it_is_right(
    world: World,
) -> None:
    with acting_as(world.anna.actor()):
        person = world.person("mamadou")
        case = a_case(world.anna, person)
        first = done(world.anna, case)
        not_for_the_fund = ResidenceStatus.objects.filter(so2_default="NOT_ELIGIBLE").first()
        assert facts() == 1 and not_for_the_fund is not None

        for status, standing in ((not_for_the_fund, 0), (ResidenceStatus.objects.get(code="SPE"), 1)):
            record_stay(
                by=world.anna, person=person, status=status, document="permit", from_on=today(),
                expires_on=today() + dt.timedelta(days=365),
            )  # fmt: skip
            done(world.anna, case)  # the next step of the case
            assert facts() == in_the_network() == standing

        countered = CountingFact.objects.get(kind=FactKind.SUPPORTED, weight=-1)
        assert "status of stay" in countered.reason
        again = CountingFact.objects.filter(kind=FactKind.SUPPORTED, weight=1).latest("recorded_at")
        assert again.subject.evidence == f"cases.intervention:{first.pk}"
