# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Each counted person drills down to what proves it; what was frozen stays, and a change is seen."""

import datetime as dt
import uuid
from collections.abc import Callable

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse

from lgnet.cases.models import Intervention
from lgnet.core.clock import today
from lgnet.core.models import AuditEntry
from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.counting.models import CountingFact, FactKind
from lgnet.evidence import actions, queries
from lgnet.evidence.audit_trail import Held, elements
from lgnet.evidence.models import EvidenceItem
from lgnet.evidence.rules import COLUMNS, RULES, digest, rules_of
from lgnet.network.worker import Worker
from lgnet.people.actions import deliver_notice
from tests.cases.statements import statements
from tests.factories.cases import a_case, someone
from tests.factories.casework import done
from tests.factories.people import stay
from tests.world import World, secrets_of

Browser = Callable[[Worker], Client]


@pytest.fixture
def fact(world: World) -> CountingFact:
    """Mamadou counts as supported, with everything that proves it."""
    anna = world.anna
    with acting_as(anna.actor()):
        who = world.person("mamadou")
        deliver_notice(by=anna, person=who, version="2024-01", language="fr", how="paper")
        done(anna, a_case(anna, who))
        return CountingFact.objects.select_related("partner").get(
            kind="supported", subject__subject_id=who.pk
        )


def month_url(kind: str = "supported") -> str:
    return reverse("evidence:month", args=["genova", kind, f"{today():%Y-%m}"])


def test_a_count_is_proved_by_one_row_for_each_rule(world: World, fact: CountingFact) -> None:
    with acting_as(world.dario.actor()):
        items = queries.standing_items([fact.pk], kind="supported")[fact.pk]

    assert set(items) == {"proof", "identity", "stay", "notice"}
    assert f"{items['proof'].label}:{items['proof'].row_id}" == "cases.intervention:" + str(
        items["proof"].row_id
    )
    assert items["stay"].label == "people.staystatus"


def test_the_digest_can_be_written_again_by_anybody(world: World, fact: CountingFact) -> None:
    with acting_as(world.dario.actor()):
        for item in queries.standing_items([fact.pk], kind="supported")[fact.pk].values():
            columns = ", ".join(
                f"to_char({c} at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
                if c.endswith("_at")
                else f"{c}::text"
                for c in COLUMNS[item.label]
            )
            with connection.cursor() as cursor:
                table = item.label.replace(".", "_")
                cursor.execute(f"select {columns} from {table} where id = %s", [item.row_id])
                row = cursor.fetchone()
            assert row is not None
            assert digest(item.label, dict(zip(COLUMNS[item.label], row, strict=True))) == item.sha256


def test_frozen_twice_nothing_is_added_and_a_change_adds_one_item(world: World, fact: CountingFact) -> None:
    dario, month = world.dario, today().replace(day=1)
    with acting_as(dario.actor()):
        first = actions.freeze(by=dario, kind=FactKind.SUPPORTED, month=month)
        again = actions.freeze(by=dario, kind=FactKind.SUPPORTED, month=month)
        Intervention.objects.filter(case__person=world.people["mamadou"]).update(minutes=99)
        changed = actions.freeze(by=dario, kind=FactKind.SUPPORTED, month=month)

        assert (first, again, changed) == (4, 0, 1)
        assert EvidenceItem.objects.filter(fact=fact, rule="proof").count() == 2
        assert AuditEntry.objects.filter(event="evidence.frozen").count() == 3


def test_the_job_freezes_for_a_cut_off(world: World, fact: CountingFact) -> None:
    with acting_as(Actor(DbRole.WORKER, world.genova.pk)):
        n = actions.freeze_until(partner_id=world.genova.pk, kind="supported", until=fact.occurred_on)
        before = actions.freeze_until(
            partner_id=world.genova.pk, kind="supported", until=fact.occurred_on - dt.timedelta(days=1)
        )

    assert (n, before) == (4, 0)


def test_what_was_frozen_is_never_overwritten(world: World, fact: CountingFact) -> None:
    with acting_as(world.dario.actor()):
        actions.freeze_facts(facts=[fact.pk], kind="supported")
        with pytest.raises(DatabaseError), transaction.atomic():
            EvidenceItem.objects.update(sha256="0" * 64)


def test_a_change_after_the_freezing_is_seen(world: World, fact: CountingFact, browser: Browser) -> None:
    with acting_as(world.dario.actor()):
        actions.freeze_facts(facts=[fact.pk], kind="supported")
    url = reverse("evidence:fact", args=[fact.pk])
    assert "dopo il congelamento" not in browser(world.dario).get(url).content.decode()
    with acting_as(world.anna.actor()):
        Intervention.objects.filter(case__person=world.people["mamadou"]).update(minutes=99)

    assert "dopo il congelamento" in browser(world.dario).get(url).content.decode()


