# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""`lgnet migrate` and `lgnet manage`: Django's own commands, as the database role each of them needs."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

import click
import django
from django.core.management import execute_from_command_line
from django.db import connection

from lgnet.config import keys
from lgnet.core.embedded import uses_embedded
from lgnet.core.embedded.server import EmbeddedServer
from lgnet.core.garbage import collect_seldom
from lgnet.core.roles import role_statements

# These change the tables themselves; everything else runs with the web's few rights.
AS_OWNER = frozenset(
    {"migrate", "sqlmigrate", "showmigrations", "makemigrations", "squashmigrations", "inspectdb"}
)
WITHOUT_DATABASE = frozenset({"collectstatic", "makemessages", "compilemessages", "findstatic", "help"})


@click.command()
def migrate() -> None:
    """Make the database roles, bring the tables up to date, load the shipped lists. Safe to repeat."""
    with surroundings("migrate"):
        _make_roles()
        collect_seldom()
        execute_from_command_line(["lgnet manage", "migrate", "--no-input"])
        # Models can be imported only now that Django is set up.
        from lgnet.config.shipped import load_everything

        load_everything()


@click.command(
    context_settings={
        "ignore_unknown_options": True,
        "allow_interspersed_args": False,
        "help_option_names": [],
    }
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def manage(arguments: tuple[str, ...]) -> None:
    """Run any command of Django: ARGUMENTS are the command and its own arguments."""
    with surroundings(arguments[0] if arguments else "help"):
        execute_from_command_line(["lgnet manage", *arguments])


@contextmanager
def as_owner() -> Iterator[None]:
    """Django set up on the database as the owner of the tables, for a command of ours."""
    with surroundings("migrate"):
        django.setup()
        yield


@contextmanager
def surroundings(command: str) -> Iterator[None]:
    """The keys, the database (stopped again if it was not running before) and the role the command needs."""
    keys.ensure()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lgnet.config.settings")
    if command in AS_OWNER:
        os.environ["LGNET_OWNER"] = "1"
    needs_server = uses_embedded() and command not in WITHOUT_DATABASE
    with EmbeddedServer() if needs_server else nullcontext():
        yield


def _make_roles() -> None:
    django.setup()
    with connection.cursor() as cursor:
        for statement in role_statements():
            cursor.execute(statement)
    connection.close()
