# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Taking something off an imported person is work on them: the import is no longer undone over it."""

from pathlib import Path
from typing import Any

import pytest

from lgnet.core.rowsecurity import acting_as
from lgnet.imports.models import ImportRun
from lgnet.people.actions import withdraw_channel
from lgnet.people.models import ContactChannel, Person
from tests.imports.registers import undone, written
from tests.world import World


@pytest.fixture(autouse=True)
def own_files(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


def test_a_telephone_withdrawn_since_keeps_the_import(world: World) -> None:
    run = written(world.dario)
    with acting_as(world.dario.actor()):
        channels = ContactChannel.objects.select_related("person__key")
        withdraw_channel(by=world.anna, channel=channels.filter(person__import_run=run.pk)[0])

    run = undone(world.dario, run)

    assert run.state == ImportRun.State.DONE and "1" in run.failure
    with acting_as(world.dario.actor()):
        assert Person.objects.filter(import_run=run.pk).exists()
