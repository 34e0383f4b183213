# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Working groups, the directory, notices, and what one follows."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lgnet.core.authz import requires
from lgnet.exchange import actions, queries
from lgnet.exchange.forms.people import DirectoryForm, RhythmForm, SoughtForm
from lgnet.exchange.models import DirectoryEntry, Theme
from lgnet.exchange.pages.people import (
    FormPage,
    directory_page,
    following_page,
    notices_page,
    suggestions_page,
)
from lgnet.exchange.queries import Sought
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.ui import notices as undoing
from lgnet.ui.rendering import render_page

PART = Permission.EXCHANGE_PART
ASKED = ["GET", "HEAD", "POST"]


@requires(PART)
@require_safe
def notices(request: StaffRequest) -> HttpResponse:
    """What one was told."""
    return render_page(
        request, "exchange/notices.html#notices", notices_page(request.worker, request.GET.get("after", ""))
    )


@requires(PART)
@require_POST
def read_all(request: StaffRequest) -> HttpResponse:
    """Mark everything as read."""
    actions.look_at_notices(by=request.worker)
    return redirect("exchange:notices")


@requires(PART)
@require_http_methods(ASKED)
def following(request: StaffRequest) -> HttpResponse:
    """What one follows, and how often one is written to."""
    begin = {"rhythm": queries.rhythm_of(request.worker.user.pk)}
    form = RhythmForm(request.POST or None, initial=begin)
    if request.method == "POST" and form.is_valid():
        actions.choose_rhythm(by=request.worker, rhythm=form.cleaned_data["rhythm"])
        messages.success(request, _("Your choice is saved."))
        return redirect("exchange:following")
    page = following_page(request.worker, form)
    return render_page(request, "exchange/following.html", page, status=422 if form.is_bound else 200)


@requires(PART)
@require_POST
def follow_theme(request: StaffRequest, code: str) -> HttpResponse:
    """Follow a theme."""
    theme = get_object_or_404(Theme, pk=code)
    actions.follow(by=request.worker, theme=theme)
    messages.success(request, _("You follow this theme."))
    return redirect(f"{reverse('exchange:list')}?theme={theme.pk}")


@requires(PART)
@require_POST
def unfollow_theme(request: StaffRequest, code: str) -> HttpResponse:
    """Follow a theme no more."""
    theme = get_object_or_404(Theme, pk=code)
    actions.unfollow(by=request.worker, theme=theme)
    undo = reverse("exchange:follow_theme", args=[code])
    undoing.offer_undo(request, _("You follow this theme no more."), url=undo)
    return redirect(f"{reverse('exchange:list')}?theme={theme.pk}")


@requires(PART)
@require_safe
def directory(request: StaffRequest) -> HttpResponse:
    """Who may be asked about what."""
    form = SoughtForm(request.GET or None)
    given = form.cleaned_data if form.is_bound and form.is_valid() else {}
    sought = Sought(**{name: given.get(name, "") for name in ("words", "skill", "theme", "language")})
    page = directory_page(request.worker, form, sought)
    return render_page(request, "exchange/directory.html#entries", page)


@requires(PART)
@require_http_methods(ASKED)
def me(request: StaffRequest) -> HttpResponse:
    """Enter the directory, or change one's entry."""
    entry = DirectoryEntry.objects.filter(pk=request.worker.user.pk).first()
    form = DirectoryForm(request.POST or None, entry=entry)
    if request.method == "POST" and form.is_valid():
        actions.show_me(by=request.worker, **form.cleaned_data)
        messages.success(request, _("Colleagues of the network find you in the directory."))
        return redirect("exchange:directory")
    page = FormPage(form, reverse("exchange:directory"), is_new=entry is None)
    return render_page(request, "exchange/me.html", page, status=422 if form.is_bound else 200)


@requires(PART)
@require_POST
def leave_directory(request: StaffRequest) -> HttpResponse:
    """Leave the directory."""
    actions.hide_me(by=request.worker)
    messages.success(request, _("You are no longer in the directory."))
    return redirect("exchange:directory")


@requires(PART)
@require_safe
def suggestions(request: StaffRequest) -> HttpResponse:
    """Colleagues whose names begin so, as buttons."""
    return render_page(request, "exchange/suggestions.html", suggestions_page(request.GET.get("q", "")[:60]))
