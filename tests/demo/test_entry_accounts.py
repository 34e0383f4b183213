# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The demo's colleagues: always the same, enough of them everywhere, one for each role at the door."""

from collections import Counter

from lgnet.core.rowsecurity import acting_as
from lgnet.demo import accounts
from lgnet.network.models import Membership
from lgnet.network.permissions import ROLES
from lgnet.network.shipped import local_partners, organisations
from lgnet.network.worker import Worker


def test_every_partner_has_a_whole_team() -> None:
    teams: dict[str, Counter[str]] = {code: Counter() for code in local_partners("lgnet3")}
    for account in accounts.everybody():
        if account.organisation in teams:
            teams[account.organisation][account.role] += 1

    for team in teams.values():
        assert set(team) == {code for code in ROLES if not code.startswith("national")}
        assert 2 <= team["case_manager"] <= 8 and team["specialist"] >= 2 and team["outreach_operator"] >= 2


def test_addresses_are_unique_plain_and_of_no_real_domain() -> None:
    addresses = [account.email for account in accounts.everybody()]
    bodies = {body.code for body in organisations()}

    assert len(set(addresses)) == len(addresses)
    assert all(address.isascii() and address.endswith(".example") for address in addresses)
    assert {account.organisation for account in accounts.everybody()} <= bodies


def test_the_printed_list_names_each_role_once_and_a_second_partner() -> None:
    printed = accounts.accounts()

    assert len(printed) == len(ROLES) + 1
    assert all(len(password) >= 12 for _role, _email, password in printed)
    assert any("Torino" in role for role, _email, _password in printed)


def test_opening_the_accounts_twice_changes_nothing(colleagues: list[Worker]) -> None:
    assert len(colleagues) == len({worker.membership.pk for worker in colleagues})
    assert len(colleagues) > len(accounts.everybody())  # some people have two memberships


def test_everybody_who_meets_people_belongs_to_a_team(colleagues: list[Worker]) -> None:
    genova = next(worker for worker in colleagues if worker.organisation.code == "genova")
    with acting_as(genova.actor()):
        teams = Membership.objects.filter(organisation=genova.partner_id, ended_at=None)
        found = {(role, name) for role, name in teams.values_list("role", "team__name") if name}

    assert {("outreach_operator", "Équipe di strada"), ("case_manager", "Équipe dei casi")} <= found
    assert not {name for role, name in found if role == "partner_administrator"}
