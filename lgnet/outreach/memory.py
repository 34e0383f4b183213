# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the last form of tonight said, kept in the session: the next contact is met at the same place."""

from typing import Any

from django.http import HttpRequest

from lgnet.outreach.queries import night_start

KEY = "outreach_tonight"


def remember(request: HttpRequest, values: dict[str, str]) -> None:
    """Keep place, area, language and unit until the night is over. Nothing about a person."""
    request.session[KEY] = {"night": night_start().isoformat(), "values": values}


def remembered(request: HttpRequest) -> dict[str, Any]:
    """What to begin the next form with; empty on another night."""
    kept = request.session.get(KEY) or {}
    values: dict[str, Any] = kept.get("values", {}) if kept.get("night") == night_start().isoformat() else {}
    return values
