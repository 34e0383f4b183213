# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What must be done before the web can answer, each step skipped when nothing changed.

Every step is a `lgnet` command in a process of its own: it reads the settings with the role it needs.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from lgnet.config import fingerprints
from lgnet.config.env import WrongEnvironment
from lgnet.config.translations import compile_changed
from lgnet.core.embedded import uses_embedded
from lgnet.core.embedded.places import home

COMMAND = [sys.executable, "-m", "lgnet.config.cli"]


def prepare(*, demo: bool) -> None:
    """Tables, texts, static files and, in a demo, its people."""
    with step("Translations") as say:
        say("compiled" if compile_changed() else "unchanged")
    if uses_embedded() or os.environ.get("DATABASE_OWNER_URL") or os.environ.get("DATABASE_OWNER_URL_FILE"):
        _unless_current("Tables", "migrate", fingerprints.of_migrations, ["migrate"])
    else:
        click.echo("  Tables: left to `lgnet migrate`, for DATABASE_OWNER_URL is not given here.")
    static = ["manage", "collectstatic", "--no-input", "--verbosity", "0"]
    _unless_current("Static files", "static", fingerprints.of_static_files, static)
    if demo:  # fills an empty database and leaves another alone
        _unless_current("Demo data", "demo", fingerprints.of_migrations, ["demo", "load"])


@contextmanager
def step(name: str) -> Iterator[Callable[[str], None]]:
    """Print one line of progress: the name at once, the outcome and the seconds it took at the end."""
    outcome = ["done"]
    began = time.monotonic()
    click.echo(f"  {name + ' ':.<22} ", nl=False)
    sys.stdout.flush()
    try:
        yield lambda said: outcome.__setitem__(0, said)
    except BaseException:
        click.echo("not done")
        raise
    click.echo(f"{outcome[0]} ({time.monotonic() - began:.1f} s)")


def _unless_current(name: str, key: str, fingerprint: Callable[[], str], command: list[str]) -> None:
    with step(name) as say:
        # A real server may have been changed from elsewhere: there the command itself decides what is to do.
        if fingerprints.is_current(key, fingerprint()) and (uses_embedded() or key == "static"):
            say("unchanged")
            return
        _run(name, command)
        fingerprints.remember(key, fingerprint())


def _run(name: str, command: list[str]) -> None:
    log = home() / "logs" / "prepare.log"
    with log.open("wb") as output:
        done = subprocess.run(
            [*COMMAND, *command],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if done.returncode != 0:
        said = "\n".join(log.read_text(errors="replace").splitlines()[-15:])
        raise WrongEnvironment(f"{name}: `lgnet {' '.join(command)}` failed:\n{said}")
