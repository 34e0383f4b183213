# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""Names in any script: what a form stores (`clean`), and what a search compares (`tokens`, `skeleton`...).

Never show or store anything but `clean` text: tokens and skeletons are lossy and only meet each other.
Change a rule and every stored match key changes with it: raise `VERSION` so that keys are rebuilt.
"""

from __future__ import annotations

from lgnet.people.names.cleaning import clean
from lgnet.people.names.folding import fold, loose, skeleton
from lgnet.people.names.scripts import script
from lgnet.people.names.tokens import tokens

VERSION = 1

__all__ = ["VERSION", "clean", "fold", "loose", "script", "skeleton", "tokens"]
