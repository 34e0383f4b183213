# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A partner's administrator invites somebody, who joins by the link in the mail and makes their own password."""

import datetime as dt
import re
import uuid
from collections.abc import Callable

import pytest
import time_machine
from django.core.mail import EmailMessage
from django.test import Client

from lgnet.core.authz import Refused
from lgnet.core.clock import now, today
from lgnet.core.models import AuditEntry
from lgnet.core.rowsecurity import GATE, acting_as
from lgnet.network import actions
from lgnet.network.models import Invitation, Membership
from lgnet.network.worker import Worker
from tests.network.test_log_in import log_in
from tests.world import World

Browser = Callable[[Worker], Client]
NEW = "una frase lunga di Gaia"
INVITE = "/network/members/invite/"
GAIA = {"email": "Gaia@Example.org", "name": "Gaia Testa", "role": "case_manager"}


def form(**more: str) -> dict[str, str]:
    return {"invitation_id": str(uuid.uuid4()), **GAIA, **more}


def invite(
    world: World, *, email: str = "gaia@example.org", name: str = "Gaia Testa", role: str = "case_manager"
) -> tuple[Invitation, str]:
    """The invitation and the path of its link."""
    with acting_as(world.amelia.actor()):
        return actions.invite(
            by=world.amelia, email=email, name=name, role=role, link=lambda token: f"/network/accept/{token}/"
        )


def join(client: Client, path: str, password: str = NEW) -> int:
    return client.post(path, {"name": "Gaia Testa", "password": password, "again": password}).status_code


def test_from_the_invitation_to_the_first_page(
    world: World, browser: Browser, mailoutbox: list[EmailMessage], django_capture_on_commit_callbacks: object
) -> None:
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        sent = browser(world.amelia).post(INVITE, form(), follow=True)
    link = re.search(r"http://testserver(/network/accept/\S+?/)", str(mailoutbox[0].body))
    assert link is not None and link[1] in sent.content.decode()
    assert mailoutbox[0].to == ["gaia@example.org"] and "Amelia Rossi" in mailoutbox[0].subject

    gaia = Client()
    assert "Gaia Testa" in gaia.get(link[1]).content.decode()
    assert join(gaia, link[1]) == 302

    assert "Gaia Testa" in gaia.get("/privacy/").content.decode()
    assert log_in(Client(), "gaia@example.org", NEW) == 302
    with acting_as(world.amelia.actor()):
        membership = Membership.objects.get(user__email="gaia@example.org")
        events = set(AuditEntry.objects.values_list("event", flat=True))
    assert membership.role == "case_manager" and membership.organisation_id == world.genova.pk
    assert {"invitation.sent", "invitation.accepted", "membership.began"} <= events


def test_the_link_is_shown_once_and_stored_as_a_digest(world: World, browser: Browser) -> None:
    client = browser(world.amelia)
    sent = client.post(INVITE, form(), follow=True)
    token = re.search(r"/network/accept/(\S+?)/", sent.content.decode())
    assert token is not None

    again = client.get(sent.redirect_chain[-1][0]).content.decode()

    assert token[1] not in again
    with acting_as(world.amelia.actor()):
        assert token[1].encode() not in bytes(Invitation.objects.get().token_digest)


def test_where_letters_leave_only_the_mailbox_holds_the_link(
    world: World, browser: Browser, settings: object, mailoutbox: list[EmailMessage],
    django_capture_on_commit_callbacks: object,
) -> None:  # fmt: skip
    settings.MAIL_IS_SENT = True  # type: ignore[attr-defined]
    client = browser(world.amelia)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        page = client.post(INVITE, form(), follow=True).content.decode()

    assert "/network/accept/" not in page and "solo nel messaggio" in page
    assert "/network/accept/" in str(mailoutbox[0].body)
    with acting_as(world.amelia.actor()):
        assert not AuditEntry.objects.filter(event="invitation.link_shown").exists()


def test_where_no_mail_leaves_the_log_says_who_saw_the_link(world: World, browser: Browser) -> None:
    client = browser(world.amelia)
    page = client.post(INVITE, form(), follow=True)
    assert "/network/accept/" in page.content.decode() and "non manda posta" in page.content.decode()
    client.get(page.redirect_chain[-1][0])  # not shown again

    with acting_as(world.amelia.actor()):
        (seen,) = AuditEntry.objects.filter(event="invitation.link_shown")
        assert (seen.actor_id, seen.subject_id) == (world.amelia.user.pk, Invitation.objects.get().pk)


