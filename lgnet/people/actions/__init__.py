# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every change of persons."""

from lgnet.people.actions.belongings import (
    add_channel,
    add_identifier,
    deliver_notice,
    record_stay,
    restore_channel,
    restore_identifier,
    withdraw_channel,
    withdraw_identifier,
)
from lgnet.people.actions.enrolment import AnotherBecause, Enrolment, Stay, enrol
from lgnet.people.actions.family import add_guardian, join_household, leave_household
from lgnet.people.actions.identity import correct_identity, register, see
from lgnet.people.actions.sameness import count_apart, count_once

__all__ = [
    "AnotherBecause",
    "Enrolment",
    "Stay",
    "add_channel",
    "add_guardian",
    "add_identifier",
    "correct_identity",
    "count_apart",
    "count_once",
    "deliver_notice",
    "enrol",
    "join_household",
    "leave_household",
    "record_stay",
    "register",
    "restore_channel",
    "restore_identifier",
    "see",
    "withdraw_channel",
    "withdraw_identifier",
]
