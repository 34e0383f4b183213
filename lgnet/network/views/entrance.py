# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""At the gate: accepting an invitation, choosing the membership to work in."""

from dataclasses import replace
from uuid import UUID

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from lgnet.core.authz import at_the_gate
from lgnet.network import actions, queries
from lgnet.network.forms import AcceptForm
from lgnet.network.middleware import choose_membership, worker_of
from lgnet.network.models import User
from lgnet.network.pages import entrance as pages
from lgnet.ui.rendering import render_page


@at_the_gate
@never_cache
@sensitive_post_parameters("password", "again")
@require_http_methods(["GET", "HEAD", "POST"])
def accept(request: HttpRequest, token: str) -> HttpResponse:
    """What the link of an invitation opens. POST joins, and logs in who has just made an account."""
    page = pages.accept_page(token)
    if not page.verdict:
        return render_page(request, "network/accept.html", page, status=410)
    if page.has_account:
        if request.method == "POST":
            return _joined(request, actions.accept_invitation(token=token).pk)
        return render_page(request, "network/accept.html", page)
    form = AcceptForm(request.POST) if request.method == "POST" else AcceptForm.of(page.invitation)
    if form.is_bound and form.is_valid():
        membership = actions.accept_invitation(token=token, **form.chosen())
        _log_in(request, membership.user_id)
        return _joined(request, membership.pk)
    shown = replace(page, form=form)
    return render_page(request, "network/accept.html", shown, status=422 if form.is_bound else 200)


def _log_in(request: HttpRequest, user_id: UUID) -> None:
    user = User.objects.get(pk=user_id)
    login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
    actions.note_log_in(by=user)


def _joined(request: HttpRequest, membership_id: UUID) -> HttpResponse:
    """To the first page; who has not logged in yet does so on the way."""
    user = request.user
    if user.is_authenticated and membership_id in {m.pk for m in queries.working_memberships(user)}:
        choose_membership(request, membership_id)
    return redirect(settings.LOGIN_REDIRECT_URL)


@at_the_gate
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """The memberships of whoever has logged in; POST works in one of them from now on."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    memberships = queries.working_memberships(request.user)
    if request.method == "POST":
        chosen = next((m for m in memberships if str(m.pk) == request.POST.get("membership")), None)
        if chosen is None:
            raise Http404
        choose_membership(request, chosen.pk)
        return redirect(_next(request))
    worker = worker_of(request)
    why = "" if memberships else queries.why_not_at_work(request.user)
    current = worker.membership if worker else None
    page = pages.choose_page(memberships, current, next_url=_next(request), why=why)
    return render_page(request, "network/choose.html", page)


def _next(request: HttpRequest) -> str:
    wanted = request.POST.get("next") or request.GET.get("next") or settings.LOGIN_REDIRECT_URL
    ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if ours else settings.LOGIN_REDIRECT_URL
