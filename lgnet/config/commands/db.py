# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""`lgnet db`: the embedded database by itself."""

import os
import shutil
import signal
import subprocess
import sys
from urllib.parse import quote, urlencode

import click

from lgnet.core.embedded import EmbeddedError, database_settings, uses_embedded
from lgnet.core.embedded.accounts import account_for
from lgnet.core.embedded.binaries import usable_by
from lgnet.core.embedded.server import EmbeddedServer

as_web = click.option("--web", is_flag=True, help="As the role of the web instead of the owner.")


@click.group()
def db() -> None:
    """Start, stop or look into the embedded database."""


@db.command()
def start() -> None:
    """Start the database and leave it running."""
    server = _embedded().start()
    click.echo(f"{'Started' if server.started_here else 'Already running'}: {server.data_dir}")


@db.command()
def stop() -> None:
    """Stop the database; open sessions are ended."""
    server = _embedded()
    was_running = server.is_running
    server.stop()
    click.echo("Stopped." if was_running else "It was not running.")


@db.command()
@as_web
def url(web: bool) -> None:
    """Print the database's address, for other tools."""
    click.echo(_url(owner=not web))


@db.command(context_settings={"ignore_unknown_options": True})
@as_web
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def shell(web: bool, arguments: tuple[str, ...]) -> None:
    """Open psql on the database; ARGUMENTS are psql's own."""
    signal.signal(signal.SIGINT, lambda *_: None)  # Ctrl-C is psql's: it cancels a query
    if uses_embedded():
        with _embedded() as server:
            program = str(usable_by(account_for(server.data_dir)) / "psql")
            status = subprocess.call([program, _url(owner=not web), *arguments])
    elif found := shutil.which("psql"):
        status = subprocess.call([found, _url(owner=not web), *arguments])
    else:
        raise EmbeddedError("Install psql, PostgreSQL's client, to open a shell on a real server.")
    sys.exit(status)


def _embedded() -> EmbeddedServer:
    if not uses_embedded():
        raise EmbeddedError("DATABASE_URL names a real server, which is not ours to start or stop.")
    return EmbeddedServer()


def _url(*, owner: bool) -> str:
    if not uses_embedded():
        return os.environ["DATABASE_OWNER_URL" if owner else "DATABASE_URL"]
    found = database_settings(owner)
    options = found["OPTIONS"] if isinstance(found["OPTIONS"], dict) else {}
    query = urlencode({"host": found["HOST"], "port": found["PORT"], **options}, quote_via=quote)
    return f"postgresql://{found['USER']}@/{found['NAME']}?{query}"
