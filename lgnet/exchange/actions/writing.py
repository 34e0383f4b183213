# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Ask, discuss, reply, accept; mend, delete and bring back what one wrote."""

import uuid
from dataclasses import dataclass

from django.db import transaction

from lgnet.core import audit
from lgnet.core.clock import now
from lgnet.core.ids import new_id
from lgnet.exchange import policies, queries
from lgnet.exchange.actions.following import follow
from lgnet.exchange.actions.guarding import look_before_posting, note_posted_anyway
from lgnet.exchange.actions.telling import tell
from lgnet.exchange.models import Group, Mention, Notice, Post, PostVersion, Theme, Thread
from lgnet.exchange.words import names_mentioned
from lgnet.network.worker import Worker
from lgnet.people.guard import Checked


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody writes to begin a thread."""

    kind: str
    title: str
    text: str
    theme: Theme
    language: str = "it"
    group: Group | None = None


@transaction.atomic
def start(*, by: Worker, draft: Draft, reason: str = "", thread_id: uuid.UUID | None = None) -> Thread:
    """Ask or begin a discussion. `thread_id` is the id the form was drawn with: sent twice, it makes one thread."""
    policies.start(by, draft.group).enforce()
    known = Thread.objects.filter(pk=thread_id).first() if thread_id else None
    if known is not None:
        return known
    title = " ".join(draft.title.split())
    checked = look_before_posting(by=by, texts=[title, draft.text], reason=reason)
    at = now()
    thread = Thread(
        id=thread_id or new_id(), kind=draft.kind, title=title, theme=draft.theme, group=draft.group,
        language=draft.language, author_id=by.user.pk, organisation_id=by.partner_id, started_at=at, last_post_at=at,
        is_plain=not checked.count,
    )  # fmt: skip
    thread.save(force_insert=True)
    post = _write(by, thread, Post.Kind.OPENING, draft.text, draft.language, checked, reason)
    audit.record(f"exchange.{draft.kind}_begun", on=thread)
    _mention(by, post)
    return thread


@transaction.atomic
def reply(
    *,
    by: Worker,
    thread: Thread,
    text: str,
    language: str = "it",
    under: Post | None = None,
    reason: str = "",
    post_id: uuid.UUID | None = None,
) -> Post:
    """Answer a question, join a discussion, or comment `under` a post. Sent twice with one id it is one post."""
    policies.reply(by, thread).enforce()
    known = Post.objects.filter(pk=post_id).first() if post_id else None
    if known is not None:
        return known
    checked = look_before_posting(by=by, texts=[text], reason=reason)
    kind = Post.Kind.COMMENT if under is not None else Post.Kind.ANSWER
    if under is not None and under.kind == Post.Kind.COMMENT:
        under = under.under  # comments stand one step deep
    post = _write(by, thread, kind, text, language, checked, reason, under=under, post_id=post_id)
    audit.record("exchange.replied", on=post, thread=thread.pk)
    mentioned = _mention(by, post)
    concerned = {thread.author_id, *([under.author_id] if under else [])} - mentioned
    tell(by=by, to=concerned, kind=Notice.Kind.ANSWER, post=post)
    return post


def _write(
    by: Worker,
    thread: Thread,
    kind: Post.Kind,
    text: str,
    language: str,
    checked: Checked,
    reason: str,
    *,
    under: Post | None = None,
    post_id: uuid.UUID | None = None,
) -> Post:
    post = Post(
        id=post_id or new_id(), thread=thread, kind=kind, under=under, text=text.strip(), language=language,
        author_id=by.user.pk, organisation_id=by.partner_id, written_at=now(),
    )  # fmt: skip
    post.save(force_insert=True)
    note_posted_anyway(
        by=by, checked=checked, reason=reason, subject=post, link=_link(post), group=thread.group
    )
    follow(by=by, thread=thread)
    return post


def _link(post: Post) -> str:
    return f"/exchange/threads/{post.thread_id}/#post-{post.pk}"


def _mention(by: Worker, post: Post) -> set[uuid.UUID]:
    """Keep and tell whom the text mentions; of a group only its members. Who is mentioned now."""
    wanted = names_mentioned(post.text)
    found = queries.colleagues(names=list(wanted)) if wanted else []
    people = {each.id for each in found if wanted[each.name] in {"", each.organisation}}
    group = post.thread.group
    if group is not None:
        people &= {each.member_id for each in queries.members(group)}
    before = set(Mention.objects.filter(post=post).values_list("mentioned", flat=True))
    Mention.objects.filter(post=post).exclude(mentioned__in=people).delete()
    Mention.objects.bulk_create(Mention(post=post, mentioned_id=each) for each in sorted(people - before))
    tell(by=by, to=people - before, kind=Notice.Kind.MENTION, post=post)
    return people


@transaction.atomic
def edit(
    *,
    by: Worker,
    post: Post,
    text: str,
    language: str,
    title: str = "",
    theme: Theme | None = None,
    reason: str = "",
) -> Post:
    """Mend one's own words; what they were is kept. Title and theme belong to the opening."""
    post = locked(post.pk)
    policies.edit(by, post).enforce()
    thread, is_opening = post.thread, post.kind == Post.Kind.OPENING
    title = " ".join(title.split()) if is_opening else ""
    checked = look_before_posting(by=by, texts=[title, text], reason=reason)
    PostVersion.objects.create(
        post=post, title=thread.title if is_opening else "", text=post.text, replaced_at=now()
    )
    post.text, post.language, post.edited_at = text.strip(), language, now()
    post.save(update_fields=["text", "language", "edited_at"])
    if is_opening:
        thread.title, thread.theme, thread.language = title or thread.title, theme or thread.theme, language
        thread.is_plain = not checked.count
        thread.save(update_fields=["title", "theme", "language", "is_plain"])
    note_posted_anyway(
        by=by, checked=checked, reason=reason, subject=post, link=_link(post), group=thread.group
    )
    audit.record("exchange.mended", on=post)
    _mention(by, post)
    return post


