# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The outputs of specific objective 2 (Annex VIII) that are measured. To change a rule, add the next version."""

from lgnet.core.shipped_csv import Sureness
from lgnet.counting.models import FactKind
from lgnet.direction.indicators.building import EDITION_START, FROZEN, ONCE, STAY, TAKEN_BACK, of_persons
from lgnet.direction.indicators.counting_rules import AUTHORITIES_SQL, PROJECTS_SQL, SCREEN_AUTHORITIES_SQL
from lgnet.direction.indicators.definition import Derived, Group, Indicator, Proof, Wording
from lgnet.direction.indicators.twins import count_partners, one_project

ANNEX = "Reg. (EU) 2021/1147, Annex VIII, (b)"
PARTNERS = 22

O_2_2 = Derived(
    code="O.2.2",
    version=1,
    valid_from=EDITION_START,
    name=Wording(
        "Autorità locali e regionali che ricevono sostegno", "Local and regional authorities supported"
    ),
    group=Group.OUTPUT,
    rule=Wording(
        "I partner locali con almeno una persona in presa in carico: al massimo 22.",
        "The local partners with at least one person taken in charge: at most 22.",
    ),
    unit=Wording("autorità", "authorities"),
    who_counts=(
        Wording(
            "Ogni partner locale conta una volta, senza genere né età: sono enti, non persone.",
            "Each local partner counts once, without gender or age: these are bodies, not persons.",
        ),
    ),
    not_counted=(
        Wording(
            "Ministero, ANCI e gli altri partner che non prendono in carico.",
            "The Ministry, ANCI and the other partners that take nobody in charge.",
        ),
    ),
    proofs=(Proof.PARTNERSHIP, Proof.CASE),
    breakdowns=(),
    fact_kind=FactKind.TAKEN_IN_CHARGE,
    screen_sql=SCREEN_AUTHORITIES_SQL,
    exact_sql=AUTHORITIES_SQL,
    twin=count_partners(FactKind.TAKEN_IN_CHARGE),
    most=PARTNERS,
    source=f"{ANNEX} 2; 22 local partners in LGNET3",
    sure=Sureness.LIKELY,
)

O_2_3 = of_persons(
    FactKind.SUPPORTED,
    code="O.2.3",
    name=Wording("Partecipanti che ricevono sostegno", "Participants supported"),
    group=Group.OUTPUT,
    rule=Wording(
        "Le persone che hanno ricevuto almeno un servizio, contate dal giorno del primo; per genere e fascia d’età.",
        "The persons who received at least one service, counted from the day of the first; by gender and age band.",
    ),
    who_counts=(STAY, ONCE, FROZEN),
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
    proofs=(Proof.SERVICE, Proof.STAY, Proof.NOTICE),
    source=f"{ANNEX} 3; counting rules CNT-1, CNT-5, CNT-6, CNT-7",
    sure=Sureness.LIKELY,
)


def _of_which(kind: FactKind, code: str, name: Wording, rule: Wording, item: str) -> Indicator:
    return of_persons(
        kind,
        code=code,
        name=name,
        group=Group.OUTPUT,
        rule=rule,
        who_counts=(
            Wording(
                "Chi fra i partecipanti sostenuti ha ricevuto questo servizio, dal giorno del primo.",
                "Who among the participants supported received this service, from the day of the first.",
            ),
            STAY,
            ONCE,
            FROZEN,
        ),
        not_counted=(
            Wording(
                "Le voci “di cui” si sovrappongono: la loro somma può essere diversa dal totale.",
                "The “of which” overlap: their sum may differ from the total.",
            ),
            TAKEN_BACK,
        ),
        proofs=(Proof.SERVICE, Proof.STAY, Proof.NOTICE),
        parent="O.2.3",
        source=f"{ANNEX} {item}; counting rules CNT-1, CNT-2, CNT-5, CNT-7",
        sure=Sureness.LIKELY,
    )


O_2_3_1 = _of_which(
    FactKind.LANGUAGE_COURSE,
    "O.2.3.1",
    Wording("di cui: partecipanti a un corso di lingua", "of which: participants in a language course"),
    Wording(
        "I partecipanti con almeno una lezione di italiano registrata fra gli interventi.",
        "The participants with at least one Italian lesson recorded among the services.",
    ),
    "3.1",
)
O_2_3_2 = _of_which(
    FactKind.CIVIC_ORIENTATION,
    "O.2.3.2",
    Wording(
        "di cui: partecipanti a un corso di orientamento civico",
        "of which: participants in a civic orientation course",
    ),
    Wording(
        "I partecipanti con almeno un incontro di educazione o orientamento civico fra gli interventi.",
        "The participants with at least one meeting of civic education or orientation among the services.",
    ),
    "3.2",
)
O_2_3_3 = _of_which(
    FactKind.GUIDANCE,
    "O.2.3.3",
    Wording(
        "di cui: partecipanti con orientamento professionale personalizzato",
        "of which: participants with personalised professional guidance",
    ),
    Wording(
        "I partecipanti con un bilancio di competenze, un orientamento al lavoro, un tirocinio o una borsa lavoro.",
        "The participants with an assessment of skills, guidance to work, a traineeship or a work grant.",
    ),
    "3.3",
)

O_2_5 = of_persons(
    FactKind.REUNIFICATION,
    code="O.2.5",
    name=Wording(
        "Partecipanti aiutati per il ricongiungimento familiare",
        "Participants helped with family reunification",
    ),
    group=Group.OUTPUT,
    rule=Wording(
        "Le persone che hanno ricevuto informazioni o assistenza per chiedere il ricongiungimento familiare.",
        "The persons who received information or assistance in applying for family reunification.",
    ),
    who_counts=(STAY, ONCE, FROZEN),
    not_counted=(
        Wording(
            "L’esito della domanda: conta l’aiuto.", "The answer to the application: the help is what counts."
        ),
        TAKEN_BACK,
    ),
    proofs=(Proof.SERVICE, Proof.STAY, Proof.NOTICE),
    bounded_by="ASSISTED",
    source=f"{ANNEX} 5; counting rules CNT-1, CNT-5, CNT-7",
    sure=Sureness.LIKELY,
)

O_2_7 = Derived(
    code="O.2.7",
    version=1,
    valid_from=EDITION_START,
    name=Wording(
        "Progetti di integrazione con autorità locali e regionali come beneficiarie",
        "Integration projects where local and regional authorities are the beneficiary",
    ),
    group=Group.OUTPUT,
    rule=Wording(
        "L’edizione in corso è un progetto solo, e autorità locali ne sono beneficiarie.",
        "The present edition is one single project, and local authorities are its beneficiaries.",
    ),
    unit=Wording("progetti", "projects"),
    who_counts=(
        Wording(
            "Un progetto per edizione, quanti che siano i partner.",
            "One project for each edition, however many partners there are.",
        ),
    ),
    not_counted=(
        Wording("I progetti individuali delle persone.", "The individual projects of the persons."),
    ),
    proofs=(Proof.PARTNERSHIP,),
    breakdowns=(),
    fact_kind=None,
    screen_sql=PROJECTS_SQL,
    exact_sql=PROJECTS_SQL,
    twin=one_project,
    most=1,
    source=f"{ANNEX} 7",
    sure=Sureness.LIKELY,
)
