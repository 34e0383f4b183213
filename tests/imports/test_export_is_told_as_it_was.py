# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The audit says what an export held, not what somebody wrote into its address."""

import json

from lgnet.core.models import AuditEntry
from lgnet.core.rowsecurity import acting_as
from lgnet.imports.actions.exporting import export_people
from tests.world import World


def test_an_unknown_filter_exports_everybody_and_is_told_so(world: World) -> None:
    with acting_as(world.dario.actor()):
        export_people(by=world.dario, which="Mamadou Diallo", kind="csv").close()

        told = json.loads(AuditEntry.objects.get(event="people.exported").detail)

    assert (told["which"], told["people"]) == ("all", 3)
