# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The main navigation, drawn from what the worker's role permits."""

from django.http import HttpRequest


def navigation(request: HttpRequest) -> dict[str, object]:
    """Context for every page: the links of the menu and the worker."""
    return {"navigation": [], "worker": getattr(request, "worker", None)}
