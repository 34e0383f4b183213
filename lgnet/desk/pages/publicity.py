# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the public waits for: messages by the day on which they should be answered, events and pages to publish."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from lgnet.core.clock import today
from lgnet.core.rowsecurity import DbRole
from lgnet.desk.addresses import address
from lgnet.desk.pages.day import greeting
from lgnet.desk.pages.tiles import Line, Tile
from lgnet.desk.queries import CAP, SHOWN
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker
from lgnet.society import queries as society
from lgnet.society.models import Event, Message
from lgnet.website import queries as website


@dataclass(frozen=True, slots=True)
class PublicityPage:
    """The first page of whoever speaks for a partner or for the nation, and follows no case."""

    greeting: str
    day: dt.date
    tiles: Sequence[Tile]


def publicity_page(worker: Worker) -> PublicityPage:
    """At most four queries."""
    return PublicityPage(greeting(worker), today(), [*site_tiles(worker), *public_tiles(worker)])


def site_tiles(worker: Worker) -> list[Tile]:
    """Pages that wait for the nation, or that it sent back to the partner. One query."""
    if not worker.may(Permission.SITE_WRITE):
        return []
    is_nation = worker.role.db_role == DbRole.NATIONAL
    rows = website.waiting(CAP + 1) if is_nation else website.sent_back(CAP + 1)
    tile = Tile(
        title=_("Pages that wait for your approval") if is_nation else _("Pages that came back"),
        symbol="pa",
        tone="warn" if rows else "good",
        count=_("more than %(n)s") % {"n": CAP} if len(rows) > CAP else str(len(rows)),
        lines=[
            Line(row.title, address("wagtailadmin_pages:edit", row.page), row.note) for row in rows[:SHOWN]
        ],
        url=address("wagtailadmin_home"),
        nothing=_("No page waits for the nation.") if is_nation else _("The nation has sent no page back."),
    )
    return [tile]


def public_tiles(worker: Worker) -> list[Tile]:
    """One tile for whoever answers the public, none for others. Three queries."""
    if not worker.may(Permission.PUBLIC_ANSWER):
        return []
    lines = [_message(row) for row in society.waiting(worker)[: CAP + 1]]
    lines += [_event(row) for row in society.to_publish(worker)[: CAP + 1]]
    tile = Tile(
        title=_("From the public"),
        symbol="mail",
        tone="warn" if lines else "good",
        count=_("more than %(n)s") % {"n": CAP} if len(lines) > CAP else str(len(lines)),
        lines=lines[:SHOWN],
        url=address("society:inbox"),
        nothing=_("Nobody waits for an answer."),
    )
    return [tile]


def _message(row: Message) -> Line:
    url = address("society:message", row.pk)
    return Line(str(row.get_kind_display()), url, row.number, row.due_at)


def _event(row: Event) -> Line:
    title = next((text.title for text in row.texts.all() if text.language == row.language), row.slug)
    return Line(title, address("society:show", row.pk), _("Waits to be published"))
