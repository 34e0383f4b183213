# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The accounts of the demo. Runs as the owner of the tables, never in a request."""

import datetime as dt
import uuid

from django.contrib.auth.hashers import make_password
from django.db import transaction

from lgnet.core.clock import now
from lgnet.demo.accounts import PASSWORD, Account, everybody
from lgnet.demo.models import DemoMark
from lgnet.network import editions
from lgnet.network.models import Colleague, DataAgreement, Membership, Organisation, Team, User
from lgnet.network.worker import Worker

TEAMS = {
    "Équipe di strada": ("outreach_operator", "front_desk"),
    "Équipe dei casi": ("case_manager", "specialist"),
}


class NotEmpty(Exception):
    """The database holds somebody's real work: it never becomes a demo."""


@transaction.atomic
def mark_as_demo() -> None:
    """Say that this database holds invented people only. Refused when somebody real works in it already."""
    if DemoMark.objects.exists():
        return
    invented = {account.email for account in everybody()}
    if Colleague.objects.exclude(email__in=invented).exists():
        raise NotEmpty("Somebody works in this database already: it cannot become a demo.")
    DemoMark.objects.create()


@transaction.atomic
def open_accounts(*, password: str = PASSWORD) -> list[Worker]:
    """Make the demo's colleagues with their memberships, and everybody's data agreement. Repeatable.

    Returns everybody at work, one `Worker` for each membership, in the order of `accounts.everybody()`.
    """
    bodies = {body.code: body for body in Organisation.objects.all()}
    begin = editions.current().starts_on
    encoded = make_password(password)  # once: the digest is slow by design, and the password is no secret
    workers = []
    for account in everybody():
        body = bodies[account.organisation]
        _agree(body, begin)
        user = _user(account, encoded)
        for role in filter(None, (account.role, account.also)):
            membership, _ = Membership.objects.get_or_create(
                user=user, organisation=body, role=role, ended_at=None, defaults={"valid_from": begin}
            )
            workers.append(Worker(user, membership))
    _somebody_who_left(bodies["genova"], begin)
    _in_teams({worker.partner_id for worker in workers})
    return workers


def _in_teams(partners: set[uuid.UUID]) -> None:
    for name, roles in TEAMS.items():
        of_roles = Membership.objects.filter(
            organisation__in=partners, role__in=roles, ended_at=None, team=None
        )
        for partner_id in of_roles.values_list("organisation", flat=True).distinct():
            team, _ = Team.objects.get_or_create(partner_id=partner_id, name=name)
            of_roles.filter(organisation=partner_id).update(team=team)


def _agree(body: Organisation, begin: dt.date) -> None:
    reference = "Convenzione dimostrativa" if body.region else "Atto dimostrativo"
    kind = DataAgreement.Kind.JOINT if body.region else DataAgreement.Kind.CONTROLLER
    DataAgreement.objects.get_or_create(
        organisation=body, kind=kind, defaults={"reference": reference, "valid_from": begin}
    )


def _user(account: Account, encoded: str) -> User:
    known = User.objects.filter(email=account.email).first()
    if known is not None:
        return known
    user = User(email=account.email, name=account.name, password=encoded)
    user.save(force_insert=True)
    return user


def _somebody_who_left(body: Organisation, begin: dt.date) -> None:
    """A membership that has ended, so that the list of members shows what that looks like."""
    left, made = Colleague.objects.get_or_create(
        email=f"teresa.modelli@{body.code}.example", defaults={"name": "Teresa Modelli"}
    )
    if made:
        by = Membership.objects.filter(organisation=body, role="partner_administrator", ended_at=None)
        administrator = by.select_related("user")[0].user
        Membership.objects.create(
            user=left, organisation=body, role="case_manager", valid_from=begin,
            ended_at=now() - dt.timedelta(days=90), ended_by=administrator, end_reason="Ha cambiato lavoro",
        )  # fmt: skip
