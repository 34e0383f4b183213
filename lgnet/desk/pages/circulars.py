# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The circulars that wait for somebody, on the first page of whoever works at a partner."""

from django.utils.translation import gettext as _

from lgnet.desk import queries
from lgnet.desk.addresses import address
from lgnet.desk.pages.tiles import Line, Tile, how_many
from lgnet.directives.models import Addressee
from lgnet.directives.queries import waiting
from lgnet.network.worker import Worker


def circulars_tile(worker: Worker) -> Tile:
    """What was not read, and for who answers for the partner what was not done. At most two queries."""
    found = queries.cut(waiting(worker))
    return Tile(
        title=_("Circulars"),
        symbol="mail",
        tone="warn" if found.rows else "good",
        count=how_many(found),
        lines=[_line(row) for row in found.rows],
        url=address("directives:list"),
        nothing=_("You have read every circular."),
    )


def _line(row: Addressee) -> Line:
    directive = row.directive
    return Line(
        directive.subject,
        address("directives:directive", directive.pk),
        f"{directive.code} · {directive.get_kind_display()}",
        directive.due_on,
        soon_days=3,
    )
