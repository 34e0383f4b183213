# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the public waits for: messages by the day on which they should be answered, events that wait to be published."""

from django.utils.translation import gettext as _

from lgnet.desk.addresses import address
from lgnet.desk.pages.tiles import Line, Tile
from lgnet.desk.queries import CAP, SHOWN
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker
from lgnet.society import queries as society
from lgnet.society.models import Event, Message


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
