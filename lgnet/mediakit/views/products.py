# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Products: made, registered, shown somewhere, proved, ended; the register on screen and as a spreadsheet."""

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
from lgnet.mediakit import actions, queries, seeing
from lgnet.mediakit.files import FileRefused
from lgnet.mediakit.forms import DesignForm, LookForm, ProofForm, RegisterForm, ShowingForm
from lgnet.mediakit.making import drawing
from lgnet.mediakit.making.designs import KINDS
from lgnet.mediakit.models import Product, Proof
from lgnet.mediakit.pages.making import FormPage, make_page
from lgnet.mediakit.pages.register import register_file
from lgnet.mediakit.pages.staff import home_page, nation_page, product_page, register_page
from lgnet.mediakit.views.public import SAFE, sent
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.ui import notices
from lgnet.ui.rendering import render_page, wants_fragment

KEEP, FOLLOW = Permission.MEDIA_KEEP, Permission.MEDIA_FOLLOW
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@requires(KEEP)
@require_safe
def home(request: StaffRequest) -> HttpResponse:
    """What is missing, what can be made."""
    return render_page(request, "mediakit/home.html", home_page(request.worker))


@requires(FOLLOW)
@require_safe
def nation(request: StaffRequest) -> HttpResponse:
    """Every partner."""
    return render_page(request, "mediakit/nation.html", nation_page())


@requires(KEEP, FOLLOW)
@require_safe
def products(request: StaffRequest) -> HttpResponse:
    """The register."""
    return render_page(
        request, "mediakit/products.html#list", register_page(request.worker, request.GET.dict())
    )


@requires(KEEP, FOLLOW)
@require_safe
def export(request: StaffRequest) -> HttpResponse:
    """The register as a spreadsheet."""
    headers = {"Content-Disposition": 'attachment; filename="registro-prodotti.xlsx"'}
    return HttpResponse(register_file(request.worker), content_type=XLSX, headers=headers)


@requires(KEEP)
@require_http_methods(["GET", "HEAD", "POST"])
def make(request: StaffRequest, kind: str) -> HttpResponse:
    """Write what a product says, look at it, and make it."""
    if kind not in KINDS:
        raise Http404
    given = {name: value[:200] for name, value in request.GET.items()}
    form = DesignForm(kind, request.POST or None, initial=given)
    if request.method == "POST" and not wants_fragment(request) and form.is_valid():
        try:
            made = _made(request, kind, form)
        except Refused as refused:
            form.add_error(None, str(refused.reason))
        else:
            messages.success(request, _("It is made, it keeps the rules, and it is in the register."))
            return redirect("mediakit:product", made.pk)
    page = make_page(request.worker, kind, form)
    is_wrong = form.is_bound and not wants_fragment(request)
    return render_page(request, "mediakit/make.html#preview", page, status=422 if is_wrong else 200)


def _made(request: StaffRequest, kind: str, form: DesignForm) -> Product:
    given = form.cleaned_data
    design = actions.design(by=request.worker, kind=kind, language=given["language"], words=form.words())
    return actions.make(by=request.worker, design=design, event_id=given["event"], product_id=given["new_id"])


@requires(KEEP)
@require_http_methods(["GET", "HEAD", "POST"])
def register(request: StaffRequest) -> HttpResponse:
    """Put something made elsewhere in the register."""
    sites = queries.sites(request.worker.partner_id)
    form = RegisterForm(request.POST or None, request.FILES or None, sites=sites)
    if request.method == "POST" and form.is_valid():
        given, file = form.cleaned_data, form.cleaned_data["file"]
        try:
            made = actions.register(
                by=request.worker, kind=given["kind"], title=given["title"], language=given["language"],
                showing=form.showing(), blocks=file.chunks() if file else (), name=file.name if file else "",
                product_id=given["new_id"],
            )  # fmt: skip
        except FileRefused as refused:
            form.add_error("file", str(refused.reason))
        else:
            messages.success(request, _("It is in the register."))
            return redirect("mediakit:product", made.pk)
    return render_page(
        request, "mediakit/register.html", FormPage(form), status=422 if form.is_bound else 200
    )


def _product_or_404(product_id: uuid.UUID) -> Product:
    rows = Product.objects.select_related("partner", "site", "made_by", "ended_by").prefetch_related("proofs")
    return get_object_or_404(rows, pk=product_id)


def _shown(
    request: StaffRequest,
    found: Product,
    *,
    showing: ShowingForm | None = None,
    proof: ProofForm | None = None,
    file: LookForm | None = None,
) -> HttpResponse:
    sites = queries.sites(request.worker.partner_id)
    page = product_page(
        request.worker, found, showing_form=showing or ShowingForm(sites=sites, product=found),
        proof_form=proof or ProofForm(auto_id="id_proof_%s"), file_form=file or LookForm(auto_id="id_look_%s"),
    )  # fmt: skip
    return render_page(
        request, "mediakit/product.html", page, status=422 if showing or proof or file else 200
    )


