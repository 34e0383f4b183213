# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every change of the media kit."""

from lgnet.mediakit.actions.assets import (
    WHAT,
    Facts,
    add,
    add_release,
    edit,
    facts_of,
    new_version,
    publish,
    stand_for_the_body,
    throw_away,
    withdraw,
)
from lgnet.mediakit.actions.products import (
    Showing,
    check,
    design,
    design_of,
    end,
    make,
    offer,
    prove,
    register,
    restore,
    show,
)
from lgnet.mediakit.actions.shipped import load_shipped

__all__ = [
    "WHAT",
    "Facts",
    "Showing",
    "add",
    "add_release",
    "check",
    "design",
    "design_of",
    "edit",
    "end",
    "facts_of",
    "load_shipped",
    "make",
    "new_version",
    "offer",
    "prove",
    "publish",
    "register",
    "restore",
    "show",
    "stand_for_the_body",
    "throw_away",
    "withdraw",
]
