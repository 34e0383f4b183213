# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""People for stories, made by the actions that the pages use."""

import datetime as dt
from typing import Any

from lgnet.core.clock import today
from lgnet.network.worker import Worker
from lgnet.people.actions import record_stay, register
from lgnet.people.identity import Identity
from lgnet.people.models import Person, ResidenceStatus, StayStatus


def person(by: Worker, given_name: str = "Fatou", family_name: str = "Ndiaye", **known: Any) -> Person:
    """Somebody registered by a worker, with what else is known about them."""
    parts: dict[str, Any] = {"sex": "F", "citizenships": ("SN",), "languages": ("wo",), **known}
    return register(by=by, identity=Identity(given_name, family_name, **parts))


def person_of_age(by: Worker, years: int, **known: Any) -> Person:
    """Somebody who turned so many years old half a year ago."""
    born = today() - dt.timedelta(days=round(365.25 * years) + 180)
    return person(by, birth_date=born, birth_precision="day", **known)


def stay(by: Worker, of: Person, *, code: str = "SPE", days_left: int | None = 400) -> StayStatus:
    """A status of stay that lasts so many days more; None: with the reason why there is no expiry."""
    day = today()
    expires = None if days_left is None else day + dt.timedelta(days=days_left)
    return record_stay(
        by=by,
        person=of,
        status=ResidenceStatus.objects.get(code=code),
        document=StayStatus.Document.PERMIT,
        from_on=day - dt.timedelta(days=300),
        expires_on=expires,
        expiry_missing="" if expires else "not_shown",
    )