@transaction.atomic
def take_away(*, by: Worker, post: Post) -> Post:
    """Take away one's own words; replies stay, and it can be brought back."""
    post = locked(post.pk)
    policies.take_away(by, post).enforce()
    post.deleted_at = now()
    post.save(update_fields=["deleted_at"])
    audit.record("exchange.deleted", on=post)
    return post


@transaction.atomic
def undelete(*, by: Worker, post: Post) -> Post:
    """Bring back what one deleted."""
    post = locked(post.pk)
    policies.undelete(by, post).enforce()
    post.deleted_at = None
    post.save(update_fields=["deleted_at"])
    audit.record("exchange.brought_back", on=post)
    return post


@transaction.atomic
def accept(*, by: Worker, thread: Thread, post: Post) -> Thread:
    """Say that an answer helped; another one may be accepted later in its place."""
    thread = _locked_thread(thread)
    policies.accept(by, thread, post).enforce()
    thread.accepted, thread.accepted_at = post, now()
    thread.save(update_fields=["accepted", "accepted_at"])
    audit.record("exchange.accepted", on=thread, post=post.pk)
    tell(by=by, to=[post.author_id], kind=Notice.Kind.ACCEPTED, post=post)
    return thread


@transaction.atomic
def take_back_acceptance(*, by: Worker, thread: Thread) -> Thread:
    """Say that the question is open again."""
    thread = _locked_thread(thread)
    policies.take_back_acceptance(by, thread).enforce()
    thread.accepted, thread.accepted_at = None, None
    thread.save(update_fields=["accepted", "accepted_at"])
    audit.record("exchange.acceptance_taken_back", on=thread)
    return thread


def locked(post_id: uuid.UUID) -> Post:
    """The row as it is now, held until the transaction ends; who may not change it cannot hold it, and reads it."""
    rows = Post.objects.select_related("thread__group", "thread__theme").filter(pk=post_id)
    return rows.select_for_update(of=("self",)).first() or rows.get()


def _locked_thread(thread: Thread) -> Thread:
    rows = Thread.objects.select_related("group").filter(pk=thread.pk)
    return rows.select_for_update(of=("self",)).first() or rows.get()
