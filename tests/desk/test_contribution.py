# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Everybody sees what their own work made count this quarter, and who is behind each number, in one statement."""

import datetime as dt
import random
import re
import uuid
from collections.abc import Callable

import pytest
from django.test import Client

from lgnet.cases.actions.work import withdraw_intervention
from lgnet.cases.models import Case, Intervention
from lgnet.core.clock import ROME, now, today
from lgnet.core.rowsecurity import acting_as
from lgnet.counting import actions as counting
from lgnet.counting.models import CountingFact, FactKind
from lgnet.desk import queries
from lgnet.desk.pages import contribution
from lgnet.direction.indicators import INDICATORS
from lgnet.network.worker import Worker
from lgnet.outreach.models import Contact
from lgnet.people.models import Person
from lgnet.reports.quarters import Quarter
from tests.cases.statements import statements
from tests.factories.cases import a_case, someone
from tests.factories.casework import done
from tests.factories.outreach import a_contact
from tests.factories.people import person, stay
from tests.world import World

Browser = Callable[[Worker], Client]
ALL = tuple(contribution.KINDS)


def figures(by: Worker) -> dict[FactKind, int]:
    """What the page says."""
    quarter = Quarter.of(today())
    return queries.own_figures(by, ALL, first=quarter.first_day, last=quarter.last_day)


def slowly(by: Worker) -> dict[FactKind, int]:
    """The same, fact by fact: it stands, is the partner's first of that person, and rests on a row of the worker's."""
    facts = CountingFact.objects.filter(partner=by.partner_id, weight=1).select_related("subject")
    standing = [
        fact
        for fact in facts.order_by("occurred_on", "id")
        if not CountingFact.objects.filter(corrects=fact).exists()
    ]
    found, met = dict.fromkeys(ALL, 0), set[tuple[str, bytes]]()
    for fact in standing:
        who = (fact.kind, bytes(fact.pseudonym)) if fact.pseudonym is not None else None
        is_first = who is None or who not in met
        if who is not None:
            met.add(who)
        in_quarter = Quarter.of(fact.occurred_on) == Quarter.of(today())
        if fact.kind in found and is_first and in_quarter and is_mine(fact, by):
            found[FactKind(fact.kind)] += 1
    return found


def is_mine(fact: CountingFact, by: Worker) -> bool:
    """Whether the row behind a fact was recorded or is followed by the worker."""
    label, _colon, pk = fact.subject.evidence.partition(":")
    if label == "outreach.contact":
        return Contact.objects.get(pk=pk).met_by_id == by.user.pk
    if label == "people.person":
        return Person.objects.get(pk=pk).registered_by_id == by.user.pk
    if label == "cases.case":
        return Case.objects.get(pk=pk).manager_id == by.user.pk
    if label == "cases.intervention":
        row = Intervention.objects.select_related("case").get(pk=pk)
        return by.user.pk in {row.delivered_by_id, row.case.manager_id}
    return False


def test_a_day_of_work_is_counted_for_who_did_it(world: World) -> None:
    anna, bruno = world.anna, world.bruno
    with acting_as(anna.actor()):
        before = figures(anna)
        who = person(anna)
        stay(anna, who)
        done(anna, a_case(anna, who))
        a_contact(anna)
        after = figures(anna)

        assert {kind: after[kind] - before[kind] for kind in ALL} == dict.fromkeys(ALL, 1)
        assert after == slowly(anna)
    with acting_as(bruno.actor()):
        assert figures(bruno) == dict.fromkeys(ALL, 0) == slowly(bruno)


def test_what_a_specialist_does_counts_for_the_specialist_and_for_who_follows_the_case(world: World) -> None:
    anna, paola = world.anna, world.paola
    with acting_as(anna.actor()):
        who = person(anna)
        stay(anna, who)
        case = a_case(anna, who)
    with acting_as(paola.actor()):
        row = done(paola, case)
        assert figures(paola)[FactKind.SUPPORTED] == 1
        assert figures(anna)[FactKind.SUPPORTED] == 1

        withdraw_intervention(by=paola, intervention=row)

        assert figures(paola)[FactKind.SUPPORTED] == 0 == figures(anna)[FactKind.SUPPORTED]


def test_who_counted_in_an_earlier_quarter_is_not_counted_again(world: World) -> None:
    anna = world.anna
    with acting_as(anna.actor()):
        who = person(anna)
        before = figures(anna)[FactKind.REGISTERED]
        counting.state(
            kind=FactKind.REGISTERED, partner_id=anna.partner_id, subject_id=who.pk, evidence="people.person:1",
            occurred_on=Quarter.of(today()).previous.first_day, pseudonym=bytes(who.pseudonym or b""),
        )  # fmt: skip

        assert figures(anna)[FactKind.REGISTERED] == before - 1


