# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Counted and not reportable: every reason, by one statement for all and by slow and obvious Python for each."""

import datetime as dt
import uuid
from dataclasses import dataclass, replace
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lgnet.cases.models import Intake, Intervention
from lgnet.cases.queries.support import stay_on
from lgnet.core.clock import today
from lgnet.core.rowsecurity import acting_as
from lgnet.counting import actions as counting
from lgnet.counting.models import CountingFact, FactKind
from lgnet.network.worker import Worker
from lgnet.people.actions import correct_identity, deliver_notice
from lgnet.people.identity import Identity
from lgnet.people.models import Person, PrivacyNotice, StayStatus
from lgnet.quality import queries
from lgnet.quality.models import Dismissal
from lgnet.quality.reportability import Known, Reason, judge
from tests.cases.statements import statements
from tests.counting.test_totals_follow_the_facts import Undone
from tests.factories.cases import a_case
from tests.factories.casework import done
from tests.factories.people import person, stay
from tests.world import World

R = Reason
DAY = dt.date(2026, 3, 5)


@dataclass(frozen=True)
class Stay:
    """A status of stay as the twin wants it."""

    eligibility: str
    expires_on: dt.date | None
    renewal_requested_on: dt.date | None


def known_of(fact: CountingFact) -> Known:
    """All that decides about the person of a fact, read one thing after the other."""
    who = Person.objects.get(pk=fact.subject.subject_id)
    row: StayStatus | None = stay_on(who.pk, fact.occurred_on)
    label, _, pk = fact.subject.evidence.partition(":")
    service = Intervention.objects.filter(pk=uuid.UUID(pk)).first() if label == "cases.intervention" else None
    return Known(
        counted_on=fact.occurred_on,
        birth_date=who.birth_date,
        sex=fact.sex or who.sex,
        citizenships=frozenset(who.citizenships),
        is_stateless=who.is_stateless,
        stay=Stay(row.status.so2_default, row.expires_on, row.renewal_requested_on) if row else None,
        found_eligible=Intake.objects.filter(person=who, eligibility="eligible").exists(),
        has_evidence=label != "cases.intervention" or (service is not None and service.withdrawn_at is None),
        has_notice=PrivacyNotice.objects.filter(person=who).exists(),
    )


def slowly(partner_id: uuid.UUID, kind: str) -> dict[uuid.UUID, tuple[Reason, ...]]:
    """Every counted person of the partner and her reasons, each at her earliest fact that stands."""
    taken_back = set(CountingFact.objects.filter(weight=-1).values_list("corrects", flat=True))
    facts = CountingFact.objects.filter(partner=partner_id, kind=kind, weight=1).select_related("subject")
    earliest: dict[bytes, CountingFact] = {}
    for fact in sorted(facts, key=lambda fact: (fact.occurred_on, fact.pk)):
        if fact.pk not in taken_back:
            earliest.setdefault(bytes(fact.pseudonym or b""), fact)
    return {fact.pk: judge(known_of(fact), kind) for fact in earliest.values()}


def count(
    by: Worker,
    who: Person,
    *,
    day: dt.date = DAY,
    evidence: str = "tests:1",
    kind: FactKind = FactKind.SUPPORTED,
) -> CountingFact:
    """Count somebody, whatever is recorded about them."""
    return counting.state(
        kind=kind, partner_id=by.partner_id, occurred_on=day, subject_id=who.pk, evidence=evidence,
        pseudonym=bytes(who.pseudonym or b""), sex=who.sex, band=counting.age_band(who.birth_date, day),
    )  # fmt: skip


def somebody(by: Worker, **known: Any) -> Person:
    """Somebody whose pseudonym is nobody else's."""
    letters = "".join("bdfgklmnprstvzch"[int(digit, 16)] for digit in uuid.uuid4().hex[:12])
    return person(by, family_name=letters, **known)


def in_order(by: Worker, **known: Any) -> Person:
    """Somebody about whom everything is recorded that a report asks for."""
    given = {"birth_date": dt.date(1990, 4, 2), "birth_precision": "day"} | known
    who = somebody(by, **given)
    stay(by, who)
    deliver_notice(by=by, person=who, version="2024-01", language="fr", how="paper")
    return who


