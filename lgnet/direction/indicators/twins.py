# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The slow, obvious twins of the counting rules: plain Python over all facts, against which the SQL is held."""

import uuid
from collections import Counter
from collections.abc import Iterable

from lgnet.counting.models import NETWORK, AgeBand, FactKind, Sex
from lgnet.direction.indicators.definition import Cell, DaysTwin, Fact, NumberTwin, Twin

SEXES = [Sex.FEMALE, Sex.MALE, Sex.NON_BINARY]
BANDS = [AgeBand.UNDER_18, AgeBand.FROM_18_TO_60, AgeBand.OVER_60]


def standing(facts: Iterable[Fact]) -> list[Fact]:
    """The facts that nobody took back, the earliest first."""
    known = list(facts)
    taken_back = {fact.corrects_id for fact in known if fact.corrects_id is not None}
    rows = [fact for fact in known if fact.weight == 1 and fact.id not in taken_back]
    return sorted(rows, key=lambda fact: (fact.occurred_on, fact.id))


def frozen(facts: Iterable[Fact]) -> dict[bytes, tuple[str, str]]:
    """Sex and age band of each person: those of their first standing fact, of any kind, that says it (CNT-5)."""
    by_person: dict[bytes, list[Fact]] = {}
    for fact in standing(facts):
        if fact.pseudonym is not None:
            by_person.setdefault(fact.pseudonym, []).append(fact)
    return {
        person: (
            _first([(f.occurred_on, SEXES.index(Sex(f.sex))) for f in rows if f.sex], SEXES),
            _first([(f.occurred_on, BANDS.index(AgeBand(f.age_band))) for f in rows if f.age_band], BANDS),
        )
        for person, rows in by_person.items()
    }


def _first(said: list[tuple[object, int]], names: list[Sex] | list[AgeBand]) -> str:
    return str(names[min(said)[1]].value) if said else ""


def earliest(facts: Iterable[Fact], kind: FactKind, scope: uuid.UUID) -> dict[bytes, Fact]:
    """The first standing fact of a kind of each person in a scope."""
    found: dict[bytes, Fact] = {}
    for fact in standing(facts):
        if fact.kind == kind and fact.pseudonym is not None and scope in {NETWORK, fact.partner_id}:
            found.setdefault(fact.pseudonym, fact)
    return found


def count_events(kind: FactKind) -> Twin:
    """Every event counts; one taken back does not."""

    def twin(facts: Iterable[Fact], scope: uuid.UUID) -> Counter[Cell]:
        cells: Counter[Cell] = Counter()
        for fact in facts:
            if fact.kind == kind and scope in {NETWORK, fact.partner_id}:
                cells[Cell(fact.occurred_on.replace(day=1), fact.sex, fact.age_band)] += fact.weight
        return +cells

    return twin


def count_persons(kind: FactKind) -> Twin:
    """Each person once, in the month of their first standing fact of this kind, with what was frozen."""

    def twin(facts: Iterable[Fact], scope: uuid.UUID) -> Counter[Cell]:
        known = list(facts)
        who = frozen(known)
        return Counter(
            Cell(fact.occurred_on.replace(day=1), *who[person])
            for person, fact in earliest(known, kind, scope).items()
        )

    return twin


def count_days(kind: FactKind) -> DaysTwin:
    """How many persons waited how many days, at their first standing fact of this kind."""

    def twin(facts: Iterable[Fact], scope: uuid.UUID) -> Counter[int]:
        first = earliest(facts, kind, scope).values()
        return Counter(fact.days for fact in first if fact.days is not None)

    return twin


def count_lines(facts: Iterable[Fact], kind: FactKind, scope: uuid.UUID) -> Counter[str]:
    """How many persons on each action line, on all of which they were followed."""
    followed = {
        (fact.pseudonym, line)
        for fact in standing(facts)
        if fact.kind == kind and scope in {NETWORK, fact.partner_id}
        for line in fact.lines
    }
    return Counter(line for _person, line in followed)


def count_partners(kind: FactKind) -> NumberTwin:
    """The partners with at least one standing fact of this kind."""

    def twin(facts: Iterable[Fact]) -> int:
        return len({fact.partner_id for fact in standing(facts) if fact.kind == kind})

    return twin


def one_project(_facts: Iterable[Fact]) -> int:
    """The edition is one project; its beneficiaries are local authorities."""
    return 1
