# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Before a report leaves, whoever wrote it is warned of what may tell who somebody is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgnet.core.rowsecurity import acting_as
from lgnet.reports import checks, guard, queries
from lgnet.reports.actions import save_answer
from lgnet.reports.guard import Sign
from lgnet.reports.questions import Question
from tests.factories.reports import a_report, answered
from tests.world import World


def names_in(world: World, text: str, who: str = "dario") -> list[str]:
    with acting_as(getattr(world, who).actor()):
        return [found.words for found in guard.look([("activities", text)]) if found.sign == Sign.NAME]


@pytest.mark.parametrize(
    "text",
    [
        "Il caso di Mamadou Diallo è stato discusso in équipe.",
        "Il caso di Diallo Mamadou, discusso in équipe.",
        "Accompagnato il signor Diallo in Questura.",
        "Incontro con Olena Schevchenko e il medico.",
        "Incontro con Олена Шевченко.",
    ],
)
def test_the_name_of_somebody_registered_here_is_found(world: World, text: str) -> None:
    assert names_in(world, text)


@pytest.mark.parametrize(
    "text",
    [
        "Incontri con ANCI Liguria, ASL 3 Genovese e Prefettura di Genova in piazza Garibaldi.",
        "Mamadou è un nome comune. Diallo anche.",
        "Il signor prefetto ha aperto i lavori.",
        "Protocollo con la Comunità di Sant'Egidio e la Caritas Diocesana.",
        "",
    ],
)
def test_offices_places_and_single_names_are_left_in_peace(world: World, text: str) -> None:
    assert names_in(world, text) == []


def test_the_people_of_another_partner_are_not_compared(world: World) -> None:
    assert names_in(world, "Mamadou Jallow", who="carla")
    assert not names_in(world, "Olena Shevchenko", who="carla"), (
        "she is Genova's, and stays unknown to Torino"
    )


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Codice RSSMRA85T10A562S agli atti", Sign.TAX_CODE),
        ("STP 0700912345678", Sign.HEALTH_CODE),
        ("scrivere a fatou.ndiaye@example.org", Sign.EMAIL),
        ("chiamare il 347 1234567", Sign.PHONE),
        ("chiamare il +39 010 5579999", Sign.PHONE),
    ],
)
def test_numbers_and_addresses_are_found(text: str, sign: Sign) -> None:
    assert [found for found, _words in guard.signs(text)] == [sign]


@pytest.mark.parametrize(
    "text",
    [
        "Dal 01/07/2026 al 30/09/2026 sono state prese in carico 137 persone su 200.",
        "Determina n. 1234567 del 2026, importo 346.499,78 euro, CUP F81J24000000007.",
        "Spesi 3.500.000 euro; 300 1200 e 45 beneficiari.",
        "Ore 9-13 e 14-19, numero verde 1500.",
    ],
)
def test_dates_sums_and_acts_are_not_telephone_numbers(text: str) -> None:
    assert list(guard.signs(text)) == []


@given(st.text(max_size=300))
def test_no_text_stops_the_guard(text: str) -> None:
    assert all(isinstance(sign, Sign) for sign, _words in guard.signs(text))


def test_the_check_warns_under_which_question_and_does_not_stop(world: World) -> None:
    report = answered(world.dario, a_report(world.dario))
    with acting_as(world.dario.actor()):
        text = "Mamadou Diallo ha trovato casa: 347 1234567"
        save_answer(by=world.dario, report=report, question=Question.STRENGTHS, text=text, version=1)
        found = [
            finding
            for finding in checks.run(queries.draft(report), report.period, report.partner_id)
            if finding.step == "strengths"
        ]

    assert [finding.blocks for finding in found] == [False, False]
    assert any("“Mamadou Diallo”" in finding.sentence for finding in found)
