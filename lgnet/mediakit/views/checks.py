# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The checker: something is given to be looked at, and what was found is kept."""

import uuid

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_safe

from lgnet.core.authz import requires
from lgnet.mediakit import actions, seeing
from lgnet.mediakit.files import FileRefused
from lgnet.mediakit.forms import LookForm
from lgnet.mediakit.models import Check
from lgnet.mediakit.pages.staff import check_page, look_page
from lgnet.mediakit.views.public import sent
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.ui.rendering import render_page

KEEP, FOLLOW = Permission.MEDIA_KEEP, Permission.MEDIA_FOLLOW


@requires(KEEP)
@require_http_methods(["GET", "HEAD", "POST"])
def look(request: StaffRequest) -> HttpResponse:
    """Give something to be looked at."""
    form = LookForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file, path = form.cleaned_data["file"], form.cleaned_data["path"]
        try:
            looked = seeing.look(file.read(), name=file.name) if file else seeing.look_at_page(path)
            kept = actions.check(by=request.worker, looked=looked)
        except FileRefused as refused:
            form.add_error("file" if file else "path", str(refused.reason))
        else:
            return redirect("mediakit:check", kept.pk)
    page = look_page(request.worker, form)
    return render_page(request, "mediakit/look.html", page, status=422 if form.is_bound else 200)


def _check_or_404(check_id: uuid.UUID) -> Check:
    return get_object_or_404(Check.objects.select_related("product", "checked_by", "partner"), pk=check_id)


@requires(KEEP, FOLLOW)
@require_safe
def check(request: StaffRequest, check_id: uuid.UUID) -> HttpResponse:
    """What a look has found."""
    return render_page(request, "mediakit/check.html", check_page(_check_or_404(check_id)))


@requires(KEEP, FOLLOW)
@require_safe
def picture(request: StaffRequest, check_id: uuid.UUID, number: int) -> HttpResponseBase:
    """A page as it was looked at."""
    kept = _check_or_404(check_id).pictures
    if number >= len(kept):
        raise Http404
    return sent(request, kept[number]["digest"], "image/png", "page.png", download=False)
