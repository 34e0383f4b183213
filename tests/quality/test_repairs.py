# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The place of a contact and the outcome of a closed case are said later; lateness itself is only explained."""

import datetime as dt
import html
import re
import uuid
from collections.abc import Callable

import pytest
from django.test import Client

from lgnet.cases.actions.assessment import add_outcome
from lgnet.cases.actions.case import close
from lgnet.cases.models import Assessment, Case, Intervention
from lgnet.cases.outcomes import Answer
from lgnet.core.authz import Refused
from lgnet.core.clock import today
from lgnet.core.models import AuditEntry, RowHistory
from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.counting.models import CountingFact, FactKind
from lgnet.network.worker import Worker
from lgnet.outreach.actions import correct_area
from lgnet.outreach.models import Contact
from lgnet.quality import actions, policies, queries
from lgnet.quality.checks import CHECKS
from lgnet.quality.models import Dismissal, Measure
from tests.factories.cases import a_case
from tests.factories.casework import ENTRY, assessed, done
from tests.factories.outreach import a_contact
from tests.quality.test_mending import complete
from tests.world import World

Browser = Callable[[Worker], Client]


def listed(by: Worker) -> dict[uuid.UUID, list[str]]:
    """Somebody's list: the codes of the misses by row."""
    rows = queries.to_mend(
        partner_id=by.partner_id, worker_id=by.user.pk, checks=policies.listed(by),
        coordinates=policies.coordinates(by), size=500,
    )  # fmt: skip
    found: dict[uuid.UUID, list[str]] = {}
    for row in rows:
        for miss in row.misses:
            found.setdefault(miss.subject_id, []).append(miss.check.code)
    return found


def closed(by: Worker, *, reason: str = "achieved") -> Case:
    """A case that was closed without saying where the person stood."""
    case = a_case(by, complete(by))
    assessed(by, case)
    done(by, case)
    case.refresh_from_db()
    return close(
        by=by, case=case, reason=reason, note="", goal_outcomes={}, helpfulness=None, version=case.version
    )


def test_a_contact_without_a_place_is_for_who_met_the_person_and_gone_once_it_is_said(
    world: World, browser: Browser
) -> None:
    with acting_as(world.bruno.actor()):
        nameless, named = (
            a_contact(world.bruno, area=""),
            a_contact(world.bruno, area="", person=world.person("mamadou")),
        )
        assert listed(world.bruno)[nameless.pk] == ["contact_without_area"] == listed(world.bruno)[named.pk]
    with acting_as(world.anna.actor()):
        assert not {nameless.pk, named.pk} & listed(world.anna).keys()
    bruno = browser(world.bruno)
    page = bruno.get("/quality/").content.decode()
    (url,) = {
        html.unescape(found) for found in re.findall(rf'href="(/outreach/{nameless.pk}/area/[^"]+)"', page)
    }
    form = bruno.get(url).content.decode()
    assert f'id="{url.partition("#")[2]}"' in form

    assert bruno.post(url.partition("#")[0], {"area": " "}).status_code == 422
    saved = bruno.post(url.partition("#")[0], {"area": "Piazza Caricamento"})

    assert (saved.status_code, saved["Location"]) == (302, "/quality/")
    assert f"/outreach/{nameless.pk}/area/" not in bruno.get("/quality/").content.decode()
    with acting_as(world.bruno.actor()):
        assert Contact.objects.get(pk=nameless.pk).area == "Piazza Caricamento"
        assert RowHistory.objects.filter(row_id=nameless.pk, before__area="").exists()
        assert AuditEntry.objects.filter(subject_id=nameless.pk, event="contact.area_corrected").count() == 1


def test_the_place_of_a_contact_is_corrected_by_who_writes_contacts_and_nobody_else(
    world: World, browser: Browser
) -> None:
    with acting_as(world.bruno.actor()):
        contact = a_contact(world.bruno, area="Stazione")
        correct_area(by=world.bruno, contact=contact, area="Stazione")
        assert not AuditEntry.objects.filter(subject_id=contact.pk, event="contact.area_corrected").exists()
        with pytest.raises(Refused, match="writing down contacts"):
            correct_area(by=world.paola, contact=contact, area="Altrove")
    url = f"/outreach/{contact.pk}/area/"

    assert browser(world.fabio).post(url, {"area": "Brignole"}).status_code == 302
    assert browser(world.paola).get(url).status_code == 403
    assert browser(world.carla).get(url).status_code == 404


def test_what_nobody_at_work_met_is_for_the_coordinator(world: World) -> None:
    with acting_as(world.bruno.actor()):
        contact = a_contact(world.bruno, area="")
    with acting_as(world.dario.actor()):
        assert contact.pk not in listed(world.dario)
        Contact.objects.filter(pk=contact.pk).update(met_by=world.carla.user.pk)  # who works elsewhere now
        assert listed(world.dario)[contact.pk] == ["contact_without_area"]


