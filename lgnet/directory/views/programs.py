# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""For programs: HSDS 3.0 at lasting addresses, linked data, and a page that explains both to people."""

import datetime as dt
import uuid
from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import http_date
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from lgnet.catalogue.queries import all_types
from lgnet.core.authz import visitors
from lgnet.core.public_forms import HOUR, count
from lgnet.directory import cities, cpsv, hsds, queries
from lgnet.directory.cities import City
from lgnet.directory.models import Service
from lgnet.directory.openapi import VERSION, openapi
from lgnet.directory.pages.programs import WrongQuestion, as_ndjson, asked_of, page_of
from lgnet.interop import rdf
from lgnet.network import editions
from lgnet.ui.public import kept_by_anybody, public_page

PER_HOUR, EVERYBODY = 1_200, 60_000  # questions of one address, and of all of them
KEPT = 300  # seconds that a cache may keep an answer
OPEN = {"Access-Control-Allow-Origin": "*", "X-Content-Type-Options": "nosniff"}
P = ParamSpec("P")
T = TypeVar("T")


def for_programs(
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """An answer that any site may read and any cache may keep for minutes; asked too often, it says when again."""

    @wraps(view)
    def answer(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.method == "OPTIONS":
            methods = {
                "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
                "Access-Control-Max-Age": "86400",
            }
            return _open(HttpResponse(status=204, headers=methods))
        own, everybody = count("directory.programs", str(get_adapter(request).get_client_ip(request)))
        if own > PER_HOUR or everybody > EVERYBODY:
            return _problem(429, "Too many questions: come back in an hour.", {"Retry-After": str(HOUR)})
        try:
            found = view(request, *args, **kwargs)
        except WrongQuestion as wrong:
            return _problem(400, f"{wrong}.")
        except Http404:
            return _problem(404, "There is nothing with this address, or it is no longer published.")
        found.headers["Cache-Control"] = f"public, max-age={KEPT}"
        return _open(kept_by_anybody(request, found))

    return visitors(csrf_exempt(require_http_methods(["GET", "HEAD", "OPTIONS"])(answer)))


def _open(response: HttpResponse) -> HttpResponse:
    for name, value in OPEN.items():
        response.headers[name] = value
    return response


def _problem(status: int, detail: str, headers: dict[str, str] | None = None) -> HttpResponse:
    """RFC 9457."""
    titles = {400: "Bad Request", 404: "Not Found", 429: "Too Many Requests"}
    problem = {"type": "about:blank", "title": titles[status], "status": status, "detail": detail}
    return _open(
        JsonResponse(problem, status=status, content_type="application/problem+json", headers=headers)
    )


def _json(value: Any, *, changed: dt.datetime | None = None) -> HttpResponse:
    response = JsonResponse(value, safe=False, json_dumps_params={"ensure_ascii": False})
    if changed is not None:
        response.headers["Last-Modified"] = http_date(changed.timestamp())
    return response


def _list(
    request: HttpRequest, rows: Sequence[T], write: Callable[[T], Any], *, changed: dt.datetime | None = None
) -> HttpResponse:
    asked = asked_of(request.GET.dict())
    if asked.is_ndjson:
        return HttpResponse(as_ndjson(write(row) for row in rows), content_type="application/x-ndjson")
    return _json(page_of(rows, asked, write), changed=changed)


def _by_partner() -> dict[uuid.UUID, City]:
    return {city.partner.pk: city for city in cities.cities()}


def _chosen(request: HttpRequest) -> list[Service]:
    """The services that the parameters of a list ask for, in the order of their names."""
    asked = asked_of(request.GET.dict())
    rows = queries.published()
    if asked.organization:
        rows = rows.filter(partner=uuid.UUID(asked.organization))
    if asked.modified_after:
        rows = rows.filter(changed_at__gte=asked.modified_after)
    if asked.search:
        rows = rows.filter(queries.said(asked.search))
    if asked.taxonomy and asked.taxonomy != str(hsds.TAXONOMY_ID):
        return []
    found = list(rows)
    return [one for one in found if not asked.term or hsds.term_id(one.kind_id) == asked.term]


def _wheres(services: Iterable[Service], known: dict[uuid.UUID, City]) -> list[hsds.Where]:
    return [where for one in services for where in hsds.wheres(one, _city(one, known).name)]


def _city(service: Service, known: dict[uuid.UUID, City]) -> City:
    return known.get(service.partner_id) or City("", service.partner.short_name, service.partner)


def _latest(services: Iterable[Service]) -> dt.datetime | None:
    return max((one.changed_at for one in services), default=None)


@for_programs
def about(request: HttpRequest) -> HttpResponse:
    """What this API is."""
    profile = "https://docs.openreferral.org/en/3.0/hsds/"
    described = f"{settings.SITE_ADDRESS}{reverse('directory:hsds_openapi')}"
    return _json({"version": VERSION, "profile": profile, "openapi_url": described})


@for_programs
def described(request: HttpRequest) -> HttpResponse:
    """Its description (OpenAPI 3.1)."""
    return _json(openapi())


@for_programs
def services(request: HttpRequest) -> HttpResponse:
    """A list of services."""
    asked, known, found = asked_of(request.GET.dict()), _by_partner(), _chosen(request)

    def write(one: Service) -> dict[str, Any]:
        if asked.is_minimal:
            modified = one.changed_at.isoformat(timespec="milliseconds")
            return {"id": str(one.pk), "name": one.name, "status": "active", "last_modified": modified}
        city = _city(one, known)
        if asked.is_full:
            return hsds.service(one, list(hsds.wheres(one, city.name)), slug=city.slug)
        return hsds.service_listed(one, city.name, city.slug)

    return _list(request, found, write, changed=_latest(found))


@for_programs
def service(request: HttpRequest, service_id: uuid.UUID) -> HttpResponse:
    """Everything of a service."""
    found = queries.published().filter(pk=service_id).first()
    if found is None:
        raise Http404
    city = _city(found, _by_partner())
    value = hsds.service(found, list(hsds.wheres(found, city.name)), slug=city.slug)
    return _json(value, changed=found.changed_at)


@for_programs
def organizations(request: HttpRequest) -> HttpResponse:
    """The partners of the network."""
    asked, bodies = asked_of(request.GET.dict()), list(editions.local_partners())
    if asked.search:
        bodies = [one for one in bodies if asked.search.casefold() in one.name.casefold()]
    own: dict[uuid.UUID, list[Service]] = {}
    if asked.is_full:
        for one in queries.published():
            own.setdefault(one.partner_id, []).append(one)
        return _list(request, bodies, lambda body: hsds.organization(body, own.get(body.pk, []), full=True))
    return _list(request, bodies, hsds.organization_listed)


@for_programs
def organization(request: HttpRequest, organization_id: uuid.UUID) -> HttpResponse:
    """A partner with its services."""
    body = next((one for one in editions.local_partners() if one.pk == organization_id), None)
    if body is None:
        raise Http404
    is_full = request.GET.get("full_service", "").lower() in ("true", "1")
    own = queries.of_partner(body.pk)
    return _json(hsds.organization(body, own, full=is_full), changed=_latest(own))


@for_programs
def places(request: HttpRequest) -> HttpResponse:
    """Services in places: desks, and stops of the mobile units."""
    asked, found = asked_of(request.GET.dict()), _chosen(request)
    postcode = request.GET.get("postcode", "")
    rows = [one for one in _wheres(found, _by_partner()) if not postcode or one.postcode == postcode]
    write = hsds.at_location if asked.is_full else hsds.at_location_listed
    return _list(request, rows, write, changed=_latest(found))


@for_programs
def place(request: HttpRequest, place_id: uuid.UUID) -> HttpResponse:
    """A service in a place."""
    owner = queries.published().filter(queries.given_at(place_id)).first()
    known = _by_partner()
    found = next((one for one in _wheres([owner] if owner else [], known) if one.id == place_id), None)
    if found is None:
        raise Http404
    return _json(hsds.at_location(found, _city(found.service, known).slug), changed=found.service.changed_at)


@for_programs
def taxonomies(request: HttpRequest) -> HttpResponse:
    """The taxonomies: there is one."""
    return _list(request, [hsds.taxonomy()], lambda one: one)


@for_programs
def taxonomy(request: HttpRequest, taxonomy_id: uuid.UUID) -> HttpResponse:
    """The taxonomy."""
    if taxonomy_id != hsds.TAXONOMY_ID:
        raise Http404
    return _json(hsds.taxonomy())


@for_programs
def terms(request: HttpRequest) -> HttpResponse:
    """The types of the catalogue; none has a parent."""
    asked, rows = asked_of(request.GET.dict()), list(all_types().values())
    if asked.taxonomy not in ("", str(hsds.TAXONOMY_ID)) or request.GET.get("parent_id"):
        rows = []
    if asked.search:
        rows = [one for one in rows if asked.search.casefold() in f"{one.label_it} {one.label_en}".casefold()]
    return _list(request, rows, hsds.term)


@for_programs
def term(request: HttpRequest, term_id: uuid.UUID) -> HttpResponse:
    """A type of the catalogue."""
    found = next((one for one in all_types().values() if hsds.term_id(one.code) == str(term_id)), None)
    if found is None:
        raise Http404
    return _json(hsds.term(found))


@for_programs
def nothing(request: HttpRequest, rest: str) -> HttpResponse:
    """An address that this API does not have: programs are told in the form of its other faults."""
    raise Http404(rest)


def _nodes() -> list[rdf.Node]:
    return cpsv.catalogue(cities.cities(), queries.published())


@for_programs
def turtle(request: HttpRequest) -> HttpResponse:
    """The services as Turtle."""
    return HttpResponse(rdf.as_turtle(_nodes()), content_type="text/turtle; charset=utf-8")


@for_programs
def json_ld(request: HttpRequest) -> HttpResponse:
    """The services as JSON-LD."""
    return HttpResponse(rdf.as_json_ld(_nodes()), content_type="application/ld+json; charset=utf-8")


@public_page
def explained(request: HttpRequest, lang: str) -> HttpResponse:
    """What there is for programs, in words: in Italian and in English, as programmers read it."""
    if lang not in ("it", "en"):
        raise Http404
    versions = {code: reverse("directory:programs", args=[code]) for code in ("it", "en")}
    context = {"versions": versions, "site": settings.SITE_ADDRESS}
    return render(request, f"directory/public/programs_{lang}.html", context)