@requires(KEEP, FOLLOW)
@require_safe
def product(request: StaffRequest, product_id: uuid.UUID) -> HttpResponse:
    """One product."""
    return _shown(request, _product_or_404(product_id))


@requires(KEEP)
@require_POST
def show(request: StaffRequest, product_id: uuid.UUID) -> HttpResponse:
    """Say where it is shown."""
    found, sites = _product_or_404(product_id), queries.sites(request.worker.partner_id)
    form = ShowingForm(request.POST, sites=sites)
    if not form.is_valid():
        return _shown(request, found, showing=form)
    actions.show(by=request.worker, product=found, showing=form.showing())
    messages.success(request, _("Saved: now prove it with a photo."))
    return redirect("mediakit:product", product_id)


@requires(KEEP)
@require_POST
def prove(request: StaffRequest, product_id: uuid.UUID) -> HttpResponse:
    """Keep a photo of it."""
    found, form = _product_or_404(product_id), ProofForm(request.POST, request.FILES, auto_id="id_proof_%s")
    if form.is_valid():
        given, photo = form.cleaned_data, form.cleaned_data["photo"]
        try:
            actions.prove(
                by=request.worker, product=found, taken_on=given["taken_on"], note=given["note"], name=photo.name,
                blocks=photo.chunks(),
            )  # fmt: skip
        except FileRefused as refused:
            form.add_error("photo", str(refused.reason))
        else:
            messages.success(request, _("The photo is kept with its day: visibility is proved."))
            return redirect("mediakit:product", product_id)
    return _shown(request, found, proof=form)


@requires(KEEP)
@require_POST
def check(request: StaffRequest, product_id: uuid.UUID) -> HttpResponse:
    """Have the file of a product that was made elsewhere looked at."""
    found, form = _product_or_404(product_id), LookForm(request.POST, request.FILES, auto_id="id_look_%s")
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            looked = (
                seeing.look(file.read(), name=file.name)
                if file
                else seeing.look_at_page(form.cleaned_data["path"])
            )
            actions.check(by=request.worker, looked=looked, product=found)
        except FileRefused as refused:
            form.add_error("file" if file else "path", str(refused.reason))
        else:
            return redirect("mediakit:product", product_id)
    return _shown(request, found, file=form)


@requires(KEEP)
@require_POST
def end(request: StaffRequest, product_id: uuid.UUID) -> HttpResponse:
    """Say that it is no longer shown."""
    actions.end(by=request.worker, product=_product_or_404(product_id))
    undo = reverse("mediakit:restore", args=[product_id])
    notices.offer_undo(request, _("It is no longer shown."), url=undo)
    return redirect("mediakit:products")


@requires(KEEP)
@require_POST
def restore(request: StaffRequest, product_id: uuid.UUID) -> HttpResponse:
    """Undo that."""
    actions.restore(by=request.worker, product=_product_or_404(product_id))
    return redirect("mediakit:product", product_id)


@requires(KEEP, FOLLOW)
@require_safe
def picture(request: StaffRequest, product_id: uuid.UUID) -> HttpResponseBase:
    """How a product looks."""
    found = _product_or_404(product_id)
    if not found.content_type.startswith("image/"):
        raise Http404
    return sent(request, found.digest, found.content_type, "product", download=False)


@requires(KEEP, FOLLOW)
@require_safe
def take(request: StaffRequest, product_id: uuid.UUID, form: str) -> HttpResponse:
    """A product as PDF, SVG or PNG, drawn anew from what was typed."""
    found = _product_or_404(product_id)
    if form not in drawing.CONTENT_TYPES or not found.is_made_here:
        raise Http404
    drawn = drawing.draw(actions.design_of(found), form)
    name = f"lgnet-{found.kind}-{found.partner.code}-{found.language}.{form}"
    headers = {**SAFE, "Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(drawn.content, content_type=drawn.content_type, headers=headers)


@requires(KEEP, FOLLOW)
@require_safe
def proof(request: StaffRequest, proof_id: uuid.UUID) -> HttpResponseBase:
    """A photo, opened for who may see it."""
    found = get_object_or_404(Proof, pk=proof_id)
    try:
        content = attachments.read(
            found.stored_as, key_id=found.key_id, wrapped=bytes(found.wrapped), subject=found.pk
        )
    except CannotOpen:
        raise Http404 from None
    return FileResponse(BytesIO(content), filename=found.name, content_type=found.content_type, headers=SAFE)
