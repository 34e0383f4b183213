# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""How much work a request is, and how that grows from nine thousand people to nine hundred thousand.

Nothing here runs in the test suite: time depends on the machine. Compare the figures of one run with each other.
"""
