# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Genova's coordinator goes from a figure to what proves one person, and prints a sample; the nation sees codes."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.somebody import PHONE, Somebody
from tests.world import secrets_of

pytestmark = pytest.mark.journey


def test_from_a_figure_to_a_person_to_what_proves_it(somebody: Callable[..., Somebody]) -> None:
    dario = somebody("dario", viewport=PHONE, dark=True)
    dario.open("/direction/indicators/REGISTERED/")
    dario.expect_accessible()
    dario.follow('main a[href="/evidence/partners/genova/?kind=registered"]')
    dario.expect_accessible()
    dario.follow('main a[href*="/genova/registered/"]')
    dario.expect_accessible()
    expect(dario.main).to_contain_text("Mamadou")
    dario.follow('main tr:has-text("Mamadou") a')
    dario.reads("Mamadou Diallo", "SHA-256")
    dario.expect_accessible()
    fact = dario.page.url

    nadia = somebody("nadia")
    nadia.open(fact)
    no_name(nadia)
    nadia.open("/evidence/")
    nadia.follow('main a[href="/evidence/partners/genova/"]')
    nadia.follow('main a[href*="kind=registered"]')
    nadia.follow('main a[href*="/genova/registered/"]')
    no_name(nadia)


def test_a_sample_is_drawn_and_its_pack_is_printed(somebody: Callable[..., Somebody]) -> None:
    dario = somebody("dario")
    dario.open("/evidence/partners/genova/sample/")
    dario.expect_accessible()
    dario.field("kind").select_option("registered")
    dario.fill(seed="verifica di prova")
    dario.send("#order")
    dario.reads("verifica di prova", "Mamadou Diallo")
    dario.expect_accessible()
    sample = dario.page.url

    pack = dario.page.request.post(
        f"{sample}pack/",
        form={"csrfmiddlewaretoken": dario.field("csrfmiddlewaretoken").input_value()},
        headers={"Referer": sample},
    )
    assert pack.status == 200 and pack.body().startswith(b"%PDF")

    nadia = somebody("nadia", viewport=PHONE)
    nadia.open(sample)
    expect(nadia.page.locator('form[action$="/pack/"]')).to_have_count(0)
    no_name(nadia)


def no_name(nadia: Somebody) -> None:
    """A code stands where the partner reads a name, and the page is fit to be used."""
    page = nadia.page.content()
    assert not [name for name in secrets_of() if name in page], nadia.page.url
    nadia.expect_accessible()
