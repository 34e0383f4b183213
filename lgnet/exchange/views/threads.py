# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Questions and discussions: the list, a new one, one of them with its replies, the accepted answer."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lgnet.core.authz import requires
from lgnet.exchange import actions, queries
from lgnet.exchange.forms.writing import ReplyForm, ThreadForm
from lgnet.exchange.models import Group, Post, Thread
from lgnet.exchange.pages.listing import list_page, new_page, read_id, read_wanted
from lgnet.exchange.pages.thread import address_of, thread_page
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.people.guard import Warned
from lgnet.ui import notices
from lgnet.ui.rendering import render_page

PART = Permission.EXCHANGE_PART


def thread_or_404(thread_id: uuid.UUID) -> Thread:
    """A thread that exists for who asks."""
    rows = Thread.objects.select_related("author", "organisation", "theme", "group")
    return get_object_or_404(rows, pk=thread_id)


@requires(PART)
@require_safe
def list_(request: StaffRequest) -> HttpResponse:
    """What was written last."""
    page = list_page(request.worker, read_wanted(request.GET.dict()), request.GET.get("after", ""))
    return render_page(request, "exchange/list.html#threads", page)


@requires(PART)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    """Ask a question or begin a discussion."""
    by, mine = request.worker, queries.groups_of(request.worker.user.pk)
    wanted = read_id(request.GET.get("group", ""))
    group = Group.objects.filter(pk=wanted).first() if wanted else None
    begin = {"theme": request.GET.get("theme"), "group": group} | ({"kind": "discussion"} if group else {})
    form = ThreadForm(request.POST or None, groups=mine, initial=begin)
    if request.method == "POST" and form.is_valid():
        try:
            new_id = form.cleaned_data["new_id"]
            made = actions.start(by=by, draft=form.draft(), reason=form.reason(), thread_id=new_id)
        except Warned as warned:
            form.warn(warned)
        else:
            messages.success(request, _("It is posted. You follow it: replies are told to you."))
            return redirect("exchange:thread", made.pk)
    page = new_page(by, form, group)
    return render_page(request, "exchange/new.html", page, status=422 if form.is_bound else 200)


@requires(PART)
@require_safe
def thread(request: StaffRequest, thread_id: uuid.UUID) -> HttpResponse:
    """One of them; whoever opens it has seen what they were told of it."""
    found = thread_or_404(thread_id)
    actions.look_at_thread(by=request.worker, thread=found)
    return render_page(request, "exchange/thread.html", thread_page(request.worker, found, ReplyForm()))


@requires(PART)
@require_POST
def reply(request: StaffRequest, thread_id: uuid.UUID) -> HttpResponse:
    """Answer, reply or comment."""
    found, form = thread_or_404(thread_id), ReplyForm(request.POST)
    if form.is_valid():
        given = form.cleaned_data
        under = get_object_or_404(Post, pk=given["under"], thread=found) if given["under"] else None
        try:
            made = actions.reply(
                by=request.worker, thread=found, text=given["text"], language=given["language"], under=under,
                reason=form.reason(), post_id=given["new_id"],
            )  # fmt: skip
        except Warned as warned:
            form.warn(warned)
        else:
            return redirect(address_of(made))
    return render_page(request, "exchange/thread.html", thread_page(request.worker, found, form), status=422)


@requires(PART)
@require_POST
def accept(request: StaffRequest, post_id: uuid.UUID) -> HttpResponse:
    """Say that an answer helped."""
    post = get_object_or_404(Post.objects.select_related("thread"), pk=post_id)
    actions.accept(by=request.worker, thread=post.thread, post=post)
    undo = reverse("exchange:take_back", args=[post.thread_id])
    notices.offer_undo(request, _("This answer is the accepted one: who wrote it is told."), url=undo)
    return redirect("exchange:thread", post.thread_id)


@requires(PART)
@require_POST
def take_back(request: StaffRequest, thread_id: uuid.UUID) -> HttpResponse:
    """Say that the question is open again."""
    actions.take_back_acceptance(by=request.worker, thread=thread_or_404(thread_id))
    messages.success(request, _("The question is open again."))
    return redirect("exchange:thread", thread_id)


@requires(PART)
@require_POST
def follow(request: StaffRequest, thread_id: uuid.UUID) -> HttpResponse:
    """Follow a thread."""
    actions.follow(by=request.worker, thread=thread_or_404(thread_id))
    messages.success(request, _("You follow it."))
    return redirect("exchange:thread", thread_id)


@requires(PART)
@require_POST
def unfollow(request: StaffRequest, thread_id: uuid.UUID) -> HttpResponse:
    """Follow a thread no more."""
    actions.unfollow(by=request.worker, thread=thread_or_404(thread_id))
    undo = reverse("exchange:follow", args=[thread_id])
    notices.offer_undo(request, _("You follow it no more."), url=undo)
    return redirect("exchange:thread", thread_id)
