# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""From a session to a worker: who is asking, for which partner, and whether the view lets them in.

Runs inside the request's transaction. Until here the database role is the gate; from here on it is the
role of the worker's membership, read afresh at each request, so an ended membership ends access at once.
"""

import uuid
from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import resolve_url
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from lgnet.core.authz import AccessRule, Refused, may_open, rule_of
from lgnet.core.rowsecurity import GATE, PUBLIC, Actor, become
from lgnet.network.idle import is_left
from lgnet.network.queries import why_not_at_work, working_memberships
from lgnet.network.worker import Worker
from lgnet.ui.errors import refusal

CHOSEN_MEMBERSHIP = "membership"
CHOOSE_URL = "network:choose"
# Views of libraries that sign people in or set their language: they run as the gate.
GATE_MODULES = (
    "allauth.",
    "django.views.i18n",
    "django.views.static",
    "django.contrib.staticfiles",
    "whitenoise.",
)


Door = Callable[[HttpRequest, Worker], Actor]


def door_of(view: Callable[..., HttpResponseBase]) -> Door | None:
    """Who decides about the views of a library that declares no access rules: `LIBRARY_DOORS` in the settings."""
    for prefix, dotted in settings.LIBRARY_DOORS.items():
        if view.__module__.startswith(prefix):
            found: Door = import_string(dotted)
            return found
    return None


class StaffRequest(HttpRequest):
    """A request of somebody who works here: `@requires` and `@signed_in` guarantee the worker."""

    worker: Worker


def worker_of(request: HttpRequest) -> Worker | None:
    """The signed-in user in the chosen (or first) membership that is valid today; None where there is none.

    Whoever chose one that has ended chooses again: nobody goes on for another partner without noticing.
    """
    if not request.user.is_authenticated:
        return None
    memberships = working_memberships(request.user)
    chosen = request.session.get(CHOSEN_MEMBERSHIP)
    if chosen is not None:
        memberships = [membership for membership in memberships if str(membership.pk) == chosen]
    return Worker(request.user, memberships[0]) if memberships else None


class WhoActs:
    """Finds the worker, applies the view's access rule, switches the database role, tells refusals."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        setattr(request, "worker", None)  # noqa: B010 - typed on StaffRequest
        response = self.get_response(request)
        if getattr(request, "worker", None) is not None:
            # Desks are shared: after logging out, "back" must not bring a person's file out of the browser.
            response.headers.setdefault("Cache-Control", "private, no-store")
        if not connection.needs_rollback:
            become(GATE)  # the session is saved after us
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: object, kwargs: object
    ) -> HttpResponseBase | None:
        rule = rule_of(view)
        door = door_of(view) if rule is None else None
        if rule is None and door is None:
            if not view.__module__.startswith(GATE_MODULES):
                raise ImproperlyConfigured(f"{view.__module__}.{view.__qualname__} declares no access rule")
            setattr(request, "worker", worker_of(request))  # noqa: B010 - for the menu; the role stays the gate
            return None
        if rule is not None and rule.kind == "visitors":
            become(PUBLIC)
            return None
        worker = worker_of(request)
        if worker is not None and is_left(request, worker):
            logout(request)
            messages.info(
                request, _("You were away for a while: log in again. What you had typed is still there.")
            )
            return _send_to(request, settings.LOGIN_URL)
        setattr(request, "worker", worker)  # noqa: B010 - typed on StaffRequest
        return (
            self._let_in(request, rule, worker) if rule is not None else self._through(door, request, worker)
        )

    def _let_in(
        self, request: HttpRequest, rule: AccessRule, worker: Worker | None
    ) -> HttpResponseBase | None:
        if not may_open(rule, request, worker) or (rule.kind == "signed_in" and worker is None):
            return self._keep_out(request)
        if rule.kind != "gate":
            become(worker.actor() if worker else PUBLIC)
        return None

    def _through(
        self, door: Door | None, request: HttpRequest, worker: Worker | None
    ) -> HttpResponseBase | None:
        if door is None or worker is None:
            return self._keep_out(request)
        try:
            become(door(request, worker))
        except Refused as refused:
            return refusal_page(request, refused)
        return None

    def _keep_out(self, request: HttpRequest) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return _send_to(request, settings.LOGIN_URL)
        if getattr(request, "worker", None) is not None:
            return refusal_page(request, Refused(_("Your role does not include this page.")))
        if working_memberships(request.user):  # the chosen one has ended, others have not
            return _send_to(request, CHOOSE_URL)
        return refusal_page(request, Refused(why_not_at_work(request.user)))

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, Refused):
            return refusal_page(request, exception)
        return None


def _send_to(request: HttpRequest, url: str) -> HttpResponseBase:
    """To a page that leads back here afterwards; htmx is told to leave the page, not to swap a part of it."""
    there = redirect_to_login(_page_of(request), resolve_url(url))
    if request.headers.get("HX-Request"):
        return HttpResponse(status=401, headers={"HX-Redirect": there["Location"]})
    return there


def refusal_page(request: HttpRequest, refused: Refused) -> HttpResponse:
    """The page (or fragment) that tells somebody why not, in one sentence."""
    return refusal(request, refused.reason, status=refused.status)


def _page_of(request: HttpRequest) -> str:
    """Where to come back to after logging in: the page that was open, also when a form was sent from it."""
    if request.method == "GET" and not request.headers.get("HX-Request"):
        return request.get_full_path()
    came_from = urlsplit(request.headers.get("HX-Current-URL") or request.headers.get("Referer") or "/")
    return came_from.path + (f"?{came_from.query}" if came_from.query else "")


def choose_membership(request: HttpRequest, membership_id: uuid.UUID) -> None:
    """Remember which of their memberships somebody works in; checked again at every request."""
    request.session[CHOSEN_MEMBERSHIP] = str(membership_id)
