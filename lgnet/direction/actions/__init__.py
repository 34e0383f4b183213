# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the direction decides."""

from lgnet.direction.actions.targets import export, load_published_targets, set_target

__all__ = ["export", "load_published_targets", "set_target"]
