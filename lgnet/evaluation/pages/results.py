# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the surveys of a module told, in a chart with its table; beside it attendance, completion and the test."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lgnet.core.authz import Verdict
from lgnet.core.clock import now
from lgnet.evaluation import policies
from lgnet.evaluation.models import Group, Question, Survey
from lgnet.evaluation.models.answer import LEAST
from lgnet.evaluation.queries import results
from lgnet.evaluation.queries.results import NOBODY, Tested, Told, Turnout
from lgnet.network.worker import Worker
from lgnet.training.models import Module
from lgnet.training.queries import Completion, completions
from lgnet.training.queries.network import by_partner
from lgnet.ui.charts import Bars, Chart, Heat, Series

PARTNER, NETWORK = Group.Scope.PARTNER, Group.Scope.NETWORK


@dataclass(frozen=True, slots=True)
class SurveyPart:
    """One survey of the module: how many answered, and what they said once it is closed."""

    survey: Survey
    turnout: Turnout
    own: Turnout | None
    may: Verdict
    charts: Sequence[Chart]
    quotes: Sequence[str]
    own_is_small: bool

    @property
    def words_key(self) -> str:
        """Names the part with what was written, in addresses."""
        return f"{self.survey.kind}-words"


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """A partner in the table: who had a place, who completed, how many answered, the test; None is not told."""

    name: str
    code: str
    seated: int
    completed: int
    percent: int | None
    turnouts: Sequence[Turnout]
    tested: Tested | None


@dataclass(frozen=True, slots=True)
class ResultsPage:
    """The effect of a module."""

    module: Module
    parts: Sequence[SurveyPart]
    kinds: Sequence[str]
    rows: Sequence[PartnerRow]
    tested: Tested | None
    is_local: bool
    least: int = LEAST

    @property
    def has_test(self) -> bool:
        """Whether anything is told of a test."""
        return self.tested is not None or any(row.tested for row in self.rows)


def results_page(by: Worker, module: Module, chosen: str = "") -> ResultsPage:
    """At most eighteen queries. `chosen`: the code of a partner whose marks are shown beside those of the network."""
    partner = by.partner_id if policies.propose(by) else None
    surveys = results.surveys_of(module)
    turnouts = results.turnout([one.pk for one in surveys])
    tested = results.tested(module)
    people = completions(module=module, partner=partner)
    return ResultsPage(
        module=module,
        parts=[_part(by, one, partner, turnouts, chosen) for one in surveys],
        kinds=[str(one.get_kind_display()) for one in surveys],
        rows=_rows(module, people, surveys, turnouts, tested),
        tested=tested.get(None),
        is_local=partner is not None,
    )


def _part(
    by: Worker, survey: Survey, partner: uuid.UUID | None, turnouts: results.Turnouts, chosen: str
) -> SurveyPart:
    may = policies.read_survey(by, survey)
    told = results.told(survey) if may else []
    questions = results.scales(survey) if told else []
    own = turnouts.get((survey.pk, partner), NOBODY) if partner else None
    return SurveyPart(
        survey=survey,
        turnout=turnouts.get((survey.pk, None), NOBODY),
        own=own,
        may=may,
        charts=_charts(survey, questions, told, by.organisation.code if partner else chosen),
        quotes=results.quotes(survey) if told else [],
        own_is_small=own is not None and own.answered > 0 and not any(t.group.scope == PARTNER for t in told),
    )


def _charts(survey: Survey, questions: Sequence[Question], told: Sequence[Told], code: str) -> list[Chart]:
    """How the marks of the network are spread, and those of a partner (its code); group by group the mean."""
    found = [
        _spread(survey, questions, one)
        for one in told
        if one.group.scope == NETWORK or (one.group.partner and one.group.partner.code == code)
    ]
    partners = [one for one in told if one.group.scope != NETWORK]
    if partners:
        found.append(_means(survey, questions, told))
    return found


def _words(questions: Sequence[Question]) -> list[str]:
    language = get_language() or "it"
    return [one.label(language) for one in questions]


def _spread(survey: Survey, questions: Sequence[Question], one: Told) -> Chart:
    names = {
        1: _("1, not at all"), 2: "2", 3: "3", 4: "4", 5: _("5, entirely"),
    }  # fmt: skip
    series = [
        Series(name, [one.share(question.position, mark) for question in questions])
        for mark, name in names.items()
    ]
    drawing = Bars(_words(questions), series, _("Question"), stacked=True, horizontal=True)
    note = _("Per cent of those who gave a mark; %(n)s answers.") % {"n": one.group.answers}
    title = _("How far they agree: %(who)s") % {"who": _name(one)}
    name = one.group.partner.code if one.group.partner else "network"
    return Chart(f"{survey.kind}-{name}", title, drawing, now(), unit="%", note=note)


def _means(survey: Survey, questions: Sequence[Question], told: Sequence[Told]) -> Chart:
    names = [f"{_name(one)} ({one.group.answers})" for one in told]
    values = [[one.mean(question.position) for one in told] for question in questions]
    drawing = Heat(_words(questions), names, values, _("Question"))
    note = _(
        "The mean of the marks from 1 to 5; in brackets how many answered. Partners with fewer than %(n)s answers are"
        " together among the others."
    ) % {"n": LEAST}
    return Chart(f"{survey.kind}-partners", _("Partner by partner"), drawing, now(), note=note)


def _name(one: Told) -> str:
    if one.group.scope == NETWORK:
        return _("The whole network")
    return one.group.partner.short_name if one.group.partner else _("Other partners together")


def _rows(
    module: Module, people: Sequence[Completion], surveys: Sequence[Survey],
    turnouts: results.Turnouts, tested: Mapping[uuid.UUID | None, Tested],
) -> list[PartnerRow]:  # fmt: skip
    """The partners that somebody follows and that had a place in the module."""
    numbers = [row for row in by_partner(module, people) if row.seated]
    return [
        PartnerRow(
            row.partner.short_name, row.partner.code, row.seated, row.completed, row.percent,
            [turnouts.get((survey.pk, row.partner.pk), NOBODY) for survey in surveys],
            tested.get(row.partner.pk),
        )
        for row in numbers
    ]  # fmt: skip
