# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every change of the training."""

from lgnet.training.actions.attending import check_in, keep_list, make_up, read_log
from lgnet.training.actions.enrolling import (
    approve,
    decline,
    enrol,
    enrol_colleagues,
    lapse_unapproved,
    withdraw,
)
from lgnet.training.actions.materials import Content, add_material, add_version, show_again, take_back
from lgnet.training.actions.planning import (
    ModuleDraft,
    SessionDraft,
    call_off,
    call_off_session,
    change_session,
    edit_module,
    plan_module,
    plan_programme,
    plan_session,
    publish,
    throw_away,
)
from lgnet.training.actions.telling import tell_partner

__all__ = [
    "Content",
    "ModuleDraft",
    "SessionDraft",
    "add_material",
    "add_version",
    "approve",
    "call_off",
    "call_off_session",
    "change_session",
    "check_in",
    "decline",
    "edit_module",
    "enrol",
    "enrol_colleagues",
    "keep_list",
    "lapse_unapproved",
    "make_up",
    "plan_module",
    "plan_programme",
    "plan_session",
    "publish",
    "read_log",
    "show_again",
    "take_back",
    "tell_partner",
    "throw_away",
    "withdraw",
]
