# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The checks before any figure leaves, as pure functions over values at a cut-off (rules CNT-1 to CNT-10, section 8).

`measuring.live` and `measuring.exact_at` make the values. What stops must be mended before anything is sent; what
warns may leave, with its reason. The sentences stand in both languages, so that a cut-off can keep them.
"""

import datetime as dt
import uuid
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from lgnet.counting.models import NETWORK
from lgnet.direction.indicators import DERIVED, INDICATORS, Group, Indicator, Wording

Scope = uuid.UUID
Cells = Mapping[tuple[str, str], int]  # by sex and age band


class Severity(StrEnum):
    """Whether figures may leave."""

    STOPS = "stops"
    WARNS = "warns"


class Repair(StrEnum):
    """Where somebody goes to mend it."""

    NONE = ""
    PEOPLE = "people"  # data of persons are missing
    CUTOFF = "cutoff"  # another day
    FACTS = "facts"  # totals or facts are wrong: the administrator


@dataclass(frozen=True)
class Values:
    """Cumulative values up to the end of `until`: cells and, counted apart, the totals by scope and code.

    `weak`: persons known only by a weak pseudonym, by scope and code. `derived`: authorities and projects.
    """

    until: dt.date
    cells: Mapping[tuple[Scope, str], Cells]
    totals: Mapping[tuple[Scope, str], int]
    partners: tuple[Scope, ...]
    is_network: bool = True  # otherwise one partner alone
    derived: Mapping[str, int] = field(default_factory=dict)
    weak: Mapping[tuple[Scope, str], int] = field(default_factory=dict)

    def total(self, scope: Scope, code: str) -> int:
        return self.totals.get((scope, code), 0)

    def of(self, scope: Scope, code: str) -> Cells:
        return self.cells.get((scope, code), {})


@dataclass(frozen=True)
class Finding:
    """Something found: by which rule, where, how many it concerns, and where it is mended."""

    check: str
    severity: Severity
    sentence: Wording
    partner: Scope | None
    indicator: str
    count: int = 0
    repair: Repair = Repair.NONE


def run(
    values: Values,
    *,
    today: dt.date,
    previous: Values | None = None,
    corrected: Collection[tuple[Scope, str]] = (),
) -> tuple[Finding, ...]:
    """Everything found, what stops first.

    `previous`: the values of the last cut-off. `corrected`: scopes and codes of which facts were taken back, with
    a reason, since then.
    """
    found = [
        *cutoff_day(values.until, today),
        *sums(values),
        *parts(values),
        *once_across_partners(values),
        *bodies(values),
        *never_less(values, previous, corrected),
        *unreportable(values),
        *weakly_known(values),
    ]
    return tuple(sorted(found, key=lambda one: one.severity != Severity.STOPS))


def last_day_before(day: dt.date) -> dt.date:
    """The last day of the month before a day."""
    return day.replace(day=1) - dt.timedelta(days=1)


def cutoff_day(until: dt.date, today: dt.date) -> Iterator[Finding]:
    """What is sent is what stood at the end of the month before (CNT-10, CPR art. 42(4))."""
    wanted = last_day_before(today)
    if until != wanted:
        yield _stop(
            "CNT-10",
            Wording(
                f"La data di riferimento è il {until:%d.%m.%Y}: si trasmette ciò che risulta al {wanted:%d.%m.%Y}.",
                f"The cut-off is {until:%d.%m.%Y}: what is sent is what stood on {wanted:%d.%m.%Y}.",
            ),
            repair=Repair.CUTOFF,
        )


def sums(values: Values) -> Iterator[Finding]:
    """Gender by age adds up to the total (CNT-2)."""
    for (scope, code), total in values.totals.items():
        added = sum(values.of(scope, code).values())
        if added != total:
            yield _stop(
                "CNT-2",
                Wording(
                    f"{code}: genere per età somma {added}, il totale è {total}.",
                    f"{code}: gender by age adds up to {added}, the total is {total}.",
                ),
                scope,
                code,
                abs(added - total),
                Repair.FACTS,
            )


def parts(values: Values) -> Iterator[Finding]:
    """An "of which" never exceeds its whole, a result never its output, in no gender and age band (CNT-2, CNT-3)."""
    for scope in (NETWORK, *values.partners):
        for one in INDICATORS.values():
            for whole, check in ((one.parent, "CNT-2"), (one.bounded_by, "CNT-3")):
                if whole and (more := _excess(values.of(scope, one.code), values.of(scope, whole))):
                    yield _stop(check, _exceeds(one.code, whole, more), scope, one.code, more, Repair.FACTS)


def _excess(part: Cells, whole: Cells) -> int:
    """By how much a part exceeds its whole, added up over the cells where it does."""
    return sum(max(0, n - whole.get(cell, 0)) for cell, n in part.items())


def _exceeds(part: str, whole: str, more: int) -> Wording:
    return Wording(
        f"{part} supera {whole} di {more} in almeno una casella di genere ed età.",
        f"{part} exceeds {whole} by {more} in at least one cell of gender and age.",
    )


def once_across_partners(values: Values) -> Iterator[Finding]:
    """The network counts nobody twice: at most the sum of the partners, at least the largest of them (CNT-1)."""
    if not values.is_network:
        return
    for one in _of_persons():
        shares = [values.total(partner, one.code) for partner in values.partners]
        whole = values.total(NETWORK, one.code)
        if not max(shares, default=0) <= whole <= sum(shares):
            yield _stop(
                "CNT-1",
                Wording(
                    f"{one.code}: la rete conta {whole} persone, i partner insieme {sum(shares)}.",
                    f"{one.code}: the network counts {whole} persons, the partners together {sum(shares)}.",
                ),
                None,
                one.code,
                abs(whole - sum(shares)),
                Repair.FACTS,
            )


def bodies(values: Values) -> Iterator[Finding]:
    """Authorities and projects are few and known (section 8, point 6)."""
    for code, n in values.derived.items():
        most = DERIVED[code].most
        if n > most:
            yield _stop(
                "8.6",
                Wording(f"{code} vale {n}: al massimo {most}.", f"{code} is {n}: at most {most}."),
                None,
                code,
                n - most,
                Repair.FACTS,
            )


def never_less(
    values: Values, previous: Values | None, corrected: Collection[tuple[Scope, str]]
) -> Iterator[Finding]:
    """A cumulative value goes down only by a correction that was written down (section 8, point 5)."""
    if previous is None:
        return
    for (scope, code), before in previous.totals.items():
        now = values.total(scope, code)
        if now < before and (scope, code) not in corrected:
            yield _stop(
                "8.5",
                Wording(
                    f"{code} scende da {before} a {now} senza una correzione registrata.",
                    f"{code} goes down from {before} to {now} without a correction written down.",
                ),
                scope,
                code,
                before - now,
                Repair.FACTS,
            )


def unreportable(values: Values) -> Iterator[Finding]:
    """Counted persons without gender or birth date cannot be reported to the fund (section 8, point 1)."""
    for partner in values.partners:
        for one in _of_persons():
            if one.group == Group.PROJECT or one.parent or one.group == Group.RESULT:
                continue  # who is part of another figure is found there
            cells = values.of(partner, one.code)
            n = sum(count for (sex, band), count in cells.items() if not sex or not band)
            if n:
                yield Finding(
                    "8.1", Severity.WARNS, _not_reportable(one.code, n), partner, one.code, n, Repair.PEOPLE
                )


def _not_reportable(code: str, n: int) -> Wording:
    if n == 1:
        return Wording(
            f"{code}: a 1 persona contata manca il genere o la data di nascita, e non si può rendicontare.",
            f"{code}: 1 person counted has no gender or birth date, and cannot be reported.",
        )
    return Wording(
        f"{code}: a {n} persone contate manca il genere o la data di nascita, e non si possono rendicontare.",
        f"{code}: {n} persons counted have no gender or birth date, and cannot be reported.",
    )


def weakly_known(values: Values) -> Iterator[Finding]:
    """Who has no tax code is known by name and birth date only, and may be counted twice (section 8, point 3)."""
    for partner in values.partners:
        n = values.weak.get((partner, "O.2.3"), 0)
        if n:
            yield Finding(
                "8.3",
                Severity.WARNS,
                Wording(
                    f"O.2.3: {n} persone senza codice fiscale sono riconosciute solo da nome e data di nascita.",
                    f"O.2.3: {n} persons without a tax code are known by name and birth date only.",
                ),
                partner,
                "O.2.3",
                n,
                Repair.PEOPLE,
            )


def _of_persons() -> Iterable[Indicator]:
    return (one for one in INDICATORS.values() if one.counts_persons)


def _stop(
    check: str,
    sentence: Wording,
    scope: Scope | None = None,
    indicator: str = "",
    count: int = 0,
    repair: Repair = Repair.NONE,
) -> Finding:
    partner = None if scope == NETWORK else scope
    return Finding(check, Severity.STOPS, sentence, partner, indicator, count, repair)
