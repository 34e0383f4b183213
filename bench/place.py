# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where the benchmark keeps its databases, and the environment of the processes that work on one of them.

One server, one database for each size, kept between runs: writing 900,000 people takes many minutes.
"""

import os
import platform
import time
from pathlib import Path
from typing import Any

from lgnet.config import keys

ROOT = Path(__file__).resolve().parent.parent
SIZES = (9_000, 90_000, 900_000)
FACTS = 5_000_000
PARTNER = "roma"  # the largest: with 900,000 people it has more than 90,000 of them

OF_FIFTY = "cinquanta.casi@roma.example"  # who carries fifty cases there, as a social worker does


def home() -> Path:
    """LGNET_BENCH_HOME, by default a folder beside the platform's own."""
    return Path(os.environ.get("LGNET_BENCH_HOME") or ROOT / ".lgnet" / "bench").resolve()


def enter() -> None:
    """Let this process and those it starts live in the benchmark's home; its keys are made where they are missing."""
    os.environ["LGNET_HOME"] = str(home())
    home().mkdir(mode=0o711, parents=True, exist_ok=True)
    keys.ensure(demo=False)


def circumstances() -> dict[str, Any]:
    """When and where figures were measured."""
    return {
        "day": time.strftime("%Y-%m-%d"),
        "machine": f"{platform.machine()}, {os.cpu_count()} cores",
        "load": [round(n, 1) for n in os.getloadavg()],
        "python": platform.python_version(),
    }


def database(size: int) -> str:
    """The name of the database with so many people."""
    return f"bench_{size}"


def facts_database(facts: int = FACTS) -> str:
    """The name of the database that holds so many counting facts and nobody's file."""
    return f"bench_facts_{facts}"


def environment(size: int, **more: str) -> dict[str, str]:
    """What a process that works on this database finds in its environment: the platform as in production."""
    return environment_of(database(size), **more)


def environment_of(name: str, **more: str) -> dict[str, str]:
    """The same for a database by its name."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("LGNET_", "DATABASE_"))}
    return {
        **kept,
        "DJANGO_SETTINGS_MODULE": "lgnet.config.settings",
        "LGNET_HOME": str(home()),
        "LGNET_DATABASE": name,
        "LGNET_LOG_LEVEL": "WARNING",
        **more,
    }
