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
from contextlib import contextmanager, nullcontext
from pathlib import Path

import click

from lgnet.config import fingerprints
from lgnet.config.env import WrongEnvironment
from lgnet.config.translations import compile_changed
from lgnet.core.embedded import uses_embedded
from lgnet.core.embedded.places import home

COLLECT = ["manage", "collectstatic", "--no-input", "--verbosity", "0"]
COMMAND = [sys.executable, "-m", "lgnet.config.cli"]


def prepare(*, demo: bool) -> None:
    """Tables, texts, static files and, in a demo, its people."""
    with step("Translations") as say:
        say("compiled" if compile_changed() else "unchanged")
    # Beside the tables, for it is another processor's work; waited for, whatever happens meanwhile.
    static = _begun("static", fingerprints.of_static_files, COLLECT)
    with static or nullcontext():
        if uses_embedded() or any(map(os.environ.get, ("DATABASE_OWNER_URL", "DATABASE_OWNER_URL_FILE"))):
            _unless_current("Tables", "migrate", fingerprints.of_migrations, ["migrate"])
        else:
            click.echo("  Tables: left to `lgnet migrate`, for DATABASE_OWNER_URL is not given here.")
    with step("Static files") as say:
        if static is None:
            say("unchanged")
        else:
            _finish("Static files", "static", COLLECT, static)
            fingerprints.remember("static", fingerprints.of_static_files())
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
        begun = _begun(key, fingerprint, command)
        if begun is None:
            say("unchanged")
            return
        _finish(name, key, command, begun)
        fingerprints.remember(key, fingerprint())


def _begun(key: str, fingerprint: Callable[[], str], command: list[str]) -> "subprocess.Popen[bytes] | None":
    """The command at work, with a log of its own; None where nothing changed since it was last done."""
    # A real server may have been changed from elsewhere: there the command itself decides what is to do.
    if fingerprints.is_current(key, fingerprint()) and (uses_embedded() or key == "static"):
        return None
    with _log(key).open("wb") as output:
        return subprocess.Popen(
            [*COMMAND, *command], stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
        )


def _finish(name: str, key: str, command: list[str], begun: "subprocess.Popen[bytes]") -> None:
    if begun.wait() != 0:
        said = "\n".join(_log(key).read_text(errors="replace").splitlines()[-15:])
        raise WrongEnvironment(f"{name}: `lgnet {' '.join(command)}` failed:\n{said}")


def _log(key: str) -> Path:
    return home() / "logs" / f"prepare-{key}.log"
