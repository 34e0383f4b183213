# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Coming in, the members, the partners and the access log: on a phone and a desk, light and dark."""

from collections.abc import Callable
from typing import Any

import pytest

from lgnet.core.rowsecurity import GATE, acting_as
from lgnet.network import actions
from lgnet.network.models import Membership
from lgnet.people.actions import see
from tests.database import pointed_at
from tests.world import PASSWORD, find_world

Screens = dict[str, list[str]]
NARROW, PHONE, DESK = ({"width": width, "height": 850} for width in (320, 390, 1280))


@pytest.fixture
def screens(platform: str, worker_id: str, django_db_blocker: Any) -> Screens:
    """The addresses by who opens them; "" is somebody at the door."""
    with django_db_blocker.unblock(), pointed_at(f"journey_{worker_id}", "lgnet_web"):
        world = find_world()
        with acting_as(GATE):
            Membership.objects.create(
                user=world.bruno.user, organisation=world.genova, role="data_protection_officer"
            )
        with acting_as(world.amelia.actor()):
            invitation, link = actions.invite(
                by=world.amelia,
                email="gaia@example.org",
                name="Gaia Testa",
                role="case_manager",
                link=lambda token: f"/network/accept/{token}/",
            )
            actions.end_membership(by=world.amelia, membership=world.fabio.membership, reason="Nuovo lavoro")
        with acting_as(world.anna.actor()):
            see(by=world.anna, person=world.person("mamadou"))
    return {
        "": ["/accounts/login/", "/accounts/password/reset/", "/accounts/password/reset/done/", link],
        "amelia": [
            "/network/members/",
            "/network/members/invite/",
            f"/network/members/{world.anna.membership.pk}/",
            f"/network/members/{world.amelia.membership.pk}/",
            f"/network/members/{world.fabio.membership.pk}/",
            f"/network/invitations/{invitation.pk}/",
            "/network/partners/",
            "/network/partners/genova/",
            "/accounts/password/change/",
            "/accounts/2fa/",
            "/accounts/logout/",
        ],
        "ugo": ["/network/partners/genova/", "/network/partners/aosta/"],
        "bruno": ["/network/choose/"],
    }


@pytest.mark.journey
@pytest.mark.parametrize(("viewport", "dark"), [(NARROW, True), (PHONE, False), (DESK, False), (DESK, True)])
def test_the_screens_are_accessible_at_every_width_light_and_dark(
    somebody: Callable[..., Any], screens: Screens, viewport: dict[str, int], dark: bool
) -> None:
    for name, paths in screens.items():
        person = somebody(name, viewport=viewport, dark=dark)
        for path in paths:
            person.open(path)
            person.expect_accessible()


@pytest.mark.journey
def test_the_officer_chooses_the_role_reads_the_log_and_verifies_it(
    somebody: Callable[..., Any], screens: Screens
) -> None:
    bruno = somebody("bruno", viewport=PHONE)
    bruno.open("/network/choose/")
    bruno.page.get_by_role("button", name="Lavora qui").click()
    bruno.open("/network/access-log/")
    bruno.expect_accessible()
    bruno.page.get_by_label("Che cosa è successo").select_option("person.seen")
    bruno.page.get_by_role("button", name="Mostra", exact=True).click()
    bruno.page.wait_for_url("**event=person.seen**")
    bruno.expect_accessible()

    bruno.page.get_by_role("button", name="Verifica adesso").click()

    bruno.page.get_by_text("reggono").wait_for()
    bruno.expect_accessible()


@pytest.mark.journey
def test_somebody_sets_up_the_second_step(somebody: Callable[..., Any], platform: str) -> None:
    anna = somebody("anna", viewport=NARROW, dark=True)
    anna.open("/accounts/2fa/totp/activate/")
    anna.expect_accessible()
    anna.page.locator("main input[type=password]").fill(PASSWORD)
    anna.page.locator("main form button[type=submit]").click()

    anna.page.locator(".account-qr").wait_for()
    assert anna.page.evaluate("document.querySelector('.account-qr').naturalWidth") > 0
    anna.expect_accessible()


@pytest.mark.journey
def test_an_ended_colleague_is_out_at_the_next_click_and_back_after_the_undo(
    somebody: Callable[..., Any], platform: str
) -> None:
    anna, amelia = somebody("anna"), somebody("amelia")
    anna.open("/network/partners/")
    amelia.open("/network/members/")
    amelia.page.get_by_role("link", name="Anna Parodi").click()
    amelia.page.get_by_label("Motivo").fill("Ha cambiato lavoro")
    amelia.page.get_by_role("button", name="Chiudi il ruolo").click()
    amelia.page.get_by_text("Anna Parodi non ha più accesso").wait_for()

    anna.page.get_by_role("link", name="Genova", exact=True).click()
    anna.page.get_by_text("Oggi non hai nessun ruolo qui").wait_for()

    amelia.page.get_by_role("button", name="Annulla").click()
    amelia.page.get_by_text("Anna Parodi ha di nuovo accesso").wait_for()
    anna.page.reload()
    anna.page.get_by_role("heading", level=1, name="Genova").wait_for()
