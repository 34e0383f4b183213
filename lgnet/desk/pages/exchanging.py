# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The practices on the first page: reviews that the partner owes to another one, steps of what it takes up."""

from django.utils.translation import gettext as _

from lgnet.desk.addresses import address
from lgnet.desk.pages.tiles import Line, Tile
from lgnet.desk.queries import CAP, SHOWN
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker
from lgnet.practices import queries as practices
from lgnet.practices.models import AdoptionStep, Review


def practices_tiles(worker: Worker) -> list[Tile]:
    """One tile where something is owed or due, none otherwise. At most two queries."""
    decides = worker.may(Permission.PRACTICE_DECIDE)
    if not (decides or worker.may(Permission.PRACTICE_WRITE)):
        return []
    lines = [_review(row) for row in practices.reviews_owed(worker)[: CAP + 1]] if decides else []
    lines += [_step(row) for row in practices.steps_due(worker, all_of_partner=decides)[: CAP + 1]]
    if not lines:
        return []
    return [
        Tile(
            title=_("Practices: reviews owed, steps due"),
            symbol="share",
            tone="warn",
            count=_("more than %(n)s") % {"n": CAP} if len(lines) > CAP else str(len(lines)),
            lines=lines[:SHOWN],
            url=address("practices:list"),
            nothing="",
        )
    ]


def _review(row: Review) -> Line:
    who = _("to review for %(partner)s") % {"partner": row.card.partner.short_name}
    return Line(row.card.title, address("practices:card", row.card_id), who)


def _step(row: AdoptionStep) -> Line:
    note = row.adoption.card.title + (f" · {row.owner.name}" if row.owner else "")
    return Line(row.text, address("practices:adoption", row.adoption_id), note, row.due_on, soon_days=3)
