# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Report a post, hide it with a reason, show it again, or say that it stays."""

from django.db import transaction
from django.utils.translation import gettext as _

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now
from lgnet.exchange import policies
from lgnet.exchange.actions.telling import tell
from lgnet.exchange.actions.writing import locked
from lgnet.exchange.models import Notice, Post, PostReport
from lgnet.network.worker import Worker


@transaction.atomic
def report(*, by: Worker, post: Post, reason: str) -> PostReport:
    """Tell who moderates; reported twice while it waits it is one report. A group's coordinator is told at once."""
    policies.report(by, post).enforce()
    known = PostReport.objects.filter(post=post, reporter=by.user.pk, settled_at=None).first()
    if known is not None:
        return known
    found = PostReport.objects.create(
        post=post, reporter_id=by.user.pk, reason=reason.strip()[:300], reported_at=now()
    )
    audit.record("exchange.reported", on=post)
    group = post.thread.group
    if group is not None:
        tell(by=by, to=[group.coordinator_id], kind=Notice.Kind.REPORTED, post=post)
    return found


@transaction.atomic
def hide(*, by: Worker, post: Post, reason: str) -> Post:
    """Hide a post: only its author and who moderates read it then, and the author is told why."""
    post = locked(post.pk)
    policies.hide(by, post).enforce()
    if not reason.strip():
        raise Refused(_("Say why: who wrote it reads the reason."))
    post.hidden_at, post.hidden_by_id, post.hidden_reason = now(), by.user.pk, reason.strip()[:300]
    post.save(update_fields=["hidden_at", "hidden_by", "hidden_reason"])
    _settle(by, post, PostReport.Outcome.HIDDEN)
    audit.record("exchange.hidden", on=post)
    tell(by=by, to=[post.author_id], kind=Notice.Kind.HIDDEN, post=post)
    return post


@transaction.atomic
def show_again(*, by: Worker, post: Post) -> Post:
    """Undo the hiding; the author is told."""
    post = locked(post.pk)
    policies.show_again(by, post).enforce()
    post.hidden_at, post.hidden_by, post.hidden_reason = None, None, ""
    post.save(update_fields=["hidden_at", "hidden_by", "hidden_reason"])
    audit.record("exchange.shown_again", on=post)
    tell(by=by, to=[post.author_id], kind=Notice.Kind.RESTORED, post=post)
    return post


@transaction.atomic
def keep(*, by: Worker, found: PostReport) -> PostReport:
    """Say that a reported post stays as it is."""
    rows = PostReport.objects.select_related("post__thread__group").filter(pk=found.pk)
    found = rows.select_for_update(of=("self",)).first() or rows.get()
    policies.settle(by, found).enforce()
    _settle(by, found.post, PostReport.Outcome.KEPT)
    audit.record("exchange.kept", on=found.post)
    return found


def _settle(by: Worker, post: Post, outcome: PostReport.Outcome) -> None:
    waiting = PostReport.objects.filter(post=post, settled_at=None)
    waiting.update(settled_at=now(), settled_by_id=by.user.pk, outcome=outcome)
