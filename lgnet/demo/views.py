# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The entry of the demo: choose a role, and you are in. There is nothing here in any other installation."""

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from lgnet.core.authz import at_the_gate
from lgnet.demo import pages
from lgnet.demo.accounts import everybody
from lgnet.demo.queries import is_demo, open_memberships
from lgnet.network.actions import note_log_in
from lgnet.network.middleware import choose_membership
from lgnet.network.models import User
from lgnet.ui.rendering import render_page


@at_the_gate
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def enter(request: HttpRequest) -> HttpResponse:
    """GET shows the roles, POST enters as one of the invented colleagues."""
    if not settings.DEMO:
        raise Http404
    if request.method == "POST":
        return _become(request)
    if not is_demo():  # started as a demo, but on somebody's real database
        return redirect("account_login")
    return render_page(request, "demo/enter.html", pages.entry_page(_next(request)))


def _become(request: HttpRequest) -> HttpResponse:
    email, role = request.POST.get("email", ""), request.POST.get("role", "")
    if not is_demo() or email not in {account.email for account in everybody()}:
        raise Http404
    membership = open_memberships({email}).get((email, role))
    if membership is None:
        raise Http404
    user = get_object_or_404(User, pk=membership.user_id, is_active=True)
    login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
    note_log_in(by=user)
    choose_membership(request, membership.pk)
    return redirect(_next(request))


def _next(request: HttpRequest) -> str:
    wanted = request.POST.get("next") or request.GET.get("next") or "/"
    ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if ours else "/"
