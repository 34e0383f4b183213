# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reading materials, and adding versions of them."""

import re
import uuid
from io import BytesIO

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lgnet.core.authz import Refused, requires
from lgnet.core.vault import CannotOpen
from lgnet.interop import attachments
from lgnet.network.middleware import StaffRequest
from lgnet.training import actions, policies
from lgnet.training.forms.material import FORMS
from lgnet.training.models import Material, MaterialVersion
from lgnet.training.pages.material import NewMaterialPage, material_page
from lgnet.training.queries.programme import trainer_ids
from lgnet.training.views.read import SEEN_BY, module_or_404
from lgnet.ui import notices
from lgnet.ui.rendering import render_page

KIND = Material.Kind
FORM = require_http_methods(["GET", "HEAD", "POST"])


def material_or_404(material_id: uuid.UUID) -> Material:
    """A material that exists for who asks."""
    return get_object_or_404(Material.objects.select_related("module", "session"), pk=material_id)


def _version_or_404(version_id: uuid.UUID) -> MaterialVersion:
    return get_object_or_404(MaterialVersion, pk=version_id)


@requires(*SEEN_BY)
@FORM
def new_file(request: StaffRequest, module_id: uuid.UUID) -> HttpResponse:
    """Add a file."""
    return _new(request, module_id, KIND.FILE)


@requires(*SEEN_BY)
@FORM
def new_page(request: StaffRequest, module_id: uuid.UUID) -> HttpResponse:
    """Add a page."""
    return _new(request, module_id, KIND.PAGE)


@requires(*SEEN_BY)
@FORM
def new_video(request: StaffRequest, module_id: uuid.UUID) -> HttpResponse:
    """Add a video."""
    return _new(request, module_id, KIND.VIDEO)


def _new(request: StaffRequest, module_id: uuid.UUID, kind: Material.Kind) -> HttpResponse:
    found = module_or_404(module_id)
    policies.add_material(request.worker, found, trainer_ids(found)).enforce()
    form = FORMS[kind](request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.add_material(
                by=request.worker, module=found, kind=kind, title=form.cleaned_data["title"],
                content=form.content(), material_id=form.cleaned_data["new_id"],
            )  # fmt: skip
        except (Refused, attachments.AttachmentRefused) as refused:
            form.add_error("file" if "file" in form.fields else None, str(refused.reason))
        else:
            messages.success(request, _("The material is there for everybody."))
            return redirect("training:material", made.pk)
    page = NewMaterialPage(found, kind, form)
    return render_page(request, "training/new_material.html", page, status=422 if form.is_bound else 200)


@requires(*SEEN_BY)
@require_safe
def material(request: StaffRequest, material_id: uuid.UUID) -> HttpResponse:
    """A material: the last version, or the one asked for."""
    found = material_or_404(material_id)
    asked = request.GET.get("version", "")
    form = FORMS[found.kind](is_version=True)
    page = material_page(
        request.worker, found, form, number=int(asked) if asked.isascii() and asked.isdigit() else None
    )
    return render_page(request, "training/material.html", page)


@requires(*SEEN_BY)
@require_POST
def new_version(request: StaffRequest, material_id: uuid.UUID) -> HttpResponse:
    """Put a new version in the place of the last one."""
    found = material_or_404(material_id)
    policies.take_back(request.worker, found, trainer_ids(found.module)).enforce()
    form = FORMS[found.kind](request.POST, request.FILES, is_version=True)
    if form.is_valid():
        try:
            actions.add_version(by=request.worker, material=found, content=form.content())
        except (Refused, attachments.AttachmentRefused) as refused:
            form.add_error("file" if "file" in form.fields else None, str(refused.reason))
        else:
            messages.success(request, _("The new version is shown."))
            return redirect("training:material", material_id)
    page = material_page(request.worker, found, form)
    return render_page(request, "training/material.html", page, status=422)


@requires(*SEEN_BY)
@require_POST
def take_back(request: StaffRequest, material_id: uuid.UUID) -> HttpResponse:
    """Show it no more."""
    found = material_or_404(material_id)
    actions.take_back(by=request.worker, material=found)
    undo = reverse("training:show_again", args=[material_id])
    notices.offer_undo(request, _("This material is not shown any more."), url=undo)
    return redirect("training:module", found.module_id)


@requires(*SEEN_BY)
@require_POST
def show_again(request: StaffRequest, material_id: uuid.UUID) -> HttpResponse:
    """Undo taking it back."""
    actions.show_again(by=request.worker, material=material_or_404(material_id))
    return redirect("training:material", material_id)


@requires(*SEEN_BY)
@require_safe
def file(request: StaffRequest, version_id: uuid.UUID) -> HttpResponseBase:
    """A file as a download; a video as its player asks for it, in pieces."""
    found = _version_or_404(version_id)
    try:
        content = attachments.read(
            found.stored_as, key_id=found.key_id, wrapped=bytes(found.wrapped), subject=found.pk
        )
    except CannotOpen:
        raise Http404 from None
    headers = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox"}
    if found.kind == KIND.VIDEO:
        return _piece(request, content, found.content_type, headers)
    return FileResponse(
        BytesIO(content), as_attachment=True, filename=found.name, content_type=found.content_type,
        headers=headers,
    )  # fmt: skip


def _piece(request: StaffRequest, content: bytes, content_type: str, headers: dict[str, str]) -> HttpResponse:
    """The part of a film that was asked for (RFC 9110, one range), so that its player can jump."""
    headers = headers | {"Accept-Ranges": "bytes"}
    asked = re.fullmatch(r"bytes=(\d{1,12})-(\d{0,12})", request.headers.get("Range", ""))
    if asked is None:
        return HttpResponse(content, content_type=content_type, headers=headers)
    first, last = int(asked[1]), min(int(asked[2] or len(content)), len(content) - 1)
    if first > last:
        headers["Content-Range"] = f"bytes */{len(content)}"
        return HttpResponse(status=416, headers=headers)
    headers["Content-Range"] = f"bytes {first}-{last}/{len(content)}"
    return HttpResponse(content[first : last + 1], status=206, content_type=content_type, headers=headers)


@requires(*SEEN_BY)
@require_safe
def captions(request: StaffRequest, version_id: uuid.UUID) -> HttpResponse:
    """The captions of a video."""
    found = _version_or_404(version_id)
    if not found.captions:
        raise Http404
    headers = {"X-Content-Type-Options": "nosniff"}
    return HttpResponse(found.captions, content_type="text/vtt; charset=utf-8", headers=headers)
