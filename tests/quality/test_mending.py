# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What there is to mend: it is in the right list, one click from its repair, and gone as soon as it is mended."""

import datetime as dt
import html
import re
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from lgnet.cases.actions.plan import draft_plan
from lgnet.cases.models import Case, Intake
from lgnet.core.authz import Refused
from lgnet.core.clock import now, today
from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.network.worker import Worker
from lgnet.people.actions import add_channel, add_guardian, deliver_notice
from lgnet.people.models import Person
from lgnet.quality import actions, policies, queries
from lgnet.quality.checks import CHECKS
from lgnet.quality.models import Dismissal
from tests.cases.statements import statements
from tests.factories.cases import a_case, an_intake, screened
from tests.factories.casework import assessed
from tests.factories.people import person, stay
from tests.world import World

Browser = Callable[[Worker], Client]


def complete(by: Worker, **known: Any) -> Person:
    """Somebody with nothing to mend."""
    letters = "".join("bdfgklmnprstvzch"[int(digit, 16)] for digit in uuid.uuid4().hex[:12])
    given: dict[str, Any] = {
        "birth_date": dt.date(1990, 4, 2),
        "birth_precision": "day",
        "family_name": letters,
    }
    given |= known
    who = person(by, **given)
    stay(by, who)
    deliver_notice(by=by, person=who, version="2024-01", language="fr", how="paper")
    add_channel(by=by, person=who, kind="phone", value="+39 333 1234567")
    return who


def mine(by: Worker) -> dict[uuid.UUID, list[str]]:
    """Somebody's list: the codes of the misses by person."""
    rows = queries.to_mend(
        partner_id=by.partner_id, worker_id=by.user.pk, checks=policies.mendable(by),
        coordinates=policies.coordinates(by), size=500,
    )  # fmt: skip
    return {row.person_id: [miss.check.code for miss in row.misses] for row in rows}


def test_nothing_is_asked_about_somebody_complete(world: World) -> None:
    with acting_as(world.anna.actor()):
        who = complete(world.anna)
        case = a_case(world.anna, who)
        assessed(world.anna, case)

        assert who.pk not in mine(world.anna)


BREAKS: dict[str, Callable[[Worker], Person]] = {
    "no_birth_date": lambda by: complete(by, birth_date=None, birth_precision="unknown"),
    "no_sex": lambda by: complete(by, sex=""),
    "no_citizenship": lambda by: complete(by, citizenships=()),
    "no_language": lambda by: complete(by, languages=()),
    "union_citizen": lambda by: complete(by, citizenships=("FR",)),
    "dates_out_of_order": lambda by: complete(by, arrived_on=dt.date(1980, 1, 1)),
    "impossible_date": lambda by: complete(by, birth_date=dt.date(1900, 1, 1)),
    "minor_alone": lambda by: complete(by, birth_date=today() - dt.timedelta(days=16 * 365)),
}


@pytest.mark.parametrize("code", BREAKS)
def test_a_gap_in_the_identity_is_found(world: World, code: str) -> None:
    with acting_as(world.anna.actor()):
        who = BREAKS[code](world.anna)
        a_case(world.anna, who)

        assert mine(world.anna)[who.pk] == [code]


def test_gaps_in_what_belongs_to_a_person_are_found(world: World) -> None:
    anna = world.anna
    with acting_as(anna.actor()):
        bare = person(anna, birth_date=dt.date(1990, 4, 2), birth_precision="day")
        a_case(anna, bare)
        late = complete(anna)
        stay(anna, late, days_left=-3)
        a_case(anna, late)

        assert mine(anna)[bare.pk] == ["no_notice", "no_stay", "no_channel"]
        assert mine(anna)[late.pk] == ["permit_expired"]


def test_a_person_without_a_case_is_not_asked_for_papers(world: World) -> None:
    with acting_as(world.anna.actor()):
        who = person(world.anna, birth_date=dt.date(1990, 4, 2), birth_precision="day")

        assert who.pk not in mine(world.anna)


def test_what_waits_too_long_is_found(world: World) -> None:
    anna = world.anna
    with acting_as(anna.actor()):
        waiting, decided, quiet, empty = (complete(anna) for _ in range(4))
        an_intake(anna, waiting, hours_ago=24 * 60)
        screened(anna, an_intake(anna, decided, hours_ago=24 * 60))
        still = a_case(anna, quiet)
        long_ago = now() - dt.timedelta(days=120)
        Case.objects.filter(pk=still.pk).update(last_activity_at=long_ago, opened_at=long_ago)
        case = a_case(anna, empty)
        assessed(anna, case)
        draft_plan(by=anna, case=case)

        found = mine(anna)
        assert found[waiting.pk] == ["screening_late"]
        assert found[decided.pk] == ["taking_late"]
        assert found[quiet.pk] == ["quiet_case", "assessment_old"]
        assert found[empty.pk] == ["plan_without_goals"]


