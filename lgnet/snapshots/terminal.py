# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Cut-offs as somebody sees them in a terminal. Everything is read and written as the role of the nation."""

import datetime as dt
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click
from django.utils import translation

from lgnet.core.authz import Refused
from lgnet.core.clock import ROME
from lgnet.core.rowsecurity import GATE, DbRole, acting_as
from lgnet.counting.models import NETWORK, FactKind
from lgnet.direction import queries as direction
from lgnet.direction.indicators import INDICATORS
from lgnet.network import editions
from lgnet.network.models import Membership, Organisation
from lgnet.network.queries import working_memberships
from lgnet.network.worker import Worker
from lgnet.snapshots import actions, queries
from lgnet.snapshots.actions.running import run
from lgnet.snapshots.models import Result, Snapshot, Work

SHOWN = 50


def national(email: str) -> Worker:
    """Who works for the nation under this address, in a membership that is valid today."""
    return _worker(email, lambda worker: worker.role.db_role == DbRole.NATIONAL, "for the national level")


def _worker(email: str, fits: Callable[[Worker], bool], where: str) -> Worker:
    with acting_as(GATE):
        named = Membership.objects.valid_now().filter(user__email__iexact=email)
        found = list(named.select_related("user", "organisation"))
        valid = {one.pk for member in found for one in working_memberships(member.user)}
    for member in found:
        worker = Worker(member.user, member)
        if member.pk in valid and fits(worker):
            return worker
    raise click.ClickException(f"{email} does not work {where} today.")


@contextmanager
def _acting(email: str) -> Iterator[Worker]:
    by = national(email)
    with acting_as(by.actor()), translation.override("en"):
        yield by


def take_cutoff(email: str, cutoff_on: dt.date, reason: str) -> None:
    """Take a cut-off and print its seal."""
    by, began = national(email), time.monotonic()
    try:
        with translation.override("en"):
            taken = actions.take(
                by=by, cutoff_on=cutoff_on, reason=reason, say=lambda step: click.echo(f"  {step}")
            )
    except Refused as refused:
        raise click.ClickException(str(refused)) from refused
    click.echo(f"{taken.code}: {taken.facts:,} facts in {time.monotonic() - began:.1f} s")
    click.echo(f"Seal {taken.seal}")


def list_cutoffs(email: str) -> None:
    """One line for each cut-off."""
    with _acting(email):
        rows = list(queries.snapshots(editions.current()))
    for row in rows:
        taken = row.taken_at.astimezone(ROME)
        click.echo(
            f"{row.code:<14} {taken:%Y-%m-%d %H:%M %z}  {row.facts:>10,} facts  {row.seal}  {row.reason}".rstrip()
        )
    click.echo(f"{len(rows)} cut-offs." if rows else "No cut-off was taken yet.")


def show_cutoff(email: str, code: str) -> None:
    """Seals, definitions and the values of the network."""
    with _acting(email):
        found = _found(code)
        for label, value in (
            ("Data up to", found.cutoff_on), ("Taken", found.taken_at.isoformat()), ("By", found.taken_by),
            ("Software", found.code_version), ("Facts", f"{found.facts:,} {found.facts_digest}"),
            ("Definitions", found.definitions_digest), ("Results", found.results_digest), ("Seal", found.seal),
        ):  # fmt: skip
            click.echo(f"{label:<12} {value}")
        values: dict[str, int] = {}
        rows = Result.objects.filter(snapshot=found, scope=NETWORK, measure=Result.Measure.ACHIEVED)
        for row in rows:
            values[row.indicator] = values.get(row.indicator, 0) + row.n
        for one in queries.definitions(found):
            click.echo(f"{one.indicator:<16} v{one.version}  {values.get(one.indicator, 0):>10,}")


def verify_cutoffs(email: str, code: str | None) -> None:
    """Recompute one or all; the command ends with 1 where one does not hold."""
    with _acting(email) as by:
        found = [_found(code)] if code else [
            _found(row.code) for row in queries.snapshots(editions.current())
        ]  # fmt: skip
        names = {str(pk): name for pk, name in Organisation.objects.values_list("pk", "short_name")}
        names |= {kind.value: str(kind.label) for kind in FactKind} | {str(NETWORK): "the network"}
    broken = 0
    with translation.override("en"):
        for snapshot in found:
            began = time.monotonic()
            report = actions.verify(by=by, snapshot=snapshot)
            broken += not report.holds
            state = "ok" if report.holds else "DOES NOT HOLD"
            click.echo(
                f"{snapshot.code:<14} {report.facts:>10,} facts {report.values:>7,} values"
                f"  {time.monotonic() - began:5.1f} s  {state}"
            )
            for finding in report.findings[:SHOWN]:
                click.echo(f"    {finding.sentence(names)}")
            if len(report.findings) > SHOWN:
                click.echo(f"    and {len(report.findings) - SHOWN:,} more")
    click.echo(f"{len(found)} cut-offs, {broken} do not hold." if found else "No cut-off was taken yet.")
    sys.exit(1 if broken else 0)


def compare_cutoffs(email: str, earlier: str, later: str, partner: str) -> None:
    """For each indicator what it was, the events, what it is."""
    with _acting(email) as by:
        one, other, scope = _found(earlier), _found(later), _scope(by, partner)
        for indicator in INDICATORS.values():
            found = queries.difference(one, other, indicator, scope)
            click.echo(f"{indicator.code}: {found.value_then:,} -> {found.value_now:,}")
            for event, n in found.events.items():
                click.echo(f"    {found.adds[event]:>+8,}  {n:>7,} x {event.label}")
            if found.unexplained:
                click.echo(f"    {found.unexplained:>+8,}  the definition was changed between the two")


def resume_sheet(email: str, partner: str, work: str) -> None:
    """Go on with a long sheet from where it stopped."""
    by = _worker(email, lambda worker: worker.organisation.code == partner, f"for {partner}") if partner else (
        national(email)
    )  # fmt: skip
    with translation.override(by.user.language):
        try:
            with acting_as(by.actor()):
                found = Work.objects.get(pk=uuid.UUID(work))
                actions.ask_again(by=by, work=found, in_background=False)
        except (Refused, Work.DoesNotExist, ValueError) as wrong:
            raise click.ClickException(str(wrong) or "There is no such work.") from wrong
        run(by=by, work_id=found.pk)
        with acting_as(by.actor()):
            found.refresh_from_db()
    click.echo(f"{found.state}: {found.done:,} lines in {len(found.parts)} parts. {found.failure}".rstrip())


def _found(code: str) -> Snapshot:
    found = queries.find(code)
    if found is None:
        raise click.ClickException(f"There is no cut-off {code}.")
    return found


def _scope(by: Worker, partner: str) -> uuid.UUID:
    if not partner:
        return NETWORK
    found = direction.partners_for(by).filter(code=partner).first()
    if found is None:
        raise click.ClickException(f"There is no partner {partner}.")
    return found.pk
