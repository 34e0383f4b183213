# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""`lgnet up`: everything, from nothing to an address to open, and everything down again at its end."""

import fcntl
import http.client
import importlib
import os
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import click

from lgnet.config import keys
from lgnet.config.env import WrongEnvironment
from lgnet.config.preparation import COMMAND, prepare, step
from lgnet.config.processes import (
    REGISTER,
    Child,
    StopRequested,
    end_leftovers,
    first_ended,
    listen_for_stop,
    wait_for_an_end,
)
from lgnet.core.embedded import uses_embedded
from lgnet.core.embedded.places import home
from lgnet.core.embedded.server import EmbeddedServer
from lgnet.core.rowsecurity import DbRole

READY_SECONDS = 300
ACCOUNTS = "lgnet.demo.accounts"  # its accounts(): a (role, e-mail address, password) for each role
# The queue belongs to the jobs' role; a job then acts for the partner that its arguments name.
JOBS_ROLE = {"PGOPTIONS": f"-c role={DbRole.WORKER}"}


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), envvar="PORT", default=8000, show_default=True)
@click.option(
    "--bind", envvar="LGNET_BIND", default="127.0.0.1", show_default=True, help="Address to serve at."
)
@click.option(
    "--demo/--no-demo", default=None, help="At the first start: a demo with synthetic people, or not."
)
def up(port: int, bind: str, demo: bool | None) -> None:
    """Start everything: the database, its tables, the web and the jobs; Ctrl-C stops it all.

    The first start makes LGNET_HOME, its keys and its database. A home made for a demo stays one.
    """
    listen_for_stop()
    began = time.monotonic()
    try:
        with _alone():
            if end_leftovers(home() / "logs" / REGISTER):
                click.echo("Ended what an earlier start, killed in the middle, had left running.")
            _refuse_a_taken_port(bind, port)
            is_demo = keys.ensure(demo=demo)
            os.environ.update(LGNET_HOME=str(home()), LGNET_DEMO="1" if is_demo else "0")
            os.environ.update(PORT=str(port), LGNET_BIND=bind)
            _run_until_stopped(bind, port, demo=is_demo, began=began)
    except StopRequested:
        click.echo("Everything is stopped.")


def _run_until_stopped(bind: str, port: int, *, demo: bool, began: float) -> None:
    click.echo(f"LGNET, kept in {home()}")
    logs = home() / "logs"
    logs.mkdir(mode=0o700, exist_ok=True)
    with ExitStack() as stack:
        if uses_embedded():
            stack.enter_context(_database())
        prepare(demo=demo)
        children = stack.enter_context(_children())
        with step("Web and jobs"):
            jobs = [*COMMAND, "manage", "procrastinate", "worker"]
            web = ["gunicorn", "--config", "python:lgnet.config.gunicorn"]
            children.append(Child("web", [COMMAND[0], "-m", *web], logs=logs, environment={}))
            children.append(Child("jobs", jobs, logs=logs, environment=JOBS_ROLE))
            _wait_until_ready(bind, port, children)
        _greet(bind, port, demo=demo, seconds=time.monotonic() - began)
        raise _failure(wait_for_an_end(children))


@contextmanager
def _database() -> Iterator[None]:
    server = EmbeddedServer()
    try:
        with step("Database") as say:
            server.start()
            say("started" if server.started_here else "already running")
        yield
    finally:
        # Whoever started it: an earlier start that was killed may have left it behind.
        with step("Stopping the database"):
            server.stop()


@contextmanager
def _children() -> Iterator[list[Child]]:
    """A list of children; at the end the web stops first, so that no request meets a platform half gone."""
    children: list[Child] = []
    try:
        yield children
    finally:
        for child in children:
            with step(f"Stopping the {child.name}"):
                child.ask_to_stop()
                child.wait_until_stopped()
        (home() / "logs" / REGISTER).unlink(missing_ok=True)


@contextmanager
def _alone() -> Iterator[None]:
    """One `lgnet up` per home."""
    home().mkdir(mode=0o711, parents=True, exist_ok=True)
    with (home() / ".up.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise WrongEnvironment(f"Another `lgnet up` runs on {home()} already.") from None
        yield


def _refuse_a_taken_port(bind: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in bind else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((bind.strip("[]"), port))
        except OSError as trouble:
            raise WrongEnvironment(
                f"Port {port} of {bind} cannot be used ({trouble.strerror}); choose another, "
                f"for example: PORT={port + 1 if port < 65535 else 8000} lgnet up"
            ) from trouble


def _wait_until_ready(bind: str, port: int, children: list[Child]) -> None:
    deadline = time.monotonic() + READY_SECONDS
    host = "127.0.0.1" if bind == "0.0.0.0" else bind.strip("[]")
    answer = ""
    while time.monotonic() < deadline:
        if ended := first_ended(children):
            raise _failure(ended)
        connection = http.client.HTTPConnection(host, port, timeout=10)
        try:
            connection.request("GET", "/status", headers={"Host": "127.0.0.1"})
            response = connection.getresponse()
            if response.status == 200:
                return
            answer = f"{response.status} {response.read(500).decode(errors='replace')}"
        except OSError:
            pass
        finally:
            connection.close()
        time.sleep(0.1)
    web = children[0]
    raise WrongEnvironment(f"The web is not ready after {READY_SECONDS} s. {answer}\n{web.last_words()}")


def _failure(child: Child) -> WrongEnvironment:
    ended = f"The {child.name} process ended by itself (status {child.ended}). The end of {child.log}:"
    return WrongEnvironment(f"{ended}\n{child.last_words()}")


def _greet(bind: str, port: int, *, demo: bool, seconds: float) -> None:
    click.echo(f"\nReady after {seconds:.1f} s: http://{bind}:{port}")
    if demo:
        for role, address, password in _demo_accounts():
            click.echo(f"  {role:<34} {address:<38} {password}")
    click.echo("Ctrl-C stops everything.\n")


def _demo_accounts() -> list[tuple[str, str, str]]:
    return list(importlib.import_module(ACCOUNTS).accounts())