def test_the_stay_is_the_one_of_the_counting_day(world: World, fact: CountingFact) -> None:
    anna = world.anna
    with acting_as(anna.actor()):
        later = stay(anna, world.person("mamadou"), code="IRR")
        type(later).objects.filter(pk=later.pk).update(from_on=today() + dt.timedelta(days=1))
        found = queries.standing_items([fact.pk], kind="supported")[fact.pk]["stay"]

    assert found.row_id != later.pk


def test_from_the_indicator_to_the_month_to_the_person_to_the_evidence(
    world: World, fact: CountingFact, browser: Browser
) -> None:
    dario = browser(world.dario)

    overview = dario.get("/evidence/", follow=True).content.decode()
    month = dario.get(month_url()).content.decode()
    evidence = dario.get(reverse("evidence:fact", args=[fact.pk])).content.decode()

    assert month_url() in overview
    assert "Mamadou Diallo" in month
    assert reverse("evidence:fact", args=[fact.pk]) in month
    assert "SHA-256" in evidence
    assert "Mamadou Diallo" in evidence


def test_the_nation_goes_the_same_way_and_meets_no_name(
    world: World, fact: CountingFact, browser: Browser
) -> None:
    with acting_as(world.dario.actor()):
        actions.freeze_facts(facts=[fact.pk], kind="supported")
    nadia = browser(world.nadia)
    pages = [
        nadia.get(url).content.decode()
        for url in ("/evidence/", "/evidence/partners/genova/", month_url(), f"/evidence/facts/{fact.pk}/")
    ]

    code = queries.short_code(bytes(fact.pseudonym or b""), fact.pk)
    assert code in pages[2]
    assert code in pages[3]
    assert not [name for name in secrets_of() for page in pages if name in page]
    assert str(world.people["mamadou"]) not in "".join(pages)
    with acting_as(world.nadia.actor()), pytest.raises(DatabaseError), transaction.atomic():
        list(EvidenceItem.objects.values_list("row_id"))


def test_a_month_asks_the_same_of_the_database_however_many_count(world: World, browser: Browser) -> None:
    dario, counts = browser(world.dario), []
    for more in (1, 6):
        with acting_as(world.anna.actor()):
            for _ in range(more):
                someone(world.anna)
        with statements() as asked:
            dario.get(month_url("registered"))
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_a_long_month_is_cut_by_key(world: World) -> None:
    anna, seen, after = world.anna, list[uuid.UUID](), None
    with acting_as(anna.actor()):
        for _ in range(6):
            someone(anna)
        month = today().replace(day=1)
        while True:
            page = queries.counted_page(
                partner_id=anna.partner_id, kind="registered", month=month, after=after, size=4
            )
            seen += [row.fact_id for row in page[:4]]
            if len(page) <= 4:
                break
            after = page[3].counted_on, page[3].fact_id
        counted = queries.months(partner_id=anna.partner_id, kind="registered")[0].counted

    assert len(seen) == len(set(seen)) == counted


def test_every_kind_of_count_has_its_rules() -> None:
    for kind in FactKind:
        rules = rules_of(kind)
        assert rules[0] == RULES["proof"]
        assert len({rule.code for rule in rules}) == len(rules)


def test_the_audit_trail_names_each_element_and_leads_where_it_is_held(
    world: World, browser: Browser
) -> None:
    assert [element.number for element in elements()] == list(range(1, 14))
    for element in elements():
        assert (element.held == Held.NO) == (element.address == ""), element.number
        if element.address:
            assert reverse(element.address)
    page = browser(world.nadia).get("/evidence/audit-trail/").content.decode()
    assert "Non conservato qui" in page
    assert reverse("direction:indicators") in page


def test_a_stranger_finds_nothing_and_a_colleague_is_told_why(
    world: World, fact: CountingFact, browser: Browser
) -> None:
    assert browser(world.anna).get(f"/evidence/facts/{fact.pk}/").status_code == 403
    with acting_as(world.carla.actor()):
        assert queries.fact_for(fact.pk) is None
    assert browser(world.dario).get("/evidence/partners/torino/").status_code == 404
    assert browser(world.dario).get("/evidence/partners/genova/nothing/2026-01/").status_code == 404
    assert browser(world.dario).get("/evidence/partners/genova/supported/2026-13/").status_code == 404
