# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is told outside a partner: every number of the pages as a tree whose parts add up (`disclosure.SharingOut`).

One tree for each thing that is counted, however many pages show it: contacts (areas, seasons, refusals on the
street), episodes (paths, waits, refusals at the screening, cases by line and closure), services, and each need.
Contacts by month, and how many of them declined, are indicators that the nation reads exactly; they stay exact.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lgnet.analysis.models import ANY, BASE, SENSITIVE, Topic
from lgnet.disclosure import Key, SharingOut, summed

Atoms = Mapping[str, Mapping[Key, int]]
Cells = list[
    tuple[str, str, int, str, str, str, int, int]
]  # topic, quarter, urgency, line, first, second, n, base
FINAL = ("oriented", "not_eligible", "declined", "lost")
CLOSED_BY_THE_PERSON = ("withdrew", "untraceable")


@dataclass
class Telling:
    """The trees of one partner. `plain` and `sensitive` differ in how coarse they are."""

    plain: SharingOut
    sensitive: SharingOut
    cells: Cells = field(default_factory=list)
    waits: dict[Key, dict[str, int]] = field(default_factory=dict)

    def everything(self, atoms: Atoms, waiting: Atoms) -> None:
        """Tell all numbers."""
        self.contacts(atoms)
        outcomes = self.episodes(atoms)
        self.cases(atoms, outcomes)
        self.waiting(waiting, outcomes)
        self.services(atoms["service"])
        self.needs(atoms["need"])

    def contacts(self, atoms: Atoms) -> None:
        """Months by weekday; quarters by weekday and hour, by answer and place, by answer and area."""
        months = summed(atoms["answer"], lambda key: key[:1])
        answers = summed(atoms["answer"], lambda key: (_quarter(key[0]), key[1]))
        days = self.plain.split("weekday", months, atoms["weekday"], _first(1), _by_day)
        wholes = summed(days, lambda key: (_quarter(key[0]), key[1]))
        hours = self.plain.split("hour", wholes, atoms["hour"], _first(2), _in_time)
        places = self.plain.split("place", answers, atoms["place"], _first(2), _in_time)
        areas = self.sensitive.split("area", answers, atoms["area"], _first(2), _in_time)
        for (month, day), n in days.items():
            self._cell(Topic.SEASON, _quarter(month), month[5:], day, n)
        for (quarter, day, hour), n in hours.items():
            self._cell(Topic.HOUR, quarter, hour, day, n)
        for (quarter, answer, place), n in places.items():
            self._cell(Topic.PLACE, quarter, place, answer, n)
        for (quarter, answer, area), n in areas.items():
            if area:
                self._cell(Topic.AREA, quarter, area, answer, n)
        for (quarter, answer), n in answers.items():
            self._refusal(quarter, ANY, "street", answer if answer == "declined" else "", n)

    def episodes(self, atoms: Atoms) -> dict[Key, int]:
        """Quarters by urgency, how the screening ended, and door; gives back all but the door."""
        out, doors = self.plain, atoms["source"]
        whole = out.begin("episodes", summed(doors, _first(0)))
        years = out.split("year", whole, summed(doors, lambda key: (key[0][:4],)), _first(0), _nowhere)
        quarters = out.split("quarter", years, summed(doors, _first(1)), lambda key: (key[0][:4],), _nowhere)
        urgencies = out.split("urgency", quarters, summed(doors, _first(2)), _first(1), _with_urgency)
        outcomes = out.split("outcome", urgencies, summed(doors, _first(4)), _first(2), _with_urgency)
        told = out.split("source", outcomes, doors, _first(4), _with_urgency)
        for (quarter, urgency, outcome, _screened, source), n in told.items():
            self._cell(Topic.ENTRY, quarter, source, outcome, n, int(urgency))
        for (quarter, urgency, outcome, screened), n in outcomes.items():
            if screened == "true":
                self._refusal(quarter, int(urgency), "screening", outcome if outcome in FINAL else "", n)
        return outcomes

    def cases(self, atoms: Atoms, outcomes: Mapping[Key, int]) -> None:
        """Whoever was taken in charge, by the lines of the case and its closure; closures by their own quarter."""
        taken = summed({key: n for key, n in outcomes.items() if key[2] == "taken"}, _first(2))
        cases = self.plain.split("case", taken, atoms["case"], _first(2), _along_lines)
        for (quarter, urgency, lines, closure), n in cases.items():
            for line in lines.split("+"):
                self._cell(Topic.LINE, quarter, "taken", line, n, int(urgency))
                self._cell(Topic.END, quarter, line, closure, n, int(urgency))
        reasons = summed(cases, lambda key: (key[3],))
        closed = self.plain.split("closed", reasons, atoms["closed"], _first(1), lambda key: (key[1:],))
        for (reason, quarter), n in closed.items():
            self._refusal(quarter, ANY, "closure", reason if reason in CLOSED_BY_THE_PERSON else "", n)

    def waiting(self, waiting: Atoms, outcomes: Mapping[Key, int]) -> None:
        """The waits for each step by bands of days: parts of how many were taken, ended otherwise or still wait."""
        stages = summed(outcomes, lambda key: (*key[:2], _stage(key[2]), key[3]))
        for step, found in waiting.items():
            told = self.plain.split(f"wait {step}", stages, found, _first(4), _in_bands)
            for (quarter, urgency, _stands, _screened, state, verdict, band), n in told.items():
                row = self.waits.setdefault((quarter, urgency, step, band), {})
                row[state] = row.get(state, 0) + n
                row[verdict] = row.get(verdict, 0) + n

    def services(self, work: Mapping[Key, int]) -> None:
        """Interventions by area and result, then by quarter."""
        turned: dict[Key, int] = {(area, result, quarter): n for (quarter, area, result), n in work.items()}
        told = self._from_the_whole("service", turned, (1, 2, 3))
        for (area, result, quarter), n in told.items():
            self._cell(Topic.SERVICE, quarter, area, result, n)
            self._refusal(quarter, ANY, "service", "" if result == "done" else result, n, SENSITIVE)

    def needs(self, found: Mapping[Key, int]) -> None:
        """Each need for itself: how it was answered, then quarter, urgency and the lines of the case."""
        turned: dict[Key, int] = {
            (need, answer, quarter, urgency, lines): n
            for (quarter, urgency, need, answer, lines), n in found.items()
        }
        told = self._from_the_whole("need", turned, (1, 2, 3, 4, 5))
        for (need, answer, quarter, urgency, lines), n in told.items():
            for line in {"", *lines.split("+")}:
                self._cell(Topic.NEED, quarter, need, answer, n, int(urgency), line)

    def _from_the_whole(self, name: str, parts: Mapping[Key, int], levels: tuple[int, ...]) -> dict[Key, int]:
        """A tree of sensitive numbers, each level with one code more than the one before."""
        first, *others = levels
        told = self.sensitive.begin(f"{name} {first}", summed(parts, _first(first)))
        for above, level in zip(levels, others, strict=False):
            told = self.sensitive.split(
                f"{name} {level}", told, summed(parts, _first(level)), _first(above), _each_code
            )
        return told

    def _cell(
        self, topic: Topic, quarter: str, first: str, second: str, n: int, urgency: int = ANY, line: str = ""
    ) -> None:
        if n:
            self.cells.append((topic.value, quarter, urgency, line, first, second, n, BASE[topic]))

    def _refusal(
        self, quarter: str, urgency: int, moment: str, reason: str, n: int, base: int = BASE[Topic.REFUSAL]
    ) -> None:
        for second in filter(None, ("all", reason)) if n else ():
            self.cells.append((Topic.REFUSAL.value, quarter, urgency, "", moment, second, n, base))


