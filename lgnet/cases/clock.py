# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The clock of timeliness, as pure functions: which step waits, and until when.

A standard below three days is hours that really pass; from three whole days on it is days of the calendar in
Rome, due at the same time of the day, also over the nights in March and October when clocks change.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from lgnet.cases.models import Intake, NextStep, Urgency
from lgnet.core.clock import ROME

DAYS_FROM_HOURS = 72  # "within 24 hours", "within 48 hours" are hours; "within 5 days" are days
LAST_REVIEW_DAYS = 90  # the quarter of the fund: a case is looked at again by then

Standards = Mapping[tuple[str, int], int]


@dataclass(frozen=True)
class Moments:
    """When the steps of an intake were done; None where a step is still to come."""

    first_contact_at: dt.datetime
    screened_at: dt.datetime | None = None
    taken_at: dt.datetime | None = None
    first_service_at: dt.datetime | None = None


def after(since: dt.datetime, hours: int) -> dt.datetime:
    """The instant, in UTC, at which a standard of so many hours runs out.

    In UTC because Python holds an hour that clocks show twice unequal to every instant of another zone (PEP 495).
    """
    if hours < DAYS_FROM_HOURS or hours % 24:
        return since.astimezone(dt.UTC) + dt.timedelta(hours=hours)
    wall = since.astimezone(ROME).replace(tzinfo=None, fold=0) + dt.timedelta(days=hours // 24)
    return wall.replace(tzinfo=ROME).astimezone(dt.UTC)


def strictest(own: Standards, network: Standards) -> dict[tuple[str, int], int]:
    """The standards that hold for a partner: its own where they are stricter, else the network's."""
    return {key: min(hours, own.get(key, hours)) for key, hours in network.items()}


def next_step(moments: Moments, outcome: str) -> NextStep:
    """What an intake waits for, from what was done and how the screening ended."""
    if moments.taken_at is not None:
        return NextStep.NOTHING if moments.first_service_at else NextStep.FIRST_SERVICE
    if moments.screened_at is None:
        return NextStep.SCREEN
    return NextStep.TAKE_IN_CHARGE if outcome == Intake.Outcome.TAKE_IN_CHARGE else NextStep.NOTHING


def _runs_since(step: str, urgency: int, moments: Moments) -> dt.datetime:
    """Taking in charge is measured from the first contact; urgency is learnt at the screening, and runs from it."""
    if step == NextStep.FIRST_SERVICE and moments.taken_at:
        return moments.taken_at
    if step == NextStep.TAKE_IN_CHARGE and urgency >= Urgency.HIGH and moments.screened_at:
        return moments.screened_at
    return moments.first_contact_at


def due_at(step: str, urgency: int, moments: Moments, standards: Standards) -> dt.datetime | None:
    """Until when a step must be done; None where nothing waits.

    The earliest over this urgency and all lower ones: who is more urgent never waits longer.
    """
    if step == NextStep.NOTHING:
        return None
    levels = range(urgency + 1)
    return min(after(_runs_since(step, level, moments), standards[step, level]) for level in levels)
