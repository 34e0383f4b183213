# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What machines read: site maps, feeds, the rules for robots, open data of the operations."""

import csv
import datetime as dt
from io import StringIO

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.feedgenerator import Rss201rev2Feed
from django.views.decorators.http import require_safe

from lgnet.core.authz import visitors
from lgnet.core.clock import now
from lgnet.ui.public import LANGUAGES, public_page
from lgnet.website import queries, sitemaps

OPEN = {"Access-Control-Allow-Origin": "*"}
SECURITY_VALID = dt.timedelta(days=180)
COLUMNS = (
    "edition", "fund", "project_code", "from", "to", "organisation", "organisation_code", "role", "region",
)  # fmt: skip


@public_page
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """One site map for each language."""
    context = {"site": settings.SITE_ADDRESS, "codes": list(LANGUAGES)}
    return render(request, "website/sitemaps.xml", context, content_type="application/xml")


@public_page
def sitemap(request: HttpRequest, lang: str) -> HttpResponse:
    """The pages of a language, each with its versions in the others."""
    context = {"site": settings.SITE_ADDRESS, "entries": sitemaps.entries(LANGUAGES[lang])}
    return render(request, "website/sitemap.xml", context, content_type="application/xml")


@public_page
def feed(request: HttpRequest, lang: str) -> HttpResponse:
    """The news of a language as RSS."""
    language = LANGUAGES[lang]
    out = Rss201rev2Feed(
        title=f"LGNET · {language.name}",
        link=settings.SITE_ADDRESS + reverse("website:news", args=[lang]),
        description="LGNET",
        language=language.tag.lower(),
        feed_url=settings.SITE_ADDRESS + request.path_info,
    )
    for row in queries.news(language)[:20]:
        url = settings.SITE_ADDRESS + row.url_path
        out.add_item(row.title, url, row.summary, pubdate=row.first_published_at, unique_id=url)
    return HttpResponse(out.writeString("utf-8"), content_type="application/rss+xml; charset=utf-8")


@public_page
def feeds(request: HttpRequest) -> HttpResponse:
    """All feeds and calendars of the site as OPML 2.0, which feed readers take in at once."""
    context = {"site": settings.SITE_ADDRESS, "languages": list(LANGUAGES.values())}
    return render(request, "website/feeds.opml", context, content_type="text/x-opml; charset=utf-8")


@visitors
@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """For what asks for it without reading the page, which names the same mark."""
    return HttpResponseRedirect(static("ui/mark.svg"))


@public_page
def robots(request: HttpRequest) -> HttpResponse:
    """Public pages may be found, the others not."""
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in ("/accounts/", "/site-admin/", "/demo/", "/api/", "/i18n/")),
        "Allow: /",
        f"Sitemap: {settings.SITE_ADDRESS}{reverse('website:sitemaps')}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@public_page
def security(request: HttpRequest) -> HttpResponse:
    """Whom to tell of a weakness (RFC 9116)."""
    expires = (now() + SECURITY_VALID).replace(hour=0, minute=0, second=0, microsecond=0).astimezone(dt.UTC)
    lines = [
        f"Contact: mailto:{settings.SECURITY_CONTACT}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: it, en",
        f"Canonical: {settings.SITE_ADDRESS}{reverse('website:security')}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@public_page
def operations(request: HttpRequest, form: str) -> HttpResponse:
    """The list of operations (Reg. (EU) 2021/1060, art. 49) as CSV or JSON, licence CC BY 4.0."""
    rows = [
        (
            row.edition.name, row.edition.fund, row.edition.code, row.edition.starts_on.isoformat(),
            row.edition.ends_on.isoformat(), row.organisation.name, row.organisation.code, row.role,
            row.organisation.region,
        )
        for row in queries.operations()
    ]  # fmt: skip
    if form == "json":
        data = {
            "licence": "https://creativecommons.org/licenses/by/4.0/",
            "operations": [dict(zip(COLUMNS, row, strict=True)) for row in rows],
        }
        return JsonResponse(data, headers=OPEN, json_dumps_params={"ensure_ascii": False})
    if form != "csv":
        raise Http404
    out = StringIO()
    csv.writer(out).writerows([COLUMNS, *rows])
    headers = OPEN | {"Content-Disposition": 'inline; filename="lgnet-operations.csv"'}
    return HttpResponse(out.getvalue(), content_type="text/csv; charset=utf-8", headers=headers)


@public_page
def logo(request: HttpRequest) -> HttpResponse:
    """The mark of the network at an address that stays."""
    return HttpResponseRedirect(static("ui/mark.svg"))
