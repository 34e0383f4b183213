# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The common catalogue and its changes."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lgnet.catalogue import actions as catalogue_actions
from lgnet.catalogue import policies as catalogue_policies
from lgnet.catalogue import queries as catalogue
from lgnet.catalogue.models import CatalogueChange, CatalogueVersion
from lgnet.core.authz import Refused, requires
from lgnet.directives import actions
from lgnet.directives.forms.catalogue import ChangeForm, VersionForm
from lgnet.directives.models import Directive
from lgnet.directives.pages.catalogue import NewVersionPage, catalogue_page, told, version_page
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.ui.rendering import render_page

READ = Permission.DIRECTIVE_READ


@requires(READ)
@require_safe
def current(request: StaffRequest) -> HttpResponse:
    """The codes as they hold today."""
    return render_page(request, "directives/catalogue.html", catalogue_page(request.worker))


@requires(Permission.DIRECTIVE_ISSUE)
@require_http_methods(["GET", "HEAD", "POST"])
def new_version(request: StaffRequest) -> HttpResponse:
    """Begin a change of the catalogue."""
    form = VersionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = catalogue_actions.prepare_version(by=request.worker, **form.cleaned_data)
        return redirect("directives:version", made.pk)
    page = NewVersionPage(form)
    return render_page(request, "directives/new_version.html", page, status=422 if form.is_bound else 200)


@requires(READ)
@require_safe
def version(request: StaffRequest, version_id: uuid.UUID) -> HttpResponse:
    """One change, with what it touches."""
    return _shown(request, _version(version_id))


@requires(Permission.DIRECTIVE_ISSUE)
@require_POST
def reschedule(request: StaffRequest, version_id: uuid.UUID) -> HttpResponse:
    """Another title or another day."""
    found, form = _version(version_id), VersionForm(request.POST)
    if not form.is_valid():
        return _shown(request, found, version_form=form)
    catalogue_actions.reschedule_version(by=request.worker, version=found, **form.cleaned_data)
    return redirect("directives:version", version_id)


@requires(Permission.DIRECTIVE_ISSUE)
@require_POST
def write_change(request: StaffRequest, version_id: uuid.UUID) -> HttpResponse:
    """Add a line."""
    found = _version(version_id)
    catalogue_policies.edit_version(request.worker, found).enforce()
    form = _change_form(found, request.POST)
    if form.is_valid():
        try:
            catalogue_actions.write_change(by=request.worker, version=found, change=form.change())
        except Refused as refused:
            form.add_error(None, str(refused.reason))
        else:
            return redirect("directives:version", version_id)
    return _shown(request, found, form=form)


@requires(Permission.DIRECTIVE_ISSUE)
@require_POST
def drop_change(request: StaffRequest, change_id: uuid.UUID) -> HttpResponse:
    """Take a line out."""
    found = get_object_or_404(CatalogueChange.objects.select_related("version"), pk=change_id)
    version_id = found.version_id
    catalogue_actions.drop_change(by=request.worker, change=found)
    return redirect("directives:version", version_id)


@requires(Permission.DIRECTIVE_ISSUE)
@require_POST
def push(request: StaffRequest, version_id: uuid.UUID) -> HttpResponse:
    """Push it and issue the circular that tells it."""
    found = _version(version_id)
    draft = _circular(request, found)
    try:
        made = actions.push_catalogue(by=request.worker, version=found, draft=draft)
    except Refused as refused:
        messages.error(request, str(refused.reason))
        return redirect("directives:version", version_id)
    messages.success(request, _("Pushed: circular %(code)s tells the partners.") % {"code": made.code})
    return redirect("directives:directive", made.pk)


def _circular(request: StaffRequest, found: CatalogueVersion) -> actions.Draft:
    """The circular that tells a change, in the language of the circulars."""
    with override("it"):
        page = version_page(
            request.worker, found, form=_change_form(found), version_form=VersionForm(version=found)
        )
        return actions.Draft(
            kind=Directive.Kind.ACKNOWLEDGE,
            subject=_("Common catalogue: %(title)s") % {"title": found.title},
            text=told(found, page.lines, _words()),
            due_on=found.valid_from,
        )


def _words() -> dict[str, str]:
    return {
        "intro": _("From %(day)s the common catalogue of interventions changes:"),
        "add": _("new code %(code)s: %(after)s"),
        "reword": _("%(code)s is called “%(after)s” instead of “%(before)s”"),
        "retire": _("%(code)s “%(before)s” is no longer used; in its place: %(heirs)s"),
        "end": _("%(code)s “%(before)s” is no longer used and has no successor"),
        "end_note": _(
            "What was recorded until then keeps its code and its name. From that day on forms offer the new"
            " codes by themselves; old values that arrive later are moved to their successor."
        ),
    }


def _version(version_id: uuid.UUID) -> CatalogueVersion:
    rows = CatalogueVersion.objects.select_related("prepared_by", "pushed_by")
    return get_object_or_404(rows, pk=version_id)


def _change_form(version: CatalogueVersion, data: object = None) -> ChangeForm:
    new_codes = version.changes.filter(kind=CatalogueChange.Kind.ADD)
    return ChangeForm(data, types=catalogue.all_types().values(), new_codes=new_codes)


def _shown(
    request: StaffRequest,
    found: CatalogueVersion,
    *,
    form: ChangeForm | None = None,
    version_form: VersionForm | None = None,
) -> HttpResponse:
    page = version_page(
        request.worker,
        found,
        form=form or _change_form(found),
        version_form=version_form or VersionForm(version=found),
    )
    status = 422 if form or version_form else 200
    return render_page(request, "directives/version.html", page, status=status)
