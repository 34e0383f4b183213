# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The same import from the command line."""

from pathlib import Path
from typing import Any

import click
import pytest

from lgnet.core.rowsecurity import acting_as
from lgnet.imports.models import ImportRun
from lgnet.imports.terminal import Wanted, import_people
from tests.imports.registers import GOOD
from tests.world import World

BAD = GOOD + "X;Y;31/02/1990;;;;\n"


@pytest.fixture(autouse=True)
def own_files(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture
def register(tmp_path: Path) -> Path:
    path = tmp_path / "registro.csv"
    path.write_text(BAD)
    return path


def state(world: World) -> tuple[str, int]:
    with acting_as(world.dario.actor()):
        run = ImportRun.objects.latest("started_at")
        return run.state, run.people_written


def test_a_file_with_errors_is_refused_unless_its_bad_rows_are_left_out(world: World, register: Path) -> None:
    with pytest.raises(SystemExit):
        import_people(register, Wanted("genova", "dario@example.org", {}))
    assert state(world) == ("failed", 0)

    import_people(register, Wanted("genova", "dario@example.org", {}, skip_bad_lines=True))
    assert state(world) == ("done", 3)


def test_a_dry_run_writes_nobody_and_a_column_can_be_left_out(world: World, register: Path) -> None:
    wanted = Wanted("genova", "dario@example.org", {"Data di nascita": ""}, dry_run=True)
    import_people(register, wanted)
    assert state(world) == ("failed", 0)


@pytest.mark.parametrize(("email", "partner"), [("dario@example.org", "torino"), ("x@example.org", "genova")])
def test_somebody_who_does_not_work_there_is_refused(
    world: World, register: Path, email: str, partner: str
) -> None:
    with pytest.raises(click.ClickException):
        import_people(register, Wanted(partner, email, {}))


def test_a_role_that_may_not_import_is_refused(world: World, register: Path) -> None:
    with pytest.raises(click.ClickException):
        import_people(register, Wanted("genova", "anna@example.org", {}))
