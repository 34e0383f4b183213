# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""`lgnet demo`: fills an empty database with invented people."""

import os
import time

import click
import django

from lgnet.core.garbage import collect_seldom


@click.group()
def demo() -> None:
    """Invented people to try the platform with."""


@demo.command()
@click.option("--people", default=9_400, show_default=True, help="How many registered people.")
@click.option("--seed", default=993, show_default=True, help="Another number invents other people.")
def load(people: int, seed: int) -> None:
    """Fill an empty database with invented people; leave any other alone."""
    os.environ["LGNET_OWNER"] = "1"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lgnet.config.settings")
    django.setup()
    from django.conf import settings

    from lgnet.demo.loading import load_demo

    if not settings.DEMO:  # its accounts have a password that everybody knows
        raise click.ClickException(
            "This installation is not a demo: set LGNET_DEMO=1 on a database of its own."
        )
    collect_seldom()
    began = time.monotonic()
    told = load_demo(seed=seed, people=people, say=click.echo)
    if told:
        click.echo(f"  {told:,} people in {time.monotonic() - began:.0f} s")
    else:
        click.echo("  The database holds people already: left as it is.")
