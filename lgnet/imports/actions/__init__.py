# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every change made by imports."""

from lgnet.imports.actions.bulk import Counts, write_people

__all__ = ["Counts", "write_people"]
