# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The public pages, in the language of their address."""

import uuid

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lgnet.core.authz import visitors
from lgnet.network import editions
from lgnet.ui.public import LANGUAGES, WRITTEN_IN, in_language, public_page, to_preferred
from lgnet.website import pages, queries

HIGHEST_PAGE = 500


@public_page
def home(request: HttpRequest, lang: str) -> HttpResponse:
    """The first page of a language."""
    return render(request, "website/public/home.html", {"page": pages.home_page(LANGUAGES[lang])})


@public_page
def network(request: HttpRequest, lang: str) -> HttpResponse:
    """The network on its map."""
    return render(request, "website/public/network.html", {"page": pages.network_page(LANGUAGES[lang])})


@public_page
def partners(request: HttpRequest, lang: str) -> HttpResponse:
    """Who the network is: its bodies with their logos."""
    return render(request, "website/public/partners.html", {"page": pages.partners_page(LANGUAGES[lang])})


@public_page
def partner(request: HttpRequest, lang: str, code: str) -> HttpResponse:
    """One partner of the present edition."""
    found = editions.local_partnership(code)
    if found is None:
        raise Http404
    return render(
        request, "website/public/partner.html", {"page": pages.partner_page(LANGUAGES[lang], found)}
    )


@public_page
def news(request: HttpRequest, lang: str, number: int = 1) -> HttpResponse:
    """The news of a language, twelve a page."""
    if not 1 <= number <= HIGHEST_PAGE:
        raise Http404
    page = pages.news_page(LANGUAGES[lang], number)
    if number > 1 and not page.news:
        raise Http404
    return render(request, "website/public/news.html", {"page": page})


@public_page
def practices(request: HttpRequest, lang: str) -> HttpResponse:
    """Practices that their partners show to everybody, in the language they are written in."""
    if lang not in WRITTEN_IN["website:practices"]:
        raise Http404
    versions = {
        code: in_language(request.path_info, LANGUAGES[code]) for code in WRITTEN_IN["website:practices"]
    }
    page = pages.practices_page(LANGUAGES[lang])
    return render(request, "website/public/practices.html", {"page": page, "versions": versions})


@public_page
def practice(request: HttpRequest, lang: str, practice_id: uuid.UUID) -> HttpResponse:
    """One practice."""
    page = pages.practice_page(LANGUAGES[lang], practice_id)
    if page is None:
        raise Http404
    context = {"page": page, "versions": {lang: request.path_info}}
    return render(request, "website/public/practice.html", context)


@public_page
def contacts(request: HttpRequest, lang: str) -> HttpResponse:
    """Where each partner receives people."""
    return render(request, "website/public/contacts.html", {"page": pages.contacts_page(LANGUAGES[lang])})


@public_page
def transparency(request: HttpRequest, lang: str) -> HttpResponse:
    """Who takes part in which edition, as open data."""
    return render(request, "website/public/transparency.html", {"page": pages.transparency_page()})


@public_page
def numbers(request: HttpRequest, lang: str) -> HttpResponse:
    """The published numbers, and the way to the data."""
    return render(request, "website/public/numbers.html", {"page": pages.numbers_page()})


@public_page
def widgets(request: HttpRequest, lang: str) -> HttpResponse:
    """What others may show inside of their pages: the numbers here, the van by its city."""
    return render(request, "website/public/widgets.html", {"page": pages.widgets_page(LANGUAGES[lang])})


@public_page
def van_widget(request: HttpRequest, lang: str, slug: str) -> HttpResponse:
    """The van of one city, to copy into a page."""
    page = pages.van_widget_page(LANGUAGES[lang], slug)
    if page is None:
        raise Http404
    return render(request, "website/public/widgets.html", {"page": page})


@public_page
def written(request: HttpRequest, lang: str, path: str) -> HttpResponse:
    """A page that people wrote; else where its address leads now, else nothing."""
    page = queries.page_at(request.path_info)
    if page is None:
        leads_to = queries.redirect_from(request.path_info)
        if leads_to:
            return HttpResponsePermanentRedirect(leads_to)
        raise Http404
    context = {"page": page, "versions": queries.versions_of(page), "below": queries.children(page)}
    if page.kind == page.Kind.NEWS:
        return render(request, "website/public/article.html", context | {"data": pages.news_data(page)})
    return render(request, "website/public/text.html", context)


def to_home(request: HttpRequest) -> HttpResponse:
    """From the root to the first page in the language that the browser asks for."""
    return to_preferred(request, "")


@visitors
@require_safe
def to_help(request: HttpRequest) -> HttpResponse:
    """The address that is said aloud and stands on paper, to find help in the language that the browser asks for."""
    return to_preferred(request, "help/")
