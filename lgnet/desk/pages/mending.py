# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is to be mended, on the first page: the worst first, one click from its list."""

from django.utils.translation import gettext as _

from lgnet.desk.addresses import address
from lgnet.desk.pages.tiles import Line, Tile
from lgnet.network.worker import Worker
from lgnet.quality import policies, queries
from lgnet.quality.pages.lines import heads_of

MANY = 50


def mending_tile(worker: Worker) -> Tile:
    """Five queries at most: last night's list, what of it still stands (else the count), who its lines are about."""
    rows, n = queries.first_to_mend(
        by=worker, checks=policies.mendable(worker), coordinates=policies.coordinates(worker)
    )
    heads = heads_of(miss for row in rows for miss in row.misses)
    return Tile(
        title=_("To mend"),
        symbol="pencil",
        tone="warn" if rows else "good",
        count=_("more than %(n)s") % {"n": MANY} if n > MANY else str(n),
        lines=[
            Line(heads[row.person_id].name, heads[row.person_id].url, row.misses[0].check.name)
            for row in rows
            if row.person_id in heads
        ],
        url=address("quality:overview"),
        nothing=_("Nothing of what you follow needs mending."),
    )
