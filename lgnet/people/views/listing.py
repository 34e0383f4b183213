# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The list of people and the search box."""

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from lgnet.core.authz import requires
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.people.pages.listing import list_page
from lgnet.ui.rendering import render_page


@requires(Permission.PERSON_SEE)
@require_GET
def people(request: StaffRequest) -> HttpResponse:
    """The partner's people, the latest first, or the answer to the search box."""
    asked = request.GET
    page = list_page(
        request.worker, q=asked.get("q", ""), after=asked.get("after", ""), is_more="more" in asked
    )
    return render_page(request, "people/list.html#results", page)
