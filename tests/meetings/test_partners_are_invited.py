# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A whole partner is invited: each of its people reads so, the coordinator says who comes, or anybody accepts."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.db import ProgrammingError, transaction
from django.test import Client

from lgnet.core.authz import Refused
from lgnet.core.rowsecurity import acting_as
from lgnet.meetings import actions, queries
from lgnet.meetings.models import Attendance, InvitedPartner, Meeting
from lgnet.network.worker import Worker
from tests.factories.exchange import a_group
from tests.factories.meetings import a_meeting, invite_partner
from tests.factories.network import at_work, colleague
from tests.world import World

Browser = Callable[[Worker], Client]


def waits(worker: Worker) -> list[str]:
    with acting_as(worker.actor()):
        return [row.meeting.title for row in queries.partner_invitations(worker)]


def comes(by: Worker, meeting: Meeting) -> list[tuple[str, bool]]:
    with acting_as(by.actor()):
        rows = queries.coming(meeting, queries.attendances(meeting))
        return [(row.attendance.colleague.name, row.has_place) for row in rows]


def test_each_of_the_partners_people_reads_it_until_one_of_them_comes(world: World, browser: Browser) -> None:
    meeting = a_meeting(world.carla)
    assert invite_partner(world.carla, meeting, world.genova) == 1
    assert invite_partner(world.carla, meeting, world.genova) == 0

    for worker in (world.anna, world.bruno, world.dario):
        assert waits(worker) == ["Visita allo sportello"]
    assert waits(world.carla) == []
    assert "Il tuo partner è invitato" in browser(world.anna).get("/").content.decode()
    assert "Il tuo partner è invitato" in browser(world.anna).get("/meetings/").content.decode()

    with acting_as(world.bruno.actor()):
        actions.enrol(by=world.bruno, meeting=meeting)
    assert waits(world.anna) == []


def test_the_coordinator_says_who_comes_and_they_are_told(
    world: World, browser: Browser, django_capture_on_commit_callbacks: Any
) -> None:
    meeting = a_meeting(world.carla, places=2)
    invite_partner(world.carla, meeting, world.genova)
    chosen = [str(world.anna.user.pk), str(world.bruno.user.pk), str(world.paola.user.pk)]
    with django_capture_on_commit_callbacks(execute=True):
        answer = browser(world.dario).post(f"/meetings/{meeting.pk}/appoint/", {"colleagues": chosen})

    assert answer.status_code == 302
    assert {letter.to[0] for letter in mail.outbox if "per il tuo partner" in letter.subject} == {
        "anna@example.org", "bruno@example.org", "paola@example.org",
    }  # fmt: skip
    assert sorted(has_place for _name, has_place in comes(world.carla, meeting)) == [False, True, True]
    with acting_as(world.anna.actor()):
        actions.withdraw(by=world.anna, meeting=meeting)
    assert len(comes(world.carla, meeting)) == 2, "whoever was appointed may say that they cannot"


def test_a_coordinator_appoints_the_own_people_of_an_invited_partner_only(world: World) -> None:
    meeting, other = a_meeting(world.carla), a_meeting(world.carla, "Altra visita")
    invite_partner(world.carla, meeting, world.genova)
    with acting_as(world.dario.actor()):
        with pytest.raises(Refused, match="non è stato invitato"):
            actions.appoint(by=world.dario, meeting=other, colleagues=[world.anna.user.pk])
        with pytest.raises(Refused, match="lavorano per il tuo partner"):
            actions.appoint(by=world.dario, meeting=meeting, colleagues=[world.carla.user.pk])
        with pytest.raises(ProgrammingError), transaction.atomic():
            Attendance.objects.create(
                meeting=other, colleague_id=world.anna.user.pk, organisation=world.genova
            )
    with acting_as(world.anna.actor()), pytest.raises(Refused, match="lo dice chi coordina"):
        actions.appoint(by=world.anna, meeting=meeting, colleagues=[world.bruno.user.pk])


def test_only_who_organises_invites_and_a_group_is_not_for_partners(world: World, browser: Browser) -> None:
    meeting = a_meeting(world.carla)
    sent = {"partners": [str(world.genova.pk)]}
    address = f"/meetings/{meeting.pk}/partners/"

    assert browser(world.anna).post(address, sent).status_code == 403
    assert browser(world.carla).post(address, {"partners": ["nonsense"]}).status_code == 422
    assert browser(world.carla).post(address, sent).status_code == 302
    assert Client().post(address, sent).status_code == 302
    with acting_as(world.anna.actor()), pytest.raises(ProgrammingError), transaction.atomic():
        InvitedPartner.objects.create(meeting=meeting, partner=world.torino, invited_at=meeting.written_at)
    group = a_group(world.carla)
    closed = a_meeting(world.carla, "Del gruppo", group=group)
    with acting_as(world.carla.actor()), pytest.raises(Refused, match="Agli incontri del gruppo"):
        actions.invite_partners(by=world.carla, meeting=closed, partners=[world.genova])
    stranger = at_work(world.torino, "coordinator", colleague("Gaia Testa", "gaia.testa@example.org"))
    with acting_as(stranger.actor()), pytest.raises(Refused):
        actions.appoint(by=stranger, meeting=meeting, colleagues=[world.carla.user.pk])
