# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may do what in the network. Names are those of the actions."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from lgnet.core.authz import Verdict, no, yes
from lgnet.core.clock import now, today
from lgnet.core.rowsecurity import DbRole
from lgnet.network.models import Invitation, Membership
from lgnet.network.permissions import ROLES, Permission
from lgnet.network.worker import Worker

UNDO_FOR = dt.timedelta(minutes=10)
ADMINISTRATOR = "partner_administrator"
NOT_YOUR_ROLE = _("Your role does not manage the members of the partner.")


def manage_members(by: Worker) -> Verdict:
    """Invite, change and end at all."""
    return yes if by.may(Permission.MEMBERS_MANAGE) else no(NOT_YOUR_ROLE)


def invite(by: Worker, role: str, *, standing: str = "") -> Verdict:
    """Invite in this role somebody who stands here so: "works" in it, is "invited" to it, or neither."""
    if standing == "works":
        return no(_("This person works for you in this role already: look at the list of members."))
    if standing == "invited":
        return no(_("This person has an open invitation to this role: send it again, or withdraw it first."))
    return _give(by, role)


def resend_invitation(by: Worker, invitation: Invitation) -> Verdict:
    """Send the link once more."""
    if invitation.accepted_at is not None:
        return no(_("This invitation was accepted already."))
    if invitation.withdrawn_at is not None:
        return no(_("This invitation was withdrawn: make a new one."))
    return manage_members(by)


withdraw_invitation = resend_invitation


def accept_invitation(invitation: Invitation | None) -> Verdict:
    """Join by the link of this invitation."""
    if invitation is None:
        return no(
            _("This link does not work: perhaps it was not copied whole, or a newer one was sent to you.")
        )
    if invitation.accepted_at is not None:
        return no(_("This invitation was used already: log in with your e-mail address and your password."))
    if invitation.withdrawn_at is not None:
        return no(_("This invitation was withdrawn by who had sent it."))
    if invitation.valid_until is not None and invitation.valid_until < today():
        return no(
            _("The last day of the work you were invited to has passed. Ask who sent it for a new one.")
        )
    if invitation.expires_at <= now():
        return no(_("This invitation is more than seven days old. Ask who sent it for a new one."))
    return yes


def end_membership(by: Worker, membership: Membership, *, administrators: int) -> Verdict:
    """End this membership; `administrators` is how many the partner has today."""
    if membership.ended_at is not None:
        return no(_("This membership has ended already."))
    if membership.role == ADMINISTRATOR and administrators <= 1:
        return no(_("This is the last administrator of the partner: make somebody else administrator first."))
    return manage_members(by)


def restore_membership(by: Worker, membership: Membership, *, again: bool = False) -> Verdict:
    """Undo its ending; `again` says that the same person has this role once more."""
    if membership.ended_at is None:
        return no(_("This membership has not ended."))
    if membership.end_reason in {Membership.CHANGED, Membership.EXPIRED}:
        return no(_("This membership was followed by another one or has run out: change the one of today."))
    if again:
        return no(_("This person has this role again already."))
    if now() - membership.ended_at > UNDO_FOR:
        return no(_("An ending can be undone for ten minutes only: invite the person again."))
    return manage_members(by)


def change_membership(
    by: Worker, membership: Membership, role: str, *, administrators: int, taken: bool = False
) -> Verdict:
    """Give it another role, site or last day; `taken` says that the person holds that role already."""
    if taken:
        return no(_("This person has that role already."))
    if role != membership.role:
        ending = end_membership(by, membership, administrators=administrators)
        if not ending:
            return ending
    return _give(by, role)


def edit_partnership(by: Worker) -> Verdict:
    """Change a partner's action lines and the date of its agreement."""
    if not by.may(Permission.NETWORK_MANAGE):
        return no(_("Only the national direction changes what partners take part in."))
    return yes


register_agreement = edit_partnership


def _give(by: Worker, role: str) -> Verdict:
    known = ROLES.get(role)
    if known is None or known.db_role is not DbRole.LOCAL:
        return no(_("National roles are given by the ministry, not by a partner."))
    return manage_members(by)


def see_access_log(by: Worker) -> Verdict:
    """Read and verify the access log of the partner."""
    if not by.may(Permission.AUDIT_SEE):
        return no(_("Only the data protection officer reads the access log."))
    return yes
