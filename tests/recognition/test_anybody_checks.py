# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A stranger asks whether a certificate stands: told that, and never whose it is."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from lgnet.core.rowsecurity import PUBLIC, acting_as
from lgnet.network.worker import Worker
from lgnet.recognition import actions
from lgnet.recognition.actions.checking import MOST, SECONDS
from lgnet.recognition.codes import as_printed, name_key, new_code
from tests.factories.recognition import a_certificate, revoked
from tests.world import World

Browser = Callable[[Worker], Client]


def test_a_code_is_read_from_paper_as_people_read_it() -> None:
    code = new_code()
    swapped = code[3:].replace("0", "O").replace("1", "l")

    assert as_printed(code) == code
    assert as_printed(f" lg {swapped.lower()} ".replace("-", " ")) == code


@pytest.mark.parametrize(
    "typed", ["", "LG", "LG-0000-0000-000", "XX-0000-0000-0000", "LG-0000-0000-0000-0", "🙂" * 90]
)
def test_what_cannot_be_a_code_is_none(typed: str) -> None:
    assert as_printed(typed) == ""


def test_a_name_is_the_same_however_it_is_typed() -> None:
    assert name_key("D'Angelò  Maria") == name_key("maria d’angelo") != name_key("Mario D'Angelo")
    assert name_key("Олена Шевченко") == name_key("шевченко олена")


@given(st.text(max_size=500))
def test_no_name_is_too_wild(name: str) -> None:
    assert len(name_key(name)) <= 120


def test_it_stands_and_nothing_names_its_holder(world: World) -> None:
    certificate = a_certificate(world)
    page = Client().get(f"/verify/{certificate.code}")
    html = page.content.decode()

    assert page.status_code == 200 and "Questo attestato è valido" in html
    assert "La presa in carico" in html and "M1" in html and "ID 12345" in html
    for hidden in (
        "Parodi",
        "Anna",
        "anna@",
        "Genova",
        "Moretti",
        str(certificate.pk),
        str(world.anna.user.pk),
    ):
        assert hidden not in html, hidden
    assert page.headers["Cache-Control"] == "private, no-store" and page.headers["X-Robots-Tag"] == "noindex"


def test_it_speaks_english_too(world: World) -> None:
    certificate = a_certificate(world)
    page = Client(headers={"accept-language": "en"}).get(f"/verify/{certificate.code}").content.decode()

    assert "This certificate is valid" in page and "Social workers (CNOAS)" in page


@pytest.mark.parametrize(
    ("typed", "matches"),
    [
        ("Anna Parodi", True),
        ("parodi ANNA", True),
        ("Anna Parodí", True),
        ("Carla Bianchi", False),
        ("Anna", False),
    ],
)
def test_whoever_types_the_name_is_told_whether_it_is_the_one(
    world: World, typed: str, matches: bool
) -> None:
    certificate = a_certificate(world)
    html = Client().post("/verify/", {"code": certificate.code.lower(), "name": typed}).content.decode()

    assert ("Il nome è quello sull’attestato" in html) == matches
    assert ("Il nome non è quello sull’attestato" in html) != matches


def test_a_forged_code_is_unknown(world: World) -> None:
    certificate = a_certificate(world)
    other = "0" if certificate.code[-1] != "0" else "1"

    for forged in (certificate.code[:-1] + other, "LG-0000-0000-0000", "qualcosa", "LG-' or 1=1 --"):
        page = Client().get(f"/verify/{forged}")
        assert page.status_code == 404 and "Nessun attestato ha questo codice" in page.content.decode()


def test_a_revoked_one_is_told_without_the_reason_and_the_new_one_stands(world: World) -> None:
    gone = revoked(world, a_certificate(world))
    before = Client().get(f"/verify/{gone.code}").content.decode()
    with acting_as(world.ugo.actor()):
        fresh = actions.reissue(by=world.ugo, certificate=gone)
    after = Client().get(f"/verify/{gone.code}").content.decode()

    assert "è stato revocato" in before and "Nome sbagliato" not in before and "errore" not in before
    assert "con un altro codice" in after and fresh.code not in after, (
        "who has the old paper learns no new code"
    )
    assert "Questo attestato è valido" in Client().get(f"/verify/{fresh.code}").content.decode()


def test_a_code_typed_otherwise_leads_to_the_one_address(world: World) -> None:
    certificate = a_certificate(world)
    typed = certificate.code.lower().replace("-", "")

    assert Client().get(f"/verify/{typed}").headers["Location"] == f"/verify/{certificate.code}"


def test_whoever_asks_too_often_waits_and_others_do_not(world: World) -> None:
    certificate = a_certificate(world)
    guesser, other = Client(REMOTE_ADDR="192.0.2.7"), Client(REMOTE_ADDR="192.0.2.8")
    answers = [guesser.get(f"/verify/{new_code()}").status_code for _ in range(MOST)]
    refused = guesser.get(f"/verify/{certificate.code}")

    assert set(answers) == {404}
    assert refused.status_code == 429 and refused.headers["Retry-After"] == str(SECONDS)
    assert "La presa in carico" not in refused.content.decode()
    assert other.get(f"/verify/{certificate.code}").status_code == 200


def test_the_public_reads_no_table_of_ours(world: World) -> None:
    a_certificate(world)
    tables = ("certificate", "badge", "outsidecourse", "lookup", "award", "issuerkey")
    with acting_as(PUBLIC), connection.cursor() as cursor:
        for table in tables:
            cursor.execute("select has_table_privilege(%s, 'select')", [f"recognition_{table}"])
            assert cursor.fetchone() == (False,), table
        cursor.execute("select has_column_privilege('recognition_issuerkey', 'wrapped', 'select')")
        assert cursor.fetchone() == (False,)
