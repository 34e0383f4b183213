# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The first page, the lists behind its tiles, the person's file and the search."""

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET

from lgnet.core.authz import public, requires
from lgnet.desk.addresses import address
from lgnet.desk.navigation import menu
from lgnet.desk.pages.contribution import contribution_page, kind_named
from lgnet.desk.pages.coordination import coordination_page
from lgnet.desk.pages.day import day_page
from lgnet.desk.pages.person import person_page
from lgnet.desk.pages.publicity import publicity_page
from lgnet.desk.pages.search import search_page
from lgnet.desk.pages.street import street_page
from lgnet.desk.pages.welcome import outside_page
from lgnet.desk.pages.work import KINDS, work_page
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker
from lgnet.people.actions import see
from lgnet.people.models import Person
from lgnet.ui.rendering import render_page
from lgnet.website.views.reading import to_home as to_public_home


@public
@require_GET
def home(request: StaffRequest) -> HttpResponse:
    """The first page of whoever works here; a visitor goes to the public one."""
    if not request.user.is_authenticated:
        return to_public_home(request)
    if request.worker is None:  # everybody may open it, so there may be none
        return render_page(request, "desk/outside.html", outside_page(request.user.name))
    return _first_page(request, request.worker)


def _first_page(request: HttpRequest, worker: Worker) -> HttpResponse:
    if worker.may(Permission.TEAM_SEE):
        return render_page(request, "desk/coordination.html", coordination_page(worker))
    if worker.may(Permission.CONTACT_RECORD) and not worker.may(Permission.CASE_SEE):
        return render_page(request, "desk/street.html", street_page(worker))
    if worker.may(Permission.QUEUE_SEE):
        return render_page(request, "desk/day.html", day_page(worker))
    if worker.may(Permission.SITE_WRITE) and not worker.may(Permission.NETWORK_MANAGE):
        return render_page(request, "desk/publicity.html", publicity_page(worker))
    urls = [link.url for link in menu(worker, request.path)]
    if not urls:
        return render_page(request, "desk/outside.html", outside_page(worker.user.name))
    first = address("network:members")  # an administrator reads figures too, but works on the members
    return redirect(first if first in urls else urls[0])


@requires(Permission.QUEUE_SEE)
@require_GET
def work(request: StaffRequest, kind: str) -> HttpResponse:
    """The list behind a tile of the first page."""
    if kind not in KINDS:
        raise Http404
    return render_page(request, "desk/work.html", work_page(request.worker, kind))


@requires(Permission.QUEUE_SEE)
@require_GET
def contribution(request: StaffRequest, kind: str) -> HttpResponse:
    """Who is behind one of the numbers of one's own part."""
    known = kind_named(request.worker, kind)
    if known is None:
        raise Http404
    page = contribution_page(request.worker, known, request.GET.get("after", ""))
    return render_page(request, "desk/contribution.html", page)


@requires(Permission.PERSON_SEE)
@require_GET
def person(request: StaffRequest, person_id: uuid.UUID) -> HttpResponse:
    """A person's file. Looking at it leaves a trace."""
    rows = Person.objects.select_related("key", "registered_by")
    found = get_object_or_404(rows, pk=person_id)
    see(by=request.worker, person=found)
    return render_page(request, "desk/person.html", person_page(request.worker, found))


@requires(Permission.PERSON_SEE)
@require_GET
def search(request: StaffRequest) -> HttpResponse:
    """Everybody who resembles what was typed: the page, or while typing only the hits."""
    page = search_page(request.worker, request.GET.get("q", ""), is_more="more" in request.GET)
    return render_page(request, "desk/search.html#hits", page)
