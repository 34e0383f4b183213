# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the entry page of the demo shows: a card for each role, saying what the visitor will see."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lgnet.demo import accounts
from lgnet.demo.queries import open_memberships
from lgnet.network.models import Membership
from lgnet.network.permissions import ROLES

WHAT_ONE_SEES: Mapping[str, Promise] = {
    "outreach_operator": _("The list of people met on the street, and the form to write down a new contact."),
    "front_desk": _("The queue of those who came in, the registration and the first screening."),
    "case_manager": _(
        "Their own day: new people, what is late, what expires, and each case from start to end."
    ),
    "specialist": _("The cases of their team, and the interventions they deliver."),
    "coordinator": _("The queue by time left, the load of each colleague, the figures, imports and exports."),
    "partner_administrator": _("Who works for the partner: invitations, changes, endings. No person's file."),
    "data_protection_officer": _("Who looked at what and when, and whether the record is intact."),
    "national_analyst": _("The figures of all 22 partners, and not one name."),
    "communications_officer": _("Posters and cards with the right logos, their visibility and its proofs."),
    "national_communications": _("The marks of the network and what each partner shows to the public."),
    "national_director": _("Figures, targets, partners and agreements, and not one name."),
}


@dataclass(frozen=True, slots=True)
class Card:
    """Somebody the visitor can become."""

    email: str
    role_code: str
    role: Promise
    name: str
    partner: str
    sees: Promise


@dataclass(frozen=True, slots=True)
class Group:
    """Cards under one heading."""

    title: Promise
    cards: list[Card]


@dataclass(frozen=True, slots=True)
class EntryPage:
    """All that the page shows. `next` is where the visitor wanted to go."""

    groups: list[Group]
    next: str
    password: str = accounts.PASSWORD


def entry_page(next_url: str) -> EntryPage:
    """The cards of the accounts that exist in this database; a group without any is left out."""
    first, others = accounts.shown(), accounts.elsewhere()
    found = open_memberships({account.email for account in (*first, *others)})
    groups = [
        Group(_("One person for each role"), _cards(first, found)),
        Group(_("Other partners, large and small"), _cards(others, found)),
    ]
    return EntryPage([group for group in groups if group.cards], next_url)


def _cards(shown: list[accounts.Account], found: Mapping[tuple[str, str], Membership]) -> list[Card]:
    cards = []
    for account in shown:
        membership = found.get((account.email, account.role))
        if membership is not None:
            role = ROLES[account.role]
            partner, name = membership.organisation.short_name, membership.user.name
            cards.append(Card(account.email, role.code, role.name, name, partner, WHAT_ONE_SEES[role.code]))
    return cards


def entrance(request: HttpRequest) -> dict[str, object]:
    """Context for every page: the address of the demo's entry, "" where this is no demo."""
    return {"demo_url": reverse("demo:enter") if settings.DEMO else ""}
