# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A random sample for an on-the-spot check: ordered, opened, printed, checked, closed."""

import datetime as dt
import io
from collections.abc import Callable

import pypdf
import pytest
from django.test import Client

from lgnet.core.authz import Refused
from lgnet.core.clock import today
from lgnet.core.models import AuditEntry
from lgnet.core.rowsecurity import acting_as
from lgnet.counting.models import CountingFact
from lgnet.evidence import queries
from lgnet.evidence.actions import close_sample, order_sample, record_findings
from lgnet.evidence.models import Finding, Sample
from lgnet.evidence.sampling import draw, population_digest
from lgnet.network.worker import Worker
from tests.factories.cases import someone
from tests.factories.evidence import a_sample, checked
from tests.world import World, secrets_of

Browser = Callable[[Worker], Client]


def test_the_database_draws_whom_the_formula_draws(world: World) -> None:
    with acting_as(world.anna.actor()):
        for _ in range(12):
            someone(world.anna)
    with acting_as(world.dario.actor()):
        sample = a_sample(world.dario, world.genova, seed="verifica 1")
        rows = CountingFact.objects.filter(kind="registered").order_by("-occurred_on", "-id")
        facts = list(
            {bytes(row.pseudonym or b""): row.pk for row in rows}.values()
        )  # the earliest of each person
        drawn = [row.counted.fact_id for row in queries.drawn(sample)]

        assert sample.population == len(facts)
        assert sample.population_sha256 == population_digest(facts)
        assert drawn == draw(facts, seed="verifica 1", size=sample.size)
        assert drawn == [
            row.counted.fact_id
            for row in queries.drawn(a_sample(world.dario, world.genova, seed="verifica 1"))
        ]


def test_the_nation_orders_and_sees_codes_and_the_partner_opens_and_sees_names(
    world: World, browser: Browser
) -> None:
    nadia, dario = browser(world.nadia), browser(world.dario)
    typed = {"kind": "registered", "until": "2026-11-20", "confidence": "95", "tolerable": "5", "seed": ""}

    refused = nadia.post("/evidence/partners/genova/sample/", typed | {"confidence": "12"})
    with acting_as(world.nadia.actor()):
        until = CountingFact.objects.order_by("-occurred_on").values_list("occurred_on", flat=True)[0]
    ordered = nadia.post("/evidence/partners/genova/sample/", typed | {"until": until.isoformat()})

    assert refused.status_code == 422
    assert ordered.status_code == 302
    page = nadia.get(ordered["Location"]).content.decode()
    assert not [name for name in secrets_of() if name in page]
    assert "Mamadou" in dario.get(ordered["Location"]).content.decode()
    with acting_as(world.dario.actor()):
        sample = Sample.objects.get()
        assert sample.is_national
        assert len(sample.seed) == 16
    assert nadia.post(f"/evidence/samples/{sample.pk}/pack/").status_code == 403
    assert browser(world.carla).get(ordered["Location"]).status_code == 403


def test_the_pack_is_a_tagged_pdf_with_a_page_for_each_person(world: World, browser: Browser) -> None:
    with acting_as(world.dario.actor()):
        sample = a_sample(world.dario, world.genova)

    answer = browser(world.dario).post(f"/evidence/samples/{sample.pk}/pack/")

    pdf = pypdf.PdfReader(io.BytesIO(answer.content))
    text = " ".join(" ".join(page.extract_text() for page in pdf.pages).split())
    assert answer["Content-Type"] == "application/pdf"
    assert len(pdf.pages) == 1 + sample.size
    assert "/StructTreeRoot" in pdf.root_object
    assert "Mamadou Diallo" in text
    assert sample.seed in text
    assert "Cofinanziato dall’Unione europea" in text
    assert text.count("Irregolare") >= sample.size
    with acting_as(world.dario.actor()):
        assert AuditEntry.objects.filter(event="sample.opened").count() == 1
        first = queries.drawn(sample)[0].counted.fact_id
        assert set(queries.frozen_items([first])[first]) >= {"proof", "identity"}


def test_what_was_found_is_written_down_and_the_check_is_closed(world: World, browser: Browser) -> None:
    dario = browser(world.dario)
    with acting_as(world.dario.actor()):
        sample = a_sample(world.dario, world.genova)
        with pytest.raises(Refused, match="verificato"):
            close_sample(by=world.dario, sample=sample)
        rows = queries.drawn(sample)
    url = f"/evidence/samples/{sample.pk}/people/{rows[0].pk}/"

    assert dario.post(url, {"proof": "found"}).status_code == 422
    assert (
        dario.post(url, {"proof": "found", "identity": "irregular", "notice": "missing"}).status_code == 302
    )

    with acting_as(world.dario.actor()):
        assert queries.results(sample).faulty == 1
        checked(world.dario, sample)
        result = queries.results(sample)
        assert (result.checked, result.faulty, result.is_complete) == (sample.size, 0, True)
    assert dario.post(f"/evidence/samples/{sample.pk}/close/").status_code == 302
    assert dario.get(url).status_code == 403
    with acting_as(world.nadia.actor()):
        assert Finding.objects.filter(sampled__sample=sample).count() == 3 * sample.size


def test_only_known_items_and_outcomes_are_written_down(world: World) -> None:
    with acting_as(world.dario.actor()):
        sample = a_sample(world.dario, world.genova)
        row = queries.drawn(sample)[0]
        for outcomes in ({"nothing": "found"}, {"proof": "perhaps"}):
            with pytest.raises(Refused):
                record_findings(by=world.dario, sample=sample, sampled=row.pk, outcomes=outcomes)


def test_nobody_is_drawn_from_nobody_nor_from_the_future(world: World) -> None:
    with acting_as(world.dario.actor()):
        with pytest.raises(Refused):
            order_sample(by=world.dario, partner=world.genova, kind="supported")
        later = today() + dt.timedelta(days=1)
        with pytest.raises(Refused):
            order_sample(by=world.dario, partner=world.genova, kind="registered", until=later)


def test_the_colleague_is_told_why_and_the_stranger_finds_nothing(world: World, browser: Browser) -> None:
    with acting_as(world.dario.actor()):
        sample = a_sample(world.dario, world.genova)
    with acting_as(world.anna.actor()), pytest.raises(Refused):
        a_sample(world.anna, world.genova)
    with acting_as(world.carla.actor()):
        assert queries.sample_for(sample.pk) is None
    assert browser(world.dario).get("/evidence/partners/torino/sample/").status_code == 404