def work_of_a_day(world: World, draw: random.Random) -> None:
    """Somebody is registered, perhaps taken in charge and served by two colleagues, and somebody is met."""
    anna, paola = world.anna, world.paola
    by = draw.choice([anna, world.bruno])
    who = person(by, family_name=uuid.uuid4().hex)
    if draw.random() < 0.7:
        stay(anna, who)
    if draw.random() < 0.8:
        case = a_case(anna, who)
        for colleague in draw.choices([anna, paola], k=draw.randint(0, 3)):
            row = done(colleague, case)
            if draw.random() < 0.3:
                withdraw_intervention(by=colleague, intervention=row)
    a_contact(by, hours_ago=draw.choice([0, 3, 24 * 40, 24 * 100]))


@pytest.mark.parametrize("seed", range(4))
def test_the_one_statement_says_what_the_slow_twin_says(world: World, seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311 - a story, not a secret
    anna = world.anna
    with acting_as(anna.actor()):
        for _ in range(draw.randint(3, 6)):
            work_of_a_day(world, draw)
        facts = list(CountingFact.objects.filter(weight=1, partner=anna.partner_id).select_related("subject"))
        for fact in draw.sample(facts, 3):
            if not CountingFact.objects.filter(corrects=fact).exists():
                counting.counter(fact=fact, reason="a mistake")

        for by in (anna, world.paola, world.bruno):
            assert figures(by) == slowly(by)


def test_the_last_moment_of_a_quarter_is_in_it_and_the_next_is_not(world: World) -> None:
    quarter = Quarter.of(today()).previous
    with acting_as(world.bruno.actor()):
        ends = dt.datetime.combine(quarter.next.first_day, dt.time.min, ROME)
        for seconds in (-1, 0):
            a_contact(world.bruno, hours_ago=(now() - ends).total_seconds() / 3600 - seconds / 3600)
        found = queries.own_figures(
            world.bruno, [FactKind.CONTACT], first=quarter.first_day, last=quarter.last_day
        )

    assert found == {FactKind.CONTACT: 1}


def test_the_card_asks_one_statement_and_its_list_two(world: World) -> None:
    anna = world.anna
    with acting_as(anna.actor()):
        for _ in range(3):
            someone(anna)
        with statements() as asked:
            own = contribution.contribution(anna)
        assert len(asked) == 1
        assert [each.definition.version for each in own.figures] == [
            one.version for kind in ALL for one in INDICATORS.values() if one.fact_kind == kind
        ]
        for kind in ALL:
            with statements() as asked:
                contribution.contribution_page(anna, kind, "")
            assert len(asked) <= 2


@pytest.mark.parametrize(
    ("name", "slugs"),
    [
        ("anna", {"contact", "registered", "taken-in-charge", "assisted", "supported"}),
        ("bruno", {"contact", "registered", "assisted", "supported"}),
        ("fabio", {"contact", "registered", "assisted", "supported"}),
        ("paola", {"assisted", "supported"}),
    ],
)
def test_each_role_reads_the_numbers_of_its_own_work(
    world: World, browser: Browser, name: str, slugs: set[str]
) -> None:
    worker: Worker = getattr(world, name)
    client = browser(worker)

    html = client.get("/", headers={"Accept-Language": "en"}).content.decode()

    assert "Your own part" in html and "definition 1" in html
    for kind in ALL:
        slug = kind.value.replace("_", "-")
        assert client.get(f"/contribution/{slug}/").status_code == (200 if slug in slugs else 404)


def test_each_number_leads_to_who_is_behind_it_a_page_at_a_time(
    world: World, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contribution, "SHOWN", 2)
    anna = world.anna
    with acting_as(anna.actor()):
        mine = {someone(anna).pk for _ in range(5)}
        total = figures(anna)[FactKind.REGISTERED]
        contact = a_contact(anna, nickname="Sorriso")
    client, seen, url = browser(anna), list[str](), "/contribution/registered/"
    home = client.get("/").content.decode()
    assert f'href="{url}"' in home

    while url:
        html = client.get(url).content.decode()
        seen += re.findall(r'class="desk-line" href="/people/([^/]+)/"', html)
        following = re.search(r'rel="next" href="([^"]+)"', html)
        url = f"/contribution/registered/{following[1]}" if following else ""

    assert len(seen) == len(set(seen)) == total
    assert {str(pk) for pk in mine} <= set(seen)
    assert f"/outreach/{contact.pk}/" in client.get("/contribution/contact/").content.decode()
    assert client.get("/contribution/registered/?after=nonsense").status_code == 200


def test_the_stranger_sees_only_her_own_and_who_follows_nobody_is_refused(
    world: World, browser: Browser
) -> None:
    with acting_as(world.anna.actor()):
        who = someone(world.anna, "Binta")

    assert str(who.pk) not in browser(world.carla).get("/contribution/registered/").content.decode()
    assert browser(world.carla).get("/contribution/secrets/").status_code == 404
    for name in ("amelia", "nadia"):
        assert browser(getattr(world, name)).get("/contribution/registered/").status_code == 403
