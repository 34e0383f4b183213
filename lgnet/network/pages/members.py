# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The people of a partner: at work, invited, gone; and one of them."""

from dataclasses import dataclass

from django.db.models import Q
from django.forms import Form

from lgnet.core.authz import Verdict
from lgnet.core.clock import now, today
from lgnet.network import policies, queries
from lgnet.network.models import Invitation, Membership
from lgnet.network.permissions import ROLES, Role
from lgnet.network.worker import Worker

ENDED_SHOWN = 50


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A membership in a list."""

    membership: Membership
    role: Role
    is_future: bool = False
    is_expired: bool = False


@dataclass(frozen=True, slots=True)
class InvitationRow:
    """An open invitation in a list."""

    invitation: Invitation
    role: Role
    is_expired: bool
    may_withdraw: Verdict
    may_resend: Verdict


@dataclass(frozen=True, slots=True)
class MembersPage:
    """All members of a partner."""

    partner: str
    active: list[MemberRow]
    invited: list[InvitationRow]
    ended: list[MemberRow]
    roles: list[Role]


@dataclass(frozen=True, slots=True)
class MemberPage:
    """One membership, with the forms that change and end it."""

    row: MemberRow
    form: Form
    end_form: Form
    may_end: Verdict


@dataclass(frozen=True, slots=True)
class InvitedPage:
    """An invitation that was just sent; `link` is "" when it was mailed, or shown before."""

    invitation: Invitation
    role: Role
    link: str
    is_mailed: bool


def members_page(by: Worker) -> MembersPage:
    """The lists as of now."""
    day = today()
    rows = Membership.objects.filter(organisation_id=by.partner_id).select_related(
        "user", "site", "team", "organisation"
    )
    over = Q(ended_at__isnull=False) | Q(valid_until__lt=day)
    active = rows.exclude(over).order_by("user__name", "role")
    ended = (
        rows.filter(over)
        .exclude(end_reason__in=[Membership.CHANGED, Membership.EXPIRED])
        .order_by("-ended_at", "-valid_until")
    )
    invited = queries.open_invitations(by.partner_id).select_related("invited_by").order_by("-invited_at")
    return MembersPage(
        partner=by.organisation.name,
        active=[member_row(row) for row in active],
        invited=[_invitation_row(by, row) for row in invited],
        ended=[member_row(row) for row in ended[:ENDED_SHOWN]],
        roles=[role for role in ROLES.values() if role.db_role == by.role.db_role],
    )


def member_row(membership: Membership) -> MemberRow:
    """A membership as a list shows it."""
    until = membership.valid_until
    return MemberRow(
        membership,
        ROLES[membership.role],
        is_future=membership.valid_from > today(),
        is_expired=membership.ended_at is None and until is not None and until < today(),
    )


def member_page(by: Worker, membership: Membership, *, form: Form, end_form: Form) -> MemberPage:
    """One membership with the forms that change and end it."""
    may_end = policies.end_membership(by, membership, administrators=queries.administrators(by.partner_id))
    return MemberPage(member_row(membership), form, end_form, may_end)


def _invitation_row(by: Worker, invitation: Invitation) -> InvitationRow:
    return InvitationRow(
        invitation,
        ROLES[invitation.role],
        is_expired=invitation.expires_at <= now(),
        may_withdraw=policies.withdraw_invitation(by, invitation),
        may_resend=policies.resend_invitation(by, invitation),
    )


@dataclass(frozen=True, slots=True)
class InvitePage:
    """The form of an invitation."""

    form: Form
