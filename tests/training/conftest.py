# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The world for rules that are tried on many inputs in one test."""

from collections.abc import Callable

import pytest

from tests.world import World


@pytest.fixture
def world_of_rules(world: World) -> Callable[[], World]:
    """The same world for each example; the example undoes what it wrote."""
    return lambda: world
