# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""`lgnet directory`: the published services as files that other programs read."""

from pathlib import Path

import click
import django

from lgnet.config.commands.django import surroundings


@click.group("directory")
def directory() -> None:
    """The directory of services as files."""


@directory.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def export(folder: Path) -> None:
    """Write what is published into FOLDER as HSDS 3.0.

    A JSON file for each service and each organisation, and the tables of the standard as CSV with their data package.
    """
    with surroundings("directory"):
        django.setup()
        # Models can be imported only now that Django is set up.
        from lgnet.directory.export import write_files

        counts = write_files(folder)
    for name, number in counts.items():
        click.echo(f"  {number:>6} {name}")
    click.echo(f"Written to {folder}")
