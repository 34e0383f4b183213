# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The `lgnet` command line. A command is one line in COMMANDS, loaded only when it is called.

So `lgnet --help` stays quick however many domains add to it; each domain keeps its click commands itself.
"""

import importlib
import sys
from dataclasses import dataclass

import click

from lgnet.config.env import WrongEnvironment
from lgnet.core.embedded.faults import EmbeddedError


@dataclass(frozen=True, slots=True)
class Listed:
    """A command in the list: where it is ("module:name") and what it does in one line."""

    name: str
    where: str
    does: str

    def load(self) -> click.Command:
        """Import the command."""
        module, _, attribute = self.where.partition(":")
        command = getattr(importlib.import_module(module), attribute)
        if not isinstance(command, click.Command):
            raise TypeError(f"{self.where} is not a click command")
        return command


COMMANDS: dict[str, tuple[Listed, ...]] = {
    "Run the platform": (
        Listed("up", "lgnet.config.commands.up:up", "Start everything: database, web, jobs."),
        Listed("db", "lgnet.config.commands.db:db", "Start, stop or look into the embedded database."),
    ),
    "Look after it": (
        Listed("audit", "lgnet.config.commands.audit:audit", "Verify that the access log is whole."),
    ),
    "Try it out": (
        Listed("demo", "lgnet.demo.commands:demo", "Fill an empty database with invented people."),
    ),
    "Work with data": (
        Listed("import", "lgnet.config.commands.imports:import_", "Bring in people from a spreadsheet."),
        Listed("snapshot", "lgnet.config.commands.snapshot:snapshot", "Take, verify and compare cut-offs."),
        Listed("directory", "lgnet.config.commands.directory:directory", "Write the services as open files."),
    ),
    "Develop": (
        Listed(
            "migrate",
            "lgnet.config.commands.django:migrate",
            "Make the roles and bring the tables up to date.",
        ),
        Listed(
            "messages", "lgnet.config.commands.messages:messages", "Collect and compile the translations."
        ),
        Listed("bench", "lgnet.config.commands.bench:bench", "Measure the platform with many people."),
        Listed("manage", "lgnet.config.commands.django:manage", "Run any command of Django."),
    ),
}


class ListedGroup(click.Group):
    """A group that knows its commands from COMMANDS and shows them under their headings."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the list."""
        return [listed.name for section in COMMANDS.values() for listed in section]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command."""
        every = (listed for section in COMMANDS.values() for listed in section)
        return next((listed.load() for listed in every if listed.name == cmd_name), None)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Show the list without loading anything."""
        for heading, section in COMMANDS.items():
            with formatter.section(heading):
                formatter.write_dl([(listed.name, listed.does) for listed in section])


@click.command(cls=ListedGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="lgnet")
def lgnet() -> None:
    """The LGNET platform: help reaches vulnerable people quickly, and the network knows what it does.

    Everything this installation keeps (database, keys, logs) lies in LGNET_HOME, by default .lgnet;
    DATABASE_URL names a real PostgreSQL server instead of the embedded one.
    """


def main() -> None:
    """Entry point; expected faults are said in one line, without a traceback."""
    try:
        lgnet()
    except (EmbeddedError, WrongEnvironment) as fault:
        click.echo(f"lgnet: {fault}", err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
