# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where the benchmark keeps its databases, and the environment of the processes that work on one of them.

One server, one database for each size, kept between runs: writing 900,000 people takes many minutes.
"""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SIZES = (9_000, 90_000, 900_000)
PARTNER = "roma"  # the largest: with 900,000 people it has more than 90,000 of them


def home() -> Path:
    """LGNET_BENCH_HOME, by default a folder beside the platform's own."""
    return Path(os.environ.get("LGNET_BENCH_HOME") or ROOT / ".lgnet" / "bench").resolve()


def database(size: int) -> str:
    """The name of the database with so many people."""
    return f"bench_{size}"


def environment(size: int, **more: str) -> dict[str, str]:
    """What a process that works on this database finds in its environment: the platform as in production."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LGNET_", "DATABASE_"))}
    return {
        **kept,
        "DJANGO_SETTINGS_MODULE": "lgnet.config.settings",
        "LGNET_HOME": str(home()),
        "LGNET_DATABASE": database(size),
        "LGNET_LOG_LEVEL": "WARNING",
        **more,
    }