def reasons(by: Worker, kind: FactKind = FactKind.SUPPORTED) -> dict[uuid.UUID, list[Reason]]:
    """What the fast way says, by person."""
    found = queries.not_reportable(partner_id=by.partner_id, kind=kind)
    return {row.person_id: [one.reason for one in row.reasons] for row in found}


def test_somebody_about_whom_everything_is_known_can_be_reported(world: World) -> None:
    with acting_as(world.anna.actor()):
        count(world.anna, in_order(world.anna), day=today())

        assert reasons(world.anna) == {}
        assert queries.reportability(partner_id=world.genova.pk, kind="supported").reportable == 1


def test_each_gap_is_told_by_its_reason(world: World) -> None:
    anna, on = world.anna, today()
    with acting_as(anna.actor()):
        complete = {"birth_date": dt.date(1990, 4, 2), "birth_precision": "day"}
        nothing = somebody(anna, sex="", citizenships=(), birth_precision="unknown")
        swiss = in_order(anna, citizenships=("SN", "CH"))
        stateless = in_order(anna, citizenships=(), is_stateless=True)
        unproved = in_order(anna)
        late = somebody(anna, **complete)
        stay(anna, late, days_left=-30)
        checked, irregular = (somebody(anna, **complete) for _ in range(2))
        stay(anna, checked, code="RIA")
        stay(anna, irregular, code="IRR")
        for who in (nothing, swiss, stateless, late, checked, irregular):
            count(anna, who, day=on)
        count(anna, unproved, day=on, evidence=f"cases.intervention:{uuid.uuid4()}")
        found = reasons(anna)

        assert found[nothing.pk] == [R.NO_BIRTH_DATE, R.NO_SEX, R.NO_CITIZENSHIP, R.NO_STAY, R.NO_NOTICE]
        assert found[swiss.pk] == [R.UNION_CITIZEN]
        assert stateless.pk not in found
        assert found[unproved.pk] == [R.NO_EVIDENCE]
        assert found[late.pk] == [R.STAY_EXPIRED, R.NO_NOTICE]
        assert found[irregular.pk] == [R.STAY_NOT_REGULAR, R.NO_NOTICE]
        status = StayStatus.objects.select_related("status").get(person=checked).status.so2_default
        assert found[checked.pk] == ([R.STAY_TO_CHECK, R.NO_NOTICE] if status == "CHECK" else [R.NO_NOTICE])
        summary = queries.reportability(partner_id=world.genova.pk, kind="supported")
        assert (summary.counted, summary.not_reportable) == (7, 6)
        assert summary.by_reason[R.NO_NOTICE] == 4


def test_the_stay_is_judged_on_the_day_of_the_count(world: World) -> None:
    anna = world.anna
    with acting_as(anna.actor()):
        who = in_order(anna)
        count(anna, who, day=today() - dt.timedelta(days=301))  # the stay begins 300 days ago

        assert reasons(anna)[who.pk] == [R.NO_STAY]


def test_a_value_missing_for_an_accepted_reason_is_still_missing_and_the_reason_is_told(world: World) -> None:
    anna = world.anna
    with acting_as(anna.actor()):
        who = in_order(anna, birth_date=None, birth_precision="unknown")
        fact = count(anna, who, day=today())
        Dismissal.objects.create(
            partner_id=anna.partner_id, check_code=R.NO_BIRTH_DATE, subject_id=who.pk, reason="not_known",
            dismissed_at=fact.recorded_at, dismissed_by_id=anna.user.pk,
        )  # fmt: skip

        (found,) = queries.reasons_of([fact.pk], kind="supported")[fact.pk]

        assert found.reason == R.NO_BIRTH_DATE
        assert str(found.sentence) == (
            "No birth date is recorded, so there is no age band. (The person does not know)"
        )


def test_a_sex_recorded_after_the_count_makes_the_person_reportable(world: World) -> None:
    anna = world.anna
    with acting_as(anna.actor()):
        who = in_order(anna, sex="")
        count(anna, who, day=today())
        assert reasons(anna)[who.pk] == [R.NO_SEX]

        known = replace(Identity.of(who), sex="M")
        correct_identity(by=anna, person=who, identity=known, version=who.version)

        assert reasons(anna) == {}


