# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where and when a service is given, whatever gives it: a desk in a place, or a stop of a mobile unit."""

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from lgnet.directory.hsds.taxonomy import made_id
from lgnet.directory.models import Desk, Service, Stop

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LOCAL = "Local time, Europe/Rome"


@dataclass(frozen=True, slots=True)
class Where:
    """A service in a place: one `service_at_location` of HSDS."""

    id: uuid.UUID
    location_id: str
    service: Service
    name: str
    street: str
    city: str
    postcode: str
    latitude: float | None
    longitude: float | None
    step_free: bool | None
    note: str
    schedules: Sequence[dict[str, Any]] = field(default_factory=list)


def wheres(service: Service, city: str) -> Iterator[Where]:
    """Every place of a service that was read with its parts: no query. `city` is the one that a stop is in."""
    for desk in service.desks.all():
        place = desk.place
        yield Where(
            desk.pk, str(place.pk), service, place.name, place.address, place.city, place.postcode, place.latitude,
            place.longitude, place.step_free, desk.note, [*_week(desk), *_specials(desk)],
        )  # fmt: skip
    for stop in service.stops.all():
        yield Where(
            stop.pk, made_id("location", stop.pk), service, stop.place_name, stop.address, city, "", stop.latitude,
            stop.longitude, None, "Fermata di un'unità mobile", [_stop(stop), *_nights(stop)],
        )  # fmt: skip


def _week(desk: Desk) -> list[dict[str, Any]]:
    """One schedule for each pair of hours, with the days on which they hold."""
    by_hours: dict[tuple[str, str], list[str]] = {}
    for row in desk.hours.all():
        by_hours.setdefault((f"{row.opens:%H:%M}", f"{row.closes:%H:%M}"), []).append(DAYS[row.weekday])
    return [
        {
            "id": made_id("hours", desk.pk, opens, closes), "service_at_location_id": str(desk.pk), "freq": "WEEKLY",
            "wkst": "MO", "byday": ",".join(days), "opens_at": opens, "closes_at": closes, "notes": LOCAL,
        }
        for (opens, closes), days in by_hours.items()
    ]  # fmt: skip


def _specials(desk: Desk) -> Iterator[dict[str, Any]]:
    for day in desk.place.special_days.all():
        said: dict[str, Any] = {
            "id": made_id("special", desk.pk, day.pk), "service_at_location_id": str(desk.pk),
            "valid_from": day.from_on.isoformat(), "valid_to": day.until_on.isoformat(), "notes": LOCAL,
        }  # fmt: skip
        if day.opens and day.closes:
            said |= {"opens_at": f"{day.opens:%H:%M}", "closes_at": f"{day.closes:%H:%M}"}
            said["description"] = "Open at these hours instead of the usual ones"
        else:
            said["description"] = "Closed"
        yield said


def _stop(stop: Stop) -> dict[str, Any]:
    said: dict[str, Any] = {
        "id": made_id("stop", stop.pk), "service_at_location_id": str(stop.pk),
        "opens_at": f"{stop.starts:%H:%M}", "closes_at": f"{stop.ends:%H:%M}", "notes": LOCAL,
    }  # fmt: skip
    if stop.only_on is not None:
        return said | {"dtstart": stop.only_on.isoformat(), "count": 1, "freq": "WEEKLY"}
    said |= {"freq": "WEEKLY", "wkst": "MO", "byday": DAYS[stop.weekday or 0]}
    if stop.valid_from:
        said["valid_from"] = stop.valid_from.isoformat()
    if stop.valid_until:
        said["valid_to"] = stop.valid_until.isoformat()
    return said


def _nights(stop: Stop) -> Iterator[dict[str, Any]]:
    for change in stop.changes.all():
        said: dict[str, Any] = {
            "id": made_id("night", change.pk), "service_at_location_id": str(stop.pk),
            "valid_from": change.night.isoformat(), "valid_to": change.night.isoformat(), "notes": LOCAL,
        }  # fmt: skip
        if change.is_cancelled:
            yield said | {"description": "Cancelled"}
            continue
        elsewhere = f" at {change.place_name}" if change.place_name else ""
        said["description"] = f"Moved{elsewhere} for this night"
        if change.starts and change.ends:
            said |= {"opens_at": f"{change.starts:%H:%M}", "closes_at": f"{change.ends:%H:%M}"}
        yield said
