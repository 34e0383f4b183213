# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The guard finds what tells who somebody is, leaves alone what does not, and is measured on texts written for it.

`LGNET_WRITE_EVIDENCE=1 pytest tests/people/test_guard.py` writes docs/evidence/guard.md anew; without it the figures
there must be those that come out.
"""

import os
import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lgnet.core.rowsecurity import acting_as
from lgnet.people import guard
from lgnet.people.guard import Kind, Passage
from lgnet.people.guard.names import likely_names
from lgnet.people.guard.passages import without_overlaps
from lgnet.people.guard.patterns import numbers_and_addresses
from lgnet.people.tax_code import encode_provisional
from tests.environment import ROOT
from tests.world import World

TEXTS = ROOT / "tests" / "people" / "guard_texts.txt"
EVIDENCE = ROOT / "docs" / "evidence" / "guard.md"
MARK = re.compile(r"\[(\w+)\|([^\]]+)\]")


def marked(line: str) -> tuple[str, list[Passage]]:
    """The text without its marks, and the passages that they name."""
    text, passages, at = "", [], 0
    for match in MARK.finditer(line):
        text += line[at : match.start()]
        passages.append(Passage(len(text), len(text) + len(match[2]), Kind(match[1])))
        text, at = text + match[2], match.end()
    return text + line[at:], passages


def examples() -> list[tuple[str, list[Passage]]]:
    lines = TEXTS.read_text(encoding="utf-8").splitlines()
    return [marked(line) for line in lines if line.strip() and not line.startswith("#")]


@dataclass
class Measured:
    """What was there, what of it was found, and what was found where nothing is."""

    there: Counter[Kind] = field(default_factory=Counter)
    found: Counter[Kind] = field(default_factory=Counter)
    wrong: Counter[Kind] = field(default_factory=Counter)
    texts: int = 0
    quiet: int = 0
    disturbed: int = 0

    def add(self, expected: list[Passage], got: tuple[Passage, ...]) -> None:
        self.texts += 1
        if not expected:
            self.quiet += 1
            self.disturbed += bool(got)
        for each in expected:
            self.there[each.kind] += 1
            self.found[each.kind] += any(overlap(each, other) for other in got)
        for each in got:
            if not any(overlap(each, other) for other in expected):
                self.wrong[each.kind] += 1


def overlap(one: Passage, other: Passage) -> bool:
    return one.start < other.end and other.start < one.end


def percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "–"


def report(measured: Measured) -> str:
    found, there, wrong = measured.found.total(), measured.there.total(), measured.wrong.total()
    rows = "\n".join(
        f"| {kind.value} | {measured.there[kind]} | {measured.found[kind]} |"
        f" {percent(measured.found[kind], measured.there[kind])} | {measured.wrong[kind]} |"
        for kind in Kind
    )
    return f"""<!--
SPDX-FileCopyrightText: 2026 The LGNET platform contributors
SPDX-License-Identifier: EUPL-1.2
-->
# How well the guard finds what tells who somebody is

Before something is posted for the whole network, `lgnet.people.guard` warns of tax codes, papers, telephones,
addresses, dates of birth and names. Repeat with
`LGNET_WRITE_EVIDENCE=1 .venv/bin/pytest tests/people/test_guard.py`; the same test fails when these figures no longer
hold. The texts are [ours](../../tests/people/guard_texts.txt), invented and few: compare changes of the rules with
each other, and expect other figures on what people really write.

{measured.texts} texts, {there} passages to find, {measured.quiet} texts without any.

| | |
|---|---|
| recall: found of what is there | {percent(found, there)} ({found} of {there}) |
| precision: right of what was found | {percent(found, found + wrong)} ({found} of {found + wrong}) |
| texts without anything that were warned of | {measured.disturbed} of {measured.quiet} |

| kind | there | found | recall | found where nothing is |
|---|---|---|---|---|
{rows}

What it misses, by design: a first name alone in small letters, and family names that stand in no list and beside
nothing that announces a person. What it takes for a name though it is none: two capitals of which one is in the list.
A passage is found when anything that was found touches it.
"""


def test_the_figures_in_the_evidence_are_those_that_come_out(world: World) -> None:
    measured = Measured()
    with acting_as(world.anna.actor()):
        for text, expected in examples():
            measured.add(expected, guard.passages(text, by=world.anna))
    if os.environ.get("LGNET_WRITE_EVIDENCE"):
        EVIDENCE.write_text(report(measured), encoding="utf-8")

    assert EVIDENCE.read_text(encoding="utf-8") == report(measured)
    assert measured.found.total() >= 0.85 * measured.there.total(), "it finds most of what is there"
    assert measured.disturbed <= 0.15 * measured.quiet, "it leaves most of the rest alone"


def test_names_of_the_register_are_found_in_any_order_and_only_by_who_may_see_people(world: World) -> None:
    text = "Avete notizie di shevchenko olena da Genova"

    with acting_as(world.anna.actor()):
        assert [p.kind for p in guard.passages(text, by=world.anna)] == [Kind.REGISTERED]
    with acting_as(world.amelia.actor()):
        assert not [p for p in guard.passages(text, by=world.amelia) if p.kind is Kind.REGISTERED]
    with acting_as(world.carla.actor()):  # of another partner
        assert not [p for p in guard.passages(text, by=world.carla) if p.kind is Kind.REGISTERED]
    with acting_as(world.nadia.actor()):
        assert not [p for p in guard.passages(text, by=world.nadia) if p.kind is Kind.REGISTERED]


def test_colleagues_are_named_freely(world: World) -> None:
    with acting_as(world.carla.actor()):
        assert not guard.passages("Grazie a Anna Parodi, anna@example.org", by=world.carla)


@given(st.text(max_size=400))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_and_comes_back_whole(text: str) -> None:
    found = without_overlaps([*numbers_and_addresses(text), *likely_names(text)])

    assert "".join(piece.text for piece in guard.segments(text, found)) == text
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(st.integers(0, 10**8 - 1), st.sampled_from(["", " ", "\n", "("]), st.sampled_from(["", ".", ",", ")"]))
@settings(max_examples=100, deadline=None)
def test_every_provisional_code_is_told_from_other_numbers(number: int, before: str, after: str) -> None:
    code = encode_provisional(f"91{number:08d}")
    text = f"codice{before or ' '}{code}{after}"

    assert [p.kind for p in numbers_and_addresses(text)][:1] == [Kind.PROVISIONAL_TAX_CODE]


@pytest.mark.parametrize("text", [text for text, expected in examples() if not expected][:8])
def test_a_seal_says_that_these_very_words_were_warned_of(text: str) -> None:
    assert guard.seal_of([text]) == guard.seal_of([f"  {text}\n"])
    assert guard.seal_of([text]) != guard.seal_of([f"{text}!"])
    assert guard.seal_of([text, ""]) != guard.seal_of([text])
