# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where the person stands in the eight domains, against the last time: in words and as a row of steps.

The picture repeats the words beside it and is silent for a screen reader.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy

from lgnet.cases.code_lists import outcome_domains
from lgnet.cases.models import Assessment, Score
from lgnet.cases.models.assessment import Domain
from lgnet.cases.outcomes import Answer, Direction, direction, highest_rank, levels
from lgnet.people.models import Missing
from lgnet.ui.looks import Tone

WIDTH, HEIGHT, GAP = 112, 14, 2  # of the row of steps, in units of the SVG
WORDS: dict[Direction, tuple[str | Promise, Tone, str]] = {
    Direction.FIRST: (gettext_lazy("first time"), "neutral", "star-outline"),
    Direction.BETTER: (gettext_lazy("better"), "good", "arrow-up-circle"),
    Direction.SAME: (gettext_lazy("as before"), "neutral", "minus-circle"),
    Direction.WORSE: (gettext_lazy("worse"), "bad", "arrow-down-circle"),
    Direction.CHANGED: (gettext_lazy("changed"), "info", "exchange-circle"),
    Direction.UNKNOWN: (gettext_lazy("not known"), "warn", "help-circle"),
}


@dataclass(frozen=True)
class Square:
    """One step of the row: where it is drawn and whether the person has reached it, now or before."""

    x: int
    width: int
    look: str  # now, before, lost, todo


@dataclass(frozen=True)
class OutcomeRow:
    """One domain."""

    name: str
    now: str
    before: str
    word: str | Promise
    tone: Tone
    symbol: str
    squares: list[Square]


def assessments_in(scores: Sequence[Score]) -> list[Assessment]:
    """The assessments behind the scores, in their order, each once."""
    return list({score.assessment_id: score.assessment for score in scores}.values())


def answers_of(scores: Sequence[Score], assessment: Assessment) -> dict[str, Answer]:
    """The answers of one assessment by domain."""
    return {s.domain: Answer(s.value, s.missing) for s in scores if s.assessment_id == assessment.pk}


def latest_answers(scores: Sequence[Score]) -> dict[str, Answer]:
    """The last known answer of each domain, whichever assessment it comes from."""
    return {score.domain: Answer(score.value, score.missing) for score in reversed(scores)}


def outcome_rows(scores: Sequence[Score]) -> list[OutcomeRow]:
    """Each domain as last assessed, compared with the assessment before in which it was known."""
    rows = []
    names = {row.code: row.label(get_language() or "it") for row in outcome_domains()}
    for domain in Domain.values:
        told = [Answer(score.value, score.missing) for score in scores if score.domain == domain]
        if told:
            before = next((answer for answer in told[1:] if answer.value), None)
            rows.append(_row(domain, names[domain], told[0], before))
    return rows


def _row(domain: str, name: str, now: Answer, before: Answer | None) -> OutcomeRow:
    word, tone, symbol = WORDS[direction(domain, before, now)]
    past = "" if before is None or before == now else in_words(domain, before)
    return OutcomeRow(name, in_words(domain, now), past, word, tone, symbol, _squares(domain, now, before))


def in_words(domain: str, answer: Answer) -> str:
    """The level of a domain by name, or why it is not known."""
    if answer.value:
        return levels(domain)[answer.value].label(get_language() or "it")
    return str(Missing(answer.missing).label)


def _rank(domain: str, answer: Answer | None) -> int:
    level = levels(domain).get(answer.value) if answer else None
    return -1 if level is None or level.rank is None else level.rank


def _squares(domain: str, now: Answer, before: Answer | None) -> list[Square]:
    here, there, steps = _rank(domain, now), _rank(domain, before), highest_rank(domain) + 1
    width = (WIDTH - GAP * (steps - 1)) // steps
    looks = [_look(step, here, there) for step in range(steps)]
    return [Square(step * (width + GAP), width, look) for step, look in enumerate(looks)]


def _look(step: int, here: int, there: int) -> str:
    if step <= here:
        return "before" if step <= there else "now"
    return "lost" if step <= there and here >= 0 else "todo"
