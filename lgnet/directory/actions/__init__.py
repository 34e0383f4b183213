# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every change of a service, its places and stops, and of what is told about it."""

from lgnet.directory.actions.places import (
    Address,
    change_desk,
    close_desk,
    drop_special,
    open_desk,
    set_special,
)
from lgnet.directory.actions.sheets import check, map_columns, receive, undo_sheet, write_sheet
from lgnet.directory.actions.stops import (
    Otherwise,
    Planned,
    as_planned,
    change_night,
    drop,
    plan,
    replan,
)
from lgnet.directory.actions.team import (
    Reached,
    add_contact,
    change_contact,
    confirm_contact,
    hide_contact,
    throw_contact_away,
)
from lgnet.directory.actions.telling import remind_partner, reopen, report_wrong, settle
from lgnet.directory.actions.writing import (
    Draft,
    Words,
    confirm,
    edit,
    has_where,
    publish,
    take_off,
    throw_away,
    translate,
    write,
)

__all__ = [
    "Address",
    "Draft",
    "Otherwise",
    "Planned",
    "Reached",
    "Words",
    "add_contact",
    "as_planned",
    "change_contact",
    "change_desk",
    "change_night",
    "check",
    "close_desk",
    "confirm",
    "confirm_contact",
    "drop",
    "drop_special",
    "edit",
    "has_where",
    "hide_contact",
    "map_columns",
    "open_desk",
    "plan",
    "publish",
    "receive",
    "remind_partner",
    "reopen",
    "replan",
    "report_wrong",
    "set_special",
    "settle",
    "take_off",
    "throw_away",
    "throw_contact_away",
    "translate",
    "undo_sheet",
    "write",
    "write_sheet",
]
