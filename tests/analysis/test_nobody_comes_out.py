# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whoever solves all pages that show one number, with what the indicators tell besides, narrows nobody down.

The attacker knows every category that somebody can be in, each cell of each page and how far it may be from the
truth, and asks scipy for the least and the largest number of each. Months of contacts and how many declined are
indicators that the nation reads exactly: these the attacker knows exactly.
"""

import itertools
import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from lgnet.analysis.actions.telling import Telling
from lgnet.analysis.models import PLAIN, SENSITIVE
from lgnet.disclosure import SharingOut

ANY = "-1"  # of the urgency
Kind = tuple[str, ...]  # a category that rows can be in: one code for all that pages tell them apart by
Page = tuple[str, ...]  # a cell of a page: topic, urgency, line and two codes
Pages = Callable[[Kind], Iterable[Page]]  # the cells of all pages that such a row is counted in
attacked = settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow])
QUARTER = "2026-Q1"


@dataclass
class Attacker:
    """What everybody can see: `told` of each cell, off by less than its base; `exactly`: known besides."""

    kinds: Sequence[Kind]
    pages: Pages
    told: Mapping[Page, int]
    base: Callable[[Page], int]
    exactly: Mapping[Page, int]

    def __post_init__(self) -> None:
        every = {cell for kind in self.kinds for cell in self.pages(kind)}
        self.rows = {
            cell: np.array([float(cell in self.pages(kind)) for kind in self.kinds]) for cell in every
        }

    def widths(self) -> dict[Page, float]:
        """How much remains unknown of each cell, shown or not."""
        loose = [cell for cell in self.rows if cell not in self.exactly]
        a = np.array([self.rows[cell] for cell in loose])
        high = np.array([float(self.told.get(cell, 0) + self.base(cell) - 1) for cell in loose])
        low = np.array([float(self.told.get(cell, 0) - self.base(cell) + 1) for cell in loose])
        known = {"A_ub": np.vstack([a, -a]), "b_ub": np.concatenate([high, -low]), "method": "highs"}
        if self.exactly:
            known["A_eq"] = np.array([self.rows[cell] for cell in self.exactly])
            known["b_eq"] = np.array([float(n) for n in self.exactly.values()])
        found = {}
        for cell, row in self.rows.items():
            ends = [linprog(sign * row, **known) for sign in (1, -1)]
            assert all(end.status == 0 for end in ends), "what is told could be the truth"
            found[cell] = -ends[1].fun - ends[0].fun
        return found


def counted(rows: Iterable[Kind], by: Callable[[Kind], Kind]) -> dict[Kind, int]:
    found: dict[Kind, int] = {}
    for row in rows:
        found[by(row)] = found.get(by(row), 0) + 1
    return found


def telling(seed: int) -> Telling:
    chance = random.Random(seed).random  # noqa: S311 - the same at every run
    return Telling(SharingOut(PLAIN, chance), SharingOut(SENSITIVE, chance))


def cells_told(found: Telling) -> dict[Page, int]:
    """The cells as pages show them: for each urgency and for all."""
    told: dict[Page, int] = {}
    for topic, _quarter, urgency, line, first, second, n, _base in found.cells:
        for level in {ANY, str(urgency)}:
            key = (topic, level, line, first, second)
            told[key] = told.get(key, 0) + n
    return told


def some_of(kinds: Sequence[Kind], seed: int, most: int) -> list[Kind]:
    """Rows of a few kinds, many of one and single ones of others, as life is."""
    draw = random.Random(seed)  # noqa: S311 - the same at every run
    return [
        kind
        for kind in draw.sample(kinds, k=min(len(kinds), 12))
        for _ in range(draw.choice([1, 1, 2, 3, 4, most]))
    ]


MEETINGS = list(
    itertools.product(
        ("2026-01", "2026-02"), "12", ("09", "12"), ("street", "desk"), ("", "P"), ("met", "declined")
    )
)


def pages_of_a_contact(kind: Kind) -> set[Page]:
    month, day, hour, place, area, answer = kind
    cells = {
        ("season", ANY, "", month[5:], day), ("hour", ANY, "", hour, day), ("place", ANY, "", place, answer),
        ("refusal", ANY, "", "street", "all"), ("indicator", month, answer),
    }  # fmt: skip
    if answer == "declined":
        cells.add(("refusal", ANY, "", "street", "declined"))
    if area:
        cells.add(("area", ANY, "", area, answer))
    return cells


@attacked
@given(st.integers(0, 10_000))
def test_who_solves_areas_seasons_refusals_and_indicators_of_contacts(seed: int) -> None:
    rows = some_of(MEETINGS, seed, 30)
    atoms: dict[str, Mapping[Kind, int]] = {
        "answer": counted(rows, lambda r: (r[0], r[5])),
        "weekday": counted(rows, lambda r: (r[0], r[1])),
        "hour": counted(rows, lambda r: (QUARTER, r[1], r[2])),
        "place": counted(rows, lambda r: (QUARTER, r[5], r[3])),
        "area": counted(rows, lambda r: (QUARTER, r[5], r[4])),
    }
    found = telling(seed)
    found.contacts(atoms)
    exactly: dict[Page, int] = {
        ("indicator", month, answer): counted(rows, lambda r: (r[0], r[5])).get((month, answer), 0)
        for month in ("2026-01", "2026-02")
        for answer in ("met", "declined")
    }
    attacker = Attacker(
        MEETINGS, pages_of_a_contact, cells_told(found), lambda cell: 10 if cell[0] == "area" else 5, exactly
    )

    of_answer, of_month = counted(rows, lambda r: (r[5],)), counted(rows, lambda r: (r[0],))
    for cell, width in attacker.widths().items():
        topic, first, second = cell[0], cell[-2], cell[-1]
        if topic in ("place", "area"):
            least = min(5 if topic == "area" else 3, of_answer.get((second,), 0))
        elif topic == "season":
            least = min(3, of_month.get((f"2026-{first}",), 0))
        else:
            least = min(3, len(rows)) if topic == "hour" else 0  # the others are indicators themselves
        assert width >= least - 1e-6, cell


TAKEN = [
    (urgency, "taken", source, lines, closure, verdict, band)
    for urgency, source, lines, (closure, verdict, band) in itertools.product(
        "03", ("walk_in", "outreach"), ("housing", "civic", "civic+housing"),
        (("open", "on_time", "1"), ("open", "late", "5"), ("withdrew", "on_time", "5")),
    )
]  # fmt: skip
EPISODES: Sequence[Kind] = TAKEN + [
    (urgency, outcome, source, "", "", "late" if outcome == "to_screen" else "open", band)
    for urgency, outcome, source, band in itertools.product(
        "03", ("lost", "to_screen"), ("walk_in", "outreach"), "15"
    )
]
STATE = {"taken": "done", "lost": "ended", "to_screen": "waiting"}


def pages_of_an_episode(kind: Kind) -> set[Page]:
    urgency, outcome, source, lines, closure, verdict, band = kind
    cells: set[Page] = set()
    for level in (ANY, urgency):
        cells |= {
            ("entry", level, "", source, outcome),
            ("wait", level, STATE[outcome], band),
            ("wait", level, verdict, band),
        }
        if outcome != "to_screen":
            cells.add(("refusal", level, "", "screening", "all"))
        if outcome == "lost":
            cells.add(("refusal", level, "", "screening", "lost"))
        for line in filter(None, lines.split("+")):
            cells |= {("line", level, "", "taken", line), ("end", level, "", line, closure)}
    if closure == "withdrew":
        cells |= {("refusal", ANY, "", "closure", "all"), ("refusal", ANY, "", "closure", "withdrew")}
    return cells


@attacked
@given(st.integers(0, 10_000))
def test_who_solves_paths_refusals_and_waits_of_episodes(seed: int) -> None:
    rows = some_of(EPISODES, seed, 30)
    taken = [row for row in rows if row[1] == "taken"]
    screened = {"taken": "true", "lost": "true", "to_screen": "false"}
    atoms: dict[str, Mapping[Kind, int]] = {
        "source": counted(rows, lambda r: (QUARTER, r[0], r[1], screened[r[1]], r[2])),
        "case": counted(taken, lambda r: (QUARTER, r[0], r[3], r[4])),
        "closed": counted([row for row in taken if row[4] != "open"], lambda r: (r[4], QUARTER)),
    }
    stage = {"taken": "taken", "lost": "ended", "to_screen": "waiting"}
    waits = counted(rows, lambda r: (QUARTER, r[0], stage[r[1]], screened[r[1]], STATE[r[1]], r[5], r[6]))
    found = telling(seed)
    outcomes = found.episodes(atoms)
    found.cases(atoms, outcomes)
    found.waiting({"take_in_charge": waits}, outcomes)
    told = cells_told(found)
    for (_quarter, urgency, _step, band), row in found.waits.items():
        for name, n in row.items():
            for level in (ANY, urgency):
                told["wait", level, name, band] = told.get(("wait", level, name, band), 0) + n

    for cell, width in Attacker(EPISODES, pages_of_an_episode, told, lambda _cell: 5, {}).widths().items():
        assert width >= 3 - 1e-6, cell


ASKED: Sequence[Kind] = list(
    itertools.product(
        "03", ("housing", "work"), ("answered", "open", "unasked"), ("", "civic", "civic+housing")
    )
)


def pages_of_a_need(kind: Kind) -> set[Page]:
    urgency, need, answer, lines = kind
    return {
        ("need", level, line, need, answer) for level in (ANY, urgency) for line in {"", *lines.split("+")}
    }


@attacked
@given(st.integers(0, 10_000))
def test_who_solves_needs_by_urgency_and_line(seed: int) -> None:
    rows = some_of(ASKED, seed, 40)
    found = telling(seed)
    found.needs(counted(rows, lambda r: (QUARTER, *r)))

    for cell, width in (
        Attacker(ASKED, pages_of_a_need, cells_told(found), lambda _cell: 10, {}).widths().items()
    ):
        assert width >= 5 - 1e-6, cell


WORK: Sequence[Kind] = list(itertools.product(("health", "legal"), ("done", "refused", "no_show")))


@attacked
@given(st.integers(0, 10_000))
def test_who_solves_services_and_their_refusals(seed: int) -> None:
    rows = some_of(WORK, seed, 40)
    found = telling(seed)
    found.services(counted(rows, lambda r: (QUARTER, *r)))

    def pages(kind: Kind) -> set[Page]:
        area, result = kind
        cells: set[Page] = {("service", ANY, "", area, result), ("refusal", ANY, "", "service", "all")}
        return cells if result == "done" else {*cells, ("refusal", ANY, "", "service", result)}

    for cell, width in Attacker(WORK, pages, cells_told(found), lambda _cell: 10, {}).widths().items():
        assert width >= 5 - 1e-6, cell


@pytest.mark.parametrize("seed", range(30))
def test_everything_told_adds_up_however_it_is_cut(seed: int) -> None:
    """Quarters by urgency and all of them, doors and outcomes, bands of days: one number, told once."""
    rows = some_of(EPISODES, seed, 9)
    screened = {"taken": "true", "lost": "true", "to_screen": "false"}
    stage = {"taken": "taken", "lost": "ended", "to_screen": "waiting"}
    found = telling(seed)
    outcomes = found.episodes(
        {"source": counted(rows, lambda r: (QUARTER, r[0], r[1], screened[r[1]], r[2]))}
    )
    waits = counted(rows, lambda r: (QUARTER, r[0], stage[r[1]], screened[r[1]], STATE[r[1]], r[5], r[6]))
    found.waiting({"take_in_charge": waits}, outcomes)

    told = cells_told(found)
    whole = sum(n for (topic, level, *_rest), n in told.items() if (topic, level) == ("entry", ANY))
    assert whole % PLAIN == 0 and abs(whole - len(rows)) < PLAIN
    assert whole == sum(row.get(state, 0) for row in found.waits.values() for state in STATE.values())
    assert whole == sum(row.get(v, 0) for row in found.waits.values() for v in ("on_time", "late", "open"))
