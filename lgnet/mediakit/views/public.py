# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The media kit for everybody. Others link to its pages; its pictures are not shown inside their pages (hotlinking).

Pictures answer `Cross-Origin-Resource-Policy: same-site`, so a browser shows them on our pages only; downloads come as
attachments and are for everybody.
"""

import uuid
from collections.abc import Iterator

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import translation
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from lgnet.core.authz import visitors
from lgnet.core.clock import now
from lgnet.mediakit import files, public_bundle, queries
from lgnet.mediakit.models import Product, Rendition, Version
from lgnet.mediakit.pages.public import asset_page, kit_page
from lgnet.ui.public import ASKED_EACH_TIME, LANGUAGES, public_page, to_preferred

SAFE = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox; default-src 'none'"}
ENDINGS = {
    "application/pdf": "pdf", "image/png": "png", "image/jpeg": "jpg", "image/webp": "webp", "image/svg+xml": "svg",
}  # fmt: skip
OWN_PAGES = {"Cross-Origin-Resource-Policy": "same-site"}


@visitors
@require_safe
def door(request: HttpRequest) -> HttpResponse:
    """The lasting address, in the language that the browser asks for."""
    return to_preferred(request, "media-kit/")


@public_page
def kit(request: HttpRequest, lang: str) -> HttpResponse:
    """What may be taken."""
    return render(request, "mediakit/public/kit.html", {"page": kit_page(lang, request.GET.dict())})


@public_page
def asset(request: HttpRequest, lang: str, asset_id: uuid.UUID) -> HttpResponse:
    """One asset with its files."""
    return render(request, "mediakit/public/asset.html", {"page": asset_page(lang, asset_id)})


@visitors
@require_safe
def take(request: HttpRequest, version_id: uuid.UUID) -> HttpResponseBase:
    """The file of a version, as a download."""
    found = get_object_or_404(queries.published(), pk=version_id)
    return sent(request, found.digest, found.content_type, found.file_name, download=True)


@visitors
@require_safe
def picture(request: HttpRequest, rendition_id: uuid.UUID) -> HttpResponseBase:
    """A format made from a version: to look at on our pages, or to take."""
    rows = Rendition.objects.filter(of__state=Version.State.PUBLISHED).select_related("of")
    needed = ("label", "content_type", "digest", "of", "of__file_name", "of__version")
    found = get_object_or_404(rows.only(*needed), pk=rendition_id)
    stem, form = found.of.file_name.rpartition(".")[0], found.label.partition("-")[0]
    name = f"{stem}-v{found.of.version}-{found.label}.{form}"
    return sent(request, found.digest, found.content_type, name, download="download" in request.GET)


@visitors
@require_safe
def announcement(request: HttpRequest, product_id: uuid.UUID) -> HttpResponseBase:
    """The picture of a product that announces an event."""
    rows = Product.objects.filter(event_id__isnull=False, digest__gt="").only("digest", "content_type")
    found = get_object_or_404(rows, pk=product_id)
    return sent(request, found.digest, found.content_type, "lgnet.png", download=False)


@visitors
@require_safe
def take_offered(request: HttpRequest, product_id: uuid.UUID) -> HttpResponseBase:
    """A product that a campaign offers to everybody, as a download."""
    rows = Product.objects.filter(is_offered=True, digest__gt="")
    found = get_object_or_404(rows.only("digest", "content_type", "title", "language"), pk=product_id)
    ending = ENDINGS.get(found.content_type, "bin")
    name = f"{slugify(found.title)[:60] or 'lgnet'}-{found.language}.{ending}"
    return sent(request, found.digest, found.content_type, name, download=True)


def sent(
    request: HttpRequest, digest: str, content_type: str, name: str, *, download: bool
) -> HttpResponseBase:
    """A file of the vault; who has it already gets a 304."""
    headers = {
        **SAFE,
        "Cache-Control": ASKED_EACH_TIME,
        "ETag": f'"{digest}"',
        **({} if download else OWN_PAGES),
    }
    if f'"{digest}"' in request.headers.get("If-None-Match", ""):
        return HttpResponse(status=304, headers=headers)
    try:
        opened = files.path_of(digest).open("rb")
    except FileNotFoundError:
        raise Http404 from None
    return FileResponse(
        opened, as_attachment=download, filename=name, content_type=content_type, headers=headers
    )


@visitors
@require_safe
def zip_(request: HttpRequest) -> HttpResponseBase:
    """Everything, one kind or one asset as a zip with its manifest; sent while it is written."""
    rows = queries.published(kind=request.GET.get("kind", ""))
    wanted = request.GET.get("asset", "")
    if wanted:
        rows = rows.filter(asset=_id(wanted))
    found = public_bundle.items(list(rows[: queries.MOST_IN_A_ZIP]))
    if not found:
        raise Http404
    lang = request.GET.get("lang", "it")
    with translation.override(lang if lang in LANGUAGES else "it"):
        blocks = public_bundle.stream(found, address=request.build_absolute_uri("/media-kit/"), at=now())
        first = next(blocks)
    return StreamingHttpResponse(
        _with(first, blocks),
        content_type="application/zip",
        headers={
            **SAFE,
            "Cache-Control": "no-store",
            "Content-Disposition": 'attachment; filename="lgnet-media-kit.zip"',
        },
    )


def _with(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _id(text: str) -> uuid.UUID:
    try:
        return uuid.UUID(text)
    except ValueError:
        raise Http404 from None
