# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A partner keeps its services: the list, the words, publishing, what the public reported."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lgnet.core.authz import Refused, requires
from lgnet.directory import actions, policies, queries
from lgnet.directory.forms import ServiceForm, SettleForm, WordsForm
from lgnet.directory.models import Service, ServiceText, WrongReport
from lgnet.directory.pages.keeping import FormPage, WordsPage, list_page, service_page, texts_page
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.people.languages import language_name
from lgnet.ui import notices
from lgnet.ui.public import CONTENT_ONLY, LANGUAGES
from lgnet.ui.rendering import render_page

READ, EDIT, PUBLISH = Permission.DIRECTORY_READ, Permission.DIRECTORY_EDIT, Permission.DIRECTORY_PUBLISH


def service_or_404(service_id: uuid.UUID) -> Service:
    """A service that exists for who asks, with its parts."""
    rows = Service.objects.select_related("partner", "kind", "checked_by", "published_by")
    return get_object_or_404(queries.with_parts(rows), pk=service_id)


@requires(READ)
@require_safe
def list_(request: StaffRequest) -> HttpResponse:
    """What waits, and the services."""
    return render_page(request, "directory/list.html", list_page(request.worker, request.GET.dict()))


@requires(READ)
@require_safe
def texts(request: StaffRequest) -> HttpResponse:
    """How far the words of the help pages can be trusted, in each language."""
    return render_page(request, "directory/texts.html", texts_page(request.GET.get("language", "")))


@requires(READ)
@require_safe
def service(request: StaffRequest, service_id: uuid.UUID) -> HttpResponse:
    """One service."""
    page = service_page(request.worker, service_or_404(service_id))
    return render_page(request, "directory/service.html", page)


@requires(EDIT)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    """Begin a service."""
    form = ServiceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.write(
                by=request.worker, draft=form.draft(), service_id=form.cleaned_data["new_id"]
            )
        except Refused as refused:
            form.add_error("name", str(refused.reason))
        else:
            messages.success(request, _("Saved. Say now where and when, then publish it."))
            return redirect("directory:service", made.pk)
    return _form(request, FormPage(form, None, _("A new service")))


@requires(EDIT)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: StaffRequest, service_id: uuid.UUID) -> HttpResponse:
    """Change its words."""
    found = service_or_404(service_id)
    policies.edit(request.worker, found).enforce()
    form = ServiceForm(request.POST or None, service=found)
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit(by=request.worker, service=found, draft=form.draft())
        except Refused as refused:
            form.add_error("name", str(refused.reason))
        else:
            messages.success(request, _("Saved."))
            return redirect("directory:service", service_id)
    return _form(request, FormPage(form, found, _("Change the service")))


def _form(request: StaffRequest, page: FormPage) -> HttpResponse:
    status = 422 if page.form.is_bound else 200
    return render_page(request, "directory/form.html", page, status=status)


@requires(EDIT)
@require_http_methods(["GET", "HEAD", "POST"])
def words(request: StaffRequest, service_id: uuid.UUID, language: str) -> HttpResponse:
    """Its words in another language."""
    found = service_or_404(service_id)
    policies.edit(request.worker, found).enforce()
    if language == "it" or language not in {*LANGUAGES, *CONTENT_ONLY}:
        raise Http404
    text: ServiceText | None = next((one for one in found.texts.all() if one.language == language), None)
    form = WordsForm(request.POST or None, text=text)
    if request.method == "POST" and form.is_valid():
        actions.translate(by=request.worker, service=found, language=language, words=form.words())
        messages.success(request, _("Saved."))
        return redirect("directory:service", service_id)
    is_old = bool(text and text.written_at < found.words_at)
    page = WordsPage(form, found, language, language_name(language), is_old)
    return render_page(request, "directory/words.html", page, status=422 if form.is_bound else 200)


@requires(PUBLISH)
@require_POST
def publish(request: StaffRequest, service_id: uuid.UUID) -> HttpResponse:
    """Show it to everybody."""
    actions.publish(by=request.worker, service=service_or_404(service_id))
    undo = reverse("directory:take_off", args=[service_id])
    notices.offer_undo(request, _("It is published: everybody reads it now."), url=undo)
    return redirect("directory:service", service_id)


@requires(PUBLISH)
@require_POST
def take_off(request: StaffRequest, service_id: uuid.UUID) -> HttpResponse:
    """Take it off the public pages."""
    actions.take_off(by=request.worker, service=service_or_404(service_id))
    undo = reverse("directory:publish", args=[service_id])
    notices.offer_undo(request, _("It is no longer on the public pages."), url=undo)
    return redirect("directory:service", service_id)


@requires(EDIT)
@require_POST
def confirm(request: StaffRequest, service_id: uuid.UUID) -> HttpResponse:
    """It is still right."""
    actions.confirm(by=request.worker, service=service_or_404(service_id))
    messages.success(request, _("Thank you: people read that it was checked today."))
    return redirect("directory:list" if request.GET.get("back") else "directory:service", *(
        [] if request.GET.get("back") else [service_id]
    ))  # fmt: skip


@requires(PUBLISH)
@require_POST
def throw_away(request: StaffRequest, service_id: uuid.UUID) -> HttpResponse:
    """Forget a service."""
    actions.throw_away(by=request.worker, service=service_or_404(service_id))
    messages.success(request, _("The service was thrown away."))
    return redirect("directory:list")


@requires(EDIT)
@require_POST
def settle(request: StaffRequest, report_id: uuid.UUID) -> HttpResponse:
    """Say what came of a report."""
    report, form = get_object_or_404(WrongReport, pk=report_id), SettleForm(request.POST)
    if form.is_valid():
        actions.settle(by=request.worker, report=report, outcome=form.cleaned_data["outcome"])
        undo = reverse("directory:reopen", args=[report_id])
        notices.offer_undo(request, _("Done: the report is settled."), url=undo)
    else:
        messages.error(request, _("Choose what came of it."))
    return redirect("directory:service", report.service_id)


@requires(EDIT)
@require_POST
def reopen(request: StaffRequest, report_id: uuid.UUID) -> HttpResponse:
    """Let a report wait again."""
    report = actions.reopen(by=request.worker, report=get_object_or_404(WrongReport, pk=report_id))
    messages.success(request, _("The report waits again."))
    return redirect("directory:service", report.service_id)
