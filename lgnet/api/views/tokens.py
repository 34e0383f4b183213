# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages on which keys are made and withdrawn, and the API is explained."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lgnet.api import actions, queries
from lgnet.api.forms import TokenForm
from lgnet.api.pages.tokens import documentation_page, tokens_page
from lgnet.api.views.door import problem
from lgnet.api.views.v1 import api
from lgnet.core.authz import public, requires
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.ui.rendering import render_page


@requires(Permission.API_TOKEN)
@require_http_methods(["GET", "POST"])
def tokens(request: StaffRequest) -> HttpResponse:
    """The keys of the organisation; a new one is shown this once."""
    form = TokenForm(request.worker, request.POST or None)
    made = ""
    if request.method == "POST" and form.is_valid():
        _token, made = actions.make_token(by=request.worker, **form.cleaned_data)
        form = TokenForm(request.worker)
    page = tokens_page(request.worker, form, made)
    return render_page(request, "api/tokens.html", page, status=422 if form.is_bound else 200)


@requires(Permission.API_TOKEN)
@require_POST
def revoke(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Withdraw a key."""
    token = get_object_or_404(queries.tokens_of(request.worker), pk=pk)
    actions.revoke_token(by=request.worker, token=token)
    messages.success(request, _("The key opens nothing any more."))
    return redirect("api:tokens")


@requires(Permission.API_TOKEN)
@require_safe
def documentation(request: StaffRequest) -> HttpResponse:
    """What can be asked for, in words."""
    page = documentation_page(api.get_openapi_schema())
    return render_page(request, "api/documentation.html", page)


@public
def nowhere(request: HttpRequest) -> HttpResponse:
    """An address of the API that does not exist."""
    return problem(404, "There is nothing at this address: see /api/v1/openapi.json.")