def _quarter(month: str) -> str:
    """The quarter of a month as it is written everywhere."""
    return f"{month[:4]}-Q{(int(month[5:]) + 2) // 3}"


def _first(n: int) -> Callable[[Key], Key]:
    return lambda key: key[:n]


def _stage(outcome: str) -> str:
    return outcome if outcome == "taken" else "ended" if outcome in FINAL else "waiting"


def _nowhere(_key: Key) -> Iterable[Hashable]:
    return ()


def _by_day(key: Key) -> Iterator[Hashable]:
    month, day = key
    yield from ((day,), (month[5:], day), (month[:4], day), (_quarter(month), day))


def _in_time(key: Key) -> Iterator[Hashable]:
    """Through all time and in the year: all codes together and each by itself."""
    quarter, *codes = key
    for time in ("", quarter[:4]):
        yield (time, *codes)
        yield from ((time, code) for code in codes)
    yield from ((quarter, code) for code in codes)


def _with_urgency(key: Key) -> Iterator[Hashable]:
    """Through all time, in the year and in the quarter, for every urgency and this one."""
    quarter, urgency, *codes = key
    for time in ("", quarter[:4], quarter):
        for level in ("", urgency):
            yield (time, level, *codes)
            yield from ((time, level, code) for code in codes)


def _along_lines(key: Key) -> Iterator[Hashable]:
    quarter, urgency, lines, closure = key
    for line in lines.split("+"):
        yield from _with_urgency((quarter, urgency, line, closure))


def _in_bands(key: Key) -> Iterator[Hashable]:
    quarter, urgency, _stands, _screened, state, verdict, band = key
    for time in ("", quarter[:4], quarter):
        for level in ("", urgency):
            yield from ((time, level, state, band), (time, level, state), (time, level, verdict))


def _each_code(key: Key) -> Iterator[Hashable]:
    """The thing counted with each of its later codes, by pairs."""
    yield from ((key[0], place, code) for place, code in enumerate(key[2:]))
    yield from ((*key[:2], place, code) for place, code in enumerate(key[2:]))
    if len(key) > 2:
        yield (*key[:2], key[2][:4])


__all__ = ["Telling"]
