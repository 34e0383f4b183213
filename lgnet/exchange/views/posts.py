# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A post: mend, delete, bring back, what it was; report, hide, show again."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lgnet.core.authz import requires
from lgnet.exchange import actions, policies
from lgnet.exchange.forms.writing import EditForm, HideForm, ReportForm
from lgnet.exchange.models import Post, PostReport
from lgnet.exchange.pages.people import moderation_page
from lgnet.exchange.pages.thread import EditPage, VersionsPage, WhyPage, address_of
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.people.guard import Warned
from lgnet.ui import notices
from lgnet.ui.rendering import render_page

PART = Permission.EXCHANGE_PART
ASKED = ["GET", "HEAD", "POST"]


def post_or_404(post_id: uuid.UUID) -> Post:
    """A post that exists for who asks."""
    rows = Post.objects.select_related("author", "organisation", "thread__group", "thread__theme")
    return get_object_or_404(rows, pk=post_id)


@requires(PART)
@require_http_methods(ASKED)
def edit(request: StaffRequest, post_id: uuid.UUID) -> HttpResponse:
    """Mend one's own words."""
    post = post_or_404(post_id)
    policies.edit(request.worker, post).enforce()
    form = EditForm(request.POST or None, post=post)
    if request.method == "POST" and form.is_valid():
        given = {name: form.cleaned_data.get(name) for name in ("text", "language", "title", "theme")}
        try:
            actions.edit(
                by=request.worker, post=post, text=str(given["text"]), language=str(given["language"]),
                title=given["title"] or "", theme=given["theme"], reason=form.reason(),
            )  # fmt: skip
        except Warned as warned:
            form.warn(warned)
        else:
            return redirect(address_of(post))
    page = EditPage(post, form, address_of(post))
    return render_page(request, "exchange/edit.html", page, status=422 if form.is_bound else 200)


@requires(PART)
@require_POST
def delete(request: StaffRequest, post_id: uuid.UUID) -> HttpResponse:
    """Take away one's own words."""
    post = actions.take_away(by=request.worker, post=post_or_404(post_id))
    undo = reverse("exchange:undelete", args=[post_id])
    notices.offer_undo(request, _("Your post is deleted: others do not read it any more."), url=undo)
    return redirect(address_of(post))


@requires(PART)
@require_POST
def undelete(request: StaffRequest, post_id: uuid.UUID) -> HttpResponse:
    """Bring back what one deleted."""
    post = actions.undelete(by=request.worker, post=post_or_404(post_id))
    messages.success(request, _("Your post is back."))
    return redirect(address_of(post))


@requires(PART)
@require_safe
def versions(request: StaffRequest, post_id: uuid.UUID) -> HttpResponse:
    """What a post said before."""
    post = post_or_404(post_id)
    policies.see_versions(request.worker, post).enforce()
    found = list(post.versions.order_by("-replaced_at", "-id"))
    return render_page(request, "exchange/versions.html", VersionsPage(post, found, address_of(post)))


@requires(PART)
@require_http_methods(ASKED)
def report(request: StaffRequest, post_id: uuid.UUID) -> HttpResponse:
    """Tell who moderates."""
    post, form = post_or_404(post_id), ReportForm(request.POST or None)
    policies.report(request.worker, post).enforce()
    if request.method == "POST" and form.is_valid():
        actions.report(by=request.worker, post=post, reason=form.cleaned_data["reason"])
        messages.success(request, _("Thank you: who moderates looks at it."))
        return redirect(address_of(post))
    page = WhyPage(post, form, is_report=True, back=address_of(post))
    return render_page(request, "exchange/why.html", page, status=422 if form.is_bound else 200)


@requires(PART)
@require_http_methods(ASKED)
def hide(request: StaffRequest, post_id: uuid.UUID) -> HttpResponse:
    """Hide a post with a reason."""
    post, form = post_or_404(post_id), HideForm(request.POST or None)
    policies.hide(request.worker, post).enforce()
    if request.method == "POST" and form.is_valid():
        actions.hide(by=request.worker, post=post, reason=form.cleaned_data["reason"])
        undo = reverse("exchange:show_again", args=[post_id])
        notices.offer_undo(request, _("The post is hidden: its author is told why."), url=undo)
        return redirect(address_of(post))
    page = WhyPage(post, form, is_report=False, back=address_of(post))
    return render_page(request, "exchange/why.html", page, status=422 if form.is_bound else 200)


@requires(PART)
@require_POST
def show_again(request: StaffRequest, post_id: uuid.UUID) -> HttpResponse:
    """Undo the hiding."""
    post = actions.show_again(by=request.worker, post=post_or_404(post_id))
    messages.success(request, _("Everybody reads the post again."))
    return redirect(address_of(post))


@requires(PART)
@require_POST
def keep(request: StaffRequest, report_id: uuid.UUID) -> HttpResponse:
    """Say that a reported post stays."""
    actions.keep(by=request.worker, found=get_object_or_404(PostReport, pk=report_id))
    messages.success(request, _("The post stays as it is."))
    return redirect("exchange:moderation")


@requires(PART)
@require_safe
def moderation(request: StaffRequest) -> HttpResponse:
    """What waits for a decision: the network's for the direction, a group's for its coordinator."""
    return render_page(request, "exchange/moderation.html", moderation_page())
