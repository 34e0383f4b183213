# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A page goes onto the site at the time that its editor set, and leaves it at another; what waits does not go out."""

import datetime as dt
from collections.abc import Callable

import time_machine
from django.core import mail
from django.test import Client

from lgnet.core.clock import ROME, now
from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.network.worker import Worker
from lgnet.website import jobs
from lgnet.website.models import SitePage
from tests.website.editing import PUBLISH, SUBMIT, add, change, decide, filled
from tests.website.test_who_is_told_of_a_page import work_through
from tests.world import World

Browser = Callable[[Worker], Client]
GENOVA, NEWS = "/it/network/genova/", "/it/network/genova/sportello-serale/"
SHOWN_IN = ("/it/news/", "/it/", GENOVA, "/it/news/feed.xml", "/it/sitemap.xml")


def in_hours(hours: float) -> str:
    """A time as the editor's field sends it: that of Rome."""
    return (now() + dt.timedelta(hours=hours)).astimezone(ROME).strftime("%Y-%m-%d %H:%M")


def is_told(page: str) -> bool:
    """Whether a page, a feed or a site map tells of it."""
    content = Client().get(page).content.decode()
    return "Sportello serale" in content or NEWS in content


def at_hours(hours: float) -> time_machine.travel:
    return time_machine.travel(now() + dt.timedelta(hours=hours), tick=False)


def test_a_page_comes_on_its_hour_and_goes_on_its_hour_everywhere(world: World, browser: Browser) -> None:
    form = filled("Sportello serale", go_live_at=in_hours(2), expire_at=in_hours(5))
    add(browser(world.ugo), GENOVA, form, PUBLISH)
    assert jobs.publish_what_is_due() == 0
    assert Client().get(NEWS).status_code == 404 and not any(map(is_told, SHOWN_IN))

    with at_hours(2.1):
        assert Client().get(NEWS).status_code == 404, "the job has not run yet"
        assert jobs.publish_what_is_due() == 1
        assert Client().get(NEWS).status_code == 200
        assert [page for page in SHOWN_IN if not is_told(page)] == []
        assert jobs.publish_what_is_due() == 0

    with at_hours(5.1):
        assert jobs.publish_what_is_due() == 1
        assert Client().get(NEWS).status_code == 404
        assert not any(map(is_told, SHOWN_IN))


def test_a_correction_waits_for_its_hour_while_the_page_stays_as_it_is(
    world: World, browser: Browser
) -> None:
    ugo = browser(world.ugo)
    add(ugo, GENOVA, filled("Sportello serale", body="Fino alle 20."), PUBLISH)

    change(ugo, NEWS, filled("Sportello serale", body="Fino alle 22.", go_live_at=in_hours(3)), PUBLISH)

    assert "Fino alle 20." in Client().get(NEWS).content.decode()
    with at_hours(3.1):
        jobs.publish_what_is_due()
        assert "Fino alle 22." in Client().get(NEWS).content.decode()


def test_what_the_nation_approves_before_its_hour_waits_for_it_and_the_author_is_told_so(
    world: World, browser: Browser
) -> None:
    add(browser(world.dario), GENOVA, filled("Sportello serale", go_live_at=in_hours(2)), SUBMIT)
    decide(browser(world.ugo), NEWS, "approve")
    mail.outbox.clear()
    work_through()

    assert "LGNET: la tua pagina è approvata" in [letter.subject for letter in mail.outbox]
    assert Client().get(NEWS).status_code == 404
    with at_hours(2.1):
        jobs.publish_what_is_due()
        assert Client().get(NEWS).status_code == 200


def test_what_waits_for_the_nation_does_not_go_out_when_its_hour_comes_but_once_it_is_approved(
    world: World, browser: Browser
) -> None:
    add(browser(world.dario), GENOVA, filled("Sportello serale", go_live_at=in_hours(0.2)), SUBMIT)

    with at_hours(0.3):
        assert jobs.publish_what_is_due() == 0
        assert Client().get(NEWS).status_code == 404
        decide(browser(world.ugo), NEWS, "approve")
        assert Client().get(NEWS).status_code == 200


def test_what_is_approved_after_its_last_hour_is_never_seen(world: World, browser: Browser) -> None:
    add(browser(world.dario), GENOVA, filled("Sportello serale", expire_at=in_hours(0.2)), SUBMIT)

    with at_hours(0.3):
        decide(browser(world.ugo), NEWS, "approve")
        assert Client().get(NEWS).status_code == 404 and not any(map(is_told, SHOWN_IN))
        jobs.publish_what_is_due()
        assert Client().get(NEWS).status_code == 404


def test_a_page_that_cannot_go_out_stops_no_other(world: World, browser: Browser) -> None:
    ugo = browser(world.ugo)
    add(ugo, GENOVA, filled("Guasta", go_live_at=in_hours(1)), PUBLISH)
    add(ugo, GENOVA, filled("Sportello serale", go_live_at=in_hours(2)), PUBLISH)
    with acting_as(Actor(DbRole.PUBLISHER)):
        revision = SitePage.objects.get(slug="guasta").latest_revision
        revision.content["kind"] = "partner"
        revision.content["partner"] = None  # which no partner's page may lack: the database refuses it
        revision.save()

    with at_hours(2.1):
        assert jobs.publish_what_is_due() == 1
        assert Client().get(NEWS).status_code == 200


def test_the_editor_says_what_becomes_of_dates_and_refuses_an_end_before_the_beginning(
    world: World, browser: Browser
) -> None:
    dario = browser(world.dario)
    page = dario.get(f"/site-admin/pages/add/website/sitepage/{_above()}/").content.decode()
    assert "Mentre aspetta la nazione non esce nulla" in page

    answer = add(
        dario, GENOVA, filled("Sportello serale", go_live_at=in_hours(5), expire_at=in_hours(2)), SUBMIT
    )
    assert answer.status_code == 200 and "Sportello serale" in answer.content.decode()


def _above() -> int:
    with acting_as(Actor(DbRole.PUBLISHER)):
        return int(SitePage.objects.get(url_path=GENOVA).pk)
