# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""From the draft to who has not read it: the nation issues, a partner reads, takes note and answers."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lgnet.core.authz import Refused
from lgnet.core.clock import today
from lgnet.core.rowsecurity import acting_as
from lgnet.directives import actions, queries
from lgnet.directives.models import Addressee, Directive, Reading
from lgnet.network import editions
from lgnet.network.worker import Worker
from tests.factories.directives import a_draft, a_question, issued
from tests.factories.network import at_work
from tests.world import World

Browser = Callable[[Worker], Client]
LIST = "/directives/"


def url(directive: Directive, verb: str = "") -> str:
    return f"{LIST}{directive.pk}/{verb}"


def test_circulars_are_numbered_by_year_and_go_to_the_22_partners(world: World) -> None:
    with acting_as(world.ugo.actor()):
        first, second = issued(world.ugo), issued(world.ugo, "Seconda")

        assert (first.code, second.code) == (f"1/{today().year}", f"2/{today().year}")
        assert first.addressees.count() == 22


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({"partners": ("torino",)}, {"torino"}),
        ({"regions": ("Liguria",)}, {"genova"}),
        ({"partners": ("torino",), "regions": ("Liguria",)}, {"genova", "torino"}),
    ],
)
def test_they_go_to_whoever_any_choice_names(
    world: World, chosen: dict[str, Any], expected: set[str]
) -> None:
    with acting_as(world.ugo.actor()):
        directive = issued(world.ugo, **chosen)

        assert set(directive.addressees.values_list("partner__code", flat=True)) == expected


def test_an_action_line_names_whoever_follows_it(world: World) -> None:
    with acting_as(world.ugo.actor()):
        directive = issued(world.ugo, lines=("housing",))
        twin = {each.organisation_id for each in editions.local_partnerships() if "housing" in each.lines}

        assert set(directive.addressees.values_list("partner_id", flat=True)) == twin


def test_nobody_addressed_is_refused_and_so_is_a_day_that_has_passed(world: World) -> None:
    with acting_as(world.ugo.actor()):
        with pytest.raises(Refused, match=r"[Pp]artner"):
            actions.issue(by=world.ugo, directive=a_draft(world.ugo, regions=("Atlantide",)))
        with pytest.raises(Refused):
            issued(world.ugo, due_on=today() - dt.timedelta(days=1))


def test_reading_taking_note_and_answering_are_told_to_the_nation(world: World, browser: Browser) -> None:
    with acting_as(world.ugo.actor()):
        directive = a_question(world.ugo)
    dario, ugo = browser(world.dario), browser(world.ugo)
    before = ugo.get(url(directive)).content.decode()

    assert dario.get(url(directive)).status_code == 200
    assert dario.post(url(directive, "answer/"), {"number": "12"}).status_code == 302

    after = ugo.get(url(directive))
    side = after.context["page"].nation
    row = next(row for row in side.rows if row.addressee.partner.code == "genova")
    assert (row.is_done, row.addressee.answer, side.total, side.done) == (True, "12", "12", 1)
    assert (row.people.members, row.people.readers) == (1, 1)
    assert [one.name for one in row.people.coordinators] == ["Dario Ferrando"]
    assert "Dario Ferrando" in before and side.unread == 21


def test_who_reads_for_themselves_does_not_speak_for_the_partner(world: World, browser: Browser) -> None:
    with acting_as(world.ugo.actor()):
        directive = issued(world.ugo, must_read=("coordinator", "case_manager"))
    anna = browser(world.anna)
    anna.get(url(directive))
    anna.post(url(directive, "note/"))

    with acting_as(world.dario.actor()):
        addressee = Addressee.objects.get(directive=directive)
        assert addressee.acknowledged_at is None
        assert Reading.objects.get(directive=directive).noted_at is not None
    with acting_as(world.ugo.actor()):
        people = queries.readership(directive)[world.genova.pk]
        assert (people.members, people.readers) == (2, 1)
        assert people.coordinators[0].read_at is None

    browser(world.dario).post(url(directive, "note/"))
    with acting_as(world.dario.actor()):
        assert Addressee.objects.get(directive=directive).acknowledged_by_id == world.dario.user.pk


