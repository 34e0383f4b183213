# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A question or a discussion with everything written in it, and a post of it alone."""

import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.forms import Form
from django.urls import reverse

from lgnet.core.authz import Verdict
from lgnet.exchange import policies, queries
from lgnet.exchange.models import Follow, Mention, Post, PostVersion, Thread
from lgnet.exchange.words import Piece, pieces
from lgnet.network.worker import Worker
from lgnet.people.guard.asking import GuardedForm


@dataclass(frozen=True, slots=True)
class May:
    """What may be done with a post now."""

    edit: Verdict
    delete: Verdict
    undelete: Verdict
    report: Verdict
    hide: Verdict
    show_again: Verdict
    see_versions: Verdict
    accept: Verdict


@dataclass(frozen=True, slots=True)
class PostView:
    """A post as somebody finds it. `shown` says whether its words are theirs to read."""

    post: Post
    pieces: Sequence[Piece]
    shown: bool
    is_mine: bool
    is_accepted: bool
    times_mended: int
    may: May
    comments: Sequence["PostView"]


@dataclass(frozen=True, slots=True)
class ThreadPage:
    """The thread; the accepted answer stands first."""

    thread: Thread
    opening: PostView
    answers: Sequence[PostView]
    may_reply: Verdict
    may_take_back: Verdict
    follow: Follow | None
    form: GuardedForm
    under: uuid.UUID | None
    back: str
    is_mine: bool


def thread_page(by: Worker, thread: Thread, form: GuardedForm) -> ThreadPage:
    """Four queries, however much was written."""
    written = queries.posts(thread)
    names: dict[uuid.UUID, list[str]] = defaultdict(list)
    for mention in Mention.objects.filter(post__thread=thread).select_related("mentioned"):
        names[mention.post_id].append(mention.mentioned.name)
    for post in written:
        post.thread = thread
    under: dict[uuid.UUID | None, list[Post]] = defaultdict(list)
    for post in written:
        under[post.under_id].append(post)
    views = [_view(by, thread, post, names, under) for post in under[None]]
    answers = [view for view in views if view.post.kind != Post.Kind.OPENING]
    return ThreadPage(
        thread=thread,
        opening=next(view for view in views if view.post.kind == Post.Kind.OPENING),
        answers=sorted(answers, key=lambda view: not view.is_accepted),
        may_reply=policies.reply(by, thread),
        may_take_back=policies.take_back_acceptance(by, thread),
        follow=queries.follow_of(by, thread=thread),
        form=form,
        under=form.cleaned_data.get("under") if form.is_bound and hasattr(form, "cleaned_data") else None,
        back=reverse("exchange:group", args=[thread.group_id])
        if thread.group_id
        else reverse("exchange:list"),
        is_mine=thread.author_id == by.user.pk,
    )


def _view(
    by: Worker,
    thread: Thread,
    post: Post,
    names: dict[uuid.UUID, list[str]],
    under: dict[uuid.UUID | None, list[Post]],
) -> PostView:
    moderates = policies.moderate(by, thread.group).allowed
    is_mine = post.author_id == by.user.pk
    return PostView(
        post=post,
        pieces=pieces(post.text, names.get(post.pk, ())),
        shown=post.is_shown or is_mine or (moderates and post.deleted_at is None),
        is_mine=is_mine,
        is_accepted=thread.accepted_id == post.pk and post.is_shown,
        times_mended=getattr(post, "times_mended", 0),
        may=May(
            edit=policies.edit(by, post),
            delete=policies.take_away(by, post),
            undelete=policies.undelete(by, post),
            report=policies.report(by, post),
            hide=policies.hide(by, post),
            show_again=policies.show_again(by, post),
            see_versions=policies.see_versions(by, post),
            accept=policies.accept(by, thread, post),
        ),
        comments=[_view(by, thread, each, names, under) for each in under[post.pk]],
    )


@dataclass(frozen=True, slots=True)
class EditPage:
    """One's own post, to mend."""

    post: Post
    form: GuardedForm
    back: str


@dataclass(frozen=True, slots=True)
class VersionsPage:
    """What a post said before, the latest first."""

    post: Post
    versions: Sequence[PostVersion]
    back: str


@dataclass(frozen=True, slots=True)
class WhyPage:
    """Why a post is reported or hidden; the post stands beside the question."""

    post: Post
    form: Form
    is_report: bool
    back: str


def address_of(post: Post) -> str:
    """Where a post is read."""
    return f"{reverse('exchange:thread', args=[post.thread_id])}#post-{post.pk}"
