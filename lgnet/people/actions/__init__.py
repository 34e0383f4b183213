# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every change of persons."""

from lgnet.people.actions.belongings import (
    add_channel,
    add_guardian,
    add_identifier,
    deliver_notice,
    join_household,
    leave_household,
    record_stay,
    withdraw_channel,
    withdraw_identifier,
)
from lgnet.people.actions.identity import correct_identity, register, see

__all__ = [
    "add_channel",
    "add_guardian",
    "add_identifier",
    "correct_identity",
    "deliver_notice",
    "join_household",
    "leave_household",
    "record_stay",
    "register",
    "see",
    "withdraw_channel",
    "withdraw_identifier",
]
