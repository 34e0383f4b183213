# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What stories about pages of people send."""

from typing import Any

from lgnet.core.ids import new_id


def lookup(**typed: str) -> dict[str, str]:
    """What "who is it?" sends."""
    empty = dict.fromkeys(("given_name", "family_name", "phone", "number"), "")
    return {**empty, "birth_day": "", "birth_month": "", "birth_year": "", "birth_sure": "", **typed}


def registration(**typed: str) -> dict[str, Any]:
    """What the registration form sends, all empty but what is given."""
    return {"new_id": str(new_id()), "channel-kind": "phone", "channel-is_safe": "yes", **typed}
