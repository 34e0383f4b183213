# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What several definitions share: words, and how an indicator of persons or of events is put together.

Changing anything here changes published definitions, which the lock refuses: write the new words beside the old.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from lgnet.counting.models import FactKind
from lgnet.direction.indicators.counting_rules import EVENTS_SQL, PERSONS_SQL, SCREEN_SQL
from lgnet.direction.indicators.definition import Breakdown, Indicator, Wording
from lgnet.direction.indicators.twins import count_events, count_persons

EDITION_START = dt.date(2024, 1, 1)
PERSONS = Wording("persone", "persons")
CONTACTS_UNIT = Wording("contatti", "contacts")
ONCE = Wording(
    "Ogni persona conta una volta sola: una volta nel partner, una volta nella rete anche se più partner la seguono.",
    "Each person counts once: once in a partner, once in the network even when several partners follow them.",
)
FROZEN = Wording(
    "Genere e fascia d’età sono quelli del primo giorno in cui la persona è contata nel progetto, per qualunque "
    "indicatore: non cambiano con il tempo, solo se si corregge un errore.",
    "Gender and age band are those of the first day on which the project counts the person, for whatever indicator: "
    "time does not change them, only a mended mistake does.",
)
STAY = Wording(
    "Solo chi è cittadino di un paese terzo o apolide, con soggiorno regolare quel giorno o ammesso dal colloquio.",
    "Only third-country nationals and stateless persons with a regular stay on that day or admitted at screening.",
)
TAKEN_BACK = Wording(
    "Ciò che è stato annullato: resta nella storia, con il motivo, e non conta più.",
    "What was taken back: it stays in the history, with the reason, and does not count any more.",
)
BY_PERSON = (Breakdown.SEX, Breakdown.AGE_BAND, Breakdown.PARTNER, Breakdown.MONTH)
BY_CASE = (*BY_PERSON, Breakdown.LINE)


def of_persons(kind: FactKind, **words: Any) -> Indicator:
    """An indicator that counts each person once, at their first fact of a kind."""
    rules: Mapping[str, Any] = {
        "version": 1,
        "valid_from": EDITION_START,
        "unit": PERSONS,
        "breakdowns": BY_CASE,
        "fact_kind": kind,
        "screen_sql": SCREEN_SQL,
        "exact_sql": PERSONS_SQL,
        "twin": count_persons(kind),
    }
    return Indicator(**{**rules, **words})


def of_events(kind: FactKind, **words: Any) -> Indicator:
    """An indicator that counts every event of a kind."""
    rules: Mapping[str, Any] = {
        "version": 1,
        "valid_from": EDITION_START,
        "unit": CONTACTS_UNIT,
        "breakdowns": BY_PERSON,
        "fact_kind": kind,
        "screen_sql": SCREEN_SQL,
        "exact_sql": EVENTS_SQL,
        "twin": count_events(kind),
    }
    return Indicator(**{**rules, **words})
