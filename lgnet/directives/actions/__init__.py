# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every change of a directive: the nation's side and the partner's."""

from lgnet.directives.actions.issuing import (
    Draft,
    attach,
    close,
    correct,
    edit,
    export_answers,
    issue,
    push_catalogue,
    remove_file,
    reopen,
    throw_away,
    withdraw,
    write,
)
from lgnet.directives.actions.receiving import answer, note, open_directive, remind_partner, tell_partner

__all__ = [
    "Draft",
    "answer",
    "attach",
    "close",
    "correct",
    "edit",
    "export_answers",
    "issue",
    "note",
    "open_directive",
    "push_catalogue",
    "remind_partner",
    "remove_file",
    "reopen",
    "tell_partner",
    "throw_away",
    "withdraw",
    "write",
]
