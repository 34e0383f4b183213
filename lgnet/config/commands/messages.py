# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""`lgnet messages`: collect the texts to translate, and compile the translations."""

import shutil
from pathlib import Path

import click

from lgnet.config.collecting import collect, is_public, is_public_file
from lgnet.config.env import WrongEnvironment
from lgnet.config.translations import PACKAGE, catalogues, compile_changed


@click.group()
def messages() -> None:
    """Collect the texts to translate (make) and compile the translations (compile)."""


# Languages that only visitors read, as folders of catalogues; English is what the sources are written in.
VISITORS_ONLY = ("fr", "es", "ar", "uk", "bn", "ur", "zh_Hans")


@messages.command()
@click.argument("domains", nargs=-1)
def make(domains: tuple[str, ...]) -> None:
    """Write new texts into each domain's django.po, for a person to translate. Needs GNU gettext.

    Italian gets every text, the languages of visitors those of public pages: templates in a folder `public`, modules
    called `public` or `public_...`. What no source holds any more goes; entries without a location, written by hand,
    stay. A second run changes nothing. DOMAINS: only these, for example `lgnet messages make practices`.
    """
    if not shutil.which("xgettext"):
        raise WrongEnvironment("Install GNU gettext first, for example: apt-get install gettext")
    rooms = [folder.parent for folder in sorted(PACKAGE.glob("*/locale"))]
    rooms = [room for room in rooms if not domains or room.name in domains]
    for room in rooms:
        collect(room, "it", known=_catalogues_in("it"))
    for room in [
        room for room in rooms if any(is_public_file(path.relative_to(room)) for path in room.rglob("*"))
    ]:
        for language in VISITORS_ONLY:
            collect(room, language, known=_catalogues_in(language), wanted=is_public)


def _catalogues_in(language: str) -> list[Path]:
    return [path for path in catalogues() if path.parts[-3] == language]


@messages.command("compile")
def compile_() -> None:
    """Turn each changed django.po into the django.mo that the platform reads."""
    done = compile_changed()
    click.echo(f"{done} of {len(catalogues())} translations compiled.")
