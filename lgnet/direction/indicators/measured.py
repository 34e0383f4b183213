# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The indicators that are measured today. To change a rule, add the next version and keep this one."""

import datetime as dt

from lgnet.core.shipped_csv import Sureness
from lgnet.counting.models import FactKind
from lgnet.direction.indicators.counting_rules import (
    EVENTS_SQL,
    PERSONS_SQL,
    SCREEN_SQL,
    count_events,
    count_persons,
)
from lgnet.direction.indicators.definition import Breakdown, Indicator, Wording

EDITION_START = dt.date(2024, 1, 1)
PERSONS = Wording("persone", "persons")
_ONCE = Wording(
    "Ogni persona conta una volta sola: una volta nel partner, una volta nella rete anche se più partner la seguono.",
    "Each person counts once: once in a partner, once in the network even when several partners follow them.",
)
_FROZEN = Wording(
    "Sesso e fascia d’età sono quelli del primo giorno in cui la persona conta, e non cambiano più.",
    "Sex and age band are those of the first day on which the person counts, and do not change any more.",
)
_BREAKDOWNS = (Breakdown.SEX, Breakdown.AGE_BAND, Breakdown.PARTNER, Breakdown.MONTH)

CONTACTS = Indicator(
    code="CONTACTS",
    version=1,
    valid_from=EDITION_START,
    name=Wording("Contatti", "Contacts"),
    rule=Wording(
        "Gli incontri delle unità mobili e degli sportelli con chi ha bisogno di orientamento, anche anonimi.",
        "Meetings of the mobile units and the desks with people who need orientation, anonymous ones too.",
    ),
    unit=Wording("contatti", "contacts"),
    who_counts=(
        Wording(
            "Ogni incontro registrato, nel giorno in cui è avvenuto.",
            "Every recorded meeting, on the day it happened.",
        ),
        Wording(
            "La stessa persona incontrata tre volte vale tre contatti.",
            "The same person met three times makes three contacts.",
        ),
    ),
    not_counted=(
        Wording(
            "I contatti tolti da chi li ha registrati: restano nella storia, con il motivo.",
            "Contacts taken back by who recorded them: they stay in the history, with the reason.",
        ),
    ),
    evidence=Wording(
        "La scheda del contatto: giorno, luogo, chi l’ha registrato.",
        "The record of the contact: day, place, who recorded it.",
    ),
    fact_kind=FactKind.CONTACT,
    screen_sql=SCREEN_SQL,
    exact_sql=EVENTS_SQL,
    twin=count_events,
    breakdowns=_BREAKDOWNS,
    source="Indicator of the project; an anonymous contact is not a participant (counting rule CNT-6)",
    sure=Sureness.OWN,
)

REGISTERED = Indicator(
    code="REGISTERED",
    version=1,
    valid_from=EDITION_START,
    name=Wording("Persone registrate", "Persons registered"),
    rule=Wording(
        "Le persone per cui un partner ha aperto una scheda.",
        "The persons for whom a partner has opened a file.",
    ),
    unit=PERSONS,
    who_counts=(
        Wording(
            "Chi è stato registrato, nel giorno della registrazione.", "Who was registered, on that day."
        ),
        _ONCE,
        _FROZEN,
    ),
    not_counted=(
        Wording("I contatti rimasti anonimi.", "Contacts that stayed anonymous."),
        Wording("Le schede doppie, quando vengono unite.", "Double files, once they are joined."),
    ),
    evidence=Wording(
        "La scheda della persona e l’informativa consegnata.",
        "The person's file and the privacy notice given.",
    ),
    fact_kind=FactKind.REGISTERED,
    screen_sql=SCREEN_SQL,
    exact_sql=PERSONS_SQL,
    twin=count_persons,
    breakdowns=_BREAKDOWNS,
    source="Indicator of the project",
    sure=Sureness.OWN,
)

TAKEN_IN_CHARGE = Indicator(
    code="TAKEN_IN_CHARGE",
    version=1,
    valid_from=EDITION_START,
    name=Wording("Persone in presa in carico", "Persons taken in charge"),
    rule=Wording(
        "Le persone per cui un partner ha aperto una presa in carico, con un’assistente sociale di riferimento.",
        "The persons for whom a partner has opened a case, with a case manager.",
    ),
    unit=PERSONS,
    who_counts=(
        Wording(
            "Chi è stato preso in carico, nel giorno in cui è iniziata la presa in carico.",
            "Who was taken in charge, on the day it began.",
        ),
        _ONCE,
        _FROZEN,
    ),
    not_counted=(
        Wording("Una seconda presa in carico della stessa persona.", "A second case of the same person."),
        Wording(
            "Chi ha avuto un colloquio ed è stato orientato altrove.",
            "Who was screened and directed elsewhere.",
        ),
    ),
    evidence=Wording(
        "La presa in carico aperta: data, assistente sociale, linee d’azione.",
        "The case as it was opened: date, case manager, action lines.",
    ),
    fact_kind=FactKind.TAKEN_IN_CHARGE,
    screen_sql=SCREEN_SQL,
    exact_sql=PERSONS_SQL,
    twin=count_persons,
    breakdowns=_BREAKDOWNS,
    source="Indicator of the project; the cities' own counts differ (docs/data/network.md)",
    sure=Sureness.OWN,
)

O_2_3 = Indicator(
    code="O.2.3",
    version=1,
    valid_from=EDITION_START,
    name=Wording("Partecipanti che ricevono sostegno", "Participants supported"),
    rule=Wording(
        "Le persone che hanno ricevuto almeno un servizio, contate dal giorno del primo; per genere e fascia d’età.",
        "The persons who received at least one service, counted from the day of the first; by gender and age band.",
    ),
    unit=PERSONS,
    who_counts=(
        Wording(
            "Chi è cittadino di un paese terzo o apolide, con soggiorno regolare quel giorno o ammesso dal colloquio.",
            "Third-country nationals and stateless persons with a regular stay on that day or admitted at screening.",
        ),
        _ONCE,
        _FROZEN,
    ),
    not_counted=(
        Wording("La sola registrazione, senza un servizio.", "Registration alone, without a service."),
        Wording(
            "Chi è cittadino dell’Unione europea, o non ha un soggiorno regolare quel giorno.",
            "Citizens of the European Union, and who has no regular stay on that day.",
        ),
        Wording(
            "Gli interventi annullati: la persona torna a contare con il primo che resta.",
            "Services taken back: the person counts again with the first one that stands.",
        ),
    ),
    evidence=Wording(
        "L’intervento con data e operatore, il titolo di soggiorno valido quel giorno, l’informativa consegnata.",
        "The service with its day and worker, the residence title valid on that day, the privacy notice given.",
    ),
    fact_kind=FactKind.SUPPORTED,
    screen_sql=SCREEN_SQL,
    exact_sql=PERSONS_SQL,
    twin=count_persons,
    breakdowns=_BREAKDOWNS,
    source="Reg. (EU) 2021/1147, Annex VIII, (b) 3; counting rules CNT-1, CNT-5, CNT-6, CNT-7",
    sure=Sureness.LIKELY,
)
