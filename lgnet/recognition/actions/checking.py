# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Anybody asks whether a certificate stands. Asked of a function, which counts how often a visitor asks."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from django.db import connection

from lgnet.core import vault
from lgnet.core.clock import today
from lgnet.recognition.codes import as_printed, name_key

MOST, SECONDS = 20, 600  # questions of a visitor, in so many seconds


@dataclass(frozen=True, slots=True)
class Checked:
    """What whoever has a code may know. `verdict` is valid, revoked, unknown or too_many.

    `name_matches` is None where no name was typed: the name itself is never told.
    """

    verdict: str
    name_matches: bool | None = None
    course_title: str = ""
    course_code: str = ""
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    mode: str = ""
    hours_planned: Decimal | None = None
    hours_attended: Decimal | None = None
    outcome: str = ""
    credits: Decimal | None = None
    scheme_it: str = ""
    scheme_en: str = ""
    accreditation: str = ""
    issued_at: dt.datetime | None = None
    revoked_at: dt.datetime | None = None
    is_replaced: bool = False


def check(*, code: str, name: str, address: str) -> Checked:
    """Whether the certificate with this code stands, and whether a name is the one on it.

    `address` is the visitor's: kept for ten minutes as a keyed digest that changes each day.
    """
    visitor = vault.blind_index("recognition.visitor", f"{today()} {address}").hex()
    with connection.cursor() as cursor:
        cursor.execute(
            "select * from recognition_check(%s, %s, %s, %s, %s)",
            [as_printed(code), name_key(name), visitor, MOST, SECONDS],
        )
        row = cursor.fetchone()
    return Checked(*row) if row else Checked("unknown")
