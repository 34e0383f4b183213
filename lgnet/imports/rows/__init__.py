# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""From one whole person to the rows of every table: the same rules as the actions, without their queries."""