def test_who_counts_already_comes_first_and_useful_things_last(world: World) -> None:
    anna = world.anna
    with acting_as(anna.actor()):
        useful, blocking = complete(anna, languages=()), complete(anna, sex="")
        for who in (useful, blocking):
            a_case(anna, who)
        rows = queries.to_mend(
            partner_id=anna.partner_id, worker_id=anna.user.pk, checks=policies.mendable(anna)
        )
        order = [row.person_id for row in rows]

        assert order.index(blocking.pk) < order.index(useful.pk)
        assert [row.worst for row in rows] == sorted(row.worst for row in rows)


def test_a_miss_is_for_who_follows_the_case_else_for_who_recorded_else_for_the_coordinator(
    world: World,
) -> None:
    anna, bruno, dario = world.anna, world.bruno, world.dario
    with acting_as(bruno.actor()):
        met, followed, orphan = (complete(bruno, sex="") for _ in range(3))
    with acting_as(anna.actor()):
        a_case(anna, followed)
        assert followed.pk in mine(anna)
        assert met.pk not in mine(anna)
    with acting_as(dario.actor()):
        Person.objects.filter(pk=orphan.pk).update(
            registered_by=world.carla.user.pk
        )  # who works elsewhere now
        assert orphan.pk in mine(dario)
        assert met.pk not in mine(dario)
    with acting_as(bruno.actor()):
        assert mine(bruno) == {met.pk: ["no_sex"]}


def test_only_what_the_role_can_mend_is_in_the_list(world: World) -> None:
    bruno = world.bruno
    with acting_as(bruno.actor()):
        who = complete(bruno)
    with acting_as(world.anna.actor()):
        an_intake(world.anna, who, hours_ago=24 * 60)
    with acting_as(bruno.actor()):
        assert who.pk not in mine(bruno), "the mobile unit does no screening"


def test_it_is_one_click_from_its_repair_and_back_and_then_gone(world: World, browser: Browser) -> None:
    with acting_as(world.anna.actor()):
        who = complete(world.anna, sex="")
    anna = browser(world.anna)

    listed = anna.get("/quality/").content.decode()
    (url,) = {
        html.unescape(found) for found in re.findall(rf'href="(/people/{who.pk}/identity/[^"]+)"', listed)
    }
    assert url.endswith("#id_sex_0")
    form = anna.get(url)
    assert 'id="id_sex_0"' in form.content.decode()
    typed = {"family_name": "Ndiaye", "given_name": "Fatou", "sex": "F", "birth_day": "2", "birth_month": "4"}
    saved = anna.post(
        url.split("#")[0], typed | {"birth_year": "1990", "citizenships_0": "SN", "version": "1"}
    )

    assert (saved.status_code, saved["Location"]) == (302, "/quality/")
    assert str(who.pk) not in anna.get("/quality/").content.decode()


def test_the_way_back_cannot_be_forged(world: World, browser: Browser) -> None:
    with acting_as(world.anna.actor()):
        who = complete(world.anna, sex="")
    url = f"/people/{who.pk}/notice/?back=https://elsewhere.example"
    typed = {"version": "2024-01", "language": "fr", "how": "paper", "new_id": str(uuid.uuid4())}

    saved = browser(world.anna).post(url, typed)

    assert saved.status_code == 302
    assert "elsewhere" not in saved["Location"]


def test_a_miss_may_stay_with_a_reason_that_the_report_tells(world: World, browser: Browser) -> None:
    with acting_as(world.anna.actor()):
        who = complete(world.anna, birth_date=None, birth_precision="unknown")
    anna, url = browser(world.anna), f"/quality/checks/no_birth_date/{who.pk}/dismiss/"

    assert anna.get(url).status_code == 200
    assert anna.post(url, {"reason": "two_people"}).status_code == 422
    assert anna.post(url, {"reason": "not_known"}).status_code == 302

    assert str(who.pk) not in anna.get("/quality/").content.decode()
    with acting_as(world.anna.actor()):
        row = Dismissal.objects.get(subject_id=who.pk)
        assert mine(world.anna).get(who.pk) is None
    assert anna.post(f"/quality/dismissals/{row.pk}/take-back/").status_code == 302
    assert str(who.pk) in anna.get("/quality/").content.decode()


def test_what_was_mended_meanwhile_is_not_dismissed(world: World, browser: Browser) -> None:
    with acting_as(world.anna.actor()):
        who = complete(world.anna)
        check = CHECKS["no_birth_date"]
        assert actions.dismiss(by=world.anna, check=check, subject_id=who.pk, reason="not_known") is None
    assert browser(world.anna).get(f"/quality/checks/no_birth_date/{who.pk}/dismiss/").status_code == 404


def test_what_can_only_be_mended_is_never_dismissed(world: World) -> None:
    with acting_as(world.anna.actor()), pytest.raises(Refused, match="only be mended"):
        actions.dismiss(
            by=world.anna, check=CHECKS["no_notice"], subject_id=world.people["mamadou"], reason="refused"
        )


