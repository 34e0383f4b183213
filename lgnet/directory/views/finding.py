# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Find help: public pages in every language, the report of what is wrong, the worker that keeps pages for later."""

import uuid
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from lgnet.core.authz import visitors
from lgnet.core.public_forms import guard
from lgnet.directory import actions, cities, queries
from lgnet.directory.cities import City
from lgnet.directory.forms.reporting import ReportForm
from lgnet.directory.models import Service
from lgnet.directory.pages.finding import city_page, help_page
from lgnet.directory.pages.reporting import report_page
from lgnet.ui.public import public_page

SHELL = ("public/public.css", "directory/help.css", "directory/help.js", "ui/mark.svg", "ui/eu-emblem.svg")


def city_or_404(slug: str) -> City:
    """A city of the network by its name in addresses."""
    found = next((city for city in cities.cities() if city.slug == slug), None)
    if found is None:
        raise Http404
    return found


@public_page
def help_(request: HttpRequest, lang: str) -> HttpResponse:
    """Choose the city; each line says where its van is tonight."""
    return render(request, "directory/public/help.html", {"page": help_page(lang)})


@public_page
def city(request: HttpRequest, lang: str, slug: str) -> HttpResponse:
    """Where the van is tonight, what is open, what to bring."""
    return render(request, "directory/public/city.html", {"page": city_page(city_or_404(slug), lang)})


@visitors
@csrf_exempt  # it acts as a visitor whoever sends it: there is no authority to misuse
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, lang: str, slug: str, service_id: uuid.UUID) -> HttpResponse:
    """Say what is wrong with a service."""
    place = city_or_404(slug)
    service = _published_or_404(place, service_id)
    form = ReportForm.of(request, language=lang)
    if form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("kind", "text")}
        actions.report_wrong(service=service, language=lang, report_id=form.sending, **given)
        return redirect("directory:thanks", lang, slug)
    page = report_page(place, lang, service, form)
    answer = render(request, "directory/public/report.html", {"page": page}, status=form.status)
    return guard(answer, form)


@public_page
def thanks(request: HttpRequest, lang: str, slug: str) -> HttpResponse:
    """It was sent."""
    page = report_page(city_or_404(slug), lang, None, None)
    return render(request, "directory/public/thanks.html", {"page": page})


def _published_or_404(place: City, service_id: uuid.UUID) -> Service:
    found = queries.published(partner=place.partner.pk).filter(pk=service_id).first()
    if found is None:
        raise Http404
    return found


@dataclass(frozen=True, slots=True)
class Shell:
    """What a page needs to be drawn without a connection."""

    files: list[str]


@visitors
@require_safe
def service_worker(request: HttpRequest) -> HttpResponse:
    """The script that keeps help pages for when there is no connection; at the root, so that it may."""
    page = Shell([static(name) for name in SHELL])
    script = render_to_string("directory/public/help-sw.js", {"page": page})
    headers = {"Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}
    return HttpResponse(script, content_type="text/javascript; charset=utf-8", headers=headers)
