# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reads of surveys and their results. Row security: one's own invitation, one's partner's figures, the nation all."""
