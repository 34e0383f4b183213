# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Colleagues, memberships and places for stories; the door of the network is the gate."""

import uuid
from typing import Any

from lgnet.core.clock import now
from lgnet.core.rowsecurity import GATE, acting_as
from lgnet.network import actions
from lgnet.network.models import Invitation, Membership, Organisation, Site, Team, User
from lgnet.network.worker import Worker
from tests.world import PASSWORD


def colleague(name: str = "Gaia Testa", email: str = "gaia@example.org") -> User:
    """Somebody with a log-in and no role yet."""
    with acting_as(GATE):
        user = User(email=email, name=name)
        user.set_unusable_password()
        user.save(force_insert=True)
    return user


def at_work(organisation: Organisation, role: str, user: User | None = None, **more: Any) -> Worker:
    """Somebody who works for an organisation in a role."""
    user = user or colleague()
    with acting_as(GATE):
        membership = Membership.objects.create(user=user, organisation=organisation, role=role, **more)
    return Worker(user, membership)


def who_logs_in(organisation: Organisation, name: str, *roles: str) -> Worker:
    """Somebody new with these roles, who logs in by the form with `PASSWORD`; the worker is of the first role."""
    user = colleague(name, f"{name.split()[0].lower()}-{uuid.uuid4().hex[:8]}@example.org")
    with acting_as(GATE):
        user.set_password(PASSWORD)
        user.save()
    first, *_others = [at_work(organisation, role, user) for role in roles]
    return first


def invitation(by: Worker, **more: Any) -> Invitation:
    """An open invitation, as an administrator who acts now sends it."""
    given = {
        "email": f"{now().timestamp()}@example.org",
        "name": "Gaia Testa",
        "role": "case_manager",
        **more,
    }
    sent, _link = actions.invite(by=by, link=lambda token: f"/network/accept/{token}/", **given)
    return sent


def site(of: Organisation, name: str = "Sportello di prova") -> Site:
    """A desk of a partner, made by who acts now."""
    return Site.objects.create(partner=of, name=name, kind=Site.Kind.DESK)


def team(of: Organisation, name: str = "Équipe di prova") -> Team:
    """A team of a partner, made by who acts now."""
    return Team.objects.create(partner=of, name=name)
