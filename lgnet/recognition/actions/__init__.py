# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Everything that changes in certificates, badges and credits."""

from lgnet.recognition.actions.badges import refresh_list, replace_key, take_badge
from lgnet.recognition.actions.checking import SECONDS, Checked, check
from lgnet.recognition.actions.credits import (
    Entry,
    attach_proof,
    enter_course,
    restore_course,
    take_back_course,
)
from lgnet.recognition.actions.issuing import Terms, admit_class, issue, reissue, revoke, set_award
from lgnet.recognition.actions.shipped import load_shipped

__all__ = [
    "SECONDS",
    "Checked",
    "Entry",
    "Terms",
    "admit_class",
    "attach_proof",
    "check",
    "enter_course",
    "issue",
    "load_shipped",
    "refresh_list",
    "reissue",
    "replace_key",
    "restore_course",
    "revoke",
    "set_award",
    "take_back_course",
    "take_badge",
]
