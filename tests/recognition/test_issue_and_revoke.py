# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Certificates are issued in bulk to whoever completed a module, stay as issued, and are revoked with a reason."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from io import BytesIO
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader

from lgnet.core.authz import Refused
from lgnet.core.clock import today
from lgnet.core.rowsecurity import acting_as
from lgnet.network.worker import Worker
from lgnet.recognition import actions, queries
from lgnet.recognition.models import Award, Certificate
from lgnet.recognition.pages.files import on_paper, square_code
from tests.factories.examinations import SINGLE, an_exam, sat
from tests.factories.recognition import (
    a_certificate,
    a_completed_module,
    cnoas,
    credited,
    issued,
    revoked,
    terms,
)
from tests.world import World

Browser = Callable[[Worker], Client]


def test_everybody_who_completed_gets_one_and_pressing_twice_gives_no_second(
    world: World, mailoutbox: list[Any], django_capture_on_commit_callbacks: Any
) -> None:
    module = a_completed_module(world, world.anna, world.carla)
    with django_capture_on_commit_callbacks(execute=True):
        first = issued(world, module)
    again = issued(world, module)

    assert [one.holder_name for one in first] == ["Anna Parodi", "Carla Bianchi"]
    assert [one.code for one in again] == [one.code for one in first]
    assert sorted(letter.to[0] for letter in mailoutbox) == ["anna@example.org", "carla@example.org"]
    assert first[0].code not in mailoutbox[0].body


def test_whoever_attended_too_little_gets_none(world: World) -> None:
    assert issued(world, a_completed_module(world, world.anna, minutes=100)) == []


def test_a_module_with_a_test_gives_certificates_to_those_who_passed_it(
    world: World, browser: Browser
) -> None:
    module = a_completed_module(world, world.anna, world.bruno, world.carla)
    exam = an_exam(world.nadia, SINGLE, for_everybody=False)
    with acting_as(world.ugo.actor()):
        actions.set_award(by=world.ugo, module=module, terms=terms(exam=exam))
        assert actions.admit_class(by=world.ugo, module=module) == 3
        assert actions.admit_class(by=world.ugo, module=module) == 0
    sat(world.anna, exam)
    sat(world.bruno, exam, right=False)

    (one,) = issued(world, module, terms(exam=exam))

    assert (one.holder_name, one.outcome, one.outcome_percent) == ("Anna Parodi", "passed", 100)
    page = browser(world.ugo).get(f"/recognition/modules/{module.pk}/").content.decode()
    assert "Non superato" in page and "Non ancora svolto" in page


def test_credits_stand_only_with_an_accreditation_from_before(world: World) -> None:
    module = a_completed_module(world, world.anna)
    with acting_as(world.ugo.actor()):
        wrongs = [
            terms(scheme=cnoas(), credits=Decimal(3)),
            terms(scheme=cnoas(), credits=Decimal(3), accreditation="ID 1", accredited_on=today()),
            terms(scheme=cnoas(), credits=Decimal(1), special_credits=Decimal(2), accreditation="ID 1",
                  accredited_on=dt.date(2025, 1, 7)),
            actions.Terms("", "Responsabile"),
        ]  # fmt: skip
        for wrong in wrongs:
            with pytest.raises(Refused):
                actions.set_award(by=world.ugo, module=module, terms=wrong)
        award = actions.set_award(by=world.ugo, module=module, terms=credited())
        with pytest.raises(DatabaseError), transaction.atomic():
            Award.objects.filter(pk=award.pk).update(accreditation="")


def test_what_was_issued_stays_as_it_was_even_against_sql(world: World) -> None:
    certificate = a_certificate(world)

    with acting_as(world.ugo.actor()):
        for change in ({"hours_attended": 1}, {"holder_name": "Altra"}, {"code": "LG-0"}):
            with pytest.raises(DatabaseError), transaction.atomic():
                Certificate.objects.filter(pk=certificate.pk).update(**change)
        with pytest.raises(DatabaseError), transaction.atomic():
            Certificate.objects.filter(pk=certificate.pk).delete()


