# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The list of questions and discussions, and the form of a new one."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from lgnet.core import places
from lgnet.core.authz import Verdict
from lgnet.exchange import policies, queries
from lgnet.exchange.models import Follow, Group, Theme, Thread
from lgnet.exchange.queries import PAGE, Wanted
from lgnet.network.worker import Worker
from lgnet.people.guard.asking import GuardedForm

ONLY = ("open", "mine", "followed")


@dataclass(frozen=True, slots=True)
class Tab:
    """A way to narrow the list."""

    label: str
    url: str
    current: bool


@dataclass(frozen=True, slots=True)
class ListPage:
    """What was written last."""

    threads: Sequence[Thread]
    tabs: Sequence[Tab]
    themes: Sequence[Theme]
    theme: Theme | None
    follow: Follow | None
    is_narrowed: bool
    next_url: str
    new_url: str


def read_id(text: str) -> uuid.UUID | None:
    """An id as an address says it; None for anything else."""
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


def read_wanted(given: Mapping[str, str]) -> Wanted:
    """What of an address narrows the list; anything unknown does not."""
    kind, only = given.get("kind", ""), given.get("only", "")
    return Wanted(
        kind=kind if kind in Thread.Kind.values else "",
        theme=given.get("theme", "")[:50],
        group=read_id(given.get("group", "")),
        only=only if only in ONLY else "",
    )


def list_page(by: Worker, wanted: Wanted, after: str) -> ListPage:
    """At most four queries."""
    found, themes = queries.threads(by, wanted, places.moment(after)), queries.themes()
    theme = next((each for each in themes if each.code == wanted.theme), None)
    last = found[PAGE - 1] if len(found) > PAGE else None
    here = {"kind": wanted.kind, "theme": wanted.theme, "only": wanted.only}
    return ListPage(
        threads=found[:PAGE],
        tabs=_tabs(wanted),
        themes=themes,
        theme=theme,
        follow=queries.follow_of(by, theme=theme.code) if theme else None,
        is_narrowed=any((wanted.kind, wanted.theme, wanted.only)),
        next_url=_url(**here, after=places.written(last.last_post_at, last.pk)) if last else "",
        new_url=f"{reverse('exchange:new')}?{urlencode({'theme': wanted.theme})}",
    )


def _tabs(wanted: Wanted) -> list[Tab]:
    ways: tuple[tuple[str, dict[str, str]], ...] = (
        (_("Everything"), {}),
        (_("Questions"), {"kind": Thread.Kind.QUESTION.value}),
        (_("Without an accepted answer"), {"only": "open"}),
        (_("Discussions"), {"kind": Thread.Kind.DISCUSSION.value}),
        (_("What I follow"), {"only": "followed"}),
        (_("What I wrote"), {"only": "mine"}),
    )
    return [
        Tab(
            label,
            _url(**way, theme=wanted.theme),
            (wanted.kind, wanted.only) == (way.get("kind", ""), way.get("only", "")),
        )
        for label, way in ways
    ]


def _url(**query: str) -> str:
    known = {name: value for name, value in query.items() if value}
    return reverse("exchange:list") + (f"?{urlencode(known)}" if known else "")


@dataclass(frozen=True, slots=True)
class NewPage:
    """The form of a question or a discussion."""

    form: GuardedForm
    group: Group | None
    may_start: Verdict


def new_page(by: Worker, form: GuardedForm, group: Group | None) -> NewPage:
    """No query of its own."""
    return NewPage(form, group, policies.start(by, group))
