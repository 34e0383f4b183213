# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the invented partners differ: some are quick and some are slow; when and at what hour people are met.

Invented like the people: no partner is described here.
"""

from datetime import date, timedelta

from lgnet.demo.people.tables import Draw

# How long people wait for each step, against the others; 1 where none is said.
_WAITS = {
    "trieste": 0.45, "aosta": 0.5, "bolzano": 0.6, "torino": 0.75, "firenze": 0.8, "perugia": 0.8, "genova": 0.9,
    "bari": 1.3, "palermo": 1.4, "catanzaro": 1.5, "roma": 1.6, "napoli": 1.9,
}  # fmt: skip
# The cold brings people to the mobile unit, August empties the cities.
_MONTHS = (1.0, 0.95, 0.75, 0.6, 0.55, 0.5, 0.55, 0.35, 0.6, 0.7, 0.85, 1.0)
_WEEKDAYS = (0.9, 1.0, 0.85, 1.0, 0.9, 0.45, 0.3)
_HOURS = {
    "street": (10, 11, 16, 18, 20, 21),
    "mobile_unit": (17, 18, 19, 20, 21, 22),
    "station": (8, 15, 18, 21, 22, 23),
    "settlement": (10, 11, 15, 16),
    "one_stop_shop": (9, 10, 11, 12, 14, 15, 16),
}


def waits(city: str) -> float:
    """How long people wait in a city, against the others."""
    return _WAITS.get(city, 1.0)


def is_likely(draw: Draw, day: date) -> bool:
    """Whether somebody is met on a day of this month and weekday, or rather on another."""
    return draw() < _MONTHS[day.month - 1] * _WEEKDAYS[day.weekday()]


def opening_day(day: date, earliest: date) -> date:
    """The day on which the desk was open: one of the week before a weekend, unless that is too early."""
    back = day.weekday() - day.day % 5 if day.weekday() > 4 else 0
    return day - timedelta(days=back) if day - timedelta(days=back) >= earliest else day


def hour_at(place: str, number: int) -> int:
    """An hour at which people are met at such a place."""
    hours = _HOURS.get(place, (10, 15))
    return hours[number * 7 % len(hours)]
