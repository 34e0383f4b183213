# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A partner writes news, the nation lets it out, and it is public at once; a correction replaces it everywhere."""

from collections.abc import Callable

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client

from lgnet.core.rowsecurity import PUBLIC, Actor, DbRole, acting_as
from lgnet.network.worker import Worker
from lgnet.website.models import SitePage
from tests.website.editing import PUBLISH, SUBMIT, add, change, decide, filled
from tests.world import World

Browser = Callable[[Worker], Client]
GENOVA, NEWS = "/it/network/genova/", "/it/network/genova/sportello-serale/"


def test_news_of_a_partner_is_public_once_the_nation_has_approved_it(world: World, browser: Browser) -> None:
    dario, ugo, visitor = browser(world.dario), browser(world.ugo), Client()
    assert "Sportello serale" not in visitor.get("/it/news/").content.decode()

    assert add(dario, GENOVA, filled("Sportello serale"), SUBMIT).status_code == 302
    assert visitor.get(NEWS).status_code == 404
    assert "Sportello serale" not in visitor.get("/it/news/").content.decode()

    assert decide(ugo, NEWS, "approve").status_code == 302
    assert "Il testo." in visitor.get(NEWS).content.decode()
    for page in ("/it/news/", "/it/", GENOVA):
        assert "Sportello serale" in visitor.get(page).content.decode(), page
    assert "Sportello serale" in visitor.get("/it/news/feed.xml").content.decode()
    assert NEWS in visitor.get("/it/sitemap.xml").content.decode()


def test_a_correction_replaces_the_page_that_was_kept(world: World, browser: Browser) -> None:
    ugo, visitor = browser(world.ugo), Client()
    add(ugo, GENOVA, filled("Sportello serale", body="Aperto fino alle 20."), PUBLISH)
    former = visitor.get(NEWS)
    assert "fino alle 20" in former.content.decode()

    change(ugo, NEWS, filled("Sportello serale", body="Aperto fino alle 22."), PUBLISH)
    now = Client(headers={"If-None-Match": former.headers["ETag"]}).get(NEWS)

    assert now.status_code == 200
    assert "fino alle 22" in now.content.decode()


def test_a_draft_on_a_published_page_changes_nothing_for_visitors(world: World, browser: Browser) -> None:
    add(browser(world.ugo), GENOVA, filled("Sportello serale", body="Aperto fino alle 20."), PUBLISH)

    assert (
        change(browser(world.dario), NEWS, filled("Altro titolo", slug="sportello-serale")).status_code == 302
    )

    page = Client().get(NEWS).content.decode()
    assert "fino alle 20" in page and "Altro titolo" not in page


def test_the_nation_sends_back_with_a_comment_and_the_partner_corrects(
    world: World, browser: Browser
) -> None:
    dario, ugo = browser(world.dario), browser(world.ugo)
    add(dario, GENOVA, filled("Sportello serale"), SUBMIT)
    assert change(dario, NEWS, filled("Cambiato", slug="sportello-serale")).status_code != 302, (
        "locked meanwhile"
    )

    decide(ugo, NEWS, "reject", "Manca l'indirizzo.")

    assert Client().get(NEWS).status_code == 404
    form = filled("Sportello serale", body="In via Roma 1.")
    assert change(dario, NEWS, form, "action-restart-workflow").status_code == 302
    decide(ugo, NEWS, "approve")
    assert "In via Roma 1." in Client().get(NEWS).content.decode()


def test_a_page_of_news_says_in_one_sentence_what_is_new(world: World, browser: Browser) -> None:
    answer = add(browser(world.dario), GENOVA, filled("Sportello serale", summary="", body=""), SUBMIT)

    page = answer.content.decode()
    assert answer.status_code == 200
    assert "si legge nell&#x27;elenco delle notizie" in page and "Scrivi il testo della notizia." in page
    assert "Sportello serale" in page  # nothing typed is lost


def test_an_address_that_changed_leads_to_the_new_one(world: World, browser: Browser) -> None:
    ugo = browser(world.ugo)
    add(ugo, GENOVA, filled("Sportello serale"), PUBLISH)

    change(ugo, NEWS, filled("Sportello serale", slug="sportello-della-sera"), PUBLISH)

    moved = Client().get(NEWS)
    assert (moved.status_code, moved.headers["Location"]) == (301, f"{GENOVA}sportello-della-sera/")


def test_a_partner_writes_below_its_own_pages_only(world: World, browser: Browser) -> None:
    dario = browser(world.dario)

    assert add(dario, "/it/network/torino/", filled("Intruso"), SUBMIT).headers["Location"] == "/site-admin/"
    assert add(dario, "/it/news/", filled("Intruso"), SUBMIT).headers["Location"] == "/site-admin/"
    assert change(dario, "/it/", filled("Intruso"), PUBLISH).headers["Location"] == "/site-admin/"
    with acting_as(Actor(DbRole.PUBLISHER)):
        assert not SitePage.objects.filter(title="Intruso").exists()


def test_the_database_refuses_too(world: World) -> None:
    with acting_as(Actor(DbRole.PUBLISHER)):
        torino = SitePage.objects.get(url_path="/it/network/torino/")
    with acting_as(Actor(DbRole.EDITOR, world.dario.partner_id, world.dario.user.pk)):
        assert not SitePage.objects.filter(pk=torino.pk).update(summary="Altro")
        with connection.cursor() as cursor:
            cursor.execute("select count(*) from network_user where password <> ''")
            assert cursor.fetchone() == (0,)
            cursor.execute("select count(*) from network_user")
            assert cursor.fetchone() != (0,), "but it knows who wrote"
        for table in ("people_person", "cases_case", "django_session", "core_sharedvalue"):
            with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(f"select 1 from {table}")
    with acting_as(PUBLIC), pytest.raises(DatabaseError), transaction.atomic():
        SitePage.objects.filter(pk=torino.pk).update(summary="Altro")


def test_a_colleague_without_the_right_reads_why_not_and_a_stranger_logs_in(
    world: World, browser: Browser
) -> None:
    refused = browser(world.anna).get("/site-admin/")

    assert refused.status_code == 403
    assert "non comprende la scrittura per il sito pubblico" in refused.content.decode()
    assert Client().get("/site-admin/pages/").status_code == 302
