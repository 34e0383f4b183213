# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The stops of a mobile unit, and what changes for one night."""

import datetime as dt
from dataclasses import asdict, dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now
from lgnet.directory import policies
from lgnet.directory.actions.writing import locked, touch
from lgnet.directory.models import Service, Stop, StopChange
from lgnet.directory.nights import fits_a_night, night_of
from lgnet.network.worker import Worker


@dataclass(frozen=True)
class Planned:
    """A stop as somebody plans it: each week on a day, or once."""

    place_name: str
    starts: dt.time
    ends: dt.time
    weekday: int | None = None
    only_on: dt.date | None = None
    address: str = ""
    latitude: float | None = None
    longitude: float | None = None
    valid_from: dt.date | None = None
    valid_until: dt.date | None = None


@dataclass(frozen=True)
class Otherwise:
    """What is otherwise on one night."""

    is_cancelled: bool = True
    reason: str = StopChange.Reason.OTHER
    place_name: str = ""
    address: str = ""
    latitude: float | None = None
    longitude: float | None = None
    starts: dt.time | None = None
    ends: dt.time | None = None


def _check(planned: Planned) -> None:
    if (planned.weekday is None) == (planned.only_on is None):
        raise Refused(_("Choose the day of the week, or the one day on which it stops there."))
    _in_one_night(planned.starts, planned.ends)
    if planned.valid_from and planned.valid_until and planned.valid_until < planned.valid_from:
        raise Refused(_("It cannot end before it begins."))


def _in_one_night(starts: dt.time, ends: dt.time) -> None:
    if not fits_a_night(starts, ends):
        raise Refused(_("It must end after it begins, and not run across five in the morning."))


@transaction.atomic
def plan(*, by: Worker, service: Service, planned: Planned) -> Stop:
    """Let the unit stand somewhere, each week or once."""
    service = locked(service.pk)
    policies.edit(by, service).enforce()
    if not service.is_mobile:
        raise Refused(_("Only a mobile unit has stops: this service has desks."))
    _check(planned)
    stop = Stop.objects.create(service=service, partner_id=service.partner_id, **_facts(planned))
    touch(service)
    audit.record("stop.planned", on=stop)
    return stop


@transaction.atomic
def replan(*, by: Worker, stop: Stop, planned: Planned) -> Stop:
    """Change a stop for all the nights to come."""
    service = locked(stop.service_id)
    policies.edit(by, service).enforce()
    _check(planned)
    for name, value in _facts(planned).items():
        setattr(stop, name, value)
    stop.save()
    touch(service)
    audit.record("stop.replanned", on=stop)
    return stop


def _facts(planned: Planned) -> dict[str, object]:
    weekly = {} if planned.only_on is None else {"valid_from": None, "valid_until": None}
    return {**asdict(planned), "place_name": " ".join(planned.place_name.split()), **weekly}


@transaction.atomic
def drop(*, by: Worker, stop: Stop) -> None:
    """The unit no longer stands there."""
    service = locked(stop.service_id)
    policies.edit(by, service).enforce()
    audit.record("stop.dropped", on=stop)
    stop.delete()
    touch(service)


@transaction.atomic
def change_night(*, by: Worker, stop: Stop, night: dt.date, otherwise: Otherwise) -> StopChange:
    """Cancel a stop for one night, or move it; said again, it replaces what was said before."""
    service = locked(stop.service_id)
    policies.edit(by, service).enforce()
    if night < night_of(now()):
        raise Refused(_("That night is over."))
    if not otherwise.is_cancelled:
        if not otherwise.place_name.strip() and otherwise.starts is None:
            raise Refused(_("Say where it is instead, or when."))
        if (otherwise.starts is None) != (otherwise.ends is None):
            raise Refused(_("Write from when to when."))
        if otherwise.starts and otherwise.ends:
            _in_one_night(otherwise.starts, otherwise.ends)
    said = asdict(Otherwise(reason=otherwise.reason) if otherwise.is_cancelled else otherwise)
    row, _made = StopChange.objects.update_or_create(
        stop=stop,
        night=night,
        defaults={**said, "partner_id": service.partner_id, "changed_at": now(), "changed_by": by.user},
    )
    touch(service)
    audit.record("stop.cancelled" if otherwise.is_cancelled else "stop.moved", on=stop, night=night)
    return row


@transaction.atomic
def as_planned(*, by: Worker, change: StopChange) -> None:
    """Undo it: the stop stands as it was planned."""
    service = locked(change.stop.service_id)
    policies.edit(by, service).enforce()
    audit.record("stop.restored", on=change.stop, night=change.night)
    change.delete()
    touch(service)
