# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Any appointment, a session or a meeting, is at its hour for a reader that takes only the rule of the clock."""

import datetime as dt
import uuid

import pytest
import vobject

from lgnet.core.clock import ROME
from lgnet.interop.calendars import Appointment, calendar_file


@pytest.mark.parametrize("day", [dt.date(2026, 1, 14), dt.date(2026, 7, 14), dt.date(2026, 10, 26)])
def test_an_appointment_is_at_its_hour_in_winter_and_in_summer(day: dt.date) -> None:
    starts = dt.datetime.combine(day, dt.time(9), ROME).astimezone(dt.UTC)
    one = Appointment(
        id=uuid.uuid4(), title="Visita a Firenze", starts_at=starts, ends_at=starts + dt.timedelta(hours=3),
        path="/meetings/",
    )  # fmt: skip

    event = vobject.readOne(calendar_file([one]).decode()).vevent

    assert (event.dtstart.value, event.dtend.value) == (starts, starts + dt.timedelta(hours=3))
    assert event.dtstart.value.hour == 9 and not hasattr(event, "location")
