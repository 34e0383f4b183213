# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The training on the first page: surveys to answer, one's next sessions; for the coordinator what waits.

And, for who coordinates, which training the data of the partner propose.
"""

from dataclasses import replace

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lgnet.core.clock import ROME
from lgnet.desk import queries
from lgnet.desk.addresses import address
from lgnet.desk.pages.tiles import Line, Tile, how_many, tile
from lgnet.desk.queries import SHOWN
from lgnet.evaluation.models import Invitation
from lgnet.evaluation.pages.home import Proposal, proposals
from lgnet.evaluation.queries.asking import mine_open
from lgnet.network.worker import Worker
from lgnet.training.models import Enrolment, Session
from lgnet.training.queries.enrolment import coming_sessions, to_approve


def training_tile(worker: Worker) -> Tile:
    """What one is asked about a module, then what one goes to next. At most three queries."""
    found = tile(
        _("Training"), "calendar", coming_sessions(worker), _session, tone="info", url=address("training:list"),
        nothing=_("No session ahead: the programme shows where places are free."),
    )  # fmt: skip
    return _with_surveys(found, worker)


def requests_tile(worker: Worker) -> Tile:
    """Colleagues who ask to take part; where nobody does, one's own training. At most four queries."""
    found = queries.cut(to_approve(worker))
    if not found.rows:
        return training_tile(worker)
    made = Tile(
        title=_("Training: requests to approve"),
        symbol="calendar",
        tone="warn",
        count=how_many(found),
        lines=[_request(row) for row in found.rows],
        url=address("training:list"),
        nothing="",
    )
    return _with_surveys(made, worker)


def _with_surveys(found: Tile, worker: Worker) -> Tile:
    """The surveys that wait for an answer come first: they take two minutes and close."""
    waiting = [_survey(row) for row in mine_open(worker.user.pk)[:SHOWN]]
    if not waiting:
        return found
    count = str(len(waiting)) if found.is_empty else found.count
    return replace(found, lines=[*waiting, *found.lines], count=count, tone="warn")


def _survey(invitation: Invitation) -> Line:
    survey = invitation.survey
    name = _("Was it useful? %(module)s") if survey.kind == "usefulness" else _("Do you use it? %(module)s")
    return Line(
        name % {"module": survey.module.title},
        address("evaluation:answer", invitation.pk),
        _("two minutes, anonymous"),
        survey.closes_on,
        soon_days=3,
    )


def proposed_tile(worker: Worker) -> Tile:
    """Which training the partner's data propose, and why. At most five queries."""
    found = proposals(worker)
    return Tile(
        title=_("Training proposed by the data"),
        symbol="star-outline",
        tone="info" if found else "good",
        count=str(len(found)),
        lines=[_proposal(one) for one in found[:SHOWN]],
        url=address("evaluation:list"),
        nothing=_("Your partner’s data show no pattern that training would mend."),
    )


def _proposal(one: Proposal) -> Line:
    first = one.open_modules[0] if one.open_modules else None
    url = address("training:module", first.pk) if first else address("evaluation:list")
    name = f"{first.code} {first.title}" if first else str(one.area.label)
    return Line(name, url, one.reasons[0], first.enrol_until if first else None, soon_days=3)


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
