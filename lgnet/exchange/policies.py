# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may do what in the exchange. Names are those of the actions."""

from django.utils.translation import gettext_lazy as _

from lgnet.core.authz import Verdict, no, yes
from lgnet.exchange.models import Group, Post, PostReport, Thread
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker


def take_part(by: Worker) -> Verdict:
    """Read and write with colleagues of the network at all."""
    if not by.may(Permission.EXCHANGE_PART):
        return no(_("Your role does not include the exchange between partners."))
    return yes


def start(by: Worker, group: Group | None) -> Verdict:
    """Ask a question or begin a discussion, in a group or before everybody."""
    if group is not None and group.closed_at is not None:
        return no(_("This group has ended its work: what it wrote stays readable."))
    return take_part(by)


def reply(by: Worker, thread: Thread) -> Verdict:
    """Answer or comment."""
    if thread.is_gone:
        return no(_("This was taken away: nobody replies to it any more."))
    return start(by, thread.group)


def accept(by: Worker, thread: Thread, post: Post) -> Verdict:
    """Say that this answer is the one that helped."""
    if thread.kind != Thread.Kind.QUESTION or post.kind != Post.Kind.ANSWER:
        return no(_("Only an answer to a question is accepted."))
    if thread.author_id != by.user.pk:
        return no(_("Who asked says which answer helped."))
    if not post.is_shown:
        return no(_("This answer is not shown any more."))
    if thread.accepted_id == post.pk:
        return no(_("This answer is the accepted one already."))
    return yes


def take_back_acceptance(by: Worker, thread: Thread) -> Verdict:
    """Say that the question is open again."""
    if thread.author_id != by.user.pk:
        return no(_("Who asked says which answer helped."))
    if thread.accepted_id is None:
        return no(_("No answer was accepted."))
    return yes


def edit(by: Worker, post: Post) -> Verdict:
    """Mend what one wrote."""
    if post.author_id != by.user.pk:
        return no(_("Only who wrote it mends it."))
    if post.deleted_at is not None:
        return no(_("You deleted this: bring it back first."))
    if post.hidden_at is not None:
        return no(_("This is hidden: write to who hid it."))
    return take_part(by)


def take_away(by: Worker, post: Post) -> Verdict:
    """Take away what one wrote; it can be brought back."""
    if post.author_id != by.user.pk:
        return no(_("Only who wrote it deletes it."))
    if post.deleted_at is not None:
        return no(_("This is deleted already."))
    return take_part(by)


def undelete(by: Worker, post: Post) -> Verdict:
    """Bring back what one deleted."""
    if post.author_id != by.user.pk:
        return no(_("Only who wrote it brings it back."))
    if post.deleted_at is None:
        return no(_("This is not deleted."))
    return take_part(by)


def see_versions(by: Worker, post: Post) -> Verdict:
    """Read what a post said before."""
    if post.author_id != by.user.pk and not moderate(by, post.thread.group):
        return no(_("What a post said before is read by who wrote it and who moderates."))
    return yes


def report(by: Worker, post: Post) -> Verdict:
    """Tell who moderates that a post should not stand."""
    if post.author_id == by.user.pk:
        return no(_("You wrote this yourself: mend it or delete it."))
    if not post.is_shown:
        return no(_("This is not shown any more."))
    return take_part(by)


def moderate(by: Worker, group: Group | None) -> Verdict:
    """Hide and show posts: the national direction, and in a group its coordinator."""
    if by.may(Permission.EXCHANGE_MODERATE) or (group is not None and group.coordinator_id == by.user.pk):
        return yes
    return no(_("The national direction moderates, and in a group its coordinator."))


def hide(by: Worker, post: Post) -> Verdict:
    """Hide a post with a reason that its author reads."""
    if post.hidden_at is not None:
        return no(_("This is hidden already."))
    if post.deleted_at is not None:
        return no(_("Who wrote it has deleted it."))
    return moderate(by, post.thread.group)


def show_again(by: Worker, post: Post) -> Verdict:
    """Undo the hiding."""
    if post.hidden_at is None:
        return no(_("This is not hidden."))
    return moderate(by, post.thread.group)


def settle(by: Worker, found: PostReport) -> Verdict:
    """Say that a reported post stays as it is."""
    if found.settled_at is not None:
        return no(_("Somebody has decided on this report already."))
    return moderate(by, found.post.thread.group)


def coordinate(by: Worker, group: Group) -> Verdict:
    """Add and remove members, change the purpose, end the group."""
    if group.coordinator_id != by.user.pk:
        return no(_("The coordinator of the group decides this."))
    if group.closed_at is not None:
        return no(_("This group has ended its work: what it wrote stays readable."))
    return yes


def reopen_group(by: Worker, group: Group) -> Verdict:
    """Let an ended group go on."""
    if group.coordinator_id != by.user.pk:
        return no(_("The coordinator of the group decides this."))
    if group.closed_at is None:
        return no(_("This group is at work."))
    return yes


def leave_group(by: Worker, group: Group, *, is_member: bool) -> Verdict:
    """Leave; the coordinator first hands the group over."""
    if not is_member:
        return no(_("You do not belong to this group."))
    if group.coordinator_id == by.user.pk:
        return no(_("Hand the group over to another member first."))
    return yes