def test_the_list_is_cut_by_key_and_asks_the_same_however_long_it_is(world: World) -> None:
    anna, seen, after = world.anna, list[uuid.UUID](), None
    with acting_as(anna.actor()):
        for _ in range(7):
            complete(anna, sex="")
        while True:
            with statements() as asked:
                page = queries.to_mend(
                    partner_id=anna.partner_id, worker_id=anna.user.pk, checks=policies.mendable(anna),
                    after=after, size=3,
                )  # fmt: skip
            assert len(asked) == 1
            seen += [row.person_id for row in page[:3]]
            if len(page) <= 3:
                break
            after = page[2].worst, page[2].person_id
        rows, n = queries.count_to_mend(
            partner_id=anna.partner_id, worker_id=anna.user.pk, checks=policies.mendable(anna)
        )

    assert len(seen) == len(set(seen)) == n >= 7
    assert [row.person_id for row in rows] == seen[:5]


def test_the_night_finds_what_only_open_values_tell(world: World) -> None:
    anna, dario = world.anna, world.dario
    with acting_as(anna.actor()):
        words = complete(anna, given_name="XXX")
        twin = [person(anna, "Aminata", "Traore", birth_date=dt.date(1991, 7, 9), birth_precision="day",
                       birth_country="ML", citizenships=("ML",)) for _ in range(2)]  # fmt: skip
        callers = [complete(anna) for _ in range(5)]
    with acting_as(Actor(DbRole.WORKER, anna.partner_id)):
        actions.look_closer(partner_id=anna.partner_id, thoroughly=True)
    with acting_as(anna.actor()):
        found = mine(anna)
        assert "placeholder_name" in found[words.pk]
        assert any("likely_twin" in found.get(one.pk, []) for one in twin)
        assert all("shared_telephone" in found[one.pk] for one in callers)
        first = min(twin, key=lambda one: one.pk)
        Person.objects.filter(pk=first.pk).update(version=first.version + 1)
        assert "likely_twin" not in mine(anna).get(first.pk, []), "until the next night looks again"
        assert queries.twins_of(first) == [max(twin, key=lambda one: one.pk)]
    with acting_as(dario.actor()):
        assert actions.dismiss(
            by=dario, check=CHECKS["placeholder_name"], subject_id=words.pk, reason="right"
        )


def test_two_files_are_looked_at_side_by_side(world: World, browser: Browser) -> None:
    anna = world.anna
    with acting_as(anna.actor()):
        one, other = (
            person(anna, "Aminata", "Traore", birth_date=dt.date(1991, 7, 9), birth_precision="day")
            for _ in range(2)
        )
    with acting_as(Actor(DbRole.WORKER, anna.partner_id)):
        actions.look_closer(partner_id=anna.partner_id, thoroughly=False)

    page = browser(anna).get(f"/quality/people/{one.pk}/twins/").content.decode()

    assert one.code in page
    assert other.code in page
    assert browser(world.carla).get(f"/quality/people/{one.pk}/twins/").status_code == 404


def test_the_first_page_says_how_many_there_are(world: World, browser: Browser) -> None:
    with acting_as(world.anna.actor()):
        complete(world.anna, sex="")

    assert "Da sistemare" in browser(world.anna).get("/").content.decode()
    assert "Da sistemare" in browser(world.dario).get("/").content.decode()


def test_the_coordinator_looks_at_a_colleague_s_list_and_others_do_not(
    world: World, browser: Browser
) -> None:
    with acting_as(world.anna.actor()):
        who = complete(world.anna, sex="")
    url = f"/quality/colleagues/{world.anna.user.pk}/"

    assert str(who.pk) in browser(world.dario).get(url).content.decode()
    assert str(who.pk) in browser(world.dario).get("/quality/checks/no_sex/").content.decode()
    assert browser(world.anna).get(url).status_code == 403
    assert browser(world.anna).get("/quality/checks/no_sex/").status_code == 403
    assert browser(world.dario).get(f"/quality/colleagues/{world.carla.user.pk}/").status_code == 404


def test_a_stranger_finds_nothing_and_the_nation_no_list(world: World, browser: Browser) -> None:
    with acting_as(world.anna.actor()):
        who = complete(world.anna, sex="")
    url = f"/quality/checks/no_sex/{who.pk}/dismiss/"

    assert browser(world.carla).get(url).status_code == 404
    assert str(who.pk) not in browser(world.carla).get("/quality/").content.decode()
    assert browser(world.nadia).get(url).status_code == 403
    assert browser(world.amelia).get("/quality/").status_code == 403


def test_intakes_that_are_on_time_are_left_alone(world: World) -> None:
    with acting_as(world.anna.actor()):
        who = complete(world.anna)
        assert an_intake(world.anna, who).outcome == Intake.Outcome.OPEN

        assert who.pk not in mine(world.anna)


def test_a_guardian_answers_for_a_minor(world: World) -> None:
    anna = world.anna
    with acting_as(anna.actor()):
        boy = complete(anna, birth_date=today() - dt.timedelta(days=16 * 365))
        a_case(anna, boy)
        assert mine(anna)[boy.pk] == ["minor_alone"]

        add_guardian(by=anna, person=boy, name="Marta Galli")

        assert boy.pk not in mine(anna)
