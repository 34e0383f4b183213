# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages for when something cannot be done: what happened in a plain sentence, and what to do next.

An htmx request gets only the sentence, which the page shows in place (see the htmx settings in `assets.html`).
"""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from lgnet.ui.rendering import wants_fragment

Text = str | Promise


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """What an error page says."""

    title: str
    sentence: Text
    next_step: str
    symbol: str = "warning-circle"
    back: str = "/"
    back_label: str = ""


def error_page(request: HttpRequest, page: ErrorPage, *, status: int) -> HttpResponse:
    """The page, or for htmx its fragment, with the given HTTP status."""
    template = "ui/errors/fragment.html" if wants_fragment(request) else "ui/errors/frame.html"
    return HttpResponse(render_to_string(template, {"page": page}, request), status=status)


def refusal(request: HttpRequest, reason: Text, *, status: int = 403) -> HttpResponse:
    """The answer to a refused action: the policy's own sentence; 403 not allowed, 409 changed meanwhile."""
    if status == 409:
        return error_page(request, _conflict(reason), status=409)
    page = ErrorPage(
        title=_("This cannot be done now"),
        sentence=reason or _("Your role does not include this."),
        next_step=_("If you think you should be able to, ask the administrator of your organisation."),
        symbol="locked",
        back_label=_("Go to the first page"),
    )
    return error_page(request, page, status=status)


def _conflict(reason: Text) -> ErrorPage:
    return ErrorPage(
        title=_("Someone was faster"),
        sentence=reason or _("What you were looking at has changed meanwhile."),
        next_step=_("Nothing of yours is lost: go back, load the page again and look at what changed."),
        symbol="exchange-circle",
        back_label=_("Go to the first page"),
    )
