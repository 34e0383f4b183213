# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the direction decides."""

from lgnet.direction.actions.deciding import Wanted, below_reached, below_words
from lgnet.direction.actions.targets import (
    NO_VERSION,
    export,
    load_published_targets,
    redistribute,
    refuse_redistribution,
    set_sheet,
    set_target,
    take_back,
)

__all__ = [
    "NO_VERSION",
    "Wanted",
    "below_reached",
    "below_words",
    "export",
    "load_published_targets",
    "redistribute",
    "refuse_redistribution",
    "set_sheet",
    "set_target",
    "take_back",
]
