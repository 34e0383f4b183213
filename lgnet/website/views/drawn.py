# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is drawn of a page: its square code, its card; pictures; what others may put in their own pages."""

from pathlib import Path

import qrcode
import qrcode.image.svg
from django.conf import settings
from django.core.files.storage import storages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lgnet.core.authz import visitors
from lgnet.ui.public import ASKED_EACH_TIME, LANGUAGES, language_of, public_page, widget_page
from lgnet.website import cards, pages, queries

LONGEST = 200


@public_page
def qr(request: HttpRequest, path: str) -> HttpResponse:
    """A square code that opens a public page of this site, and of no other."""
    if language_of(f"/{path}/") is None or len(path) > LONGEST:
        raise Http404
    url = f"{settings.SITE_ADDRESS}/{path}/"
    drawn = qrcode.make(url, image_factory=qrcode.image.svg.SvgPathFillImage, border=2)
    return HttpResponse(drawn.to_string(), content_type="image/svg+xml")


@public_page
def card(request: HttpRequest, path: str) -> HttpResponse:
    """The picture that stands beside a link to a page where it is shared."""
    words = cards.words(f"/{path}/")
    if words is None:
        raise Http404
    return HttpResponse(cards.draw(words), content_type="image/png")


@widget_page
def widget(request: HttpRequest, lang: str) -> HttpResponse:
    """The numbers of the network, for the pages of others: no script, no form, nothing of who reads it."""
    language = LANGUAGES[lang]
    shown, as_of = pages.figures()
    context = {
        "language": language,
        "frame": {"language": language},  # for the sentence beside the emblem
        "page": {"figures": shown, "as_of": as_of},
        "site": settings.SITE_ADDRESS,
    }
    return render(request, "website/public/widget.html", context)


@visitors
@require_safe
def media(request: HttpRequest, name: str) -> HttpResponseBase:
    """A picture of the site, in a size made for it, while the people on it allow it."""
    place = storages["site"]
    where = f"images/{Path(name).name}"
    if not queries.is_shown(where) or not place.exists(where):
        raise Http404
    headers = {
        "Cache-Control": ASKED_EACH_TIME,
        "ETag": f'"{where}"',
        "Cross-Origin-Resource-Policy": "same-site",  # others link to the page, not into it
    }
    if headers["ETag"] in request.headers.get("If-None-Match", ""):
        return HttpResponse(status=304, headers=headers)
    return FileResponse(place.open(where), headers=headers)
