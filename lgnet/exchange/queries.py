# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reads of the exchange. Row security: everything for who works in the network, of a group for its members alone."""

import datetime as dt
import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db import connection
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from lgnet.core.clock import today
from lgnet.exchange.models import (
    DigestChoice,
    DigestSent,
    DirectoryEntry,
    Follow,
    Group,
    GroupMember,
    Notice,
    Post,
    PostedAnyway,
    PostReport,
    Skill,
    Theme,
    Thread,
)
from lgnet.network.models import Colleague, Membership, Organisation
from lgnet.network.worker import Worker

PAGE = 25
Place = tuple[dt.datetime, uuid.UUID]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which threads to show; what is empty does not narrow the list."""

    kind: str = ""
    theme: str = ""
    group: uuid.UUID | None = None
    only: str = ""  # "open": questions without an accepted answer; "mine"; "followed"


def threads(by: Worker, wanted: Wanted, after: Place | None = None) -> list[Thread]:
    """The latest written in first; a page and one row more. One query."""
    rows = Thread.objects.filter(is_gone=False)
    if wanted.kind:
        rows = rows.filter(kind=wanted.kind)
    if wanted.theme:
        rows = rows.filter(theme=wanted.theme)
    if wanted.group is not None:
        rows = rows.filter(group=wanted.group)
    if wanted.only == "open":
        rows = rows.filter(kind=Thread.Kind.QUESTION, accepted=None)
    elif wanted.only == "mine":
        rows = rows.filter(author=by.user.pk)
    elif wanted.only == "followed":
        rows = rows.filter(_followed(by.user.pk))
    if after is not None:
        moment, last = after
        rows = rows.filter(Q(last_post_at__lt=moment) | Q(last_post_at=moment, id__lt=last))
    rows = rows.select_related("author", "organisation", "theme", "group").order_by("-last_post_at", "-id")
    return list(rows[: PAGE + 1])


def _followed(user_id: uuid.UUID) -> Q:
    mine = Follow.objects.filter(follower=user_id)
    return (
        Q(theme__in=mine.filter(theme__isnull=False).values("theme"), group=None)
        | Q(id__in=mine.filter(thread__isnull=False).values("thread"))
        | Q(group__in=mine.filter(group__isnull=False).values("group"))
    )


def posts(thread: Thread) -> list[Post]:
    """Everything written in a thread, in its order, with who wrote it. One query."""
    rows = Post.objects.filter(thread=thread).select_related("author", "organisation", "hidden_by")
    return list(rows.annotate(times_mended=Count("versions")).order_by("written_at", "id"))


def themes() -> list[Theme]:
    """What one may write about."""
    return list(Theme.objects.filter(is_offered=True))


def skills() -> list[Skill]:
    """What one may be good at."""
    return list(Skill.objects.filter(is_offered=True))


@dataclass(frozen=True, slots=True)
class Known:
    """A colleague of the network and where they work."""

    id: uuid.UUID
    name: str
    organisation_id: uuid.UUID
    organisation: str


def colleagues(*, like: str = "", names: Collection[str] = (), limit: int = 8) -> list[Known]:
    """Who works in the network today and is called so, in part or exactly. Two queries, or none."""
    if len(like.strip()) < 2 and not names:
        return []
    pattern = like.strip().replace("\\", "").replace("%", "").replace("_", "")
    with connection.cursor() as cursor:
        cursor.execute(
            "select id, name, organisation_id from exchange_colleagues(%s, %s, %s)",
            [pattern, list(names), today()],
        )
        found = cursor.fetchall()
    bodies = dict(
        Organisation.objects.filter(pk__in={body for _i, _n, body in found}).values_list("pk", "short_name")
    )
    begins = sorted(found, key=lambda row: (not row[1].lower().startswith(pattern.lower()), row[1]))
    known = [Known(pk, name, body, bodies[body]) for pk, name, body in begins]
    return known if names else known[:limit]


def groups() -> list[Group]:
    """Every group with the number of its members, those at work first. One query."""
    rows = Group.objects.annotate(people=Count("members", filter=Q(members__left_at=None)))
    return list(
        rows.select_related("coordinator", "organisation").order_by(
            F("closed_at").desc(nulls_first=True), "name"
        )
    )


def members(group: Group) -> list[GroupMember]:
    """Who belongs to a group today, by name."""
    rows = GroupMember.objects.filter(group=group, left_at=None).select_related("member", "organisation")
    return list(rows.order_by("member__name"))


def is_member(group: Group, user_id: uuid.UUID) -> bool:
    """Whether somebody belongs to it today."""
    return GroupMember.objects.filter(group=group, member=user_id, left_at=None).exists()


def groups_of(user_id: uuid.UUID) -> QuerySet[Group]:
    """The groups at work that somebody belongs to."""
    mine = GroupMember.objects.filter(group=OuterRef("pk"), member=user_id, left_at=None)
    return Group.objects.filter(Exists(mine), closed_at=None).order_by("name")


def notices(by: Worker, after: Place | None = None) -> list[Notice]:
    """What somebody was told, the latest first; a page and one row more. One query."""
    rows = Notice.objects.filter(recipient=by.user.pk).select_related("by", "post__thread", "group")
    if after is not None:
        moment, last = after
        rows = rows.filter(Q(told_at__lt=moment) | Q(told_at=moment, id__lt=last))
    return list(rows.order_by("-told_at", "-id")[: PAGE + 1])


def unread(by: Worker) -> QuerySet[Notice]:
    """What somebody was told and has not looked at."""
    rows = Notice.objects.filter(recipient=by.user.pk, read_at=None)
    return rows.select_related("by", "post__thread", "group").order_by("-told_at", "-id")


def follow_of(
    by: Worker, *, thread: Thread | None = None, theme: str = "", group: Group | None = None
) -> Follow | None:
    """Somebody's own following of a thread, a theme or a group."""
    rows = Follow.objects.filter(follower=by.user.pk)
    if thread is not None:
        return rows.filter(thread=thread).first()
    return rows.filter(group=group).first() if group is not None else rows.filter(theme=theme).first()


