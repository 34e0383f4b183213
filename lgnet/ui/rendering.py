# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""One answer for browsers and htmx: the whole page, or only its named partial.

`render_page(request, "cases/case.html#notes", page)` gives the whole page to a browser and the partial `notes` of
the same template to an htmx request. A boosted request and one that restores the history get the whole page.
"""

from typing import TYPE_CHECKING

from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.cache import patch_vary_headers
from django_htmx.middleware import HtmxDetails

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def wants_fragment(request: HttpRequest) -> bool:
    """True when htmx asks for a part of the page that is already open."""
    htmx = HtmxDetails(request)
    return bool(htmx) and not htmx.boosted and not htmx.history_restore_request


def render_page(
    request: HttpRequest, template: str, page: "DataclassInstance", *, status: int = 200
) -> HttpResponse:
    """Answer with `template`, whose only context is `page`; messages travel with a fragment, out of band."""
    whole, _, _partial = template.partition("#")
    fragment = wants_fragment(request)
    html = render_to_string(template if fragment else whole, {"page": page}, request)
    if fragment and len(get_messages(request)):
        html += render_to_string("ui/messages.html#out_of_band", {}, request)
    response = HttpResponse(html, status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response
