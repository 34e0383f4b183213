# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages that belong to no domain: gallery of components, legal pages, and the handlers of HTTP errors."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from lgnet.core.authz import public, rule_of
from lgnet.ui.errors import ErrorPage, error_page, refusal
from lgnet.ui.gallery import gallery_page
from lgnet.ui.public import language_of
from lgnet.ui.rendering import render_page


@public
@require_GET
def gallery(request: HttpRequest) -> HttpResponse:
    """Each component in each state, for whoever builds pages; only where nobody works for real."""
    if not (settings.DEBUG or settings.DEMO):
        raise Http404
    return render_page(request, "ui/gallery.html", gallery_page())


@public
@require_GET
def privacy(request: HttpRequest) -> HttpResponse:
    """What this website stores about its visitors, and where the notice for the people served is."""
    return render(request, "ui/legal/privacy.html")


@public
@require_GET
def accessibility(request: HttpRequest) -> HttpResponse:
    """The state of accessibility and how to tell us about a barrier (Law 4/2004)."""
    return render(request, "ui/legal/accessibility.html")


@public
@require_GET
def legal(request: HttpRequest) -> HttpResponse:
    """Licences of the software and of what it is made of, and who pays for it."""
    return render(request, "ui/legal/legal.html")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the browser sent something that cannot be understood, or too much of it."""
    if language_of(request.path_info) and isinstance(exception, RequestDataTooBig | TooManyFieldsSent):
        return render(request, "public/too_long.html", {"versions": {}}, status=400)
    page = ErrorPage(
        title=_("We could not read this request"),
        sentence=_("What arrived is incomplete or has been changed on the way."),
        next_step=_("Go back and try again: what you typed is still in the page."),
        back_label=_("Go to the first page"),
    )
    return error_page(request, page, status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: the policy's sentence when there is one."""
    return refusal(request, str(exception))


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form that was open for too long: says so, instead of speaking of tokens."""
    page = ErrorPage(
        title=_("This page had been open for too long"),
        sentence=_("For safety we did not accept the form; nothing was saved."),
        next_step=_("Go back and load the page again: what you typed will be put back."),
        symbol="clock",
        back_label=_("Go to the first page"),
    )
    return error_page(request, page, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: also for what exists but is not yours, so that nobody learns that it exists."""
    if language_of(request.path_info) or _is_for_visitors(request):
        return render(request, "public/not_found.html", {"versions": {}}, status=404)
    page = ErrorPage(
        title=_("There is nothing here for you"),
        sentence=_("The page does not exist, or it belongs to people of another partner."),
        next_step=_("Check the address, or look for it with the search."),
        symbol="help-circle",
        back_label=_("Go to the first page"),
    )
    return error_page(request, page, status=404)


def _is_for_visitors(request: HttpRequest) -> bool:
    """Such a view never looked at who asks, nor may the page that says it found nothing."""
    rule = rule_of(request.resolver_match.func) if request.resolver_match else None
    return rule is not None and rule.kind == "visitors"


def server_error(request: HttpRequest) -> HttpResponse:
    """500: needs neither database nor session, since either may be what failed."""
    return HttpResponse(render_to_string("ui/errors/500.html"), status=500)