def follows(by: Worker) -> list[Follow]:
    """Everything that somebody follows."""
    rows = Follow.objects.filter(follower=by.user.pk).select_related("theme", "thread", "group")
    return list(rows.order_by("-since"))


def rhythm_of(user_id: uuid.UUID) -> str:
    """How often somebody wants the digest."""
    choice = DigestChoice.objects.filter(colleague=user_id).first()
    return choice.rhythm if choice else DigestChoice.Rhythm.WEEKLY


def people_here(partner_id: uuid.UUID) -> list[Colleague]:
    """Who works for a partner today; asked while the partner acts."""
    rows = (
        Membership.objects.valid_now()
        .filter(organisation=partner_id)
        .select_related("user")
        .order_by("user_id")
    )
    return list({row.user_id: row.user for row in rows}.values())


def last_digest(user_id: uuid.UUID) -> DigestSent | None:
    """The digest that somebody got last."""
    return DigestSent.objects.filter(colleague=user_id).order_by("-until").first()


def news(user_id: uuid.UUID, *, since: dt.datetime, until: dt.datetime, limit: int = 20) -> list[Thread]:
    """Threads that somebody follows in which others wrote meanwhile; asked on their behalf. One query."""
    written = Post.objects.filter(
        thread=OuterRef("pk"), written_at__gt=since, written_at__lte=until, deleted_at=None, hidden_at=None
    ).exclude(author=user_id)
    rows = Thread.objects.filter(_followed(user_id), Exists(written), is_gone=False)
    return list(rows.select_related("theme", "group").order_by("-last_post_at", "-id")[:limit])


def open_reports() -> list[PostReport]:
    """What was reported and waits, the oldest first; who moderates sees those that exist for them."""
    rows = PostReport.objects.filter(settled_at=None)
    rows = rows.select_related("reporter", "post__author", "post__organisation", "post__thread__group")
    return list(rows.order_by("reported_at", "id")[:100])


def hidden_posts() -> list[Post]:
    """What is hidden now, the latest first."""
    rows = Post.objects.filter(hidden_at__isnull=False)
    return list(
        rows.select_related("author", "organisation", "hidden_by", "thread__group").order_by("-hidden_at")[
            :50
        ]
    )


def posted_anyway() -> list[PostedAnyway]:
    """What was posted although the guard warned, the latest first."""
    return list(PostedAnyway.objects.select_related("author", "group").order_by("-at", "-id")[:100])


@dataclass(frozen=True, slots=True)
class Sought:
    """Whom one looks for in the directory."""

    words: str = ""
    skill: str = ""
    theme: str = ""
    language: str = ""


def directory(sought: Sought, limit: int = 200) -> list[DirectoryEntry]:
    """Who may be asked, by name. One query."""
    rows: QuerySet[DirectoryEntry] = DirectoryEntry.objects.select_related("colleague", "organisation")
    if sought.words:
        rows = rows.filter(
            Q(colleague__name__icontains=sought.words)
            | Q(headline__icontains=sought.words)
            | Q(organisation__short_name__icontains=sought.words)
        )
    for column, wanted in (
        ("skills", sought.skill),
        ("themes", sought.theme),
        ("languages", sought.language),
    ):
        if wanted:
            rows = rows.filter(**{f"{column}__contains": [wanted]})
    return list(rows.order_by("colleague__name", "pk")[:limit])


def languages_spoken() -> list[str]:
    """The languages that somebody in the directory speaks, each once."""
    spoken: Sequence[list[str]] = list(DirectoryEntry.objects.values_list("languages", flat=True))
    return sorted({code for codes in spoken for code in codes})
