# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""`lgnet snapshot`: take, list, show, verify and compare cut-offs from the command line."""

import datetime as dt

import click
import django

from lgnet.config.commands.django import surroundings

as_whom = click.option(
    "--as", "email", required=True, help="E-mail address of somebody of the national level who does this."
)


@click.group()
def snapshot() -> None:
    """Cut-offs: figures frozen with their facts, definitions and seals."""


@snapshot.command()
@click.option(
    "--cut-off", "cutoff", required=True, type=click.DateTime(["%Y-%m-%d"]), help="The last day that counts."
)
@click.option("--reason", default="", help="Why another one is taken where that day has one already.")
@as_whom
def take(cutoff: dt.datetime, reason: str, email: str) -> None:
    """Take a cut-off of the present edition."""
    with surroundings("snapshot"):
        django.setup()
        # Models can be imported only now that Django is set up.
        from lgnet.snapshots.terminal import take_cutoff

        take_cutoff(email, cutoff.date(), reason)


@snapshot.command("list")
@as_whom
def list_(email: str) -> None:
    """All cut-offs, the latest day first."""
    with surroundings("snapshot"):
        django.setup()
        from lgnet.snapshots.terminal import list_cutoffs

        list_cutoffs(email)


@snapshot.command()
@click.argument("code")
@as_whom
def show(code: str, email: str) -> None:
    """One cut-off: its seals and the values of the network."""
    with surroundings("snapshot"):
        django.setup()
        from lgnet.snapshots.terminal import show_cutoff

        show_cutoff(email, code)


@snapshot.command()
@click.argument("code", required=False)
@as_whom
def verify(code: str | None, email: str) -> None:
    """Recompute a cut-off (all of them without CODE) from the facts; ends with 1 where one does not hold."""
    with surroundings("snapshot"):
        django.setup()
        from lgnet.snapshots.terminal import verify_cutoffs

        verify_cutoffs(email, code)


@snapshot.command()
@click.argument("earlier")
@click.argument("later")
@click.option("--partner", default="", help="Short code of a partner; otherwise the whole network.")
@as_whom
def diff(earlier: str, later: str, partner: str, email: str) -> None:
    """What lies between two cut-offs: for each indicator the events, whose sum is the difference."""
    with surroundings("snapshot"):
        django.setup()
        from lgnet.snapshots.terminal import compare_cutoffs

        compare_cutoffs(email, earlier, later, partner)


@snapshot.command()
@click.argument("work")
@click.option("--as", "email", required=True, help="E-mail address of whoever asked for the sheet.")
@click.option("--partner", default="", help="Short code of the partner whose sheet it is.")
def resume(work: str, email: str, partner: str) -> None:
    """Go on with a long sheet (WORK is its id) from the part after which its process was ended."""
    with surroundings("snapshot"):
        django.setup()
        from lgnet.snapshots.terminal import resume_sheet

        resume_sheet(email, partner, work)
