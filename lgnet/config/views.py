# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whether the platform is ready, for machines (ModI `/status`, RFC 9457 on trouble)."""

from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from lgnet.core.authz import public


@public
@require_safe
@never_cache
def status(request: HttpRequest) -> JsonResponse:
    """200 when the database answers; else `OneTransaction` has answered 503 already."""
    with connection.cursor() as cursor:
        cursor.execute("select 1")
    return JsonResponse({"status": 200, "title": "OK", "detail": "Ready."})


@public
def not_offered(request: HttpRequest) -> HttpResponse:
    """A page of a library that has no place here."""
    raise Http404


@public
def to_log_out(request: HttpRequest) -> HttpResponse:
    """Whoever leaves the editing pages of the site leaves the platform, by its own page."""
    return redirect("account_logout")
