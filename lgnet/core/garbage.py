# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""How often Python looks for garbage in a command that makes very many objects and then ends."""

import gc


def collect_seldom() -> None:
    """Keep garbage longer: all migrations from the start take 24 s of processor time and 400 MB, instead of 36 and 250.

    Each migration draws fifty models anew, and by default the collector walks through all of them every few hundred
    objects. Never for a process that stays.
    """
    gc.set_threshold(100_000, 20, 1_000)
