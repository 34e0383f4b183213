# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The indicators of the project itself. To change a rule, add the next version and keep this one."""

from lgnet.core.shipped_csv import Sureness
from lgnet.counting.models import FactKind
from lgnet.direction.indicators.building import (
    BY_PERSON,
    EDITION_START,
    FROZEN,
    ONCE,
    TAKEN_BACK,
    of_events,
    of_persons,
)
from lgnet.direction.indicators.counting_rules import DAYS_SQL, SCREEN_DAYS_SQL
from lgnet.direction.indicators.definition import Breakdown, Group, Proof, Share, Wording
from lgnet.direction.indicators.twins import count_days

OWN = "Indicator of the project"

CONTACTS = of_events(
    FactKind.CONTACT,
    code="CONTACTS",
    name=Wording("Contatti", "Contacts"),
    group=Group.PROJECT,
    rule=Wording(
        "Gli incontri delle unità mobili e degli sportelli con chi ha bisogno di orientamento, anche anonimi.",
        "Meetings of the mobile units and the desks with people who need orientation, anonymous ones too.",
    ),
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
    not_counted=(TAKEN_BACK,),
    proofs=(Proof.CONTACT,),
    source=f"{OWN}; an anonymous contact is not a participant (counting rule CNT-6)",
    sure=Sureness.OWN,
)

DECLINED = of_events(
    FactKind.DECLINED,
    code="DECLINED",
    name=Wording("Contatti in cui l’aiuto è stato rifiutato", "Contacts at which help was declined"),
    group=Group.PROJECT,
    rule=Wording(
        "I contatti in cui la persona ha detto di no a ciò che le è stato proposto.",
        "Contacts at which the person said no to what was offered.",
    ),
    who_counts=(
        Wording("Ogni contatto segnato come rifiutato.", "Every contact marked as declined."),
        Wording("Chi rifiuta due volte conta due volte.", "Who declines twice counts twice."),
    ),
    not_counted=(TAKEN_BACK,),
    proofs=(Proof.CONTACT,),
    parent="CONTACTS",
    source=OWN,
    sure=Sureness.OWN,
)

REGISTERED = of_persons(
    FactKind.REGISTERED,
    code="REGISTERED",
    name=Wording("Persone registrate", "Persons registered"),
    group=Group.PROJECT,
    rule=Wording(
        "Le persone per cui un partner ha aperto una scheda.",
        "The persons for whom a partner has opened a file.",
    ),
    who_counts=(
        Wording(
            "Chi è stato registrato, nel giorno della registrazione.", "Who was registered, on that day."
        ),
        ONCE,
        FROZEN,
    ),
    not_counted=(
        Wording("I contatti rimasti anonimi.", "Contacts that stayed anonymous."),
        Wording("Le schede doppie, quando vengono unite.", "Double files, once they are joined."),
    ),
    proofs=(Proof.FILE, Proof.NOTICE),
    breakdowns=BY_PERSON,
    source=OWN,
    sure=Sureness.OWN,
)

NOT_TAKEN = of_persons(
    FactKind.NOT_TAKEN,
    code="NOT_TAKEN",
    name=Wording("Persone non prese in carico", "Persons not taken in charge"),
    group=Group.PROJECT,
    rule=Wording(
        "Le persone il cui primo colloquio non è finito con una presa in carico, con l’esito: orientate altrove, "
        "senza i requisiti, rifiuto della persona, contatto perso.",
        "The persons whose screening did not end with taking in charge, with how it ended: oriented elsewhere, not "
        "eligible, declined by the person, contact lost.",
    ),
    who_counts=(
        Wording(
            "Chi ha avuto un colloquio finito così, nel giorno del colloquio.",
            "Whose screening ended so, on its day.",
        ),
        ONCE,
        FROZEN,
    ),
    not_counted=(
        Wording(
            "Chi aspetta ancora il colloquio o la decisione.",
            "Who still waits for the screening or the decision.",
        ),
        TAKEN_BACK,
    ),
    proofs=(Proof.SCREENING,),
    breakdowns=(*BY_PERSON, Breakdown.DETAIL),
    source=OWN,
    sure=Sureness.OWN,
)

TAKEN_IN_CHARGE = of_persons(
    FactKind.TAKEN_IN_CHARGE,
    code="TAKEN_IN_CHARGE",
    name=Wording("Persone in presa in carico", "Persons taken in charge"),
    group=Group.PROJECT,
    rule=Wording(
        "Le persone per cui un partner ha aperto una presa in carico, con un’assistente sociale di riferimento.",
        "The persons for whom a partner has opened a case, with a case manager.",
    ),
    who_counts=(
        Wording(
            "Chi è stato preso in carico, nel giorno in cui è iniziata la presa in carico.",
            "Who was taken in charge, on the day it began.",
        ),
        ONCE,
        FROZEN,
    ),
    not_counted=(
        Wording("Una seconda presa in carico della stessa persona.", "A second case of the same person."),
        Wording(
            "Chi ha avuto un colloquio ed è stato orientato altrove.",
            "Who was screened and directed elsewhere.",
        ),
    ),
    proofs=(Proof.CASE, Proof.NOTICE),
    source=f"{OWN}; the cities' own counts differ (docs/data/network.md)",
    sure=Sureness.OWN,
)