def test_a_form_sent_twice_invites_once(world: World, browser: Browser) -> None:
    client, typed = browser(world.amelia), form()

    first, second = client.post(INVITE, typed), client.post(INVITE, typed)

    assert first["Location"] == second["Location"]
    with acting_as(world.amelia.actor()):
        assert Invitation.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"email": "gaia at example"}, "e-mail"),
        ({"email": "gaia@example"}, "e-mail"),
        ({"name": ""}, "obbligatorio"),
        ({"name": "x" * 121}, "120"),
        ({"role": "national_director"}, "Scegli"),
        ({"valid_until": "2020-01-01"}, "passato"),
        ({"valid_until": "31/31/2027"}, "data"),
        ({"email": "anna@example.org"}, "lavora già"),
    ],
)
def test_what_was_typed_wrong_is_named_and_kept(
    world: World, browser: Browser, wrong: dict[str, str], told: str
) -> None:
    answer = browser(world.amelia).post(INVITE, form(**wrong))

    page = answer.content.decode()
    assert answer.status_code == 422 and "data-error-summary" in page
    assert told in page
    assert wrong.get("email", GAIA["email"]) in page


def test_somebody_who_is_invited_already_is_not_invited_again(world: World, browser: Browser) -> None:
    invite(world)

    answer = browser(world.amelia).post(INVITE, form())

    assert answer.status_code == 422 and "invito aperto" in answer.content.decode()


def test_a_link_is_used_once(world: World) -> None:
    _invitation, path = invite(world)
    assert join(Client(), path) == 302

    page, again = Client().get(path), join(Client(), path, "un altra password lunga")

    assert page.status_code == again == 410
    assert "già" in page.content.decode()
    assert log_in(Client(), "gaia@example.org", NEW) == 302


def test_a_link_works_for_seven_days(world: World) -> None:
    _invitation, path = invite(world)

    with time_machine.travel(now() + dt.timedelta(days=7, minutes=1), tick=False):
        assert join(Client(), path) == 410
    with time_machine.travel(now() + dt.timedelta(days=6, hours=23), tick=False):
        assert join(Client(), path) == 302


def test_a_link_that_was_made_up_or_cut_leads_nowhere(world: World) -> None:
    _invitation, path = invite(world)

    for wrong in (path[:-5] + "/", "/network/accept/x/"):
        assert Client().get(wrong).status_code == 410


@pytest.mark.parametrize(
    ("password", "again"), [("corta", "corta"), (NEW, NEW + "!"), ("password1234", "password1234")]
)
def test_a_poor_or_mistyped_password_is_told_and_the_link_stays_good(
    world: World, password: str, again: str
) -> None:
    _invitation, path = invite(world)

    answer = Client().post(path, {"name": "Gaia Testa", "password": password, "again": again})

    assert answer.status_code == 422
    assert join(Client(), path) == 302


def test_a_withdrawn_invitation_does_not_let_in(world: World, browser: Browser) -> None:
    invitation, path = invite(world)

    assert browser(world.amelia).post(f"/network/invitations/{invitation.pk}/withdraw/").status_code == 302

    assert join(Client(), path) == 410


def test_sending_again_makes_a_new_link_and_ends_the_old_one(world: World, browser: Browser) -> None:
    invitation, path = invite(world)

    page = browser(world.amelia).post(f"/network/invitations/{invitation.pk}/resend/", follow=True)
    fresh = re.search(r"/network/accept/\S+?/", page.content.decode())

    assert fresh is not None and fresh[0] != path
    assert join(Client(), path) == 410
    assert join(Client(), fresh[0]) == 302


def test_who_has_an_account_joins_another_partner_with_it(world: World, browser: Browser) -> None:
    _invitation, path = invite(world, email="carla@example.org", name="Carla Bianchi", role="specialist")
    carla = browser(world.carla)
    assert "password" not in carla.get(path).content.decode().split("<main")[1]

    assert carla.post(path).status_code == 302

    with acting_as(GATE):
        held = Membership.objects.filter(user=world.carla.user).values_list("organisation__code", "role")
        assert set(held) == {("torino", "case_manager"), ("genova", "specialist")}
    assert "Genova" in carla.get("/network/choose/").content.decode()


def test_who_worked_here_until_a_day_that_has_passed_can_come_back(world: World) -> None:
    with acting_as(world.amelia.actor()):
        Membership.objects.filter(pk=world.anna.membership.pk).update(
            valid_until=today() - dt.timedelta(days=1)
        )
    _invitation, path = invite(world, email="anna@example.org", name="Anna Parodi")

    assert Client().post(path).status_code == 302

    with acting_as(GATE):
        assert Membership.objects.valid_now().filter(user=world.anna.user).count() == 1


def test_a_partner_gives_no_national_role(world: World) -> None:
    with pytest.raises(Refused), acting_as(world.amelia.actor()):
        actions.invite(by=world.amelia, link=str, email="x@example.org", name="X", role="national_analyst")


def test_the_stranger_and_the_colleague_cannot_invite(world: World, browser: Browser) -> None:
    invitation, _path = invite(world)

    for worker in (world.anna, world.dario, world.carla, world.nadia):
        assert browser(worker).get(INVITE).status_code == 403
        assert browser(worker).post(f"/network/invitations/{invitation.pk}/withdraw/").status_code == 403
    with pytest.raises(Invitation.DoesNotExist), acting_as(world.carla.actor()):
        Invitation.objects.get(pk=invitation.pk)
