# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The search of the library."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from lgnet.core.authz import requires
from lgnet.library.pages import search_page
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.ui.rendering import render_page


@requires(Permission.PRACTICE_READ, Permission.DIRECTIVE_READ)
@require_safe
def search(request: StaffRequest) -> HttpResponse:
    """What was found with these words and choices; without words what came last."""
    page = search_page(request.worker, request.GET.dict())
    return render_page(request, "library/search.html#found", page)
