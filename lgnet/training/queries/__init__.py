# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reads of the training. Row security: a partner its own people, a trainer their class, the nation all."""

from lgnet.training.queries.completion import Completion, Meeting, completed, completions

__all__ = ["Completion", "Meeting", "completed", "completions"]
