# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where a service is given and when: places, desks with their hours, closures and special days."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from django.db import transaction
from django.utils.formats import time_format
from django.utils.translation import gettext as _

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now
from lgnet.directory import policies
from lgnet.directory.actions.writing import locked, touch
from lgnet.directory.models import Desk, Hours, Place, Service, SpecialDay
from lgnet.directory.opening import Slot, clashes
from lgnet.network.models import Site
from lgnet.network.worker import Worker

MOST_SLOTS = 42  # six a day


@dataclass(frozen=True)
class Address:
    """A place as somebody writes it."""

    name: str
    address: str
    city: str
    postcode: str = ""
    latitude: float | None = None
    longitude: float | None = None
    step_free: bool | None = None
    site: Site | None = None


@transaction.atomic
def open_desk(
    *, by: Worker, service: Service, address: Address, week: Sequence[Slot] = (), note: str = ""
) -> Desk:
    """Give the service in a place. A place of the partner with this name is that place, with its address corrected."""
    service = locked(service.pk)
    policies.edit(by, service).enforce()
    place, _made = Place.objects.update_or_create(
        partner_id=service.partner_id, name=" ".join(address.name.split()), defaults=_facts(address)
    )
    desk, _made = Desk.objects.update_or_create(
        service=service, place=place, defaults={"partner_id": service.partner_id, "note": note.strip()}
    )
    _set_week(desk, week)
    touch(service)
    audit.record("service.desk_opened", on=service, place=place.pk)
    return desk


@transaction.atomic
def change_desk(*, by: Worker, desk: Desk, address: Address, week: Sequence[Slot], note: str = "") -> Desk:
    """Correct the place, the hours and the note of a desk; the other desks in the place move with it."""
    service = locked(desk.service_id)
    policies.edit(by, service).enforce()
    name = " ".join(address.name.split())
    if Place.objects.filter(partner_id=desk.partner_id, name=name).exclude(pk=desk.place_id).exists():
        raise Refused(_("Your partner has another place with this name."))
    place = Place.objects.select_for_update().get(pk=desk.place_id)
    for field, value in {**_facts(address), "name": name}.items():
        setattr(place, field, value)
    place.save()
    desk.note = note.strip()
    desk.save(update_fields=["note"])
    _set_week(desk, week)
    _touch_place(place)
    audit.record("service.desk_changed", on=service, place=place.pk)
    return desk


def _facts(address: Address) -> dict[str, object]:
    facts = {name: value for name, value in asdict(address).items() if name not in {"name", "site"}}
    return {**facts, "site": address.site}


def _set_week(desk: Desk, week: Sequence[Slot]) -> None:
    """The whole week at once: it holds together or nothing of it changes."""
    for slot in week:
        if slot.closes <= slot.opens:
            raise Refused(_("It cannot close before it opens: %(when)s.") % {"when": _said(slot)})
    clash = next(iter(clashes(week)), None)
    if clash is not None:
        raise Refused(
            _("These hours overlap: %(one)s and %(other)s.")
            % {"one": _said(clash[0]), "other": _said(clash[1])}
        )
    if len(week) > MOST_SLOTS:
        raise Refused(_("At most six openings a day."))
    Hours.objects.filter(desk=desk).delete()
    Hours.objects.bulk_create(
        Hours(
            desk=desk, partner_id=desk.partner_id, weekday=slot.weekday, opens=slot.opens, closes=slot.closes
        )
        for slot in week
    )


def _said(slot: Slot) -> str:
    return f"{time_format(slot.opens, 'H:i')}-{time_format(slot.closes, 'H:i')}"


@transaction.atomic
def close_desk(*, by: Worker, desk: Desk) -> None:
    """The service is no longer given there. The last desk of what is published stays: take the service off instead."""
    service = locked(desk.service_id)
    policies.edit(by, service).enforce()
    if service.is_published and not service.is_mobile and service.desks.count() == 1:
        raise Refused(_("It is the only place of a published service: take the service off instead."))
    place = desk.place
    audit.record("service.desk_closed", on=service, place=place.pk)
    desk.delete()
    if not place.desks.exists():
        place.delete()
    touch(service)


@transaction.atomic
def set_special(
    *,
    by: Worker,
    desk: Desk,
    from_on: dt.date,
    until_on: dt.date,
    opens: dt.time | None = None,
    closes: dt.time | None = None,
    reason: str = SpecialDay.Reason.HOLIDAY,
) -> SpecialDay:
    """Days on which the place of a desk is closed, or open at other hours; it holds for every service there."""
    service = locked(desk.service_id)
    policies.edit(by, service).enforce()
    if until_on < from_on:
        raise Refused(_("It cannot end before it begins."))
    if (opens is None) != (closes is None) or (opens and closes and closes <= opens):
        raise Refused(_("Write from when to when, the later after the earlier; neither where it is closed."))
    day = SpecialDay.objects.create(
        place_id=desk.place_id, partner_id=service.partner_id, from_on=from_on, until_on=until_on,
        opens=opens, closes=closes, reason=reason,
    )  # fmt: skip
    _touch_place(desk.place)
    audit.record("service.special_day_set", on=service, place=desk.place_id)
    return day


@transaction.atomic
def drop_special(*, by: Worker, day: SpecialDay) -> None:
    """The days are like the others again."""
    desk = day.place.desks.select_related("service").first()
    if desk is None:
        raise Refused(_("Nothing is given there any more."))
    policies.edit(by, locked(desk.service_id)).enforce()
    audit.record("service.special_day_dropped", on=desk.service, place=day.place_id)
    place = day.place
    day.delete()
    _touch_place(place)


def _touch_place(place: Place) -> None:
    """What is given in a place changed, all of it."""
    Service.objects.filter(desks__place=place).update(changed_at=now())
