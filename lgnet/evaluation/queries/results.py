# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What closed surveys tell, how many answered, and beside it attendance and tests."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from django.db import connection
from django.db.models import QuerySet

from lgnet.evaluation.models import Group, Question, Quote, Survey, Tally
from lgnet.evaluation.models.answer import CANNOT_SAY
from lgnet.training.models import Module

NETWORK = Group.Scope.NETWORK


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many were asked and how many answered."""

    invited: int = 0
    answered: int = 0

    @property
    def percent(self) -> int | None:
        """Rounded down; None where nobody was asked."""
        return self.answered * 100 // self.invited if self.invited else None


NOBODY = Turnout()
Turnouts = Mapping[tuple[uuid.UUID, uuid.UUID | None], Turnout]


def turnout(surveys: Collection[uuid.UUID]) -> Turnouts:
    """By survey and partner, None for the whole network: of the partners that the asker follows. One query."""
    with connection.cursor() as cursor:
        cursor.execute("select * from evaluation_turnout(%s)", [list(surveys)])
        return {(survey, partner): Turnout(int(a), int(b)) for survey, partner, a, b in cursor.fetchall()}


def surveys() -> QuerySet[Survey]:
    """Every survey with its module, those of the latest modules first."""
    rows = Survey.objects.select_related("module__programme", "questionnaire")
    return rows.order_by("-opens_on", "-id")


def surveys_of(module: Module) -> list[Survey]:
    """The surveys of a module, by the day on which they were opened."""
    return list(surveys().filter(module=module).order_by("opens_on", "id"))


@dataclass(frozen=True)
class Told:
    """A group with the marks of each question: by position, how many gave each mark."""

    group: Group
    marks: Mapping[int, Mapping[int, int]] = field(default_factory=dict)

    def number(self, position: int) -> int:
        """How many gave a mark from 1 to 5."""
        return sum(n for mark, n in self.marks.get(position, {}).items() if mark != CANNOT_SAY)

    def share(self, position: int, mark: int) -> float | None:
        """Per cent of those who gave a mark."""
        total = self.number(position)
        return round(100 * self.marks[position].get(mark, 0) / total, 1) if total else None

    def mean(self, position: int) -> float | None:
        """The mean of the marks from 1 to 5, with one decimal."""
        total = self.number(position)
        if not total:
            return None
        return round(sum(mark * n for mark, n in self.marks[position].items()) / total, 1)


def told(survey: Survey) -> list[Told]:
    """What a closed survey tells who asks: the network, own or all partners, the others together. Two queries."""
    groups = list(Group.objects.filter(survey=survey).select_related("partner"))
    marks: dict[uuid.UUID, dict[int, dict[int, int]]] = defaultdict(lambda: defaultdict(dict))
    for group, position, mark, n in Tally.objects.filter(group__in=groups).values_list(
        "group", "position", "mark", "n"
    ):
        marks[group][position][mark] = n
    order = list(Group.Scope.values)
    groups.sort(key=lambda one: (-order.index(one.scope), one.partner.short_name if one.partner else ""))
    return [Told(one, marks[one.pk]) for one in groups]


def scales(survey: Survey) -> list[Question]:
    """The questions with a scale, in the order of the marks."""
    rows = Question.objects.filter(questionnaire=survey.questionnaire_id)
    return list(rows.filter(answered=Question.Answered.SCALE).order_by("position"))


def quotes(survey: Survey) -> list[str]:
    """What was written, in no order: of one's own partner, or for the nation of everybody. One query."""
    rows = Quote.objects.filter(group__survey=survey).order_by("id")
    return list(rows.values_list("text", flat=True))


@dataclass(frozen=True, slots=True)
class Tested:
    """The test of a module: how many of those with a place sat it and passed, and how high they came on average."""

    sat: int
    passed: int
    percent: int | None


def tested(module: Module) -> dict[uuid.UUID | None, Tested]:
    """By partner, None for all: of the partners that the asker follows, of at least five. One query of a function."""
    with connection.cursor() as cursor:
        cursor.execute("select * from evaluation_tested(%s)", [module.pk])
        return {partner: Tested(sat, passed, percent) for partner, sat, passed, percent in cursor.fetchall()}
