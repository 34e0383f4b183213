# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The first page of the evaluation: what one is asked, what training is proposed, what surveys told."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import get_language

from lgnet.core.authz import Verdict
from lgnet.core.clock import today
from lgnet.evaluation import policies
from lgnet.evaluation.models import Invitation, Survey
from lgnet.evaluation.queries import proposing, results
from lgnet.evaluation.queries.asking import mine_open
from lgnet.evaluation.queries.proposing import Reason, Wanted
from lgnet.evaluation.queries.results import NOBODY, Turnout, Turnouts
from lgnet.network import editions
from lgnet.network.worker import Worker
from lgnet.training.models import Module
from lgnet.training.queries import completions

SHOWN = 60


@dataclass(frozen=True, slots=True)
class Proposal:
    """An area of training, why it is proposed, and its modules; those that somebody completed left out."""

    area: Module.Area
    reasons: Sequence[str]
    modules: Sequence[Module]
    open_modules: Sequence[Module]


def proposals(by: Worker) -> list[Proposal]:
    """What the data of one's partner propose, the strongest reason first. Five queries."""
    found: dict[str, list[Reason]] = {}
    for reason in proposing.reasons(proposing.counts_of(by.partner_id)):
        found.setdefault(reason.rule.area, []).append(reason)
    if not found:
        return []
    done = {one.module.pk for one in completions(colleague=by.user.pk) if one.is_complete}
    modules = [one for one in proposing.modules_of(found) if one.pk not in done]
    language = get_language() or "it"
    return [
        Proposal(
            Module.Area(area),
            [reason.sentence(language) for reason in reasons],
            here := [one for one in modules if one.area == area],
            [one for one in here if one.enrol_until >= today()],
        )
        for area, reasons in found.items()
    ]


@dataclass(frozen=True, slots=True)
class ProposedPage:
    """What the data of one's partner propose, by itself: the page of the training shows it too."""

    proposals: Sequence[Proposal]


def proposed_page(by: Worker) -> ProposedPage:
    """Five queries."""
    return ProposedPage(proposals(by))


@dataclass(frozen=True, slots=True)
class SurveyLine:
    """A survey in the list: how many answered in the network and, where it is not the same, at one's partner."""

    survey: Survey
    network: Turnout
    own: Turnout | None


@dataclass(frozen=True, slots=True)
class HomePage:
    """What somebody sees of the evaluation; parts that are not theirs are empty."""

    to_answer: Sequence[Invitation]
    proposals: Sequence[Proposal]
    sees_proposals: bool
    wanted: Sequence[Wanted]
    partners: int
    surveys: Sequence[SurveyLine]
    sees_results: bool
    may_take_form: Verdict
    may_write: Verdict


def home_page(by: Worker) -> HomePage:
    """At most ten queries."""
    reads, is_local = bool(policies.read_results(by)), bool(policies.propose(by))
    rows = list(results.surveys()[:SHOWN]) if reads else []
    found: Turnouts = results.turnout([row.pk for row in rows]) if rows else {}
    partners = [] if is_local else list(editions.local_partners())
    return HomePage(
        to_answer=list(mine_open(by.user.pk)[:SHOWN]) if is_local else [],
        proposals=proposals(by) if is_local else [],
        sees_proposals=is_local,
        wanted=proposing.wanted([one.pk for one in partners]),
        partners=len(partners),
        surveys=[_line(row, found, by.partner_id if is_local else None) for row in rows],
        sees_results=reads,
        may_take_form=policies.take_form(by),
        may_write=policies.write_questions(by),
    )


def _line(
    row: Survey, found: Mapping[tuple[uuid.UUID, uuid.UUID | None], Turnout], partner: uuid.UUID | None
) -> SurveyLine:
    own = found.get((row.pk, partner), NOBODY) if partner else None
    return SurveyLine(row, found.get((row.pk, None), NOBODY), own)
