# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Services with their words in other languages, places and hours, the stops of the mobile units, what people report."""

from lgnet.directory.models.place import Desk, Hours, Place, SpecialDay
from lgnet.directory.models.service import Cost, Service, ServiceText
from lgnet.directory.models.sheet import SheetRun
from lgnet.directory.models.stop import Stop, StopChange
from lgnet.directory.models.team import TeamContact
from lgnet.directory.models.told import Nag, WrongReport

__all__ = [
    "Cost",
    "Desk",
    "Hours",
    "Nag",
    "Place",
    "Service",
    "ServiceText",
    "SheetRun",
    "SpecialDay",
    "Stop",
    "StopChange",
    "TeamContact",
    "WrongReport",
]
