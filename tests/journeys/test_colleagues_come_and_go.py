# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The administrator invites, the invited person works, the membership ends: the next click is out."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.somebody import PHONE, Somebody

pytestmark = pytest.mark.journey
OWN_PASSWORD = "il treno delle sette parte in ritardo"


def test_who_is_invited_works_and_who_has_ended_is_out_at_the_next_click(
    somebody: Callable[..., Somebody],
) -> None:
    amelia = somebody("amelia")
    amelia.open("/network/members/invite/")
    amelia.fill(email="giulia@example.org", name="Giulia Sanna")
    amelia.field("role").select_option("case_manager")
    amelia.expect_accessible()
    amelia.send("#invite")
    amelia.expect_accessible()
    link = amelia.page.locator("#link").inner_text()

    giulia = somebody(viewport=PHONE)
    giulia.open(link)
    giulia.reads("Amelia Rossi")
    giulia.fill(password=OWN_PASSWORD, again="un'altra frase qualsiasi")
    giulia.send("#accept", status=422)
    giulia.expect_accessible()
    giulia.fill(password=OWN_PASSWORD, again=OWN_PASSWORD)
    giulia.send("#accept")
    giulia.open("/cases/queue/")
    giulia.expect_accessible()
    again = somebody()
    again.open(link, status=410)
    again.expect_accessible()

    amelia.open("/network/members/")
    amelia.page.get_by_role("link", name="Giulia Sanna").click()
    amelia.page.locator("#end").wait_for()
    amelia.expect_accessible()
    amelia.fill(reason="Ha cambiato lavoro.")
    amelia.send("#end")
    expect(amelia.main).to_contain_text("Ha cambiato lavoro.")
    amelia.expect_accessible()

    giulia.page.locator('#navigation a[href="/people/"]').dispatch_event("click")
    expect(giulia.page.locator("h1")).not_to_have_text("Persone")
    giulia.open("/people/", status=403)
    giulia.expect_accessible()
    expect(giulia.main).not_to_contain_text("Diallo")
