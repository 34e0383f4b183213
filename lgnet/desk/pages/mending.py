# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is to be mended, on the first page: the worst first, one click from its list."""

from django.utils.translation import gettext as _

from lgnet.desk.addresses import address
from lgnet.desk.pages.tiles import Line, Tile, file_of
from lgnet.network.worker import Worker
from lgnet.quality import policies, queries
from lgnet.quality.pages.lines import people_of

MANY = 50


def mending_tile(worker: Worker) -> Tile:
    """Two queries: the list with its length, and the people of its first lines."""
    rows, n = queries.first_to_mend(
        partner_id=worker.partner_id,
        worker_id=worker.user.pk,
        checks=policies.mendable(worker),
        coordinates=policies.coordinates(worker),
    )
    people = people_of(miss for row in rows for miss in row.misses)
    return Tile(
        title=_("To mend"),
        symbol="pencil",
        tone="warn" if rows else "good",
        count=_("more than %(n)s") % {"n": MANY} if n > MANY else str(n),
        lines=[
            Line(people[row.person_id].full_name, file_of(people[row.person_id]), row.misses[0].check.name)
            for row in rows
        ],
        url=address("quality:overview"),
        nothing=_("Nothing of what you follow needs mending."),
    )