def test_readership_agrees_with_counting_by_hand(world: World) -> None:
    gaia = at_work(world.genova, "coordinator")
    with acting_as(world.ugo.actor()):
        directive = issued(world.ugo)
    for reader in (world.dario, world.anna, gaia):
        with acting_as(reader.actor()):
            actions.open_directive(by=reader, directive=directive)
            actions.open_directive(by=reader, directive=directive)

    with acting_as(world.dario.actor()):
        here = queries.readers_here(directive, world.dario)
        opened = Reading.objects.filter(directive=directive).count()
    with acting_as(world.ugo.actor()):
        people = queries.readership(directive)[world.genova.pk]

    assert opened == 3, "each reader once"
    assert (people.members, people.readers) == (len(here), sum(one.read_at is not None for one in here))
    assert {one.name for one in people.coordinators} == {"Dario Ferrando", "Gaia Testa"}


def test_an_answer_given_anew_keeps_the_former_in_the_history(world: World) -> None:
    with acting_as(world.ugo.actor()):
        directive = a_question(world.ugo, "Sì", "No")
    with acting_as(world.dario.actor()):
        actions.answer(by=world.dario, directive=directive, choice="Sì")
        actions.answer(by=world.dario, directive=directive, choice="No")
        with connection.cursor() as cursor:
            cursor.execute("select before from core_rowhistory where table_name = 'directives_addressee'")
            kept = [str(before) for (before,) in cursor.fetchall()]
        assert any('"answer_choice": "Sì"' in before or "'answer_choice': 'Sì'" in before for before in kept)
        wrongs: tuple[dict[str, Any], ...] = ({"choice": "Forse"}, {"text": "Sì"})
        for wrong in wrongs:
            with pytest.raises(Refused):
                actions.answer(by=world.dario, directive=directive, **wrong)


@pytest.mark.parametrize("number", [None, Decimal("NaN"), Decimal("Infinity"), Decimal(10) ** 12])
def test_a_number_is_a_number(world: World, number: Decimal | None) -> None:
    with acting_as(world.ugo.actor()):
        directive = a_question(world.ugo)
    with acting_as(world.dario.actor()), pytest.raises(Refused):
        actions.answer(by=world.dario, directive=directive, number=number)


def test_a_form_that_comes_back_keeps_what_was_typed(world: World, browser: Browser) -> None:
    with acting_as(world.ugo.actor()):
        directive = issued(world.ugo, kind="answer", answer_kind="text", question="Perché?")
    ugo = browser(world.ugo)

    response = ugo.post(
        f"{LIST}new/", {"subject": "Oggetto", "text": "أهلا", "kind": "answer", "to": "chosen", "due_on": "x"}
    )
    html = response.content.decode()
    answer = browser(world.dario).post(url(directive, "answer/"), {"text": " "})

    assert response.status_code == 422 and "أهلا" in html and "Oggetto" in html
    assert set(response.context["page"].form.errors) == {"answer_kind", "question", "to", "due_on"}
    assert answer.status_code == 422


def test_the_new_form_makes_one_draft_however_often_it_is_sent(world: World, browser: Browser) -> None:
    ugo = browser(world.ugo)
    new_id = ugo.get(f"{LIST}new/").context["page"].form["new_id"].value()
    sent = {"new_id": new_id, "subject": "Una", "text": "Testo", "kind": "know", "to": "everybody"}
    for _time in (1, 2):
        assert ugo.post(f"{LIST}new/", sent).status_code == 302

    with acting_as(world.ugo.actor()):
        assert Directive.objects.filter(subject="Una").count() == 1


def test_what_waits_is_listed_first_and_a_page_costs_the_same_however_many(
    world: World, browser: Browser
) -> None:
    with acting_as(world.ugo.actor()):
        made = [issued(world.ugo, f"Circolare {n:02}") for n in range(3)]
    dario = browser(world.dario)
    dario.get(LIST)

    def cost() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries_made:
            assert dario.get(LIST).status_code == 200
        return len(queries_made)

    few = cost()
    with acting_as(world.ugo.actor()):
        made += [issued(world.ugo, f"Circolare {n:02}") for n in range(3, 30)]
    dario.post(url(made[-1], "note/"))

    page = dario.get(LIST).context["page"]
    assert cost() == few
    assert len(page.waiting) == 24 and len(page.received) == 1 and page.next_url
    rest = dario.get(page.next_url).context["page"]
    assert len(rest.waiting) == 5 and not rest.next_url
    assert dario.get(LIST, {"after": "nonsense"}).status_code == 200


