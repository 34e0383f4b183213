# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The direction seals a day, compares it and takes its sheet away; who cannot be reported goes back to be mended."""

import datetime as dt
import uuid
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
import time_machine
from playwright.sync_api import expect

from lgnet.core.rowsecurity import acting_as
from lgnet.network.worker import Worker
from lgnet.people.actions import deliver_notice
from lgnet.snapshots.actions.running import run
from lgnet.snapshots.models import Work
from tests.factories.cases import a_case
from tests.factories.casework import done
from tests.factories.people import person, stay
from tests.factories.snapshots import JUNE, a_cutoff
from tests.journeys.somebody import PHONE, Somebody
from tests.world import World

pytestmark = pytest.mark.journey
Behind = Callable[[], AbstractContextManager[World]]
AUGUST = dt.datetime(2026, 8, 20, 9, tzinfo=dt.UTC)


def a_summer(behind: Behind) -> uuid.UUID:
    """A cut-off of June; then somebody is served in Genova of whom nobody knows the birth date."""
    with behind() as world:
        a_cutoff(world.ugo, JUNE, reason="per la prova")
        with time_machine.travel(AUGUST, tick=False), acting_as(world.anna.actor()):
            who = person(world.anna, "Yacine", "Sarr")
            stay(world.anna, who)
            deliver_notice(by=world.anna, person=who, version="2024-01", language="fr", how="paper")
            done(world.anna, a_case(world.anna, who))
    return who.pk


def the_job_runs(behind: Behind, who: Callable[[World], Worker]) -> None:
    """What the worker process does with the work that was asked for last."""
    with behind() as world:
        by = who(world)
        with acting_as(by.actor()):
            work = Work.objects.order_by("-asked_at")[0]
        run(by=by, work_id=work.pk)


def test_a_day_is_sealed_compared_and_taken_away(behind: Behind, somebody: Callable[..., Somebody]) -> None:
    who = a_summer(behind)
    ugo = somebody("ugo")
    ugo.open("/snapshots/")
    ugo.expect_accessible()
    ugo.fill(cutoff_on="2026-09-30", reason="per la prova")
    ugo.send('form[action="/snapshots/take/"]')
    the_job_runs(behind, lambda world: world.ugo)

    ugo.open("/snapshots/")
    ugo.follow('main tr:has-text("30 settembre 2026") a[href*="2026-09-30."]')
    cutoff = ugo.page.url
    ugo.reads("Sigillo della chiusura")
    ugo.expect_accessible()
    ugo.follow('main a[href$="/differences/"]')
    ugo.reads("Nuove dopo la chiusura precedente")
    assert "Yacine" not in ugo.page.content()
    ugo.expect_accessible()

    ugo.open(f"{cutoff}sheets/")
    ugo.expect_accessible()
    if ugo.page.locator('form[action$="/acknowledge/"]').count():
        ugo.fill(reason="Il partner sta correggendo.")
        ugo.send('form[action$="/acknowledge/"]')
    with ugo.page.expect_download() as sheet:
        ugo.page.locator('main a[href$="/indicators.xlsx"]').click()
    assert sheet.value.path().read_bytes().startswith(b"PK")

    dario = somebody("dario", viewport=PHONE, dark=True)
    dario.open(f"{cutoff}sheets/")
    dario.send('form[action$="/recipients/"]')
    the_job_runs(behind, lambda world: world.dario)
    dario.open(f"{cutoff}sheets/")
    dario.expect_accessible()
    dario.follow('main a[href="/quality/not-reportable/"]')
    dario.expect_accessible()

    anna = somebody("anna", viewport=PHONE)
    anna.open("/quality/not-reportable/")
    line = anna.page.locator("tr", has_text="Yacine")
    expect(line).to_contain_text("data di nascita")
    line.locator(f"a[href*='{who}'][href*='#']").first.click()
    anna.page.wait_for_url(f"**/{who}/**")
    expect(anna.main).to_contain_text("Yacine")
