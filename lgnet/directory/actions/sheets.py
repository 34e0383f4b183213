# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A spreadsheet of services or stops: read, mapped, written as a whole, undone as a whole."""

import datetime as dt
import uuid
from collections.abc import Mapping
from typing import IO, Any

from django.db import transaction
from django.utils.translation import gettext as _

from lgnet.catalogue.queries import offered_on
from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now, today
from lgnet.directory import policies
from lgnet.directory.actions.places import Address, open_desk
from lgnet.directory.actions.stops import Planned, plan
from lgnet.directory.actions.writing import Draft, touch, write
from lgnet.directory.models import Place, Service, SheetRun, Stop
from lgnet.directory.sheets import (
    TARGETS,
    ServiceLine,
    StopLine,
    Wrong,
    guess,
    read_file,
    read_services,
    read_stops,
)
from lgnet.directory.sheets.stops import key_of
from lgnet.network.worker import Worker

FACTS = tuple(Planned.__dataclass_fields__)


@transaction.atomic
def receive(*, by: Worker, kind: str, file: IO[bytes], name: str) -> SheetRun:
    """Keep what a file says, its columns recognised by their names. Raises SheetRefused with the reason."""
    policies.bring_in(by).enforce()
    kept = read_file(file, name)
    run = SheetRun.objects.create(
        partner_id=by.partner_id, kind=kind, file_name=name[:200], file_digest=kept.digest,
        header=list(kept.header), cells=list(kept.rows), columns=guess(kind, kept.header),
        read_at=now(), read_by=by.user,
    )  # fmt: skip
    audit.record("service.sheet_read", on=run, lines=len(kept.rows))
    return run


@transaction.atomic
def map_columns(*, by: Worker, run: SheetRun, columns: Mapping[str, str]) -> SheetRun:
    """Say what each column is; a target named twice is the first one's."""
    run = _locked(run.pk)
    policies.write_sheet(by, run).enforce()
    chosen: dict[str, str] = {}
    for number, target in columns.items():
        if target in TARGETS[run.kind] and target not in chosen.values() and int(number) < len(run.header):
            chosen[number] = target
    run.columns = chosen
    run.save(update_fields=["columns"])
    audit.record("service.sheet_mapped", on=run)
    return run


def check(run: SheetRun) -> tuple[list[ServiceLine] | list[StopLine], list[Wrong]]:
    """What would be written, and what is wrong, line by line. Writes nothing; four queries."""
    own = Service.objects.filter(partner=run.partner_id)
    if run.kind == SheetRun.Kind.SERVICES:
        city = run.partner.short_name
        names = list(own.values_list("name", flat=True))
        return read_services(run, types=offered_on(today()), taken=names, city=city)
    units = list(own.filter(is_mobile=True))
    known = [
        key_of(row["service"], row)
        for row in Stop.objects.filter(partner=run.partner_id).values(
            "service", "place_name", "weekday", "only_on", "starts"
        )
    ]
    return read_stops(run, units=units, known=known)


@transaction.atomic
def write_sheet(*, by: Worker, run: SheetRun) -> SheetRun:
    """Write every line, or none where one of them is wrong. Nothing of it is published."""
    run = _locked(run.pk)
    policies.write_sheet(by, run).enforce()
    lines, wrong = check(run)
    if any(not one.is_remark for one in wrong):
        raise Refused(_("Some lines are wrong: correct them in the file and send it again."))
    if not lines:
        raise Refused(_("No line is left to be written."))
    if run.kind == SheetRun.Kind.SERVICES:
        run.written = _write_services(by, [line for line in lines if isinstance(line, ServiceLine)])
    else:
        run.written = _write_stops(by, [line for line in lines if isinstance(line, StopLine)])
    run.state, run.rows_written = SheetRun.State.DONE, len(lines)
    run.done_at, run.done_by = now(), by.user
    run.save()
    audit.record("service.sheet_written", on=run, lines=len(lines))
    return run


def _write_services(by: Worker, lines: list[ServiceLine]) -> dict[str, Any]:
    made: dict[str, Service] = {}
    for line in lines:
        facts: dict[str, Any] = dict(line.facts)
        service = made.get(facts["name"].casefold()) or write(by=by, draft=Draft(**facts))
        made[facts["name"].casefold()] = service
        if line.place is not None and not service.is_mobile:
            place: dict[str, Any] = dict(line.place)
            open_desk(by=by, service=service, address=Address(**place), week=line.week)
    rows = Service.objects.filter(pk__in=[service.pk for service in made.values()])
    return {"services": {str(row.pk): row.changed_at.isoformat() for row in rows}}


def _write_stops(by: Worker, lines: list[StopLine]) -> dict[str, Any]:
    written = {}
    for line in lines:
        facts: dict[str, Any] = dict(line.facts)
        stop = plan(by=by, service=line.service, planned=Planned(**facts))
        written[str(stop.pk)] = _facts_of(Stop.objects.get(pk=stop.pk))
    return {"stops": written}


def _facts_of(stop: Stop) -> list[str]:
    return [str(getattr(stop, name)) for name in FACTS]


@transaction.atomic
def undo_sheet(*, by: Worker, run: SheetRun) -> SheetRun:
    """Take away what it wrote, unless somebody has published it or worked on it since."""
    run = _locked(run.pk)
    policies.undo_sheet(by, run).enforce()
    services = {uuid.UUID(key): value for key, value in run.written.get("services", {}).items()}
    for service in Service.objects.select_for_update().filter(pk__in=services):
        if service.is_published or service.changed_at != dt.datetime.fromisoformat(services[service.pk]):
            raise Refused(
                _('"%(name)s" was changed or published since: the import stays.') % {"name": service.name}
            )
    stops = {uuid.UUID(key): value for key, value in run.written.get("stops", {}).items()}
    for stop in Stop.objects.select_for_update(of=("self",)).select_related("service").filter(pk__in=stops):
        if _facts_of(stop) != stops[stop.pk] or stop.changes.exists():
            told = {"name": stop.place_name}
            raise Refused(_('The stop "%(name)s" was changed since: the import stays.') % told)
        stop.delete()
        touch(stop.service)
    _forget(services)
    run.state = SheetRun.State.UNDONE
    run.done_at, run.done_by = now(), by.user
    run.save(update_fields=["state", "done_at", "done_by"])
    audit.record("service.sheet_undone", on=run)
    return run


def _forget(services: Mapping[uuid.UUID, str]) -> None:
    places = list(Place.objects.filter(desks__service__in=services).values_list("pk", flat=True))
    Service.objects.filter(pk__in=services).delete()
    Place.objects.filter(pk__in=places, desks=None).delete()


def _locked(run_id: uuid.UUID) -> SheetRun:
    return SheetRun.objects.select_for_update(of=("self",)).select_related("partner").get(pk=run_id)