def test_the_nation_sees_how_many_have_done_it(world: World, browser: Browser) -> None:
    with acting_as(world.ugo.actor()):
        directive = issued(world.ugo)
    browser(world.dario).post(url(directive, "note/"))

    for reader in (world.ugo, world.nadia):
        tally = browser(reader).get(LIST).context["page"].tallies[0]
        assert (tally.done, tally.partners) == (1, 22)


def test_the_answers_leave_as_csv_and_it_is_written_down(world: World, browser: Browser) -> None:
    with acting_as(world.ugo.actor()):
        directive = a_question(world.ugo, "Sì", "No")
    browser(world.dario).post(url(directive, "answer/"), {"choice": "Sì"})

    response = browser(world.nadia).get(url(directive, "answers.csv"))

    lines = response.content.decode("utf-8-sig").splitlines()
    assert len(lines) == 23 and any("Genova" in line and "Sì" in line for line in lines)
    assert browser(world.dario).get(url(directive, "answers.csv")).status_code == 403


def test_it_prints_as_pdf(world: World, browser: Browser) -> None:
    with acting_as(world.ugo.actor()):
        directive = issued(world.ugo, text="Uno:\n\n1. primo\n2. secondo\n\n#let x = 1")

    for reader in (world.ugo, world.anna):
        response = browser(reader).get(url(directive, "pdf/"))
        assert response.content.startswith(b"%PDF") and response["Content-Type"] == "application/pdf"


def test_nobody_is_given_markup_by_a_text(world: World, browser: Browser) -> None:
    text = "<script>alert(1)</script>\n\n- <b>uno</b>"
    with acting_as(world.ugo.actor()):
        directive = issued(world.ugo, "<i>Oggetto</i>", text=text)

    html = browser(world.anna).get(url(directive)).content.decode()

    assert "<script>alert" not in html and "<b>uno" not in html and "&lt;script&gt;" in html


def test_a_draft_and_what_went_to_others_do_not_exist_for_a_stranger(world: World, browser: Browser) -> None:
    with acting_as(world.ugo.actor()):
        draft, elsewhere = a_draft(world.ugo), issued(world.ugo, partners=("torino",))
        asked = a_question(world.ugo)
    with acting_as(world.dario.actor()):
        actions.answer(by=world.dario, directive=asked, number=Decimal(7))

    for directive in (draft, elsewhere):
        for verb in ("", "note/", "pdf/", "edit/", "issue/", "answers.csv"):
            assert browser(world.dario).get(url(directive, verb)).status_code in {403, 404, 405}
    assert browser(world.carla).get(url(elsewhere)).status_code == 200
    with acting_as(world.carla.actor()):
        assert [row.partner_id for row in Addressee.objects.filter(directive=asked)] == [world.torino.pk]
        assert not Reading.objects.filter(directive=asked).exists()


def test_a_colleague_reads_why_not(world: World, browser: Browser) -> None:
    with acting_as(world.ugo.actor()):
        directive = a_question(world.ugo)

    html = browser(world.anna).get(url(directive)).content.decode()
    assert "chi coordina" in html.lower() or "coordinat" in html.lower()
    assert browser(world.anna).post(url(directive, "answer/"), {"number": "1"}).status_code == 403
    assert browser(world.nadia).post(url(directive, "close/")).status_code == 403
    with acting_as(world.anna.actor()), pytest.raises(Refused):
        actions.answer(by=world.anna, directive=directive, number=Decimal(1))


def test_what_was_issued_cannot_be_edited_even_in_sql(world: World) -> None:
    with acting_as(world.ugo.actor()):
        directive = issued(world.ugo)
        for statement in (
            "update directives_directive set text = 'altro' where id = %s",
            "update directives_directive set due_on = null where id = %s",
            "delete from directives_directive where id = %s",
        ):
            with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement, [directive.pk])
        with pytest.raises(Refused):
            actions.edit(by=world.ugo, directive=directive, draft=actions.Draft("know", "Altro", "Altro"))
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                "update directives_addressee set answer_text = 'detto da altri' where directive_id = %s",
                [directive.pk],
            )
