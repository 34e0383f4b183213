# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Assets, for who keeps them: brought in, said what they are, published, renewed, withdrawn."""

import uuid

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lgnet.core.authz import Refused, requires
from lgnet.interop.attachments import AttachmentRefused
from lgnet.mediakit import actions, policies
from lgnet.mediakit.files import FileRefused
from lgnet.mediakit.forms import AssetForm, FactsForm, FileForm, ReleaseForm, WithdrawForm
from lgnet.mediakit.models import Rendition, Version
from lgnet.mediakit.pages.making import FormPage
from lgnet.mediakit.pages.staff import VersionForms, assets_page, version_page
from lgnet.mediakit.views.public import sent
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.ui.rendering import render_page

KEEP = Permission.MEDIA_KEEP


@requires(KEEP)
@require_safe
def assets(request: StaffRequest) -> HttpResponse:
    """The assets of one's own body."""
    return render_page(request, "mediakit/assets.html", assets_page(request.worker))


@requires(KEEP)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    """Bring an asset in."""
    form = AssetForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        given, file = form.cleaned_data, form.cleaned_data["file"]
        try:
            made = actions.add(
                by=request.worker, kind=given["kind"], facts=form.facts(), name=file.name, blocks=file.chunks(),
                asset_id=given["new_id"],
            )  # fmt: skip
        except FileRefused as refused:
            form.add_error("file", str(refused.reason))
        else:
            _told(request, made)
            return redirect("mediakit:version", made.pk)
    status = 422 if form.is_bound else 200
    return render_page(request, "mediakit/asset_new.html", FormPage(form), status=status)


def _told(request: HttpRequest, made: Version) -> None:
    """What was taken out of the file, so that nobody looks for it later."""
    if made.cleaned:
        what = ", ".join(made.cleaned)
        messages.warning(request, _("Taken out of the file, or changed in it: %(what)s.") % {"what": what})
    messages.success(request, _("It is a draft: publish it when everything is right."))


def _version_or_404(version_id: uuid.UUID) -> Version:
    rows = Version.objects.select_related("asset", "partner").prefetch_related("renditions")
    return get_object_or_404(rows, pk=version_id)


def _shown(request: StaffRequest, found: Version, **back: Form) -> HttpResponse:
    """The page of a version, with the form that came back."""
    forms: dict[str, Form] = {
        "facts": FactsForm.of(found),
        "release": ReleaseForm(auto_id="id_release_%s"),
        "file": FileForm(auto_id="id_next_%s"),
        "withdraw": WithdrawForm(auto_id="id_withdraw_%s"),
    }
    page = version_page(request.worker, found, VersionForms(**forms | back))
    return render_page(request, "mediakit/version.html", page, status=422 if back else 200)


@requires(KEEP)
@require_http_methods(["GET", "HEAD", "POST"])
def version(request: StaffRequest, version_id: uuid.UUID) -> HttpResponse:
    """One version; what is said of a draft is changed here."""
    found = _version_or_404(version_id)
    if request.method != "POST":
        return _shown(request, found)
    policies.edit(request.worker, found).enforce()
    form = FactsForm.of(found, request.POST)
    if not form.is_valid():
        return _shown(request, found, facts=form)
    actions.edit(by=request.worker, version=found, facts=form.facts())
    messages.success(request, _("Saved."))
    return redirect("mediakit:version", version_id)


@requires(KEEP)
@require_POST
def release(request: StaffRequest, version_id: uuid.UUID) -> HttpResponse:
    """Keep the release of the people in a picture."""
    found, form = (
        _version_or_404(version_id),
        ReleaseForm(request.POST, request.FILES, auto_id="id_release_%s"),
    )
    policies.edit(request.worker, found).enforce()
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            actions.add_release(by=request.worker, version=found, name=file.name, blocks=file.chunks())
        except AttachmentRefused as refused:
            form.add_error("file", str(refused.reason))
        else:
            messages.success(request, _("The release is kept."))
            return redirect("mediakit:version", version_id)
    return _shown(request, found, release=form)


@requires(KEEP)
@require_POST
def renew(request: StaffRequest, version_id: uuid.UUID) -> HttpResponse:
    """Begin the next version."""
    found, form = _version_or_404(version_id), FileForm(request.POST, request.FILES, auto_id="id_next_%s")
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            made = actions.new_version(by=request.worker, version=found, name=file.name, blocks=file.chunks())
        except (FileRefused, Refused) as refused:
            form.add_error("file", str(refused.reason))
        else:
            _told(request, made)
            return redirect("mediakit:version", made.pk)
    return _shown(request, found, file=form)


@requires(KEEP)
@require_POST
def publish(request: StaffRequest, version_id: uuid.UUID) -> HttpResponse:
    """Show it to everybody."""
    actions.publish(by=request.worker, version=_version_or_404(version_id))
    messages.success(request, _("It is in the media kit for everybody."))
    return redirect("mediakit:version", version_id)


@requires(KEEP)
@require_POST
def stand(request: StaffRequest, version_id: uuid.UUID) -> HttpResponse:
    """Let a logo stand for one's body on the public site, or no longer: pressed again, it is undone."""
    found = _version_or_404(version_id)
    asset = actions.stand_for_the_body(by=request.worker, version=found, stands=not found.asset.is_mark)
    told = _("It stands for you on the public site.") if asset.is_mark else _("It stands for you no longer.")
    messages.success(request, told)
    return redirect("mediakit:version", version_id)


@requires(KEEP)
@require_POST
def withdraw(request: StaffRequest, version_id: uuid.UUID) -> HttpResponse:
    """Take it from the public."""
    found, form = _version_or_404(version_id), WithdrawForm(request.POST, auto_id="id_withdraw_%s")
    if not form.is_valid():
        return _shown(request, found, withdraw=form)
    actions.withdraw(by=request.worker, version=found, **form.cleaned_data)
    messages.success(request, _("It is withdrawn: nobody gets it any more, and it stays for the record."))
    return redirect("mediakit:version", version_id)


@requires(KEEP)
@require_POST
def throw_away(request: StaffRequest, version_id: uuid.UUID) -> HttpResponse:
    """Forget a draft."""
    actions.throw_away(by=request.worker, version=_version_or_404(version_id))
    messages.success(request, _("The draft is gone."))
    return redirect("mediakit:assets")


@requires(KEEP)
@require_safe
def own_picture(request: StaffRequest, rendition_id: uuid.UUID) -> HttpResponseBase:
    """A format of a version that exists for who asks, also of a draft."""
    found = get_object_or_404(Rendition, pk=rendition_id)
    return sent(request, found.digest, found.content_type, f"{found.label}", download=False)


@requires(KEEP)
@require_safe
def own_file(request: StaffRequest, version_id: uuid.UUID) -> HttpResponseBase:
    """The file of a version that exists for who asks, also of a draft."""
    found = _version_or_404(version_id)
    return sent(request, found.digest, found.content_type, found.file_name, download=True)
