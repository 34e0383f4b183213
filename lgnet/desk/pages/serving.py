# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The services of the partner that wait for a hand, on the coordinator's first page."""

from django.utils.translation import gettext as _

from lgnet.core.clock import now
from lgnet.desk import queries
from lgnet.desk.addresses import address
from lgnet.desk.pages.tiles import Line, Tile, how_many, tile
from lgnet.directory import queries as directory
from lgnet.directory.models import Service, WrongReport
from lgnet.network.worker import Worker


def services_tiles(worker: Worker) -> list[Tile]:
    """What the public says is wrong, where it says so, and what nobody has confirmed for 90 days. Four queries."""
    stale = tile(
        _("Services to confirm"), "clock", directory.stale(worker.partner_id, now()), _to_confirm,
        url=address("directory:list"), nothing=_("Every service was confirmed within 90 days."),
    )  # fmt: skip
    found = queries.cut(directory.open_reports(worker.partner_id))
    if not found.rows:
        return [stale]
    lines = [_reported(row) for row in found.rows]
    wrong = Tile(
        _("Reported wrong by the public"),
        "flag",
        "warn",
        how_many(found),
        lines,
        address("directory:list"),
        "",
    )
    return [wrong, stale]


def _to_confirm(service: Service) -> Line:
    return Line(service.name, address("directory:service", service.pk))


def _reported(report: WrongReport) -> Line:
    return Line(
        report.service.name, address("directory:service", report.service_id), report.get_kind_display()
    )
