# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Coming in, the members, the partners and the access log: on a phone and a desk, light and dark."""

import uuid
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import ViewportSize

from lgnet.core.rowsecurity import acting_as
from lgnet.network import actions
from lgnet.network.worker import Worker
from lgnet.people.actions import see
from tests.factories.network import who_logs_in
from tests.journeys.somebody import DESK, NARROW, PHONE, Somebody
from tests.world import PASSWORD, World

Screens = dict[str, list[str]]
Behind = Callable[[], AbstractContextManager[World]]


def _log_in_name(worker: Worker) -> str:
    """What `somebody` calls a colleague."""
    return str(worker.user.email).split("@")[0]


@pytest.fixture
def officer(behind: Behind) -> str:
    """Delia, at the front desk and officer for data protection."""
    with behind() as world:
        return _log_in_name(who_logs_in(world.genova, "Delia Conti", "front_desk", "data_protection_officer"))


@pytest.fixture
def screens(behind: Behind, officer: str) -> Screens:
    """The addresses by who opens them; "" is somebody at the door."""
    with behind() as world:
        ended = who_logs_in(world.genova, "Gino Parisi", "front_desk").membership
        with acting_as(world.amelia.actor()):
            invitation, link = actions.invite(
                by=world.amelia,
                email=f"gaia-{uuid.uuid4().hex[:8]}@example.org",
                name="Gaia Testa",
                role="case_manager",
                link=lambda token: f"/network/accept/{token}/",
            )
            actions.end_membership(by=world.amelia, membership=ended, reason="Nuovo lavoro")
    return {
        "": ["/accounts/login/", "/accounts/password/reset/", "/accounts/password/reset/done/", link],
        "amelia": [
            "/network/members/",
            "/network/members/invite/",
            f"/network/members/{world.anna.membership.pk}/",
            f"/network/members/{world.amelia.membership.pk}/",
            f"/network/members/{ended.pk}/",
            f"/network/invitations/{invitation.pk}/",
            "/network/partners/",
            "/network/partners/genova/",
            "/accounts/password/change/",
            "/accounts/2fa/",
            "/accounts/logout/",
        ],
        "ugo": ["/network/partners/genova/", "/network/partners/aosta/"],
        officer: ["/network/choose/"],
    }


@pytest.mark.journey
@pytest.mark.parametrize(("viewport", "dark"), [(NARROW, True), (DESK, False)])
def test_the_screens_are_accessible_at_every_width_light_and_dark(
    somebody: Callable[..., Somebody], screens: Screens, viewport: ViewportSize, dark: bool
) -> None:
    for name, paths in screens.items():
        person = somebody(name, viewport=viewport, dark=dark)
        for path in paths:
            person.open(path)
            person.expect_accessible()


@pytest.mark.journey
def test_the_officer_chooses_the_role_reads_the_log_and_verifies_it(
    somebody: Callable[..., Somebody], behind: Behind, officer: str
) -> None:
    with behind() as world, acting_as(world.anna.actor()):
        see(by=world.anna, person=world.person("mamadou"))
    delia = somebody(officer, viewport=PHONE)
    delia.open("/network/choose/")
    delia.page.get_by_role("button", name="Lavora qui").click()
    delia.open("/network/access-log/")
    delia.expect_accessible()
    delia.page.get_by_label("Che cosa è successo").select_option("person.seen")
    delia.page.get_by_role("button", name="Mostra", exact=True).click()
    delia.page.wait_for_url("**event=person.seen**")
    delia.expect_accessible()

    delia.page.get_by_role("button", name="Verifica adesso").click()

    delia.page.get_by_text("reggono").wait_for()
    delia.expect_accessible()


@pytest.mark.journey
def test_somebody_sets_up_the_second_step(somebody: Callable[..., Somebody]) -> None:
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
    somebody: Callable[..., Somebody], behind: Behind
) -> None:
    with behind() as world:
        name = _log_in_name(who_logs_in(world.genova, "Rita Moretti", "case_manager"))
    rita, amelia = somebody(name), somebody("amelia")
    rita.open("/network/partners/")
    amelia.open("/network/members/")
    amelia.page.get_by_role("link", name="Rita Moretti").click()
    amelia.page.get_by_label("Motivo").fill("Ha cambiato lavoro")
    amelia.page.get_by_role("button", name="Chiudi il ruolo").click()
    amelia.page.get_by_text("Rita Moretti non ha più accesso").wait_for()

    rita.page.get_by_role("link", name="Genova", exact=True).click()
    rita.page.get_by_text("Oggi non hai nessun ruolo qui").wait_for()

    amelia.page.get_by_role("button", name="Annulla").click()
    amelia.page.get_by_text("Rita Moretti ha di nuovo accesso").wait_for()
    rita.page.reload()
    rita.page.get_by_role("heading", level=1, name="Genova").wait_for()
