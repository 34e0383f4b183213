# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The results of specific objective 2 (Annex VIII). To change a rule, add the next version and keep this one."""

from lgnet.core.shipped_csv import Sureness
from lgnet.counting.models import FactKind
from lgnet.direction.indicators.building import FROZEN, ONCE, TAKEN_BACK, of_persons
from lgnet.direction.indicators.definition import Group, Proof, Wording
from lgnet.direction.indicators.fund import ANNEX

_AT_CLOSURE = Wording(
    "Nel giorno in cui la presa in carico si chiude.", "On the day on which the case is closed."
)
_NOT_BEFORE = Wording(
    "Mai prima del giorno in cui la persona conta come partecipante sostenuta (O.2.3).",
    "Never before the day on which the person counts as a participant supported (O.2.3).",
)

R_2_8 = of_persons(
    FactKind.LEVEL_GAINED,
    code="R.2.8",
    name=Wording(
        "Partecipanti ai corsi di lingua migliorati di almeno un livello",
        "Participants in language courses who improved by at least one level",
    ),
    group=Group.RESULT,
    rule=Wording(
        "I partecipanti a un corso di lingua che, all’uscita, hanno un livello di italiano più alto di almeno un "
        "gradino rispetto all’ingresso, da A0 a C2.",
        "The participants in a language course who leave with a level of Italian at least one step higher than at "
        "entry, from A0 to C2.",
    ),
    who_counts=(
        Wording(
            "Chi ha il livello registrato nella prima valutazione all’ingresso e nell’ultima all’uscita.",
            "Whose level is recorded in the first assessment at entry and in the last at exit.",
        ),
        _AT_CLOSURE,
        ONCE,
        FROZEN,
    ),
    not_counted=(
        Wording("Chi non ha frequentato un corso (O.2.3.1).", "Who attended no course (O.2.3.1)."),
        TAKEN_BACK,
    ),
    proofs=(Proof.SERVICE, Proof.ENTRY_ASSESSMENT, Proof.EXIT_ASSESSMENT),
    bounded_by="O.2.3.1",
    source=f"{ANNEX} 8; counting rules CNT-3, CNT-8",
    sure=Sureness.LIKELY,
)

R_2_9 = of_persons(
    FactKind.HELPFUL,
    code="R.2.9",
    name=Wording(
        "Partecipanti che trovano utile l’attività per la propria integrazione",
        "Participants who report that the activity was helpful for their integration",
    ),
    group=Group.RESULT,
    rule=Wording(
        "I partecipanti che, alla domanda di chiusura, rispondono con uno dei due gradi più alti su cinque.",
        "The participants who answer the question at closure with one of the two highest of five grades.",
    ),
    who_counts=(_AT_CLOSURE, _NOT_BEFORE, ONCE, FROZEN),
    not_counted=(
        Wording("Chi non ha risposto o a cui non è stato chiesto.", "Who did not answer or was not asked."),
        TAKEN_BACK,
    ),
    proofs=(Proof.ANSWER, Proof.SERVICE, Proof.STAY),
    bounded_by="O.2.3",
    source=f"{ANNEX} 9; counting rules CNT-3, CNT-9",
    sure=Sureness.LIKELY,
)

R_2_10 = of_persons(
    FactKind.RECOGNITION,
    code="R.2.10",
    name=Wording(
        "Partecipanti che hanno chiesto il riconoscimento di qualifiche o competenze",
        "Participants who applied for their qualification or skills to be recognised or assessed",
    ),
    group=Group.RESULT,
    rule=Wording(
        "I partecipanti che hanno chiesto il riconoscimento o la valutazione di titoli o competenze acquisiti in un "
        "paese terzo: conta la domanda, non l’esito.",
        "The participants who applied for a qualification or skills acquired in a third country to be recognised or "
        "assessed: the application counts, not its outcome.",
    ),
    who_counts=(_NOT_BEFORE, ONCE, FROZEN),
    not_counted=(TAKEN_BACK,),
    proofs=(Proof.APPLICATION, Proof.SERVICE, Proof.STAY),
    bounded_by="O.2.3",
    source=f"{ANNEX} 10; counting rule CNT-3",
    sure=Sureness.LIKELY,
)

R_2_11 = of_persons(
    FactKind.LONG_TERM,
    code="R.2.11",
    name=Wording(
        "Partecipanti che hanno chiesto il soggiorno di lungo periodo",
        "Participants who applied for a long-term residence status",
    ),
    group=Group.RESULT,
    rule=Wording(
        "I partecipanti che hanno chiesto il permesso UE per soggiornanti di lungo periodo: conta la domanda, non "
        "l’esito.",
        "The participants who applied for the EU long-term residence permit: the application counts, not its outcome.",
    ),
    who_counts=(_NOT_BEFORE, ONCE, FROZEN),
    not_counted=(TAKEN_BACK,),
    proofs=(Proof.APPLICATION, Proof.SERVICE, Proof.STAY),
    bounded_by="O.2.3",
    source=f"{ANNEX} 11; counting rule CNT-3",
    sure=Sureness.LIKELY,
)
