# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The training on the first page: one's next sessions; for the coordinator the requests that wait."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lgnet.core.clock import ROME
from lgnet.desk import queries
from lgnet.desk.addresses import address
from lgnet.desk.pages.tiles import Line, Tile, how_many, tile
from lgnet.network.worker import Worker
from lgnet.training.models import Enrolment, Session
from lgnet.training.queries.enrolment import coming_sessions, to_approve


def training_tile(worker: Worker) -> Tile:
    """What one goes to next. At most two queries."""
    return tile(
        _("Training"), "calendar", coming_sessions(worker), _session, tone="info", url=address("training:list"),
        nothing=_("No session ahead: the programme shows where places are free."),
    )  # fmt: skip


def requests_tile(worker: Worker) -> Tile:
    """Colleagues who ask to take part; where nobody does, one's own next sessions. At most three queries."""
    found = queries.cut(to_approve(worker))
    if not found.rows:
        return training_tile(worker)
    return Tile(
        title=_("Training: requests to approve"),
        symbol="calendar",
        tone="warn",
        count=how_many(found),
        lines=[_request(row) for row in found.rows],
        url=address("training:list"),
        nothing="",
    )


def _session(session: Session) -> Line:
    starts = session.starts_at.astimezone(ROME)
    when = f"{date_format(starts, 'SHORT_DATE_FORMAT')}, {date_format(starts, 'H:i')}"
    where = session.place or str(session.get_mode_display())
    return Line(
        f"{session.module.code} · {session.title}",
        address("training:session", session.pk),
        f"{when} · {where}",
    )


def _request(enrolment: Enrolment) -> Line:
    module = enrolment.module
    url = address("training:module", module.pk)
    return Line(enrolment.colleague.name, url, f"{module.code} {module.title}", module.enrol_until)