def test_the_outcome_of_a_closed_case_is_written_later_by_who_followed_it(
    world: World, browser: Browser
) -> None:
    anna = world.anna
    with acting_as(anna.actor()):
        case = closed(anna)
        assert listed(anna)[case.pk] == ["closed_without_outcome"]
    client = browser(anna)
    page = client.get("/quality/").content.decode()
    (url,) = {html.unescape(found) for found in re.findall(rf'href="(/cases/{case.pk}/outcome/[^"]+)"', page)}
    assert client.get(url).status_code == 200
    typed = {domain: answer.value or f"?{answer.missing}" for domain, answer in ENTRY.items()}
    typed |= {"moment": "exit", "assessment_id": str(uuid.uuid4()), "assessed_on": today().isoformat()}
    tomorrow = (today() + dt.timedelta(days=1)).isoformat()
    assert client.post(url, typed | {"assessed_on": tomorrow}).status_code == 422

    saved = client.post(url, typed)

    assert (saved.status_code, saved["Location"]) == (302, "/quality/")
    with acting_as(anna.actor()):
        assert case.pk not in listed(anna)
        assert Assessment.objects.filter(case=case, moment="exit").count() == 1
        assert AuditEntry.objects.filter(subject_id=case.pk, event="case.outcome_added").count() == 1
        assert Case.objects.get(pk=case.pk).stage == Case.Stage.CLOSED


def test_an_outcome_written_later_counts_as_it_would_have_on_the_day_of_the_closing(world: World) -> None:
    anna = world.anna
    with acting_as(anna.actor()):
        case = closed(anna)
        housed = CountingFact.objects.filter(subject__subject_id=case.person_id, kind=FactKind.HOUSED)
        assert not housed.exists()

        adequate = ENTRY | {"housing": Answer("0")}
        add_outcome(by=anna, case=case, assessed_on=today(), answers=adequate)

        assert [fact.occurred_on for fact in housed] == [today()]
        with pytest.raises(Refused, match="written already"):
            add_outcome(by=anna, case=case, assessed_on=today(), answers=adequate)


def test_a_day_after_the_closing_says_nothing_about_it(world: World) -> None:
    anna = world.anna
    with acting_as(anna.actor()):
        case = closed(anna)
        Case.objects.filter(pk=case.pk).update(
            opened_at=case.opened_at - dt.timedelta(days=9), closed_at=case.opened_at - dt.timedelta(days=3)
        )
        with pytest.raises(Refused, match="by then"):
            add_outcome(by=anna, case=case, assessed_on=today(), answers=ENTRY)


def test_an_open_case_and_a_colleague_outside_the_team_are_refused(world: World, browser: Browser) -> None:
    anna, paola = world.anna, world.paola
    with acting_as(anna.actor()):
        is_open, case = a_case(anna), closed(anna)
        with pytest.raises(Refused, match="is open"):
            add_outcome(by=anna, case=is_open, assessed_on=today(), answers=ENTRY)
        with pytest.raises(Refused, match="Only who followed"):
            add_outcome(by=paola, case=case, assessed_on=today(), answers=ENTRY)
    url = f"/cases/{case.pk}/outcome/"

    assert browser(paola).get(url).status_code == 403
    assert browser(world.dario).get(url).status_code == 200
    assert browser(world.carla).get(url).status_code == 404


def late(by: Worker) -> Intervention:
    """Something done that was written down five days later."""
    row = done(by, a_case(by, complete(by)))
    Intervention.objects.filter(pk=row.pk).update(delivered_on=today() - dt.timedelta(days=5))
    return row


def test_what_came_late_is_listed_last_and_only_explained(world: World, browser: Browser) -> None:
    anna = world.anna
    with acting_as(anna.actor()):
        row = late(anna)
        assert listed(anna)[row.pk] == ["logged_late"]
        assert row.pk not in {
            miss.subject_id
            for one in queries.count_to_mend(
                partner_id=anna.partner_id, worker_id=anna.user.pk, checks=policies.mendable(anna)
            )[0]
            for miss in one.misses
        }, "the first page asks only for what can be mended"
    client = browser(anna)
    page = client.get("/quality/", headers={"Accept-Language": "en"}).content.decode()
    assert "only explained" in page

    url = f"/quality/checks/logged_late/{row.pk}/dismiss/"
    assert "tempestività" in client.get(url).content.decode()
    assert client.post(url, {"reason": "refused"}).status_code == 422
    assert client.post(url, {"reason": "on_paper"}).status_code == 302

    with acting_as(anna.actor()):
        assert row.pk not in listed(anna)
        row_id = Dismissal.objects.get(subject_id=row.pk).pk
    with acting_as(Actor(DbRole.WORKER, anna.partner_id)):
        actions.measure(partner_id=anna.partner_id)
    with acting_as(anna.actor()):
        assert Measure.objects.get(check_code="logged_late", partner=anna.partner_id).failed == 1
    assert client.post(f"/quality/dismissals/{row_id}/take-back/").status_code == 302
    with acting_as(anna.actor()):
        assert row.pk in listed(anna)


def test_a_specialist_explains_what_she_wrote_late_and_a_colleague_s_is_not_hers(
    world: World, browser: Browser
) -> None:
    anna, paola = world.anna, world.paola
    with acting_as(anna.actor()):
        row = late(anna)
        Intervention.objects.filter(pk=row.pk).update(delivered_by=paola.user.pk)
        assert row.pk not in listed(anna)
    with acting_as(paola.actor()):
        assert listed(paola)[row.pk] == ["logged_late"]
        assert actions.dismiss(by=paola, check=CHECKS["logged_late"], subject_id=row.pk, reason="told_later")
    assert browser(world.carla).get(f"/quality/checks/logged_late/{row.pk}/dismiss/").status_code == 404


def test_every_check_is_one_click_from_its_repair_or_says_why_not() -> None:
    assert [one.code for one in CHECKS.values() if not one.can_be_mended] == ["logged_late"]
    assert CHECKS["logged_late"].reasons
