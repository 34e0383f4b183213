# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The operator's own commands; the domains keep theirs. Listed in `lgnet.config.cli`."""
