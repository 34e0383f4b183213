# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""`lgnet import`: bring in many people at once from the command line."""

from pathlib import Path

import click
import django

from lgnet.config.commands.django import surroundings


@click.group("import")
def import_() -> None:
    """Bring in data from files."""


@import_.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--partner", required=True, help="Short code of the partner, such as genova.")
@click.option("--as", "email", required=True, help="E-mail address of the coordinator who imports.")
@click.option(
    "--map", "pairs", multiple=True, metavar="COLUMN=FIELD", help="What a column is; may be repeated."
)
@click.option("--dry-run", is_flag=True, help="Only check: nobody is written.")
@click.option(
    "--with-cases", is_flag=True, help="Everybody in the file is taken in charge already: open their cases."
)
@click.option(
    "--skip-bad-lines", is_flag=True, help="Leave out the rows with errors instead of refusing the file."
)
def people(
    file: Path,
    partner: str,
    email: str,
    pairs: tuple[str, ...],
    dry_run: bool,
    with_cases: bool,
    skip_bad_lines: bool,
) -> None:
    """Check the register FILE (.xlsx, .ods, .csv, .csv.gz) and write its people: all of them or nobody.

    Columns are recognised by their names, or as the partner named them last time; --map says otherwise
    (--map "Cod. anag.=" leaves a column out). The import can be undone in the browser as a whole.
    """
    with surroundings("import"):
        django.setup()
        # Models can be imported only now that Django is set up.
        from lgnet.imports.terminal import Wanted, import_people

        wanted = Wanted(
            partner, email, dict(_pair(pair) for pair in pairs), dry_run, with_cases, skip_bad_lines
        )
        import_people(file, wanted)


def _pair(text: str) -> tuple[str, str]:
    column, equals, field = text.partition("=")
    if not equals:
        raise click.BadParameter("write COLUMN=FIELD", param_hint="--map")
    return column.strip(), field.strip()
