# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""`lgnet messages`: collect the texts to translate, and compile the translations."""

import shutil

import click

from lgnet.config.collecting import collect
from lgnet.config.env import WrongEnvironment
from lgnet.config.translations import PACKAGE, catalogues, compile_changed


@click.group()
def messages() -> None:
    """Collect the texts to translate (make) and compile the translations (compile)."""


@messages.command()
@click.option("--language", default="it", show_default=True, help="Language to collect for.")
def make(language: str) -> None:
    """Write new texts into each domain's django.po, for a person to translate. Needs GNU gettext.

    What no source holds any more goes; entries without a location, written by hand, stay. A second run changes nothing.
    """
    if not shutil.which("xgettext"):
        raise WrongEnvironment("Install GNU gettext first, for example: apt-get install gettext")
    known = [path for path in catalogues() if path.parts[-3] == language]
    for folder in sorted(PACKAGE.glob("*/locale")):
        collect(folder.parent, language, known=known)


@messages.command("compile")
def compile_() -> None:
    """Turn each changed django.po into the django.mo that the platform reads."""
    done = compile_changed()
    click.echo(f"{done} of {len(catalogues())} translations compiled.")
