# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""`lgnet audit`: is the trail of every look and change whole? Reads as the owner, changes nothing."""

import sys

import click

from lgnet.config.commands.django import as_owner
from lgnet.config.env import WrongEnvironment

SHOWN = 20  # places of one chain that are printed


@click.group()
def audit() -> None:
    """Look after the access log."""


@audit.command()
def verify() -> None:
    """Recompute every chain of the access log from its first entry on; ends with 1 where one does not hold.

    Prints for each partner the number of entries and the last seal. Keep the seals elsewhere: only a comparison
    with them shows that somebody who owns the database has rewritten a whole chain.
    """
    with as_owner():
        sys.exit(0 if print_reports() else 1)


def print_reports() -> bool:
    """Print how each chain stands; True where all of them hold."""
    # Models can be imported only now that Django is set up.
    from lgnet.core.audit import NETWORK_CHAIN, verify_everything
    from lgnet.network.models import Organisation

    names = {str(body.pk): body.short_name for body in Organisation.objects.all()}
    names[str(NETWORK_CHAIN)] = "The network"
    try:
        reports = verify_everything()
    except PermissionError as trouble:
        raise WrongEnvironment(str(trouble)) from trouble
    for report in reports:
        name = names.get(str(report.chain), str(report.chain))
        state = "BROKEN" if report.breaks else "ok"
        click.echo(f"{name:<28} {report.links:>9,}  {report.head or '-':<64}  {state}")
        for found in report.breaks[:SHOWN]:
            where = f"entry {found.position:,}: " if found.position else ""
            click.echo(f"    {where}{found.what}")
        if len(report.breaks) > SHOWN:
            click.echo(f"    and {len(report.breaks) - SHOWN:,} more")
    broken = sum(bool(report.breaks) for report in reports)
    click.echo(f"{len(reports)} chains, {broken} broken." if reports else "Nothing was recorded yet.")
    return not broken
