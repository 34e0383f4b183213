# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Coming in: the invitation that is accepted, and the membership one works in."""

from dataclasses import dataclass

from django.forms import Form

from lgnet.core.authz import Verdict
from lgnet.network import policies, queries
from lgnet.network.models import Colleague, Invitation, Membership
from lgnet.network.permissions import ROLES, Role


@dataclass(frozen=True, slots=True)
class AcceptPage:
    """An invitation as the invited person sees it; `form` is None for who has an account already."""

    verdict: Verdict
    invitation: Invitation | None = None
    role: Role | None = None
    has_account: bool = False
    form: Form | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """A membership one can work in."""

    membership: Membership
    role: Role
    is_current: bool


@dataclass(frozen=True, slots=True)
class ChoosePage:
    """The memberships to choose from; `why` says why there is none."""

    choices: list[Choice]
    next: str
    why: str


def accept_page(token: str) -> AcceptPage:
    """The invitation behind a link; the view adds the form where an account has to be made."""
    invitation = queries.invitation_by(token)
    verdict = policies.accept_invitation(invitation)
    if invitation is None or not verdict:
        return AcceptPage(verdict)
    known = Colleague.objects.filter(email__iexact=invitation.email).exists()
    return AcceptPage(verdict, invitation, ROLES[invitation.role], has_account=known)


def choose_page(
    memberships: list[Membership], current: Membership | None, *, next_url: str, why: str
) -> ChoosePage:
    """The memberships of somebody, the present one marked."""
    choices = [Choice(m, ROLES[m.role], current is not None and m.pk == current.pk) for m in memberships]
    return ChoosePage(choices, next_url, why)
