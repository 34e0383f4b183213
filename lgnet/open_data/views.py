# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Open data: public pages and files, the catalogue, and the releases that the direction prepares."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST, require_safe

from lgnet.core.authz import Refused, public, requires
from lgnet.directory.queries import last_change
from lgnet.interop import rdf
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.open_data import actions, files, pages, queries
from lgnet.open_data.catalogue import catalogue
from lgnet.open_data.figures import DATASETS
from lgnet.open_data.forms import ReleaseForm
from lgnet.open_data.models import Release, ReleasedTable
from lgnet.ui.rendering import render_page

A_QUARTER, AN_HOUR, A_DAY = 900, 3600, 86_400


def _cached(request: HttpRequest, response: HttpResponse, seconds: int) -> HttpResponse:
    """For visitors anybody may keep it for a while; a signed-in worker's page is kept by nobody."""
    if getattr(request, "worker", None) is None:
        patch_cache_control(response, public=True, max_age=seconds)
    return response


def _open(request: HttpRequest, content: bytes, kind: str, seconds: int) -> HttpResponse:
    """A file that any site may read."""
    response = HttpResponse(content, content_type=f"{kind}; charset=utf-8")
    response.headers["Access-Control-Allow-Origin"] = "*"
    return _cached(request, response, seconds)


@public
@require_GET
def list_(request: StaffRequest) -> HttpResponse:
    """What is published."""
    response = render_page(request, "open_data/list.html", pages.list_page(request.worker))
    patch_vary_headers(response, ["Cookie", "Accept-Language"])
    return _cached(request, response, A_QUARTER)


@public
@require_GET
def dataset(request: HttpRequest, slug: str, code: str = "") -> HttpResponse:
    """A dataset in the latest release, or in the one that the address names."""
    versions = queries.tables_of_dataset(slug)
    response = render_page(
        request, "open_data/dataset.html", pages.dataset_page(_version(versions, code), versions)
    )
    patch_vary_headers(response, ["Cookie", "Accept-Language"])
    return _cached(request, response, A_QUARTER)


def _version(versions: list[ReleasedTable], code: str) -> ReleasedTable:
    found = next((one for one in versions if code in ("", one.release.code)), None)
    if found is None or found.dataset not in DATASETS:
        raise Http404
    return found


@public
@require_GET
def file(request: HttpRequest, slug: str, code: str, name: str) -> HttpResponse:
    """A file of a dataset; it never changes once it is published."""
    table = _version(queries.tables_of_dataset(slug), code)
    if name == files.CSV:
        content, kind = files.figures_csv(queries.cells_of(table), queries.partner_names()), "text/csv"
    elif name == "datapackage.json":
        content, kind = files.data_package(table), "application/json"
    elif name == f"{files.CSV}-metadata.json":
        content, kind = files.csvw_metadata(table), "application/csvm+json"
    else:
        raise Http404
    return _open(request, content, kind, A_DAY)


@public
@require_GET
def turtle(request: HttpRequest) -> HttpResponse:
    """The catalogue as Turtle."""
    content = rdf.as_turtle(catalogue(queries.every_published_table(), services_at=last_change()))
    return _open(request, content, "text/turtle", AN_HOUR)


@public
@require_GET
def json_ld(request: HttpRequest) -> HttpResponse:
    """The catalogue as JSON-LD."""
    content = rdf.as_json_ld(catalogue(queries.every_published_table(), services_at=last_change()))
    return _open(request, content, "application/ld+json", AN_HOUR)


@requires(Permission.FIGURES_NATION)
@require_http_methods(["GET", "HEAD", "POST"])
def releases(request: StaffRequest) -> HttpResponse:
    """The releases so far, and the form of a new one."""
    form = ReleaseForm(queries.snapshots_to_release(), request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = {"note": form.cleaned_data["note"], "release_id": form.cleaned_data["new_id"]}
        made = actions.prepare(by=request.worker, snapshot=form.chosen(), **given)
        actions.compute_later(by=request.worker, release=made)
        return redirect("open_data:release", made.pk)
    page = pages.releases_page(request.worker, form)
    return render_page(request, "open_data/releases.html", page, status=422 if form.is_bound else 200)


@requires(Permission.FIGURES_NATION)
@require_safe
def release(request: StaffRequest, release_id: uuid.UUID) -> HttpResponse:
    """A release as the direction looks at it, with what is withheld and why."""
    page = pages.release_page(request.worker, _release(release_id))
    return render_page(request, "open_data/release.html#state", page)


@requires(Permission.OPEN_DATA_RELEASE)
@require_POST
def publish(request: StaffRequest, release_id: uuid.UUID) -> HttpResponse:
    """Let it out."""
    try:
        actions.publish(by=request.worker, release=_release(release_id))
    except Refused as refused:
        messages.error(request, str(refused.reason))
        return redirect("open_data:release", release_id)
    messages.success(request, _("Published: everybody can read these figures now."))
    return redirect("open_data:list")


@requires(Permission.OPEN_DATA_RELEASE)
@require_POST
def discard(request: StaffRequest, release_id: uuid.UUID) -> HttpResponse:
    """Throw it away."""
    actions.discard(by=request.worker, release=_release(release_id))
    messages.success(request, _("The release was thrown away: nobody outside has seen it."))
    return redirect("open_data:releases")


def _release(release_id: uuid.UUID) -> Release:
    rows = Release.objects.select_related("snapshot__edition", "prepared_by", "published_by")
    return get_object_or_404(rows, pk=release_id)