def test_a_revoked_one_never_stands_again_and_another_takes_its_place(
    world: World, mailoutbox: list[Any], django_capture_on_commit_callbacks: Any
) -> None:
    certificate = a_certificate(world)
    with acting_as(world.ugo.actor()), pytest.raises(Refused):
        actions.reissue(by=world.ugo, certificate=certificate)
    with django_capture_on_commit_callbacks(execute=True):
        gone = revoked(world, certificate)

    assert mailoutbox[-1].to == ["anna@example.org"]
    with acting_as(world.ugo.actor()):
        with pytest.raises(Refused):
            actions.revoke(by=world.ugo, certificate=gone, reason="wrong")
        with pytest.raises(DatabaseError), transaction.atomic():
            Certificate.objects.filter(pk=gone.pk).update(
                revoked_at=None, revoked_by=None, revoked_for="", revoked_note=""
            )
        assert actions.issue(by=world.ugo, module=certificate.module) == 0, (
            "issued anew one by one, not in bulk"
        )
        fresh = actions.reissue(by=world.ugo, certificate=gone)
        assert fresh.code != gone.code and fresh.replaces_id == gone.pk and fresh.is_valid
        with pytest.raises(Refused):
            actions.reissue(by=world.ugo, certificate=gone)


def test_a_telephone_reads_the_code_on_the_paper(world: World, settings: Any) -> None:
    settings.SITE_ADDRESS = "https://lgnet.example"
    certificate = a_certificate(world)
    with acting_as(world.anna.actor()):
        pdf = on_paper(Certificate.objects.select_related("scheme").get(), language="it")
    page = pypdfium2.PdfDocument(pdf)[0].render(scale=150 / 72).to_numpy()
    found = zxingcpp.read_barcodes(page)

    assert [one.text for one in found] == [f"https://lgnet.example/verify/{certificate.code}"]


def test_the_paper_says_everything_that_a_certificate_must(world: World) -> None:
    certificate = a_certificate(world)
    with acting_as(world.anna.actor()):
        pdf = on_paper(Certificate.objects.select_related("scheme").get(), language="it")
    read = PdfReader(BytesIO(pdf))
    text = " ".join(page.extract_text() for page in read.pages)
    root: Any = read.trailer["/Root"]

    assert len(read.pages) == 1
    assert "/StructTreeRoot" in root and root["/Lang"] == "it"
    for said in (
        "Anna Parodi", "La presa in carico", "M1", "3 di 3", "In presenza", "ID 12345", "3 (Assistenti sociali",
        "Elena Moretti", "Responsabile della formazione", certificate.code, "Cofinanziato dall’Unione europea",
        f"/verify/{certificate.code}", "Ministero dell", "Nessun test", "Comune di Genova",
    ):  # fmt: skip
        assert said in text, said
    assert f"{certificate.starts_on:%d/%m/%Y}" in text


def test_the_square_code_is_black_on_white_and_leads_to_the_check() -> None:
    drawn = square_code("http://127.0.0.1:8000/verify/LG-0000-0000-0000")

    assert drawn.startswith("<svg") and 'fill="white"' in drawn and "#000" in drawn


def test_the_page_of_a_module_costs_the_same_however_many(world: World, browser: Browser) -> None:
    few, many = (
        a_completed_module(world, world.anna),
        a_completed_module(world, world.anna, world.bruno, world.fabio, world.carla, code="M2"),
    )
    ugo = browser(world.ugo)
    costs = []
    for module in (few, many):
        issued(world, module)
        with CaptureQueriesContext(connection) as made:
            assert ugo.get(f"/recognition/modules/{module.pk}/").status_code == 200
        costs.append(len(made))

    assert costs[0] == costs[1]


def test_a_stranger_finds_no_certificate_and_a_colleague_issues_none(world: World, browser: Browser) -> None:
    certificate = a_certificate(world)
    address = f"/recognition/certificates/{certificate.pk}/"

    for who in (world.carla, world.bruno, world.dario):
        assert browser(who).get(f"{address}pdf/").status_code == 404
    assert browser(world.anna).get(f"{address}pdf/").status_code == 200
    assert browser(world.anna).get(address).status_code == 403
    assert browser(world.nadia).post(f"{address}revoke/", {"reason": "wrong"}).status_code == 403
    with acting_as(world.dario.actor()):
        assert not queries.my_certificates(world.dario)
        with pytest.raises(Refused, match=r"regia nazionale|national direction"):
            actions.issue(by=world.dario, module=certificate.module)
