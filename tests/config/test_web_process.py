# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A process of the web does not walk again and again through what it loaded at its start."""

import gc

from lgnet.config import gunicorn


def test_what_is_loaded_at_the_start_is_set_aside_from_the_collector() -> None:
    before = gc.get_freeze_count()
    try:
        gunicorn.post_worker_init(object())

        assert gc.get_freeze_count() > before + 10_000
    finally:
        gc.unfreeze()
