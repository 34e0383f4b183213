# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every change of the network. One module for each noun; import from here."""

from lgnet.network.actions.access_log import note_log_in, see_access_log, verify_access_log
from lgnet.network.actions.invitations import (
    accept_invitation,
    invite,
    note_link_shown,
    resend_invitation,
    withdraw_invitation,
)
from lgnet.network.actions.members import change_membership, end_membership, restore_membership
from lgnet.network.actions.partners import edit_partnership, register_agreement, register_data_agreement
from lgnet.network.actions.shipped import load_shipped
from lgnet.network.actions.teams import save_team

__all__ = [
    "accept_invitation",
    "change_membership",
    "edit_partnership",
    "end_membership",
    "invite",
    "load_shipped",
    "note_link_shown",
    "note_log_in",
    "register_agreement",
    "register_data_agreement",
    "resend_invitation",
    "restore_membership",
    "save_team",
    "see_access_log",
    "verify_access_log",
    "withdraw_invitation",
]