TIMELINESS = Share(
    code="TIMELINESS",
    version=1,
    valid_from=EDITION_START,
    name=Wording("Presa in carico tempestiva", "Timely taking in charge"),
    group=Group.PROJECT,
    rule=Wording(
        "Quante persone sono state prese in carico entro 15 giorni dal primo contatto, sul totale; e la mediana dei "
        "giorni d’attesa. I giorni sono quelli del calendario, in ora italiana.",
        "How many persons were taken in charge within 15 days of the first contact, of all; and the median of the "
        "days of waiting. Days are those of the calendar, in Italian time.",
    ),
    unit=Wording("per cento", "per cent"),
    who_counts=(
        Wording(
            "Chi è in presa in carico, con l’attesa della sua prima presa in carico.",
            "Everybody taken in charge, with the waiting before their first case.",
        ),
        Wording(
            "Il giorno del contatto è il giorno zero: presi in carico lo stesso giorno, zero giorni d’attesa.",
            "The day of the contact is day zero: taken in charge on the same day, zero days of waiting.",
        ),
    ),
    not_counted=(
        Wording(
            "Chi aspetta ancora: si vede nella coda, non qui.",
            "Who still waits: seen in the queue, not here.",
        ),
        Wording(
            "Percentuali e mediane non si sommano fra partner.",
            "Shares and medians of partners are never added up.",
        ),
    ),
    proofs=(Proof.CONTACT, Proof.CASE),
    breakdowns=(Breakdown.PARTNER,),
    fact_kind=FactKind.TAKEN_IN_CHARGE,
    within_days=15,
    screen_sql=SCREEN_DAYS_SQL,
    exact_sql=DAYS_SQL,
    twin=count_days(FactKind.TAKEN_IN_CHARGE),
    source=f"{OWN}; the ordinary standard of the clock of timeliness (docs/adr/0012)",
    sure=Sureness.OWN,
)

ASSISTED = of_persons(
    FactKind.ASSISTED,
    code="ASSISTED",
    name=Wording("Persone assistite", "Persons assisted"),
    group=Group.PROJECT,
    rule=Wording(
        "Le persone in carico che hanno ricevuto almeno un servizio, qualunque sia il loro titolo di soggiorno.",
        "The persons taken in charge who received at least one service, whatever their residence title.",
    ),
    who_counts=(
        Wording(
            "Chi ha un intervento svolto, dal giorno del primo.",
            "Who has a service that was given, from the day of the first.",
        ),
        ONCE,
        FROZEN,
    ),
    not_counted=(
        Wording(
            "Gli appuntamenti a cui la persona non è venuta o che ha rifiutato.",
            "Appointments to which the person did not come, or that they refused.",
        ),
        TAKEN_BACK,
    ),
    proofs=(Proof.SERVICE,),
    bounded_by="TAKEN_IN_CHARGE",
    source=OWN,
    sure=Sureness.OWN,
)

HOUSED = of_persons(
    FactKind.HOUSED,
    code="HOUSED",
    name=Wording("Persone che hanno raggiunto l’autonomia abitativa", "Persons who reached housing autonomy"),
    group=Group.PROJECT,
    rule=Wording(
        "Le persone entrate con una condizione abitativa ETHOS non adeguata e uscite, alla chiusura, con un "
        "alloggio adeguato e stabile.",
        "The persons who came in with a living situation of ETHOS that is not adequate and left, at closure, with "
        "adequate and secure housing.",
    ),
    who_counts=(
        Wording(
            "Chi ha la condizione abitativa registrata nella prima valutazione all’ingresso e nell’ultima all’uscita, "
            "nel giorno della chiusura.",
            "Whose living situation is recorded in the first assessment at entry and in the last at exit, on the day "
            "of closure.",
        ),
        ONCE,
        FROZEN,
    ),
    not_counted=(
        Wording(
            "Chi aveva già un alloggio adeguato all’ingresso.", "Who had adequate housing already at entry."
        ),
        Wording("Chi è ancora in carico.", "Whose case is still open."),
        TAKEN_BACK,
    ),
    proofs=(Proof.ENTRY_ASSESSMENT, Proof.EXIT_ASSESSMENT),
    bounded_by="TAKEN_IN_CHARGE",
    source=f"{OWN}; living situations of ETHOS (FEANTSA)",
    sure=Sureness.OWN,
)
