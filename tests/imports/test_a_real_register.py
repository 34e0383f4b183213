# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A slice of a register of 108,000 people, with names in many scripts, goes from file to cases."""

import gzip
import itertools
import os
from pathlib import Path
from typing import Any

import pytest

from lgnet.core.rowsecurity import acting_as
from lgnet.imports import actions
from lgnet.imports.models import ImportRun
from lgnet.people.models import Identifier, Person
from tests.environment import ROOT
from tests.world import World

LINKAGE = Path(os.environ.get("LGNET_LINKAGE", ROOT.parent / "shared" / "linkage"))
REGISTER = LINKAGE / "dev" / "register100k.csv.gz"
ROWS = 1_500


@pytest.mark.skipif(not REGISTER.is_file(), reason=f"the register is not at {REGISTER} (LGNET_LINKAGE)")
def test_a_slice_of_the_register_is_checked_written_and_taken_back(
    world: World, settings: Any, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    by = world.dario
    with gzip.open(REGISTER, "rb") as source:
        lines = list(itertools.islice(source, ROWS + 1))
    with acting_as(by.actor()):
        run = actions.receive(by=by, file_name="register.csv", blocks=lines)
        run = actions.map_columns(by=by, run=run, columns=run.columns, with_cases=True)
    run = actions.check_file(by=by, run_id=run.pk)
    assert (run.state, run.rows_total, run.problem_count) == (ImportRun.State.CHECKED, ROWS, 0)

    with acting_as(by.actor()):
        actions.start_writing(by=by, run=run)
    run = actions.write_file(by=by, run_id=run.pk)
    assert (run.people_written, run.cases_written) == (ROWS, ROWS)
    with acting_as(by.actor()):
        kinds = Identifier.objects.filter(person__import_run=run.pk).values_list("kind", flat=True)
        assert "provisional_tax_code" in set(kinds)
        actions.start_undo(by=by, run=run)
    actions.undo_file(by=by, run_id=run.pk)
    with acting_as(by.actor()):
        assert not Person.objects.filter(import_run=run.pk).exists()
