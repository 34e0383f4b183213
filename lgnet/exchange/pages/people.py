# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Groups, the directory, notices, what one follows, and what is to be moderated."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.forms import Form
from django.urls import reverse

from lgnet.core import places
from lgnet.core.authz import Verdict
from lgnet.exchange import policies, queries
from lgnet.exchange.languages import language_name
from lgnet.exchange.models import (
    DirectoryEntry,
    Follow,
    Group,
    GroupMember,
    Notice,
    Post,
    PostedAnyway,
    PostReport,
    Thread,
)
from lgnet.exchange.queries import PAGE, Known, Sought, Wanted
from lgnet.network.worker import Worker
from lgnet.people.guard import Kind


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A group in the list."""

    group: Group
    people: int
    is_mine: bool


@dataclass(frozen=True, slots=True)
class GroupsPage:
    """Every group, one's own first."""

    groups: Sequence[GroupLine]


def groups_page(by: Worker) -> GroupsPage:
    """Two queries."""
    mine = set(GroupMember.objects.filter(member=by.user.pk, left_at=None).values_list("group", flat=True))
    lines = [GroupLine(each, getattr(each, "people", 0), each.pk in mine) for each in queries.groups()]
    return GroupsPage(sorted(lines, key=lambda line: not line.is_mine))


@dataclass(frozen=True, slots=True)
class GroupPage:
    """A group: what it is for, who belongs; to members also what they write."""

    group: Group
    members: Sequence[GroupMember]
    is_member: bool
    threads: Sequence[Thread]
    has_more: bool
    follow: Follow | None
    may_coordinate: Verdict
    may_reopen: Verdict
    may_leave: Verdict
    may_start: Verdict
    form: Form
    meetings_url: str


def group_page(by: Worker, group: Group, form: Form) -> GroupPage:
    """Four queries."""
    members = queries.members(group)
    is_member = any(each.member_id == by.user.pk for each in members)
    threads = queries.threads(by, Wanted(group=group.pk)) if is_member else []
    return GroupPage(
        group=group,
        members=members,
        is_member=is_member,
        threads=threads[:PAGE],
        has_more=len(threads) > PAGE,
        follow=queries.follow_of(by, group=group),
        may_coordinate=policies.coordinate(by, group),
        may_reopen=policies.reopen_group(by, group),
        may_leave=policies.leave_group(by, group, is_member=is_member),
        may_start=policies.start(by, group),
        form=form,
        meetings_url=f"/meetings/?group={group.pk}" if is_member else "",
    )


@dataclass(frozen=True, slots=True)
class FormPage:
    """A form and where it leads back to."""

    form: Form
    back: str
    is_new: bool


@dataclass(frozen=True, slots=True)
class EntryView:
    """Somebody in the directory, in words."""

    entry: DirectoryEntry
    skills: Sequence[str]
    themes: Sequence[str]
    languages: Sequence[str]
    is_me: bool


@dataclass(frozen=True, slots=True)
class DirectoryPage:
    """Who may be asked."""

    entries: Sequence[EntryView]
    form: Form
    is_narrowed: bool
    am_in: bool


def directory_page(by: Worker, form: Form, sought: Sought) -> DirectoryPage:
    """Four queries, however many there are."""
    skills = {each.code: each.label for each in queries.skills()}
    themes = {each.code: each.label for each in queries.themes()}
    entries = [
        EntryView(
            entry=each,
            skills=[skills[code] for code in each.skills if code in skills],
            themes=[themes[code] for code in each.themes if code in themes],
            languages=[language_name(code) for code in each.languages],
            is_me=each.pk == by.user.pk,
        )
        for each in queries.directory(sought)
    ]
    am_in = any(each.is_me for each in entries) or DirectoryEntry.objects.filter(pk=by.user.pk).exists()
    return DirectoryPage(entries, form, sought != Sought(), am_in)


@dataclass(frozen=True, slots=True)
class NoticesPage:
    """What somebody was told."""

    notices: Sequence[Notice]
    unread: int
    next_url: str


def notices_page(by: Worker, after: str) -> NoticesPage:
    """One query."""
    found = queries.notices(by, places.moment(after))
    last = found[PAGE - 1] if len(found) > PAGE else None
    more = f"{reverse('exchange:notices')}?after={places.written(last.told_at, last.pk)}" if last else ""
    return NoticesPage(found[:PAGE], sum(each.read_at is None for each in found), more.replace("+", "%2B"))


@dataclass(frozen=True, slots=True)
class FollowingPage:
    """What somebody follows and how often they are written to."""

    follows: Sequence[Follow]
    form: Form


def following_page(by: Worker, form: Form) -> FollowingPage:
    """One query."""
    return FollowingPage(queries.follows(by), form)


@dataclass(frozen=True, slots=True)
class AnywayLine:
    """Somebody posted although the guard warned."""

    row: PostedAnyway
    kinds: Sequence[str]


@dataclass(frozen=True, slots=True)
class ModerationPage:
    """What waits for a decision, what is hidden, and what was posted in spite of the guard."""

    reports: Sequence[PostReport]
    hidden: Sequence[Post]
    anyway: Sequence[AnywayLine]


def moderation_page() -> ModerationPage:
    """Three queries."""
    anyway = [
        AnywayLine(row, [str(Kind(kind).label) for kind in row.kinds if kind in set(Kind)])
        for row in queries.posted_anyway()
    ]
    return ModerationPage(queries.open_reports(), queries.hidden_posts(), anyway)


@dataclass(frozen=True, slots=True)
class SuggestionsPage:
    """Colleagues whose names begin so."""

    people: Sequence[Known]
    twice: frozenset[str]


def suggestions_page(like: str) -> SuggestionsPage:
    """Two queries, or none."""
    people = queries.colleagues(like=like)
    names = [each.name for each in people]
    return SuggestionsPage(people, frozenset(name for name in names if names.count(name) > 1))
