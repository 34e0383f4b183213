# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The command line: take, list, show, verify and compare, with the state as the status."""

import datetime as dt
from collections.abc import Callable

import click
import pytest

from lgnet.snapshots import terminal
from tests.factories.counting import facts
from tests.factories.snapshots import JUNE, a_cutoff
from tests.world import World

UGO = "ugo@example.org"


def test_a_cutoff_is_taken_listed_and_shown(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    facts(world.anna, 1, 2)

    terminal.take_cutoff(UGO, JUNE, "")
    terminal.list_cutoffs(UGO)
    terminal.show_cutoff(UGO, "2026-06-30.1")

    said = capsys.readouterr().out
    assert "2026-06-30.1: " in said and "Seal " in said and "1 cut-offs." in said
    assert any(line.split()[:3] == ["O.2.3", "v1", "2"] for line in said.splitlines())


def test_verification_ends_with_zero_where_all_hold(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    facts(world.anna, 1)
    a_cutoff(world.ugo)

    with pytest.raises(SystemExit) as ended:
        terminal.verify_cutoffs(UGO, None)

    assert ended.value.code == 0
    assert " ok" in capsys.readouterr().out


def test_the_difference_is_told_with_its_events(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    facts(world.anna, 1)
    a_cutoff(world.ugo)
    facts(world.anna, 2, day=dt.date(2026, 8, 1))
    a_cutoff(world.ugo, dt.date(2026, 9, 30))

    terminal.compare_cutoffs(UGO, "2026-06-30.1", "2026-09-30.1", "genova")

    said = capsys.readouterr().out
    assert "O.2.3: 1 -> 2" in said and "New since the earlier cut-off" in said


def test_what_is_not_there_or_not_theirs_is_said_in_a_sentence(world: World) -> None:
    wrongs: list[Callable[[], None]] = [
        lambda: terminal.take_cutoff("dario@example.org", JUNE, ""),
        lambda: terminal.take_cutoff(UGO, dt.date(2199, 1, 1), ""),
        lambda: terminal.show_cutoff(UGO, "2026-06-30.9"),
        lambda: terminal.compare_cutoffs(UGO, "no", "no", ""),
        lambda: terminal.resume_sheet(UGO, "", "no"),
    ]
    for wrong in wrongs:
        with pytest.raises(click.ClickException):
            wrong()