def test_a_service_taken_back_proves_nothing(world: World) -> None:
    anna = world.anna
    with acting_as(anna.actor()):
        who = in_order(anna)
        case = a_case(anna, who)
        service = done(anna, case)
        assert reasons(anna) == {}

        Intervention.objects.filter(pk=service.pk).update(withdrawn_at=service.recorded_at)

        assert reasons(anna)[who.pk] == [R.NO_EVIDENCE]


def test_the_project_s_own_counts_ask_for_less(world: World) -> None:
    anna = world.anna
    with acting_as(anna.actor()):
        who = somebody(anna, citizenships=(), birth_date=dt.date(1990, 4, 2), birth_precision="day")

        assert reasons(anna, FactKind.REGISTERED)[who.pk] == [R.NO_NOTICE]


def test_the_list_is_cut_by_key_and_asks_one_query(world: World) -> None:
    anna, seen = world.anna, list[uuid.UUID]()
    with acting_as(anna.actor()):
        for _ in range(7):
            count(anna, somebody(anna), day=today())
        after = None
        with statements() as asked:
            while True:
                page = queries.not_reportable(
                    partner_id=anna.partner_id, kind="supported", after=after, size=3
                )
                seen += [row.fact_id for row in page[:3]]
                if len(page) <= 3:
                    break
                after = page[2].counted_on, page[2].fact_id

    assert len(asked) == 3
    assert len(seen) == len(set(seen)) == 7


people = st.fixed_dictionaries(
    {
        "sex": st.sampled_from(["F", "M", ""]),
        "citizenships": st.sampled_from([("SN",), ("FR",), ("SN", "FR"), ()]),
        "birth_date": st.sampled_from([None, dt.date(1990, 1, 1)]),
    }
)
situations = st.tuples(
    people,
    st.sampled_from(["SPE", "RIA", "IRR", "TMP", None]),
    st.sampled_from([-30, 400, None]),
    st.booleans(),
    st.booleans(),
    st.sampled_from([0, 100, 301, 400]),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(happened=st.lists(situations, min_size=1, max_size=4))
def test_the_statement_and_its_slow_twin_agree(world: World, happened: list[tuple[object, ...]]) -> None:
    anna = world.anna
    with Undone(), acting_as(anna.actor()):
        for known, code, days_left, has_notice, twice, days_ago in happened:
            given_parts = dict(known)  # type: ignore[call-overload]
            given_parts["birth_precision"] = "day" if given_parts["birth_date"] else "unknown"
            who = somebody(anna, **given_parts)
            if code:
                stay(anna, who, code=str(code), days_left=days_left)  # type: ignore[arg-type]
            if has_notice:
                deliver_notice(by=anna, person=who, version="2024-01", language="fr", how="paper")
            day = today() - dt.timedelta(days=int(str(days_ago)))
            first = count(anna, who, day=day)
            if twice:
                count(anna, who, day=today())
                counting.counter(fact=first, reason="a mistake")
        slow = slowly(anna.partner_id, "supported")
        fast = {
            row.fact_id: tuple(found.reason for found in row.reasons)
            for row in queries.not_reportable(partner_id=anna.partner_id, kind="supported", size=1_000)
        }
        summary = queries.reportability(partner_id=anna.partner_id, kind="supported")

        assert fast == {pk: found for pk, found in slow.items() if found}
        assert summary.counted == len(slow)
        assert summary.not_reportable == len(fast)
        assert dict(queries.reasons_of(list(slow), kind="supported")).keys() == fast.keys()


def test_a_stranger_and_the_nation_get_nothing(world: World) -> None:
    with acting_as(world.anna.actor()):
        count(world.anna, somebody(world.anna), day=today())
    with acting_as(world.carla.actor()):
        assert queries.not_reportable(partner_id=world.genova.pk, kind="supported") == []
    with acting_as(world.nadia.actor()), pytest.raises(DatabaseError), transaction.atomic():
        queries.not_reportable(partner_id=world.genova.pk, kind="supported")
